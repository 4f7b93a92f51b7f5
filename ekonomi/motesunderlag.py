"""What the board had before it of a budget or of fees, held against the rows as they are now."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError

from ekonomi.calculations.avgifter import KOMMUN, Avgifter, AvgiftFel
from ekonomi.calculations.nns import serviceavgift
from ekonomi.models import Budget, Budgetpost, Tilldelning
from ekonomi.selectors.avgifter import avgifter_av, tidigare_medlemsnamn
from ekonomi.selectors.budget import nyckel_for, poster_i
from finsam.money import kronor, summa
from styrelse.calculations.bilageskillnad import (
    Cell,
    Celler,
    Skillnad,
    beloppen,
    kronor_i_ord,
    skillnader,
)

# The table of the budget's document, and its last row.
POSTTABELL = "budgetposter"
AVGIFTSTABELL = "medlemsavgifter"
NNS = ("nns_serviceavgift", "")


class Slutrad(NamedTuple):
    kod: str
    namn: str


RESULTAT = Slutrad("resultat", "Årets resultat")


def budgetceller(poster: Iterable[Budgetpost]) -> dict[tuple[str, str], Cell]:
    """The posts and their sum as the budget's document shows them; of rows from `poster_i`."""
    rader = list(poster)
    svar = {(nyckel_for(p).kod, ""): Cell(_namn(p), kronor_i_ord(kronor(p.belopp))) for p in rader}
    total = summa(kronor(p.belopp) for p in rader)
    return {**svar, (RESULTAT.kod, ""): Cell(RESULTAT.namn, kronor_i_ord(total))}


def budgetskillnader(data: Mapping[str, Any], budget: Budget) -> tuple[Skillnad, ...]:
    """What is otherwise in the budget than in the frozen document. The result comes first."""
    nu = budgetceller(poster_i(budget))
    # In the document the block stands over the post, which does not name it.
    da = {
        nyckel: nu.get(nyckel, cell)._replace(ord=cell.ord)
        for nyckel, cell in beloppen(data, POSTTABELL).items()
    }
    return _resultatet_forst(skillnader(da, nu))


def _resultatet_forst(alla: Iterable[Skillnad]) -> tuple[Skillnad, ...]:
    return tuple(sorted(alla, key=lambda s: s.namn != RESULTAT.namn))


def noterade_poster(budget: Budget) -> str:
    """The posts as they stand, as text that `noterade_skillnader` reads."""
    celler = budgetceller(poster_i(budget))
    return json.dumps({kod: list(cell) for (kod, _), cell in celler.items()}, ensure_ascii=False)


def noterade_skillnader(noterat: str, budget: Budget) -> tuple[Skillnad, ...]:
    """What is otherwise than when it was noted; nothing for a text that is no such note."""
    try:
        da = {(kod, ""): Cell(*cell) for kod, cell in json.loads(noterat).items()}
    except (ValueError, TypeError, AttributeError):
        return ()
    return _resultatet_forst(skillnader(da, budgetceller(poster_i(budget))))


def _namn(post: Budgetpost) -> str:
    if post.insats:
        return post.insats.kortnamn
    block = f", {post.kostnadsblock.namn}" if post.kostnadsblock else ""
    return f"{post.konto.nummer} {post.konto.namn}{block}"


def avgiftsskillnader(data: Mapping[str, Any], rad: Tilldelning) -> tuple[Skillnad, ...]:
    """What is otherwise in the year's fees than in the frozen document.

    A member that has changed its name since is the same payer. Raises ValidationError in Swedish
    where they cannot be shared now.
    """
    try:
        avgifter = avgifter_av(rad)
    except AvgiftFel as fel:
        raise ValidationError(str(fel)) from fel
    da = beloppen(data, AVGIFTSTABELL)
    if figur := data.get("figures", {}).get(NNS[0]):
        da[NNS] = Cell("Avgift till NNS", kronor_i_ord(Decimal(str(figur["value"]))))
    nu = _avgiftsceller(avgifter, rad)
    return skillnader(_under_dagens_namn(da, nu, avgifter), nu)


def _under_dagens_namn(da: Celler, nu: Celler, avgifter: Avgifter) -> Celler:
    """The document's rows by what their payers are called now; the words stay as they were.

    The document knows its payers by name only, which is also what a folder of files keeps.
    """
    if da.keys() == nu.keys():
        return da
    namn = tidigare_medlemsnamn()
    idag = {
        (fore, ""): (ett.betalarnamn, "")
        for ett in avgifter.rader
        for fore in ett.alla_betalarnamn(namn)
        if (ett.betalarnamn, "") not in da
    }
    svar: dict[tuple[str, str], Cell] = {}
    for nyckel, cell in da.items():
        ny = nyckel if nyckel in nu else idag.get(nyckel, nyckel)
        svar[nyckel if ny in svar else ny] = cell
    return svar


def _avgiftsceller(avgifter: Avgifter, rad: Tilldelning) -> Celler:
    belopp: dict[str, Decimal | int] = {
        "Totalt": avgifter.total,
        **{r.betalarnamn: r.belopp for r in avgifter.rader if r.part != KOMMUN},
        "Kommunerna": avgifter.kommun,
        **{r.betalarnamn: r.belopp for r in avgifter.rader if r.part == KOMMUN},
        "Summa kommunerna": avgifter.kommun,
    }
    celler = {(namn, ""): Cell(namn, kronor_i_ord(tal)) for namn, tal in belopp.items()}
    nns = serviceavgift(Decimal(avgifter.total), rad.nns_promille, rad.nns_fast)
    if nns is not None:
        celler[NNS] = Cell("Avgift till NNS", kronor_i_ord(nns))
    return celler
