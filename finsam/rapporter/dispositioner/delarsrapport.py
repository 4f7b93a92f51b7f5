"""The outline of the half-year's report."""

from finsam.rapporter.disposition import Del, Material
from finsam.rapporter.kapitel import ekonomirapport as block
from finsam.rapporter.kapitel.balanskrav import aterstallningstabell
from finsam.rapporter.kapitel.hushallning import hushallning

# The outline, in reading order. A table of kind "oversikt" that no section names stands in the
# economic overview, so that none is lost.
DISPOSITION: tuple[Del[Material], ...] = (
    Del("ordforande", "Ordföranden har ordet", 1, "Ordförandens hälsning: perioden, och framåt."),
    Del("forvaltningsberattelse", "Förvaltningsberättelse", 1),
    Del(
        "oversikt",
        "Översikt över verksamhetens utveckling",
        2,
        tabeller=("oversikt-4-ar", "oversikt-5-ar"),
        diagram=block.intakter_och_kostnader,
    ),
    Del(
        "sammanfattning",
        "Sammanfattning av perioden",
        2,
        "Perioden i korthet: måluppfyllelse, deltagare och ekonomi.",
    ),
    Del("om-forbundet", "Om {forbund}", 2, "Förbundets syfte, lagen och förbundsordningen."),
    Del("medlemmar", "Förbundets medlemmar", 2, "Vilka medlemmarna är, och periodens samråd."),
    Del(
        "styrelse",
        "Styrelsen",
        2,
        "Styrelsens uppgift och sammansättning, och antalet möten under perioden.",
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
        "Det som hänt under perioden, eller efter den, och som läsaren behöver känna till.",
    ),
    Del(
        "mal-och-utfall",
        "Mål och utfall {tid}",
        2,
        "Hur långt målen har nåtts, och om de bedöms nås vid årets slut.",
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
        "Kompetenshöjande aktiviteter",
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
    Del("finansierade-insatser", "Finansierade insatser {tid}", 3, block=block.forteckning),
    Del(
        "deltagare",
        "Deltagare i individinsatser",
        3,
        "Hur många deltagarna är, vart de går, och vilka de är.",
        block=block.deltagarna,
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
        "Riktlinjerna, och om målen för ekonomi och verksamhet bedöms bli uppfyllda.",
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
    Del("personal", "Väsentliga personalförhållanden", 2, "Förändringar i kansliet."),
    Del("forvantad-utveckling", "Förväntad utveckling", 2, "Vad som väntar resten av året."),
    Del("ekonomisk-redogorelse", "Ekonomisk redogörelse och driftredovisning", 1),
    Del(
        "kommentar",
        "Kommentar till delårsrapporten",
        2,
        "Resultatet mot samma period förra året, mot prognos och budget, och varför det skiljer.",
    ),
    Del("ekonomisk-oversikt", "Ekonomisk översikt", 2, slag="oversikt"),
    Del(
        "balanskravsavstamning",
        "Balanskravsavstämning",
        2,
        "Hur överskott har uppkommit, och när underskott ska återställas.",
        block=aterstallningstabell,
        tabeller=("balanskravsavstamning", "balanskravsutredning"),
    ),
    Del(
        "fortroendevalda-och-forvaltning",
        "Förtroendevalda och förvaltning",
        2,
        "Kostnaderna mot budget och samma period förra året.",
        tabeller=("kostnad-fortroendevalda-forvaltning",),
    ),
    Del(
        "samverkansinsatser",
        "Samverkansinsatser",
        2,
        "Vad förbrukningskvoterna visar.",
        tabeller=("samverkansinsatser", "inriktning-insatser", "insatser-utfall-budget"),
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
)
