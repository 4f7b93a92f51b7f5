"""The board's financial goals measured by the accounts (god ekonomisk hushållning, KL 11:1, 11:6).

Every figure is in the measure's base unit, unrounded: kr, a share 0-1 or a count.
"""

from dataclasses import dataclass
from decimal import Decimal

from finsam.money import avrunda
from finsam.statusord import Statusord

MINST, HOGST = "minst", "hogst"
FLEST_DECIMALER = 2
# From the base unit to what is shown: tkr, per cent, a count.
VISADE = {"kr": Decimal("0.001"), "procent": Decimal(100), "antal": Decimal(1)}


class Bedomning(Statusord):
    """How a goal stands: colour (components/status.html) and word."""

    NATT = ("ok", "Nått")
    NASTAN = ("varning", "Nästan nått")
    EJ_NATT = ("fel", "Inte nått")
    # Of a part of the year, by what the whole year is thought to end at.
    BEDOMS_NAS = ("ok", "Bedöms nås vid helåret")
    BEDOMS_NASTAN = ("varning", "Bedöms nästan nås vid helåret")
    BEDOMS_EJ = ("fel", "Bedöms inte nås vid helåret")
    # Of a part of the year that no forecast tells more of.
    HITTILLS = ("ok", "Nås hittills")
    NASTAN_HITTILLS = ("varning", "Nås nästan hittills")
    EJ_HITTILLS = ("varning", "Nås inte hittills")
    EJ_MATT = ("", "Kan inte mätas")

    @property
    def nas(self) -> bool:
        """Whether the goal is reached, or thought to be."""
        return self in (Bedomning.NATT, Bedomning.BEDOMS_NAS, Bedomning.HITTILLS)


HELAR = (Bedomning.NATT, Bedomning.NASTAN, Bedomning.EJ_NATT)
PROGNOS = (Bedomning.BEDOMS_NAS, Bedomning.BEDOMS_NASTAN, Bedomning.BEDOMS_EJ)
DEL_AV_AR = (Bedomning.HITTILLS, Bedomning.NASTAN_HITTILLS, Bedomning.EJ_HITTILLS)


@dataclass(frozen=True)
class Matning:
    """What a goal's measure shows: the outcome and the limit for the period, and for its year.

    `prognos` is what the year is thought to end at, None without a forecast; `arsgrans` is the
    limit for the whole year. `enhet` is kr, procent or antal.
    """

    utfall: Decimal | None
    grans: Decimal | None
    enhet: str
    prognos: Decimal | None = None
    arsgrans: Decimal | None = None


def bedom(matning: Matning, jamforelse: str, nara: int, helar: bool) -> Bedomning:
    """How the goal stands; `nara` (1-100) is how much of the limit counts as nearly reaching it.

    A whole year is judged by its outcome; a part of it by the forecast where there is one, else
    by what has been reached so far.
    """
    if helar or matning.prognos is None or matning.arsgrans is None:
        return _bedom(
            matning.utfall, matning.grans, jamforelse, nara, HELAR if helar else DEL_AV_AR
        )
    return _bedom(matning.prognos, matning.arsgrans, jamforelse, nara, PROGNOS)


def _bedom(
    tal: Decimal | None,
    grans: Decimal | None,
    jamforelse: str,
    nara: int,
    ord_: tuple[Bedomning, Bedomning, Bedomning],
) -> Bedomning:
    if tal is None or grans is None:
        return Bedomning.EJ_MATT
    if _natt(tal, grans, jamforelse):
        return ord_[0]
    # By how much it falls short: a share would say nothing of amounts below zero.
    nastan = abs(grans - tal) * 100 <= abs(grans) * (100 - nara)
    return ord_[1] if nastan else ord_[2]


def _natt(tal: Decimal, grans: Decimal, jamforelse: str) -> bool:
    return tal >= grans if jamforelse == MINST else tal <= grans


def decimaler(tal: Decimal | None, grans: Decimal | None, enhet: str, jamforelse: str) -> int:
    """With how many decimals both are shown so that the eye sees which side the figure is on.

    34.6 % against at least 35 % is "34,6 %", not a 35 that is said to fall short.
    """
    if tal is None or grans is None:
        return 0
    ratt = _natt(tal, grans, jamforelse)
    for antal in range(FLEST_DECIMALER):
        visat, visad_grans = (avrunda(ett * VISADE[enhet], antal) for ett in (tal, grans))
        if _natt(visat, visad_grans, jamforelse) == ratt:
            return antal
    return FLEST_DECIMALER


def sammantaget(bedomningar: list[Bedomning], helar: bool) -> str:
    """The judgement in words: "3 av 4 finansiella mål är nådda."; empty where nothing is."""
    matta = [ett for ett in bedomningar if ett is not Bedomning.EJ_MATT]
    if not matta:
        return ""
    nas = sum(ett.nas for ett in matta)
    verb = ("är nått" if nas == 1 else "är nådda") if helar else "bedöms nås vid helåret"
    if not helar and not any(ett in PROGNOS for ett in matta):
        verb = "nås hittills"
    mening = f"{nas} av {len(matta)} finansiella mål {verb}."
    omatta = len(bedomningar) - len(matta)
    return mening + (f" {omatta} kan inte mätas än." if omatta else "")
