"""How far a report in writing has come: what is left, the sums so far, what looks wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from finsam.formfields import MELLANSLAG
from finsam.periods import las_period
from insatser.choices import Malstatus, Uppfoljningsslag
from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import Konsantal, fullstandigt, rakna
from uppfoljning.calculations.deltagare import till_arbete_studier
from uppfoljning.calculations.kontroll import Fynd, granska
from uppfoljning.calculations.underlag import Antal
from uppfoljning.choices import KATEGORIER, Kon, Matt, Svar
from uppfoljning.forms.antal import las_varden
from uppfoljning.selectors.rapporter import insatsfakta
from uppfoljning.selectors.varden import Skrivunderlag, malfalt

ANTALSFALT = frozenset(
    f"antal__{ett}__{kategori}__{kon}"
    for ett in Matt
    for kategori in (KATEGORIER[ett].values if ett in KATEGORIER else ("",))
    for kon in Kon
)


@dataclass(frozen=True)
class Kvar:
    """Something without an answer: its field, and what it asks."""

    falt: str
    text: str


DELTAGARE_KVAR = Kvar(f"antal__{matt.INSKRIVNA}____K", "Deltagare")


@dataclass(frozen=True)
class Skrivlage:
    """`totaler` are (words, count by sex) of what has been filled in."""

    kvar: tuple[Kvar, ...]
    totaler: tuple[tuple[str, Konsantal], ...]
    fynd: tuple[Fynd, ...]
    antal_fragor: int

    @property
    def andel_klar(self) -> int:
        """Per cent of the questions and goals that have an answer, 0-100."""
        klara = max(self.antal_fragor - len(self.kvar), 0)
        return 100 * klara // self.antal_fragor if self.antal_fragor else 100


def las_antal(varden: Mapping[str, str]) -> Antal:
    """The counts that can be read out of what is typed; the rest is left out until it can."""
    rena = {falt: _siffror(text) for falt, text in varden.items() if falt in ANTALSFALT}
    return fullstandigt(las_varden({falt: text for falt, text in rena.items() if text.isdecimal()}))


def _siffror(text: str) -> str:
    for tecken in MELLANSLAG:
        text = text.replace(tecken, "")
    return text


def skrivlage(underlag: Skrivunderlag, varden: Mapping[str, str]) -> Skrivlage:
    """The state of the report with these values; no queries but the insats's owner."""
    insats = insatsfakta(underlag.rapport.insats)
    raknas = insats.uppfoljningsslag == Uppfoljningsslag.ANTAL
    paborjat = not raknas or _antal_paborjat(varden)
    antal = las_antal(varden) if paborjat else {}
    fynd = granska(antal, insats, las_period(underlag.rapport.period), underlag.forra_antal)
    return Skrivlage(
        kvar=(*_kvar(underlag, varden), *(() if paborjat else (DELTAGARE_KVAR,))),
        totaler=tuple(_totaler(antal)),
        fynd=fynd if paborjat else (),
        antal_fragor=len(underlag.fragor) + len(underlag.mal) + raknas,
    )


def _antal_paborjat(varden: Mapping[str, str]) -> bool:
    """Whether any count is filled in besides those ongoing at the start, which come filled in."""
    start = f"antal__{matt.PAGAENDE_START}__"
    return any(
        text.strip() and not falt.startswith(start)
        for falt, text in varden.items()
        if falt in ANTALSFALT
    )


def _kvar(underlag: Skrivunderlag, varden: Mapping[str, str]) -> Iterator[Kvar]:
    for fraga in underlag.fragor:
        if varden.get(fraga.falt, Svar.EJ_BESVARAD) == Svar.EJ_BESVARAD:
            yield Kvar(fraga.falt, fraga.text)
    i_fas, kommentar = varden.get("i_fas"), varden.get("i_fas_kommentar", "")
    if i_fas in (Svar.DELVIS, Svar.NEJ) and not kommentar.strip():
        yield Kvar("i_fas_kommentar", "Kommentar till läget")
    for mal in underlag.mal:
        falt = malfalt(mal.pk, "status")
        if varden.get(falt, Malstatus.EJ_BEDOMT) == Malstatus.EJ_BEDOMT:
            yield Kvar(falt, f"Mål: {mal.text}")


def _totaler(antal: Antal) -> Iterator[tuple[str, Konsantal]]:
    ord_: Any = dict(Matt.choices)
    for ett in (*matt.FLODE, matt.ANONYMA):
        if (summa := rakna(antal, ett)) is not None:
            yield str(ord_[ett]), summa
    if (arbete := till_arbete_studier(antal)) is not None:
        yield "Till arbete eller studier", arbete
