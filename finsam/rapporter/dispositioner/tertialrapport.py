"""The outline of the tertial's report."""

from finsam.rapporter.disposition import Del, Material
from finsam.rapporter.kapitel import ekonomirapport as block
from finsam.rapporter.kapitel.balanskrav import aterstallningstabell
from finsam.rapporter.kapitel.hushallning import hushallning

# The outline, in reading order. A table of kind "oversikt" that no section names stands in the
# economic overview, so that none is lost.
DISPOSITION: tuple[Del[Material], ...] = (
    Del("vasentliga-handelser", "Händelser av väsentlig betydelse", 1, "Vad som hänt i perioden."),
    Del(
        "ledning-och-styrning",
        "Ledning och styrning",
        1,
        "Styrelsens och beredningens arbete, samråd och beslut i perioden.",
        block=block.styrelsen,
    ),
    Del("verksamhet", "Verksamheten", 1),
    Del(
        "finansierade-insatser",
        "Finansierade insatser {tid}",
        2,
        "Samordningsteam och torg: vad de gör, och hur det går.",
        block=block.forteckning,
    ),
    Del("sarskilda-insatser", "Särskilda insatser", 2, "Insatser för särskilda grupper."),
    Del(
        "avslutade-insatser",
        "Avslutade insatser",
        2,
        "En inledning, om den behövs: varje avslutad insats får en egen ruta.",
        under=block.avslutade,
    ),
    Del(
        "deltagare",
        "Statistik {tid}",
        1,
        "Hur många deltagarna är, vart de går, och vilka de är.",
        block=block.tertialets_deltagare,
    ),
    Del(
        "kompetensutveckling",
        "Kompetensutveckling",
        1,
        "Utbildningar och andra aktiviteter, och hur många som har deltagit.",
        block=block.aktiviteter,
    ),
    Del(
        "mal-och-utfall",
        "Mål och utfall {tid}",
        1,
        "Hur långt målen har nåtts, och om de bedöms nås vid årets slut.",
        block=block.mal,
    ),
    Del("forvantad-utveckling", "Förväntad utveckling", 1, "Vad som väntar resten av året."),
    Del(
        "internkontroll",
        "Uppföljning av internkontrollplan",
        1,
        "Vilka områden som har kontrollerats, hur, och med vilket utfall.",
        block=block.internkontrollen,
    ),
    Del(
        "forhallande-till-budget",
        "Förhållande till budget",
        1,
        "Budget, prognos och eget kapital vid årets slut, och varför det skiljer.",
        slag="oversikt",
        diagram=block.insatser_mot_budget,
    ),
    Del(
        "god-ekonomisk-hushallning",
        "God ekonomisk hushållning",
        2,
        "Om målen för ekonomi och verksamhet bedöms bli uppfyllda.",
        block=hushallning,
    ),
    Del(
        "balanskravsavstamning",
        "Balanskravsresultat",
        2,
        "Hur resultatet skiljer sig från balanskravsresultatet.",
        block=aterstallningstabell,
        tabeller=("balanskravsavstamning", "balanskravsutredning"),
        diagram=block.kapital_mot_tak,
    ),
    Del("resultatrakning", "Resultatrapport {ekonomitid}", 1, slag="resultatrakning"),
    Del("balansrakning", "Balansrapport", 1, slag="balansrakning"),
    Del("kassaflodesanalys", "Kassaflödesanalys", 1, slag="kassaflode"),
    Del(
        "driftredovisning",
        "Driftredovisning",
        1,
        "Var utfallet skiljer sig från budget, och varför.",
        slag="driftredovisning",
    ),
    Del(
        "investeringsredovisning",
        "Investeringsredovisning",
        1,
        "Periodens investeringar; utan sådana sägs det.",
    ),
    Del("noter", "Noter", 1, slag="not"),
    Del(
        "redovisningsprinciper",
        "Redovisningsprinciper",
        2,
        "Vilka regler som följs, och hur poster har värderats.",
    ),
)
