"""The charts of a report, each with its finding in words and the table behind it. Amounts in kr."""

from collections.abc import Sequence
from decimal import Decimal

from finsam.money import NOLL, andel
from finsam.rapporter.diagram.artal import Serie, artalsstaplar
from finsam.rapporter.diagram.liggande import Post, liggande_staplar
from finsam.rapporter.diagram.tak import staplar_med_tak
from finsam.rapporter.dokument import Diagram, Rad, Tabell, Varde
from finsam.typografi import med_enhet, mkr, procent


def intakter_och_kostnader(
    ar: Sequence[str], intakter: Serie, kostnader: Sequence[Serie]
) -> Diagram:
    """Income beside cost by block, the last year last; costs as positive amounts."""
    titel = f"Intäkter och kostnader {_aren(ar)}, mkr"
    slutsats = _resultatet(ar[-1], intakter, kostnader)
    return Diagram(
        id="intakter-kostnader",
        titel=titel,
        slutsats=slutsats,
        svg=artalsstaplar("diagram-intakter-kostnader", ar, intakter, kostnader, slutsats),
        tabell=Tabell(
            id="diagram-intakter-kostnader",
            titel=titel,
            enhet="mkr",
            kolumner=tuple(ar),
            rader=tuple(_rad(serie.namn, serie.belopp) for serie in (intakter, *kostnader)),
        ),
    )


def utfall_mot_budget(ar: str, poster: Sequence[Post]) -> Diagram:
    """Outcome against budget per insats; both as positive amounts."""
    titel = f"Insatsernas utfall mot budget {ar}, tkr"
    slutsats = _forbrukningen(ar, poster)
    return Diagram(
        id="insatser-budget",
        titel=titel,
        slutsats=slutsats,
        svg=liggande_staplar("diagram-insatser-budget", poster, slutsats),
        tabell=Tabell(
            id="diagram-insatser-budget",
            titel=titel,
            enhet="tkr",
            kolumner=("Utfall", "Budget", "Andel"),
            rader=tuple(
                Rad(
                    post.namn,
                    (
                        Varde(post.utfall, "tkr"),
                        Varde(post.budget, "tkr"),
                        Varde(post.andel, "procent"),
                    ),
                )
                for post in poster
            ),
        ),
    )


def eget_kapital_mot_tak(
    ar: Sequence[str], eget_kapital: Sequence[Decimal | None], tak: Sequence[Decimal | None]
) -> Diagram:
    """Equity at the end of each year against the recommended cap."""
    titel = f"Eget kapital mot trappans tak {_aren(ar)}, mkr"
    slutsats = _avstandet(ar[-1], eget_kapital[-1], tak[-1])
    namn = ("Eget kapital", "Trappans tak")
    return Diagram(
        id="eget-kapital-tak",
        titel=titel,
        slutsats=slutsats,
        svg=staplar_med_tak("diagram-eget-kapital-tak", ar, eget_kapital, tak, namn, slutsats),
        tabell=Tabell(
            id="diagram-eget-kapital-tak",
            titel=titel,
            enhet="mkr",
            kolumner=tuple(ar),
            rader=(_rad(namn[0], eget_kapital), _rad(namn[1], tak)),
        ),
    )


def _aren(ar: Sequence[str]) -> str:
    return ar[0] if len(ar) == 1 else f"{ar[0]}–{ar[-1]}"


def _rad(namn: str, belopp: Sequence[Decimal | None]) -> Rad:
    return Rad(namn, tuple(Varde(tal, "mkr") for tal in belopp))


def _resultatet(ar: str, intakter: Serie, kostnader: Sequence[Serie]) -> str:
    in_ = intakter.belopp[-1] or NOLL
    ut = sum((serie.belopp[-1] or NOLL for serie in kostnader), NOLL)
    jamforelse = "större" if ut > in_ else "mindre"
    mening = (
        f"Kostnaderna {ar} var {_mkr(abs(ut - in_))} {jamforelse} än intäkterna, "
        f"{mkr(ut)} mot {_mkr(in_)}."
    )
    if not ut:
        return mening
    storst = max(kostnader, key=lambda serie: serie.belopp[-1] or NOLL)
    return f"{mening} Störst är {_gemen(storst.namn)} med {_mkr(storst.belopp[-1])}."


def _forbrukningen(ar: str, poster: Sequence[Post]) -> str:
    med_budget = [post for post in poster if post.budget]
    utfall = sum((post.utfall or NOLL for post in poster), NOLL)
    budget = sum((post.budget or NOLL for post in poster), NOLL)
    mening = (
        f"Insatserna använde {procent(andel(utfall, budget))} av sin budget {ar}: "
        f"{mkr(utfall)} av {_mkr(budget)}."
    )
    if not med_budget:
        return mening
    over = sum(1 for post in med_budget if (post.utfall or NOLL) > (post.budget or NOLL))
    lagst = min(med_budget, key=lambda post: post.andel or NOLL)
    gick_over = {0: "Ingen", 1: "En"}.get(over, str(over))
    return (
        f"{mening} {gick_over} gick över sin budget. "
        f"Lägst andel har {lagst.namn} med {procent(lagst.andel or NOLL)}."
    )


def _avstandet(ar: str, eget_kapital: Decimal | None, tak: Decimal | None) -> str:
    mening = f"Eget kapital var {_mkr(eget_kapital)} vid utgången av {ar}"
    if eget_kapital is None or tak is None:
        return f"{mening}."
    if eget_kapital == tak:
        return f"{mening}, lika med trappans tak."
    sida = "över" if eget_kapital > tak else "under"
    return f"{mening}, {_mkr(abs(eget_kapital - tak))} {sida} trappans tak på {_mkr(tak)}."


def _gemen(namn: str) -> str:
    """The first letter small, as inside a sentence; "ESF-projekt" stays."""
    return namn if namn[1:2].isupper() else namn[:1].lower() + namn[1:]


def _mkr(belopp: Decimal | None) -> str:
    return med_enhet(belopp, "mkr")
