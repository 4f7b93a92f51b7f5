"""Two who write in one draft: whose words stand, and what each is told of the other's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

Varden = Mapping[str, str]


class Spar(TypedDict):
    """Who wrote a field last: at which saving, from which page, when, and what stood there."""

    nr: int
    skribent: str
    namn: str
    tid: str
    fore: str


@dataclass(frozen=True)
class Skrivning:
    """What a page posts. `sett` is the last saving that it has been told of.

    `skribent` names the page, not the person: one may write in two windows. `olosta` are fields
    where another's change stands beside one's own and no choice has been made; `behall` those of
    them where one's own was chosen now.
    """

    varden: Varden
    sett: int
    skribent: str
    namn: str
    tid: str
    olosta: Collection[str] = ()
    behall: Collection[str] = ()


@dataclass(frozen=True)
class Annans:
    """Another's change that a page must be told of; `krock` where one's own text differs."""

    falt: str
    varde: str
    spar: Spar
    krock: bool


@dataclass(frozen=True)
class Utfall:
    """The draft after a posting, and what to tell the page that posted."""

    varden: dict[str, str]
    senast: dict[str, Spar]
    nr: int
    skrivna: tuple[str, ...] = ()
    andras: tuple[Annans, ...] = field(default=())


def skriv_in(
    grund: Varden, varden: Varden, senast: Mapping[str, Spar], nr: int, skrivning: Skrivning
) -> Utfall:
    """Lays a posting upon the draft: what another has changed since is never written over.

    `grund` is what a field holds before anybody has written in it. A value equal to what stands
    changes nothing, so that all fields may be posted.
    """
    nya, spar, skrivna, andras = dict(varden), dict(senast), [], []
    nasta = nr + 1
    for falt, varde in skrivning.varden.items():
        nu = varden.get(falt, grund.get(falt, ""))
        if varde == nu or (falt in skrivning.olosta and falt not in skrivning.behall):
            continue
        annan = _annans(senast.get(falt), skrivning)
        if annan and falt not in skrivning.behall:
            # Equal to what stood before the other wrote: untouched here, so no quarrel.
            andras.append(Annans(falt, nu, annan, krock=varde != annan["fore"]))
            continue
        nya[falt] = varde
        spar[falt] = _spar(senast.get(falt), nu, nasta, skrivning)
        skrivna.append(falt)
    namnda = {*skrivning.varden, *skrivning.olosta}
    andras += [
        Annans(falt, varden.get(falt, grund.get(falt, "")), annan, krock=False)
        for falt, ett in senast.items()
        if falt not in namnda and (annan := _annans(ett, skrivning))
    ]
    return Utfall(nya, spar, nasta if skrivna else nr, tuple(skrivna), tuple(andras))


def _annans(spar: Spar | None, skrivning: Skrivning) -> Spar | None:
    """The trace where it is another page's and later than what this one has been told."""
    if spar is None or spar["nr"] <= skrivning.sett or spar["skribent"] == skrivning.skribent:
        return None
    return spar


def _spar(gammal: Spar | None, nu: str, nr: int, skrivning: Skrivning) -> Spar:
    """`fore` is what stood before this page began to write, however many times it has saved."""
    egen = gammal is not None and gammal["skribent"] == skrivning.skribent
    fore = gammal["fore"] if gammal is not None and egen else nu
    return Spar(
        nr=nr, skribent=skrivning.skribent, namn=skrivning.namn, tid=skrivning.tid, fore=fore
    )
