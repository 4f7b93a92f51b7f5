"""What a matter can be about in another room, and what a decision on it does there.

Imports point to the left: this room knows no application, budget or report. A room that has such
things has a module `arendeamnen.py` with `AMNEN`, a tuple of `Amnesslag`; they are asked for here
without being known (finsam/rummen.py).
"""

import re
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File

from finsam.models import Anvandare
from finsam.permissions import Ratt
from finsam.rummen import rummens

# The kind whose subjects are documents: its keys are "delarsrapport 2021-H1".
RAPPORT = "rapport"
_TAL = re.compile(r"\d+")


class GorsForHand(ValidationError):
    """What was decided is done by somebody on the subject's own page, not by the decision.

    Known before the meeting is closed, and no reason not to close it.
    """


@dataclass(frozen=True)
class Bilageutkast:
    """A document that goes with the matter: `dokument` "delarsrapport", `period` "2021-H1"."""

    dokument: str
    period: str
    titel: str = ""
    i_skrivelsen: bool = False


@dataclass(frozen=True)
class Filutkast:
    """A file that lies with the subject and goes with the matter, as a copy: `fil` is opened then.

    Only a PDF can follow: what else it is must be saved as one by its own program first.
    """

    namn: str
    fil: "File[bytes]"

    @property
    def ar_pdf(self) -> bool:
        return self.namn.lower().endswith(".pdf")


@dataclass(frozen=True)
class Arendeutkast:
    """A matter as its subject proposes it, for the office to go on with."""

    rubrik: str
    forslag: str
    arendet: str = ""
    bedomning: str = ""
    till_beslut: bool = True
    till_information: bool = False
    bilagor: tuple[Bilageutkast, ...] = ()
    filer: tuple[Filutkast, ...] = ()

    @property
    def som_foljer(self) -> tuple[Filutkast, ...]:
        """The files that become annexes, if they can be read."""
        return tuple(fil for fil in self.filer if fil.ar_pdf)

    @property
    def som_stannar(self) -> tuple[Filutkast, ...]:
        """Those that cannot, for what their names say."""
        return tuple(fil for fil in self.filer if not fil.ar_pdf)


@dataclass(frozen=True)
class Amne:
    """One subject: what it is called, where it is seen, and how it stands, in words.

    `adress` is empty where there is no page; `tillbaka` is for those who may not open it: empty.
    """

    slag: str
    nyckel: str
    namn: str
    adress: str
    lage: str = ""


@dataclass(frozen=True)
class Motesbeslut:
    """What a meeting decided on a subject, as the subject's room needs to know it.

    `utfall` is a Beslutstyp; `underlag` what the kind's own form said, as JSON; `bilagor` the
    frozen documents that the meeting saw, as data, by origin ("delarsrapport 2021-H1"). `forberett`
    is what the kind's `forbered` made of it before any row was locked.
    """

    nyckel: str
    utfall: str
    datum: date
    paragraf: str
    underlag: Mapping[str, Any] = field(default_factory=dict)
    bilagor: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    motivering: str = ""
    forberett: Any = None

    def togs(self, datum: date | None, paragraf: str) -> bool:
        """Whether what a room has stored, by day and §, is this decision.

        A § that somebody has typed may lack its year: "§ 12" is "§ 12/2021" of the same day.
        """
        egna, andras = _TAL.findall(self.paragraf), _TAL.findall(paragraf)
        return datum == self.datum and bool(andras) and egna[: len(andras)] == andras


@dataclass(frozen=True)
class Fryst:
    """A document as it was when it was frozen: its data, what it is called and where it is from.

    `slag` is a Bilageslag, `kalla` "delarsrapport 2021-H1".
    """

    data: Mapping[str, Any]
    titel: str
    kalla: str
    slag: str


def _inget(nyckel: str) -> str:
    """A kind that demands no document."""
    return ""


Underlagsform = Callable[[str, str, Any], forms.BaseForm | None]


