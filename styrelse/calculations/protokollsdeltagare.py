"""Who took part, as minutes list it: for whom, at which items, who came and went. Pure."""

from collections.abc import Iterator

from finsam.typografi import HARDBLANK
from styrelse.calculations.narvarotid import kom_sent
from styrelse.calculations.protokoll import Namnrad, spann
from styrelse.calculations.protokollsunderlag import (
    Borta,
    Deltagare,
    Protokollsunderlag,
    Punktunderlag,
)
from styrelse.choices import Justeringsroll, Narvaroroll

Grupper = tuple[tuple[Namnrad, ...], tuple[Namnrad, ...], tuple[Namnrad, ...], tuple[Namnrad, ...]]


def deltagarna(underlag: Protokollsunderlag) -> Grupper:
    """Ledamöter, deputies who served ("för …"), other deputies, and everybody but the secretary.

    Where somebody served at some items only, those stand beside the name.
    """
    ledamoter, tjanstgorande, ersattare, ovriga = [], [], [], []
    tagna = [punkt for punkt in underlag.punkter if not punkt.utgar]
    skriver = _skriver(underlag)
    for en in underlag.deltagare:
        if en.roll not in (Narvaroroll.LEDAMOT, Narvaroroll.ERSATTARE):
            ovriga += [] if en.namn in skriver else [_rad(en)]
        elif en.roll == Narvaroroll.LEDAMOT:
            ledamoter.append(_rad(en, paragrafer=_tjanstgjorde(en, tagna)))
        elif stolar := _stolar(en, tagna):
            tjanstgorande += [_rad(en, for_, nar) for for_, nar in stolar]
        else:
            ersattare.append(_rad(en))
    return tuple(ledamoter), tuple(tjanstgorande), tuple(ersattare), tuple(ovriga)


def sekreterarna(underlag: Protokollsunderlag) -> tuple[Namnrad, ...]:
    """Who keeps the minutes; one with a seat in the organ stands among those, too."""
    skriver = _skriver(underlag)
    return tuple(_rad(en) for en in underlag.deltagare if en.namn in skriver)


def _skriver(underlag: Protokollsunderlag) -> set[str]:
    return {u.namn for u in underlag.undertecknare if u.roll == Justeringsroll.SEKRETERARE}


def _rad(en: Deltagare, for_: str = "", paragrafer: str = "") -> Namnrad:
    medlem = f"{en.medlem} ({en.parti})" if en.parti else en.medlem
    vad = ", ".join(del_ for del_ in (en.vad, medlem) if del_)
    return Namnrad(en.namn, vad, for_, paragrafer, en.distans)


def _tjanstgjorde(en: Deltagare, punkter: list[Punktunderlag]) -> str:
    """The §§ at which a ledamot served, empty for all of them."""
    nummer = [p.paragraf for p in punkter if any(t.person == en.person for t in p.tjanst)]
    return "" if len(nummer) == len(punkter) else spann(nummer) or "deltog inte i något beslut"


def _stolar(en: Deltagare, punkter: list[Punktunderlag]) -> list[tuple[str, str]]:
    """In whose places a deputy served, each with its §§ (empty for all)."""
    stolar: dict[str, list[int]] = {}
    for punkt in punkter:
        for tjanst in punkt.tjanst:
            if tjanst.person == en.person:
                stolar.setdefault(tjanst.for_, []).append(punkt.paragraf)
    return [
        (for_, "" if len(nummer) == len(punkter) else spann(nummer))
        for for_, nummer in stolar.items()
    ]


def rorelser(underlag: Protokollsunderlag) -> Iterator[str]:
    """Arrivals and departures, one sentence each, in the order of the items.

    Who left when only struck items remained (no §, 0) was there for all of the meeting.
    """
    tagna = [punkt.paragraf for punkt in underlag.punkter if not punkt.utgar]
    forsta = min(tagna, default=0)
    alla = [(borta, en.namn) for en in underlag.deltagare for borta in en.borta if borta.fran]
    for borta, namn in sorted(alla, key=lambda par: (par[0].fran, par[1])):
        yield _rorelse(borta, namn, forsta)


def _rorelse(borta: Borta, namn: str, forsta: int) -> str:
    klockan = f", klockan{HARDBLANK}{borta.klockan}" if borta.klockan else ""
    fran, till = _paragraf(borta.fran), _paragraf(borta.till or 0)
    if not borta.till:
        return f"{namn} lämnar mötet före {fran}{klockan}."
    if kom_sent(borta.fran, borta.till, forsta):
        return f"{namn} ansluter till {till}{klockan}."
    return f"{namn} lämnar mötet före {fran}{klockan} och är åter vid {till}."


def _paragraf(nummer: int) -> str:
    return f"§{HARDBLANK}{nummer}"
