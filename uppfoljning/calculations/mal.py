"""The association's goals: what each is measured to, and how that stands against its target.

An outcome is always of the year so far: reports and activities from the first of January to a day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_DOWN, ROUND_UP, Decimal

from finsam import typografi
from finsam.money import andel, avrunda
from finsam.periods import Period
from finsam.statusord import Statusord
from uppfoljning.calculations import matt
from uppfoljning.calculations.aktiviteter import Aktivitetsunderlag
from uppfoljning.calculations.antal import rakna, summera
from uppfoljning.calculations.deltagare import (
    deltagarsummor,
    flode,
    strikt_procent,
    till_arbete_studier,
)
from uppfoljning.calculations.underlag import Antal, Insatsfakta, Uppfoljningsunderlag

MINST, HOGST = "minst", "hogst"
PROCENT = "procent"
EGEN = "egen"
INDIVID, STRUKTUR = "individ", "struktur"
UPPNATT, EJ_BEDOMT = "uppnatt", "ej_bedomt"
HUNDRA = Decimal(100)


class Lage(Statusord):
    """How a goal stands: colour (components/status.html) and word."""

    UPPNATT = ("ok", "Uppnått")
    NARA = ("varning", "Nära")
    EJ_UPPNATT = ("fel", "Ej uppnått")
    # A count that still grows: the year will tell.
    PAGAR = ("info", "Pågår")
    EJ_MATT = ("", "Ej mätt")


@dataclass(frozen=True)
class Matvarde:
    """What was measured: a number, or `taljare` of `namnare` as per cent; `tal` is unrounded."""

    tal: Decimal
    taljare: int | None = None
    namnare: int | None = None


@dataclass(frozen=True)
class Resultatmalsunderlag:
    """A target; `indikator`, `riktning` and `enhet` are the choices' values."""

    pk: int
    text: str
    indikator: str
    riktning: str
    malvarde: Decimal
    enhet: str
    uppfoljning: str = ""
    eget_utfall: Decimal | None = None
    kommentar: str = ""
    kalla: str = ""


@dataclass(frozen=True)
class Verksamhetsmalsunderlag:
    """A goal of the year and its targets, in order."""

    nr: int
    text: str
    resultatmal: tuple[Resultatmalsunderlag, ...]
    adress: str = ""


@dataclass(frozen=True)
class Malunderlag:
    """All that the goals of a year are measured by.

    `slutliga` are the statuses of the goals of an insats as judged when it ended, by its number;
    `nara` is how many per cent of a target that counts as near.
    """

    ar: int
    mal: tuple[Verksamhetsmalsunderlag, ...]
    uppfoljning: Uppfoljningsunderlag
    aktiviteter: tuple[Aktivitetsunderlag, ...] = ()
    slutliga: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    nara: int = 90


@dataclass(frozen=True)
class Malutfallsrad:
    """A target as the annual report prints it: what was to be reached, what was, and the word.

    `kalla` is the page with what the outcome is counted from, empty for one typed by hand.
    """

    nr: int
    mal: str
    resultatmal: str
    riktning: str
    malvarde: Decimal
    enhet: str
    utfall: Matvarde | None
    lage: Lage
    uppfoljning: str = ""
    kommentar: str = ""
    adress: str = ""
    kalla: str = ""
    indikator: str = ""

    @property
    def malvarde_text(self) -> str:
        """ "minst 35 %", "högst 4"."""
        ord_ = {MINST: "minst", HOGST: "högst"}[self.riktning]
        return f"{ord_}{typografi.HARDBLANK}{_med_enhet(self.malvarde, self.enhet)}"

    @property
    def utfall_text(self) -> str:
        """ "45 %", "16"; "–" where nothing is measured. Never rounded past the target."""
        if self.utfall is None:
            return typografi.INGET
        return _med_enhet(visat_tal(self.utfall.tal, self), self.enhet)

    @property
    def underlag_text(self) -> str:
        """ "160 av 359" behind a share; empty for a number."""
        if self.utfall is None or self.utfall.namnare is None:
            return ""
        delar = typografi.antal(self.utfall.taljare), typografi.antal(self.utfall.namnare)
        return " av ".join(delar).replace(" ", typografi.HARDBLANK)