@dataclass(frozen=True)
class Amnesslag:
    """A kind of subject, and what its room can do with it.

    - `kandidater(idag)`: subjects that a matter could be made of now.
    - `hitta(nyckel)`: the subject, or None.
    - `utkast(nyckel)`: the matter as it proposes it.
    - `form(nyckel, utfall, data)`: what a decision with the outcome must say besides it (amounts
      by year, the day of the samråd), prefilled; its `cleaned_data` goes as JSON to `underlag`.
      None: nothing more, or nothing that could be asked now.
    - `verkan(beslut)`: in words what the decision would do; empty when it does nothing.
    - `verkstall(beslut, anvandare)`: does it, inside the caller's transaction, and says in one
      sentence what was done. Raises ValidationError with a Swedish sentence and does nothing;
      GorsForHand for what is done on the subject's page. What is done already with the same day
      and § (`Motesbeslut.togs`) is done.
    - `forbered(beslut)`: what takes seconds, done before the transaction of `verkstall`, which gets
      it in `beslut.forberett`; None, or made of something else, `verkstall` does it itself.
    - `alias`: other codes by which a yearly matter may name it.
    - `ratt`: who may read the subject; others see its name without a link.
    - `verkstall_ratt`: who may carry a decision out, the same as on the subject's own page.
    - `dokument(nyckel)`: the origin of the annex that a matter on it must have, as
      `Arendebilaga.kalla` writes it ("delarsrapport 2021-H1"); empty for none.
    - `bygg(nyckel, internt)`: the subject as a document, frozen when it is attached; `internt`
      shows the small counts that a publication hides. Raises ValidationError in Swedish. None:
      the kind is no document, or what builds it stands in a room further to the right, under the
      kind's code in `DOKUMENT` of its `arendedokument.py`.
    """

    kod: str
    namn: str
    ratt: Ratt
    kandidater: Callable[[date], list[Amne]]
    hitta: Callable[[str], Amne | None]
    utkast: Callable[[str], Arendeutkast]
    verkan: Callable[[Motesbeslut], str]
    verkstall: Callable[[Motesbeslut, Anvandare], str]
    verkstall_ratt: Ratt = Ratt.BESLUT_VERKSTALLA
    form: Underlagsform | None = None
    forbered: Callable[[Motesbeslut], Any] | None = None
    alias: tuple[str, ...] = ()
    dokument: Callable[[str], str] = _inget
    bygg: Callable[[str, bool], Fryst] | None = None


def amnesslagen() -> dict[str, Amnesslag]:
    """Every kind of subject that the rooms know, by its code."""
    return {slag.kod: slag for slag in _alla()}


def _alla() -> Iterator[Amnesslag]:
    byggare = ChainMap(*rummens("arendedokument", "DOKUMENT"))
    for rummets in rummens("arendeamnen", "AMNEN"):
        for slag in rummets:
            yield replace(slag, bygg=byggare.get(slag.kod, slag.bygg))


def amnesslag(kod: str) -> Amnesslag:
    """The kind with the code. Raises ValidationError in Swedish for one that no room knows."""
    if slag := amnesslagen().get(kod):
        return slag
    raise ValidationError(f"”{kod}” är inget ämne för ett ärende.")


def dokument(kod: str, nyckel: str) -> str:
    """The origin of the annex that a matter on the subject must have; empty for none."""
    slag = amnesslagen().get(kod)
    return slag.dokument(nyckel) if slag else ""


def frys(kod: str, nyckel: str, internt: bool = False) -> Fryst:
    """A document as it is now: of the kind `kod`, or the report of that name and period.

    Raises ValidationError in Swedish.
    """
    slag = amnesslagen().get(kod)
    if slag and slag.bygg:
        return slag.bygg(nyckel, internt)
    if slag or not (rapport := amnesslagen().get(RAPPORT)) or not rapport.bygg:
        raise ValidationError(f"”{kod}” är inget dokument.")
    return rapport.bygg(f"{kod} {nyckel}", internt)


def arligt_amne(kod: str, nyckel: str) -> tuple[str, str]:
    """What a yearly matter is about, as kind and key, from what its template says.

    There a document goes by its own code, "delarsrapport" and "2021-H1"; as a subject that is a
    report whose key is both. What no room knows is left as it is.
    """
    slagen = amnesslagen()
    egen = next((slag.kod for slag in slagen.values() if kod in slag.alias), kod)
    rapport, helt = slagen.get(RAPPORT), f"{kod} {nyckel}"
    if egen not in slagen and rapport and rapport.hitta(helt):
        return RAPPORT, helt
    return egen, nyckel


def byggs(kod: str) -> bool:
    """Whether subjects of the kind are documents of their own, made by `frys`."""
    slag = amnesslagen().get(kod)
    return bool(slag and slag.bygg)


def amne(kod: str, nyckel: str) -> Amne | None:
    """The subject, or None for one that is gone or that no room knows."""
    slag = amnesslagen().get(kod)
    return slag.hitta(nyckel) if slag else None
