"""The outline of the annual report."""

from finsam.rapporter.disposition import Del, Material
from finsam.rapporter.kapitel import ekonomirapport as block
from finsam.rapporter.kapitel.balanskrav import aterstallningstabell
from finsam.rapporter.kapitel.hushallning import hushallning

# The outline, in reading order. A table of kind "oversikt" that no section names stands in the
# economic overview, so that none is lost.
DISPOSITION: tuple[Del[Material], ...] = (
    Del("ordforande", "Ordföranden har ordet", 1, "Ordförandens hälsning: året, och vägen framåt."),
    Del(
        "oversikt",
        "Översikt över verksamhetens utveckling",
        1,
        tabeller=("oversikt-5-ar",),
        diagram=block.intakter_och_kostnader,
    ),
    Del("forvaltningsberattelse", "Förvaltningsberättelse", 1),
    Del(
        "sammanfattning",
        "Sammanfattning av perioden",
        2,
        "Året i korthet: måluppfyllelse, deltagare och ekonomi.",
    ),
    Del("om-forbundet", "Om {forbund}", 2, "Förbundets syfte, lagen och förbundsordningen."),
    Del(
        "medlemmar",
        "Förbundets medlemmar",
        2,
        "Vilka medlemmarna är, och hur årets medlemssamråd har gått till.",
    ),
    Del(
        "styrelse",
        "Styrelsen",
        2,
        "Styrelsens uppgift och sammansättning, och antalet möten under året.",
        block=block.styrelsen,
    ),
    Del(
        "revisorer",
        "Revisorer",
        2,
        "Vem som granskar för vilka medlemmar.",
        block=block.revisorerna,
    ),
    Del("kansli", "Kansli och utvecklingsgrupper", 2, "Kansliets funktioner och grupperna."),
    Del(
        "stod-till-parterna",
        "Stöd till parterna för att underlätta samverkan",
        2,
        "Vad kansliet gör för parterna.",
    ),
    Del("fordelning-av-medel", "Fördelning av medel", 2, "Hur styrelsen har fördelat medlen."),
    Del(
        "viktiga-forhallanden",
        "Viktiga förhållanden för resultat och ekonomisk ställning",
        2,
        "Arbetsmarknad, konjunktur och annat som påverkar förbundet.",
    ),
    Del(
        "vasentliga-handelser",
        "Händelser av väsentlig betydelse",
        2,
        "Det som hänt under året, eller efter det, och som läsaren behöver känna till.",
    ),
    Del(
        "mal-och-utfall",
        "Mål och utfall år {ar}",
        2,
        "Varje mål med resultatmål, hur det följs upp och vad det blev.",
        block=block.mal,
    ),
    Del(
        "styrning-och-uppfoljning",
        "Styrning och uppföljning av verksamheten",
        2,
        "Hur verksamheten styrs och följs upp.",
    ),
    Del(
        "kompetenshojande-aktiviteter",
        "Förbundets arbete med kompetenshöjande aktiviteter",
        3,
        "Webbinarier, nätverk och andra aktiviteter, och hur många som har deltagit.",
        block=block.aktiviteter,
    ),
    Del(
        "ovriga-aktiviteter", "Övriga aktiviteter", 3, "Projekt och nätverk som förbundet är med i."
    ),
    Del(
        "uppfoljning-av-insatser",
        "Uppföljning av insatser",
        2,
        "Hur insatserna följs upp, och var de som har avslutats redovisas.",
    ),
    Del(
        "finansierade-insatser", "Finansierade insatser under år {ar}", 3, block=block.finansierade
    ),
    Del(
        "deltagare",
        "Deltagare i individinsatser",
        3,
        "Hur många deltagarna är, vart de går, och vilka de är.",
        block=block.deltagarna,
    ),
    Del(
        "externa-projekt",
        "Externt finansierade projekt",
        3,
        "Vad projekten betyder för förbundet; tabellen visar finansiär och belopp.",
        block=block.projekt,
    ),
    Del(
        "avslutade-insatser",
        "Avslutade insatser",
        3,
        "En inledning, om den behövs: varje avslutad insats får en egen ruta.",
        under=block.avslutade,
    ),
    Del(
        "sammanfattande-analys",
        "Sammanfattande analys av utfallet",
        2,
        "Vad resultaten betyder, och vad förbundet lär av dem.",
    ),
    Del(
        "internkontroll",
        "Uppföljning av internkontrollplan",
        2,
        "Vilka områden som har kontrollerats, hur, och med vilket utfall.",
        block=block.internkontrollen,
    ),
    Del(
        "god-ekonomisk-hushallning",
        "God ekonomisk hushållning och ekonomisk ställning",
        2,
        "Riktlinjerna, och om målen för ekonomi och verksamhet är uppfyllda.",
        block=hushallning,
    ),
    Del(
        "budget-och-medelstilldelning",
        "Budget och medelstilldelning",
        3,
        "När budgeten beslutades, tilldelningen, och vad som fanns att fördela.",
        block=block.medlemsavgifter,
    ),
    Del(
        "kapitalforvaltning", "Kapitalförvaltning", 3, "Placeringar, deras värde och riktlinjerna."
    ),
    Del("personal", "Väsentliga personalförhållanden", 2, "Förändringar i kansliet under året."),
    Del("forvantad-utveckling", "Förväntad utveckling", 2, "Vad som väntar de närmaste åren."),
    Del("ekonomisk-redogorelse", "Ekonomisk redogörelse", 1),
    Del("ekonomisk-oversikt", "Ekonomisk översikt", 2, slag="oversikt"),
    Del(
        "kommentar-till-arsredovisningen",
        "Kommentar till årsredovisning {ar}",
        2,
        "Resultatet mot föregående år och budget, och varför det skiljer.",
    ),
    Del(
        "balanskravsavstamning",
        "Balanskravsavstämning",
        2,
        "Hur överskott har uppkommit, och när underskott ska återställas.",
        block=aterstallningstabell,
        tabeller=("balanskravsavstamning", "balanskravsutredning"),
        diagram=block.kapital_mot_tak,
    ),
    Del(
        "fortroendevalda-och-forvaltning",
        "Förtroendevalda och förvaltning",
        2,
        "Kostnaderna mot budget och föregående år.",
        tabeller=("kostnad-fortroendevalda-forvaltning",),
    ),
    Del(
        "samverkansinsatser",
        "Samverkansinsatser",
        2,
        "Vad förbrukningskvoterna visar.",
        tabeller=("samverkansinsatser", "insatser-utfall-budget"),
        diagram=block.insatser_mot_budget,
    ),
    Del("resultatrakning", "Resultaträkning", 1, slag="resultatrakning"),
    Del("balansrakning", "Balansräkning", 1, slag="balansrakning"),
    Del("kassaflodesanalys", "Kassaflödesanalys", 1, slag="kassaflode"),
    Del(
        "redovisningsprinciper",
        "Redovisningsprinciper",
        1,
        "Vilka regler som följs, och hur poster har värderats.",
    ),
    Del("noter", "Noter", 1, slag="not"),
    Del(
        "driftredovisning",
        "Driftredovisning",
        1,
        "Var utfallet skiljer sig från budget, och varför.",
        slag="driftredovisning",
    ),
    Del("underskrifter", "Underskrifter", 1, block=block.underskrifter),
)
