"""The follow-up of the budget for a meeting of the board: the year so far, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ekonomi.calculations.budgetuppfoljning import (
    Budgetuppfoljning,
    Uppfoljningsrad,
    Uppfoljningstabell,
)
from ekonomi.models import Budget, Prognos, Rakenskapsar
from ekonomi.selectors.budgetuppfoljning import uppfoljningsunderlag
from ekonomi.selectors.uppstallning import UppstallningSaknas
from ekonomi.uppstallning import UppstallningFel
from finsam import typografi
from finsam.periods import Period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.disposition import Del, Grundmaterial, sammanstall
from finsam.rapporter.dokument import Block, Cell, Lage, Lista, Rad, Rapport, Tabell, Varde
from finsam.rapporter.ekonomitabeller import Ekonomitabeller
from finsam.rapporter.kontroller import kontrollera_egna
from finsam.rapporter.kontroller.budgetuppfoljning import avvikelser, bokfort, slutar_lika
from finsam.rapporter.selectors import (
    UnderlagSaknas,
    registerunderlag,
    textmaterial,
    underlagsrot,
)
from finsam.rapporter.undantagsavsnitt import med_undantag

SLAG = Rapportslag.BUDGETUPPFOLJNING
KOLUMNER = (
    "Budget hittills",
    "Utfall hittills",
    "Diff",
    "Förbrukningskvot",
    "Prognos helår",
    "Budget helår",
    "Utfall mot budget",
)


@dataclass(frozen=True, kw_only=True)
class Uppfoljningsmaterial(Grundmaterial):
    """What the follow-up is made from."""

    ekonomi: Ekonomitabeller
    budgetuppfoljning: Budgetuppfoljning
    budget: Budget | None
    prognos: Prognos | None
    bokford: int


def build_budgetuppfoljning(period: Period, idag: date) -> Rapport:
    """The year so far with its kontroller. Raises UnderlagSaknas without ledger or layout."""
    if period.forsta_manad != 1:
        raise UnderlagSaknas(
            f"Budgetuppföljningen görs för året hittills, till exempel {period.ar}-A08."
        )
    if not Rakenskapsar.objects.filter(verksamhetsar=period.ar).exists():
        raise UnderlagSaknas(
            f"Bokföringen för {period.ar} är inte inläst. Läs in årets SIE-fil först."
        )
    try:
        underlag = uppfoljningsunderlag(period)
    except (UppstallningSaknas, UppstallningFel) as fel:
        raise UnderlagSaknas(str(fel)) from fel
    return stall_upp(
        Uppfoljningsmaterial(
            period=period,
            register=registerunderlag(period),
            texter=textmaterial(SLAG, period),
            ekonomi=Ekonomitabeller(underlag.berakning, underlagsrot(SLAG, period)),
            budgetuppfoljning=underlag.uppfoljning,
            budget=underlag.budget,
            prognos=underlag.prognos,
            bokford=underlag.bokford,
        )
    )


def stall_upp(material: Uppfoljningsmaterial) -> Rapport:
    """The document that the material makes; pure."""
    figurer = {**material.ekonomi.figurer, **material.texter.uppgifter}
    rapport = Rapport(
        slag=SLAG,
        titel=f"{SLAG.label} {material.period.namn}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, figurer),
        figurer=figurer,
    )
    egna = (
        *slutar_lika(material.budgetuppfoljning),
        *bokfort(material.period, material.bokford),
        *avvikelser(material.budgetuppfoljning),
    )
    rapport = replace(rapport, kontroller=kontrollera_egna(rapport, material, egna))
    return med_undantag(rapport)


def _underlag(material: Uppfoljningsmaterial) -> tuple[Block, ...]:
    """Which budget, which forecast and which bookings the follow-up is made of."""
    budget, prognos = material.budget, material.prognos
    poster = [("Budget", _budget(budget)), ("Prognos", _prognos(prognos))]
    if material.bokford:
        manad = typografi.MANADER[material.bokford - 1]
        poster.append(("Bokfört till och med", f"{manad} {material.period.ar}"))
    return (Lista("underlag", tuple(poster)),)


def _budget(budget: Budget | None) -> str:
    if budget is None:
        return "Året har ingen beslutad budget."
    dag = typografi.datum(budget.beslutad)
    return f"Version {budget.version}, {budget.get_status_display().lower()} {dag}"


def _prognos(prognos: Prognos | None) -> str:
    if prognos is None:
        return "Ingen prognos är lagd."
    ut = f"Version {prognos.version}, upprättad {typografi.datum(prognos.upprattad)}"
    if prognos.utfall_tom:
        ut += f", utfall till och med {typografi.datum(prognos.utfall_tom)}"
    return f"{ut}. {prognos.kommentar}".rstrip(" ")


def _fynd(material: Uppfoljningsmaterial) -> tuple[Block, ...]:
    """What calls for attention, the largest difference first."""
    rader = tuple(
        Rad(
            fynd.rad.etikett,
            (
                *_celler(material, fynd.tabell, fynd.rad)[:4],
                " ".join((*fynd.texter, *fynd.rad.kommentarer)),
            ),
            id=fynd.rad.id,
        )
        for fynd in material.budgetuppfoljning.fynd
    )
    enhet = next((fynd.tabell.enhet for fynd in material.budgetuppfoljning.fynd), "kr")
    kolumner = (*KOLUMNER[:4], "Vad som avviker")
    return (Tabell("att-uppmarksamma", "Att uppmärksamma", enhet, kolumner, rader),)


def _drift(material: Uppfoljningsmaterial) -> tuple[Block, ...]:
    return tuple(_med_lage(material, tabell) for tabell in material.budgetuppfoljning.drift)


def _resultat(material: Uppfoljningsmaterial) -> tuple[Block, ...]:
    return tuple(_tabell(material, tabell) for tabell in material.budgetuppfoljning.resultat)


def _kommentarer(material: Uppfoljningsmaterial) -> tuple[Block, ...]:
    """Why the forecast leaves the budget, line by line."""
    kommenterade = material.budgetuppfoljning.kommenterade
    if not kommenterade:
        return ()
    return (
        Lista(
            "prognosens-kommentarer",
            tuple((rad.etikett, " ".join(rad.kommentarer)) for rad in kommenterade),
        ),
    )


def _tabell(material: Uppfoljningsmaterial, tabell: Uppfoljningstabell) -> Tabell:
    return Tabell(
        id=tabell.id,
        titel=tabell.titel,
        enhet=tabell.enhet,
        kolumner=KOLUMNER,
        rader=tuple(
            Rad(rad.etikett, _celler(material, tabell, rad), rad.slag, rad.niva, id=rad.id)
            for rad in tabell.rader
        ),
        etikettrubrik=tabell.etikettrubrik,
    )


def _med_lage(material: Uppfoljningsmaterial, tabell: Uppfoljningstabell) -> Tabell:
    """The table with a word on the lines that call for attention."""
    grund, granser = _tabell(material, tabell), material.budgetuppfoljning.granser
    par = zip(grund.rader, tabell.rader, strict=True)
    return replace(
        grund,
        kolumner=(*KOLUMNER, "Läge"),
        rader=tuple(
            replace(ut, varden=(*ut.varden, _lage(rad.varningar(granser)))) for ut, rad in par
        ),
        anmarkningar=(
            f"Läget är ”Avviker” när förbrukningskvoten ligger utanför {granser.lag}–{granser.hog}"
            f"{typografi.HARDBLANK}%, när något är bokfört utan budget eller när prognosen avviker "
            "utan kommentar.",
        ),
    )


def _lage(varningar: tuple[str, ...]) -> Cell:
    return Lage("Avviker", "halvbra") if varningar else None


def _celler(
    material: Uppfoljningsmaterial, tabell: Uppfoljningstabell, rad: Uppfoljningsrad
) -> tuple[Cell, ...]:
    """The figures in the order of KOLUMNER, each with the page behind it."""
    if not rad.id:
        return (None,) * len(KOLUMNER)
    return tuple(_figurer(material, tabell, rad))


def _figurer(
    material: Uppfoljningsmaterial, tabell: Uppfoljningstabell, rad: Uppfoljningsrad
) -> Iterator[Cell]:
    period = material.period
    aret = Period(period.ar)
    for rubrik, tal, slag, for_, enhet in zip(
        KOLUMNER,
        (
            *(rad.hittills, rad.utfall, rad.diff, rad.kvot),
            *(rad.prognos, rad.arsbudget, rad.mot_arsbudget),
        ),
        ("budget", "utfall", "diff", "kvot", "prognos", "budget", "arskvot"),
        (period, period, period, period, aret, aret, period),
        ("", "", "", "procent", "", "", "procent"),
        strict=True,
    ):
        kalla = material.ekonomi.kalla(tabell.id, rad.id, slag, for_, f"{rad.etikett}, {rubrik}")
        yield Varde(tal, enhet or tabell.enhet, kalla) if tal is not None else None


DISPOSITION: tuple[Del[Uppfoljningsmaterial], ...] = (
    Del(
        "sammanfattning",
        "Ekonomin {period}",
        1,
        ledtext="Hur året ser ut i några meningar: resultatet hittills och prognosen mot budgeten, "
        "och det som styrelsen behöver ta ställning till.",
        block=_underlag,
    ),
    Del("att-uppmarksamma", "Att uppmärksamma", 2, block=_fynd),
    Del("driftredovisning", "Driftredovisning", 2, block=_drift),
    Del("resultat", "Resultat", 2, block=_resultat),
    Del(
        "kommentarer",
        "Kommentarer till prognosen",
        2,
        ledtext="Vad som ligger bakom prognosen, utöver kommentarerna till dess poster.",
        block=_kommentarer,
    ),
)
