"""Årsredovisning: the year's report that the board signs (law 2003:1210, 24 §; LKBR 2018:597)."""

from dataclasses import replace
from datetime import date

from finsam.periods import Period
from finsam.rapporter.diagram import urval
from finsam.rapporter.disposition import Del, Material, sammanstall
from finsam.rapporter.dokument import Avsnitt, Block, Diagram, Rapport, Varde
from finsam.rapporter.kapitel import avgifter, insatser, styrelse
from finsam.rapporter.kapitel.uppfoljning import avslut, deltagare, fordelningar, verksamhet
from finsam.rapporter.kontroller import kontrollera
from finsam.rapporter.nyckelrader import EGET_KAPITAL, MEDLEMSAVGIFTER, nyckelrad
from finsam.rapporter.selectors import UnderlagSaknas, material_for
from finsam.rapporter.undantagsavsnitt import med_undantag
from finsam.rapporter.uppfoljning.figurer import figurer

SLAG = "arsredovisning"


def _styrelse(material: Material) -> tuple[Block, ...]:
    return (styrelse.styrelsetabell(material.register, material.period),)


def _revisorer(material: Material) -> tuple[Block, ...]:
    return (styrelse.revisorstabell(material.register, material.period),)


def _insatser(material: Material) -> tuple[Block, ...]:
    return (insatser.insatstabell(material.register, material.period, material.uppfoljning),)


def _avslutade(material: Material) -> tuple[Avsnitt, ...]:
    return insatser.avslutade(material.register, material.period, material.uppfoljning)


def _mal(material: Material) -> tuple[Block, ...]:
    return (verksamhet.maltabell(material.uppfoljning, material.period),)


def _aktiviteter(material: Material) -> tuple[Block, ...]:
    return (verksamhet.aktivitetstabell(material.uppfoljning, material.period),)


def _projekt(material: Material) -> tuple[Block, ...]:
    return (verksamhet.projekttabell(material.uppfoljning, material.period),)


def _deltagare(material: Material) -> tuple[Block, ...]:
    """The same tables as in the year's memo; none where nobody has reported."""
    tal = material.deltagare
    if tal is None:
        return ()
    return (
        deltagare.utfallstabell(tal),
        deltagare.arbetstabell(tal),
        avslut.avslutsorsaker(tal),
        *fordelningar.fordelningsdiagram(tal),
        *fordelningar.snittidsdiagram(tal),
    )


def _avgifter(material: Material) -> tuple[Block, ...]:
    ar = material.period.ar
    return (avgifter.avgiftstabell((ar, ar - 1), material.avgifter, material.avgiftsadress),)


def _intakter_och_kostnader(material: Material) -> tuple[Block, ...]:
    return _finns(urval.intakter_kostnader(material.ekonomi.berakning))


def _insatser_mot_budget(material: Material) -> tuple[Block, ...]:
    return _finns(urval.insatser_budget(material.ekonomi.berakning))


def _kapital_mot_tak(material: Material) -> tuple[Block, ...]:
    berakning = material.ekonomi.berakning
    kapital = nyckelrad(berakning, EGET_KAPITAL)
    bidrag = nyckelrad(berakning, MEDLEMSAVGIFTER)
    return _finns(urval.eget_kapital(berakning, kapital, bidrag) if kapital and bidrag else None)


def _finns(diagram: Diagram | None) -> tuple[Block, ...]:
    """A layout without what a chart needs gives no chart."""
    return (diagram,) if diagram else ()


def _underskrifter(material: Material) -> tuple[Block, ...]:
    return (styrelse.underskrifter(material.register, material.underskriftsdag),)


# The outline, in reading order. A table of kind "oversikt" that no section names stands in the
# economic overview, so that none is lost.
DISPOSITION: tuple[Del[Material], ...] = (
    Del("ordforande", "Ordföranden har ordet", 1, "Ordförandens hälsning: året, och vägen framåt."),
    Del(
        "oversikt",
        "Översikt över verksamhetens utveckling",
        1,
        tabeller=("oversikt-5-ar",),
        diagram=_intakter_och_kostnader,
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
        block=_styrelse,
    ),
    Del("revisorer", "Revisorer", 2, "Vem som granskar för vilka medlemmar.", block=_revisorer),
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
        block=_mal,
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
        block=_aktiviteter,
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
    Del("finansierade-insatser", "Finansierade insatser under år {ar}", 3, block=_insatser),
    Del(
        "deltagare",
        "Deltagare i individinsatser",
        3,
        "Hur många deltagarna är, vart de går, och vilka de är.",
        block=_deltagare,
    ),
    Del(
        "externa-projekt",
        "Externt finansierade projekt",
        3,
        "Vad projekten betyder för förbundet; tabellen visar finansiär och belopp.",
        block=_projekt,
    ),
    Del(
        "avslutade-insatser",
        "Avslutade insatser",
        3,
        "En inledning, om den behövs: varje avslutad insats får en egen ruta.",
        under=_avslutade,
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
    ),
    Del(
        "god-ekonomisk-hushallning",
        "God ekonomisk hushållning och ekonomisk ställning",
        2,
        "Riktlinjerna, och om målen för ekonomi och verksamhet är uppfyllda.",
    ),
    Del(
        "budget-och-medelstilldelning",
        "Budget och medelstilldelning",
        3,
        "När budgeten beslutades, tilldelningen, och vad som fanns att fördela.",
        block=_avgifter,
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
        tabeller=("balanskravsavstamning", "balanskravsutredning"),
        diagram=_kapital_mot_tak,
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
        diagram=_insatser_mot_budget,
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
    Del("underskrifter", "Underskrifter", 1, block=_underskrifter),
)


def build_arsredovisning(period: Period, idag: date) -> Rapport:
    """The year's report with its kontroller. Raises UnderlagSaknas when there is no ledger."""
    if period.slag:
        raise UnderlagSaknas(f"En årsredovisning avser ett helt år, till exempel {period.ar}.")
    return stall_upp(material_for(SLAG, period, idag))


def stall_upp(material: Material) -> Rapport:
    """The document that the material makes; pure."""
    namngivna: dict[str, Varde] = {
        **material.ekonomi.figurer,
        **insatser.antal(material.register, material.period),
        **figurer(material.uppfoljning, material.period, material.summa),
        **material.texter.uppgifter,
    }
    rapport = Rapport(
        slag=SLAG,
        titel=f"Årsredovisning {material.period.namn}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, namngivna),
        figurer=namngivna,
    )
    rapport = replace(rapport, kontroller=kontrollera(rapport, material))
    return med_undantag(rapport, fore_sista=True)
