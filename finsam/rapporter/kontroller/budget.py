"""Rules on the budget: the same in both registers, and on the line where the money is spent."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ekonomi.calculations.budgetmanader import budget_i_delen
from ekonomi.uppstallning.mall import Konton, Urval
from finsam.money import NOLL, kronor, summa
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning, belopp, lika
from finsam.typografi import datum

# A row of the resultaträkning and one of the driftredovisning, by id and label.
Plats = tuple[str, str]
Tackning = list[tuple[str, str, Urval]]


def insatsbudget(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """What is granted to an insats for the year is what the budget holds for it."""
    poster: dict[int, Decimal] = defaultdict(lambda: NOLL)
    for rad in granskning.berakning.underlag.budget.get(granskning.period.ar, ()):
        if rad.insats is not None:
            poster[rad.insats] -= rad.belopp
    for insats in granskning.material.register.insatser:
        if insats.budget is None and insats.nr not in poster:
            continue
        beviljat, budgeterat = insats.budget or NOLL, poster[insats.nr]
        yield lika(
            f"insatsbudget:{insats.nr}",
            "Insatsens budget lika i register och budget",
            beviljat,
            budgeterat,
            insats.namn,
            f"Insatsen har beviljats {belopp(beviljat)} kr, budgeten har {belopp(budgeterat)} kr.",
        )


def till_datum(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """An insats's budget to date is the same in the accounts and in the follow-up (K26, K27)."""
    berakning, period = granskning.berakning, granskning.period
    insatser = {insats.nr: insats for insats in berakning.underlag.insatser}
    poster: dict[int, Decimal] = defaultdict(lambda: NOLL)
    for rad in berakning.underlag.budget.get(period.ar, ()):
        if rad.insats in insatser and rad.insats is not None:
            insats = insatser[rad.insats]
            spann = (insats.start, insats.slut)
            poster[rad.insats] -= budget_i_delen(rad.belopp, period, rad.manader, spann)
    for nr, pengar in granskning.material.uppfoljning.pengar.items():
        if pengar.budget is None or nr not in poster:
            continue
        yield lika(
            f"insatsbudget-till-datum:{nr}",
            "Insatsens budget till datum lika i bokslut och uppföljning",
            kronor(pengar.budget),
            poster[nr],
            insatser[nr].namn,
            f"Uppföljningens budget till och med {datum(period.slut)} är {belopp(pengar.budget)} "
            f"kr, driftredovisningens {belopp(poster[nr])} kr.",
        )


def placering(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A budget stands on the line of the resultaträkning where its block's outcome stands.

    Else the two statements compare different things with the same budget.
    """
    resultat = _tackning(granskning, "resultatrakning")
    drift = _tackning(granskning, "driftredovisning")
    utfall: dict[tuple[Plats, Plats], Decimal] = defaultdict(lambda: NOLL)
    budget: dict[tuple[Plats, Plats], Decimal] = defaultdict(lambda: NOLL)
    underlag, ar = granskning.berakning.underlag, granskning.period.ar
    for saldo in underlag.saldon.get(ar, ()):
        plats = _plats(resultat, drift, saldo.konto, saldo.block, saldo.projekt)
        if plats and saldo.manad:
            utfall[plats] -= saldo.belopp
    for post in underlag.budget.get(ar, ()):
        plats = None if post.insats else _plats(resultat, drift, post.konto, post.block, None)
        if plats:
            budget[plats] += post.belopp
    for plats, tal in budget.items():
        andra = {
            rad: u
            for (rad, block), u in utfall.items()
            if block == plats[1] and rad != plats[0] and u and not budget.get((rad, block))
        }
        if tal and not utfall.get(plats) and andra:
            yield _felplacerad(plats, tal, andra)


def _felplacerad(
    plats: tuple[Plats, Plats], tal: Decimal, andra: dict[Plats, Decimal]
) -> Kontrollutfall:
    (rad_id, rad), (block_id, block) = plats
    annan = " och ".join(etikett for _, etikett in sorted(andra))
    return Kontrollutfall(
        f"budgetplacering:{rad_id}:{block_id}",
        "Budgeten står där utfallet står",
        False,
        tal,
        summa(andra.values()),
        f"Resultaträkning, {rad}, och driftredovisning, {block}",
        f"Budgeten {belopp(tal)} kr för ”{block}” står på raden ”{rad}”, utfallet "
        f"{belopp(summa(andra.values()))} kr på ”{annan}”.",
    )


def _tackning(granskning: Granskning, slag: str) -> Tackning:
    return [
        (rad.id, rad.etikett, rad.innehall.urval)
        for tabell in granskning.berakning.mall.tabeller_av(slag)
        for rad in tabell.rader
        if isinstance(rad.innehall, Konton)
    ]


def _plats(
    resultat: Tackning, drift: Tackning, konto: str, block: str | None, projekt: str | None
) -> tuple[Plats, Plats] | None:
    """The row of either statement that gathers the balance; None when one of them does not."""
    rader = [
        next(
            (
                (id_, etikett)
                for id_, etikett, urval in tackning
                if urval.har_konto(int(konto)) and urval.har_objekt(block, projekt)
            ),
            None,
        )
        for tackning in (resultat, drift)
    ]
    return (rader[0], rader[1]) if rader[0] and rader[1] else None