def lage(tal: Decimal | None, mal: Malutfallsrad | Resultatmalsunderlag, nara: int) -> Lage:
    """How the outcome stands when all is counted; `nara` is per cent of the target (1-100)."""
    if tal is None:
        return Lage.EJ_MATT
    if _natt(tal, mal):
        return Lage.UPPNATT
    storst, minst = (mal.malvarde, tal) if mal.riktning == MINST else (tal, mal.malvarde)
    return Lage.NARA if minst * 100 >= storst * nara else Lage.EJ_UPPNATT


def _natt(tal: Decimal, mal: Malutfallsrad | Resultatmalsunderlag) -> bool:
    return tal >= mal.malvarde if mal.riktning == MINST else tal <= mal.malvarde


def visat_tal(tal: Decimal, mal: Malutfallsrad) -> Decimal:
    """The outcome rounded for print: whole, or as many decimals as the right side of it takes.

    34.6 against at least 35 is "34,6", not a 35 that is said to fall short; and less than all
    is never 100 per cent (F39).
    """
    hel = Decimal(strikt_procent(tal / 100) or 0) if mal.enhet == PROCENT else avrunda(tal)
    for avrundat in (hel, avrunda(tal, 1), avrunda(tal, 2)):
        if _natt(avrundat, mal) == _natt(tal, mal):
            return avrundat
    nedat = _natt(tal, mal) == (mal.riktning == HOGST)
    return tal.quantize(Decimal("0.01"), rounding=ROUND_DOWN if nedat else ROUND_UP)


def _med_enhet(tal: Decimal, enhet: str) -> str:
    skrivet = typografi.antal(tal, max(0, -int(tal.normalize().as_tuple().exponent)))
    return f"{skrivet}{typografi.HARDBLANK}%" if enhet == PROCENT else skrivet


def malutfall(underlag: Malunderlag, till: date) -> tuple[Malutfallsrad, ...]:
    """Every target of the year with its outcome up to and including the day `till`."""
    hittills = fram_till(underlag, till)
    aret_slut = till >= date(underlag.ar, 12, 31)
    return tuple(
        _rad(mal, ett, hittills, aret_slut) for mal in underlag.mal for ett in mal.resultatmal
    )


def fram_till(underlag: Malunderlag, till: date) -> Malunderlag:
    """What was known of the year on the day: periods that had ended, activities held."""
    uppfoljning = underlag.uppfoljning
    rapporter = tuple(r for r in uppfoljning.rapporter if r.period.slut <= till)
    slut = {fakta.nr: fakta.slut for fakta in uppfoljning.insatser}
    return replace(
        underlag,
        uppfoljning=replace(uppfoljning, rapporter=rapporter),
        aktiviteter=tuple(a for a in underlag.aktiviteter if a.datum <= till),
        slutliga={nr: s for nr, s in underlag.slutliga.items() if nr in slut and slut[nr] <= till},
    )


def _rad(
    mal: Verksamhetsmalsunderlag, ett: Resultatmalsunderlag, underlag: Malunderlag, aret_slut: bool
) -> Malutfallsrad:
    utfall = matvarde(ett, underlag)
    tal = utfall.tal if utfall else None
    status = lage(tal, ett, underlag.nara)
    vaxer = ett.enhet != PROCENT and not aret_slut
    # A count below "at least" may yet reach it, one below "at most" may yet pass it.
    if vaxer and tal is not None and (status == Lage.UPPNATT) == (ett.riktning == HOGST):
        status = Lage.PAGAR
    return Malutfallsrad(
        nr=mal.nr,
        mal=mal.text,
        resultatmal=ett.text,
        riktning=ett.riktning,
        malvarde=ett.malvarde,
        enhet=ett.enhet,
        utfall=utfall,
        lage=status,
        uppfoljning=ett.uppfoljning,
        kommentar=ett.kommentar,
        adress=mal.adress,
        kalla=ett.kalla,
        indikator=ett.indikator,
    )


def matvarde(mal: Resultatmalsunderlag, underlag: Malunderlag) -> Matvarde | None:
    """What the target's indicator measures; None where there is nothing to measure by."""
    if mal.indikator == EGEN:
        return None if mal.eget_utfall is None else Matvarde(mal.eget_utfall)
    return INDIKATORER[mal.indikator](underlag)


def _arbete_studier(underlag: Malunderlag) -> Matvarde | None:
    return _andel_arbete(_antal(underlag, forrehab=(True, False)))


