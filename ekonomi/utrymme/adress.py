"""The play with the decision room as an address: read with all its faults, written in one way.

    per=2021-10-21&sokt=2021-21&sokt=2021-24&flytt-2021-24=3&forvaltning-2022=4500000

`per` is the day, `sokt` a ticked application, `flytt-` the months it is moved and `<line>-<year>`
an amount in kr. The room's form sends the same names; what changes nothing is left out when the
address is written, and the rest comes in the order of the room, so that one play has one address.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.core.exceptions import ValidationError

from ekonomi.calculations.beslutsutrymme import (
    FORTROENDEVALDA,
    FORVALTNING,
    Sokt,
    Utrymmesunderlag,
    Val,
)
from finsam.formfields import KronorFormField
from finsam.rimlighet import enhetsmisstanke

SOKT = "sokt"
FLYTT = "flytt-"
INTAKTER = "intakter"
# What the form carries besides the play.
EJ_VAL = frozenset({"per", "fel"})
LANGSTA_FLYTT = 120
MANAD = re.compile(r"(\d{4})-(\d{2})")

BELOPP = KronorFormField(required=False, min_value=0, max_digits=14, decimal_places=2)
NEGATIVT = "Beloppet får inte vara negativt."
FOR_STORT = "Beloppet är för stort."
OKAND = "Ansökan ”{x}” väntade inte på beslut {per} och är inte med i räkningen."
OLASLIG_FLYTT = "Starten ”{x}” kan inte tolkas. Skriv antal månader, till exempel 3, eller 2022-03."
FOR_LANG_FLYTT = "Starten kan flyttas högst tio år."
OKANT_FALT = "”{x}” i adressen hör inte till rummet och är inte med i räkningen."


@dataclass(frozen=True)
class Beloppsfalt:
    """An amount that may be changed: line `nyckel` of a year, which stands at `bas` kr."""

    nyckel: str
    ar: int
    etikett: str
    bas: Decimal

    @property
    def namn(self) -> str:
        return f"{self.nyckel}-{self.ar}"


@dataclass
class Lasning:
    """What an address says. `skrivet` and `fel` by field name; `okanda` in words."""

    val: Val = field(default_factory=Val)
    skrivet: dict[str, str] = field(default_factory=dict)
    fel: dict[str, str] = field(default_factory=dict)
    varningar: dict[str, str] = field(default_factory=dict)
    okanda: list[str] = field(default_factory=list)

    @property
    def hel(self) -> bool:
        """Whether every word was understood, so that the address may be written in another way."""
        return not self.fel and not self.okanda


def beloppsfalt(underlag: Utrymmesunderlag) -> tuple[Beloppsfalt, ...]:
    """The amounts that can be changed, year by year: income, the two blocks and övriga insatser."""
    falt: list[Beloppsfalt] = []
    for plan in underlag.planer:
        if plan.foder:
            falt += [
                Beloppsfalt(INTAKTER, plan.ar, "Intäkter", plan.intakter),
                Beloppsfalt(FORTROENDEVALDA, plan.ar, "Förtroendevalda", plan.fortroendevalda),
                Beloppsfalt(FORVALTNING, plan.ar, "Förvaltning", plan.forvaltning),
                *(Beloppsfalt(rad.nyckel, plan.ar, rad.namn, rad.belopp) for rad in plan.ovriga),
            ]
    return tuple(falt)


def las(fraga: Iterable[tuple[str, list[str]]], underlag: Utrymmesunderlag) -> Lasning:
    """The play that name and values describe (`QueryDict.lists()`); never raises.

    What cannot be understood stands in `fel` or `okanda`, in Swedish, and counts for nothing.
    """
    lasning = Lasning()
    falt = {ett.namn: ett for ett in beloppsfalt(underlag)}
    sokta = {sokt.nyckel: sokt for sokt in underlag.sokta}
    valda: set[str] = set()
    flyttade: dict[str, int] = {}
    belopp: dict[tuple[int, str], Decimal] = {}
    for namn, varden in fraga:
        skrivet = varden[-1].strip() if varden else ""
        if namn == SOKT:
            valda |= _valda(varden, sokta, underlag.per, lasning)
        elif namn.startswith(FLYTT):
            nyckel = namn.removeprefix(FLYTT)
            _las_flytt(nyckel, skrivet, sokta, flyttade, underlag.per, lasning)
        elif ett := falt.get(namn):
            _las_belopp(ett, skrivet, belopp, lasning)
        elif skrivet and namn not in EJ_VAL:
            lasning.okanda.append(OKANT_FALT.format(x=namn))
    lasning.val = Val(
        valda=frozenset(valda),
        flyttade=flyttade,
        intakter={ar: varde for (ar, nyckel), varde in belopp.items() if nyckel == INTAKTER},
        andrade={plats: varde for plats, varde in belopp.items() if plats[1] != INTAKTER},
    )
    return lasning


def skriv(val: Val, underlag: Utrymmesunderlag) -> str:
    """The play as a query string, always in the same way; empty when nothing is chosen.

    The day is not part of it.
    """
    delar: list[tuple[str, str]] = []
    delar += [(SOKT, sokt.nyckel) for sokt in underlag.sokta if sokt.nyckel in val.valda]
    delar += [
        (f"{FLYTT}{sokt.nyckel}", str(val.flyttade[sokt.nyckel]))
        for sokt in underlag.sokta
        if val.flyttade.get(sokt.nyckel)
    ]
    for falt in beloppsfalt(underlag):
        belopp = andrat(val, falt)
        if belopp is not None and belopp != falt.bas:
            delar.append((falt.namn, f"{belopp.normalize():f}"))
    return urlencode(delar)


def andrat(val: Val, falt: Beloppsfalt) -> Decimal | None:
    """What the play says of an amount, kr; None when nothing."""
    if falt.nyckel == INTAKTER:
        return val.intakter.get(falt.ar)
    return val.andrade.get((falt.ar, falt.nyckel))


def _valda(
    varden: Iterable[str], sokta: Mapping[str, Sokt], per: date, lasning: Lasning
) -> set[str]:
    skrivna = [varde.strip() for varde in varden if varde.strip()]
    lasning.okanda += [OKAND.format(x=ett, per=per) for ett in skrivna if ett not in sokta]
    return set(skrivna) & set(sokta)


def _las_flytt(
    nyckel: str,
    skrivet: str,
    sokta: Mapping[str, Sokt],
    flyttade: dict[str, int],
    per: date,
    lasning: Lasning,
) -> None:
    sokt, namn = sokta.get(nyckel), f"{FLYTT}{nyckel}"
    lasning.skrivet[namn] = skrivet
    if not skrivet:
        return
    if sokt is None:
        lasning.okanda.append(OKAND.format(x=nyckel, per=per))
        return
    manader = las_flytt(skrivet, sokt.start)
    if manader is None:
        lasning.fel[namn] = OLASLIG_FLYTT.format(x=skrivet)
    elif abs(manader) > LANGSTA_FLYTT:
        lasning.fel[namn] = FOR_LANG_FLYTT
    elif manader:
        flyttade[nyckel] = manader


def las_flytt(skrivet: str, start: date) -> int | None:
    """Months later (earlier when negative), from "3", "−2" or the month "2022-03"; None: neither.

    `start` is the day that the application says.
    """
    if manad := MANAD.fullmatch(skrivet):
        ar, nr = int(manad[1]), int(manad[2])
        return (ar - start.year) * 12 + nr - start.month if 1 <= nr <= 12 else None
    tal = skrivet.replace("\u2212", "-")
    return int(tal) if re.fullmatch(r"[+-]?\d{1,4}", tal, re.ASCII) else None


def _las_belopp(
    falt: Beloppsfalt, skrivet: str, belopp: dict[tuple[int, str], Decimal], lasning: Lasning
) -> None:
    lasning.skrivet[falt.namn] = skrivet
    try:
        varde = BELOPP.clean(skrivet)
    except ValidationError as fel:
        kod = fel.error_list[0].code
        ord_ = {"min_value": NEGATIVT, "max_digits": FOR_STORT, "max_whole_digits": FOR_STORT}
        lasning.fel[falt.namn] = ord_.get(str(kod), fel.messages[0])
        return
    if varde is None or varde == falt.bas:
        return
    belopp[falt.ar, falt.nyckel] = varde
    if misstanke := enhetsmisstanke(varde, falt.bas, "i budgeten"):
        lasning.varningar[falt.namn] = misstanke
