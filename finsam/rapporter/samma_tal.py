"""One figure with two values in two documents of a year (K3, K6, K32, K46). Pure.

The documents are made by different builders from different reads; what they tell alike of the
whole year is held against each other here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.uppstallning.mall import Uppstallningsmall
from finsam.money import summa
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Kontrollutfall, Rapport, Varde
from finsam.rapporter.kontroller.granskning import belopp


@dataclass(frozen=True)
class Fakta:
    """A figure of the whole year: its words, how one document names it, and the rows that make it.

    `slag` is budget or prognos; costs are positive in the one document and negative in the rows.
    """

    ord_: str
    dokument: Rapportslag
    figur: str
    slag: str
    rader: tuple[str, ...]


def fakta(mall: Uppstallningsmall) -> tuple[Fakta, ...]:
    """What documents of a year with the layout may tell alike."""
    utrymme, avgifter = mall.utrymmesrader, mall.radroller.get("medlemsavgifter", ())
    ut = [
        Fakta("Medlemsavgifterna, budget", Rapportslag.MEDLEMSAVGIFTER, "tilldelning", "budget",
              tuple(term.rad for term in avgifter)),
    ]  # fmt: skip
    for slag in ("budget", "prognos"):
        for ord_, namn, rader in (
            ("Intäkterna", "intakter", utrymme.intakter if utrymme else ()),
            ("Förtroendevalda", "fortroendevalda", utrymme.fortroendevalda if utrymme else ()),
            ("Förvaltningen", "forvaltning", utrymme.forvaltning if utrymme else ()),
        ):
            figur = f"{namn}_{slag}"
            ut.append(Fakta(f"{ord_}, {slag}", Rapportslag.BESLUTSUTRYMME, figur, slag, rader))
    return tuple(ett for ett in ut if ett.rader)


def samma_tal(rapporter: Sequence[Rapport], mall: Uppstallningsmall) -> Iterator[Kontrollutfall]:
    """For each figure that two or more of the documents tell: whether they tell the same."""
    for ett in fakta(mall):
        varden = {r.titel: tal for r in rapporter if (tal := _tal(r, ett)) is not None}
        if len(varden) < 2:
            continue
        alla = list(varden.values())
        ok = len(set(alla)) == 1
        delar = "; ".join(f"{titel} {belopp(t)} kr" for titel, t in varden.items())
        yield Kontrollutfall(
            f"samma-tal:{ett.figur}",
            "Samma tal i två dokument",
            ok,
            alla[0],
            next((t for t in alla if t != alla[0]), alla[0]),
            " och ".join(varden),
            "" if ok else f"{ett.ord_}: {delar}.",
        )


def _tal(rapport: Rapport, ett: Fakta) -> Decimal | None:
    """The document's figure in whole kr without sign; None where it tells no such."""
    if rapport.slag == ett.dokument:
        return _helt(rapport.figurer, (ett.figur,))
    # The budget of a part of a year is another figure; when a year is over, so is its forecast.
    av_aret = not rapport.period.slag if ett.slag == "budget" else bool(rapport.period.slag)
    namn = tuple(f"{rad}.{ett.slag}" for rad in ett.rader)
    return _helt(rapport.figurer, namn) if av_aret else None


def _helt(figurer: Mapping[str, object], namn: Sequence[str]) -> Decimal | None:
    varden = [figurer.get(ett) for ett in namn]
    tal = [Decimal(v.tal) for v in varden if isinstance(v, Varde) and v.tal is not None]
    return abs(summa(tal)) if tal and len(tal) == len(namn) else None