def _arbete_ej_forrehab(underlag: Malunderlag) -> Matvarde | None:
    return _andel_arbete(_antal(underlag, forrehab=(False,)))


def _andel_arbete(antal: Antal) -> Matvarde | None:
    """Ended to work or studies of all who ended in individual insatser (F33)."""
    till_arbete, avslutade = till_arbete_studier(antal), rakna(antal, matt.AVSLUTADE)
    return _andel(till_arbete.summa, avslutade.summa) if till_arbete and avslutade else None


def _med_plan(underlag: Malunderlag) -> Matvarde | None:
    """Ended with a plan of all who ended in förrehabiliterande insatser (F39)."""
    antal = _antal(underlag, forrehab=(True,))
    med_plan, avslutade = rakna(antal, matt.MED_PLAN), rakna(antal, matt.AVSLUTADE)
    return _andel(med_plan.summa, avslutade.summa) if med_plan and avslutade else None


def _strukturmal(underlag: Malunderlag) -> Matvarde | None:
    """Goals reached of those judged in structural insatser.

    The final judgement where the insats has ended and has one, else its latest report's.
    """
    senaste = {
        r.insats: tuple(m.status for m in r.mal) for r in underlag.uppfoljning.rapporter if r.mal
    }
    struktur = {f.nr for f in underlag.uppfoljning.insatser if f.insatstyp == STRUKTUR}
    statusar = [
        status
        for nr, dess in (senaste | dict(underlag.slutliga)).items()
        if nr in struktur
        for status in dess
        if status != EJ_BEDOMT
    ]
    return _andel(statusar.count(UPPNATT), len(statusar))


def _aktiviteter(underlag: Malunderlag) -> Matvarde | None:
    return Matvarde(Decimal(sum(a.kompetenshojande for a in underlag.aktiviteter)))


def _deltagare(underlag: Malunderlag) -> Matvarde | None:
    """Ongoing at the year's start and those who came in, in individual insatser (F36)."""
    antal = _antal(underlag, forrehab=(True, False))
    floden = flode(antal)
    return Matvarde(Decimal(floden.deltagare.summa)) if floden else None


@dataclass(frozen=True)
class Framsteg:
    """A target over the year: `delar` is the outcome up to the end of each part of it.

    None for a part that has not begun, and for an outcome typed by hand: it has no yesterday.
    """

    rad: Malutfallsrad
    delar: tuple[Malutfallsrad | None, ...]


def framsteg(underlag: Malunderlag, delar: Sequence[Period], idag: date) -> tuple[Framsteg, ...]:
    """Every target with its outcome today (or at the year's end) and after each part so far."""
    i_dag = malutfall(underlag, min(idag, date(underlag.ar, 12, 31)))
    per_del = [malutfall(underlag, del_.slut) if del_.start <= idag else None for del_ in delar]
    egna = [ett.indikator == EGEN for mal in underlag.mal for ett in mal.resultatmal]
    return tuple(
        Framsteg(rad, tuple(None if egen or not ett else ett[nr] for ett in per_del))
        for nr, (rad, egen) in enumerate(zip(i_dag, egna, strict=True))
    )


INDIKATORER = {
    "andel_arbete_studier": _arbete_studier,
    "andel_arbete_ej_forrehab": _arbete_ej_forrehab,
    "andel_med_plan": _med_plan,
    "andel_strukturmal": _strukturmal,
    "antal_aktiviteter": _aktiviteter,
    "antal_deltagare": _deltagare,
}


def _antal(underlag: Malunderlag, forrehab: tuple[bool, ...]) -> Antal:
    """The counts of the individual insatser together, of the kinds asked for."""

    def hor_hit(fakta: Insatsfakta) -> bool:
        return fakta.insatstyp == INDIVID and fakta.forrehabiliterande in forrehab

    numren = {fakta.nr for fakta in underlag.uppfoljning.insatser if hor_hit(fakta)}
    summor = deltagarsummor(underlag.uppfoljning)
    return summera(antal for nr, antal in summor.items() if nr in numren)


def _andel(del_: int, helhet: int) -> Matvarde | None:
    kvot = andel(del_, helhet)
    return None if kvot is None else Matvarde(kvot * HUNDRA, del_, helhet)
