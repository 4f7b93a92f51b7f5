"""One figure with two values in two documents of a year (K3, K6, K32, K46). Pure.

The documents are made by different builders from different reads; what they tell alike of the
whole year is held against each other here, as long as they read the same version of it.
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


@dataclass(frozen=True)
class Last:
    """A document, and which version of the year's budget and forecast it reads, in words.

    Empty where there is none: nothing is then compared.
    """

    rapport: Rapport
    budget: str
    prognos: str

    def version(self, slag: str) -> str:
        return self.prognos if slag == "prognos" else self.budget


def samma_tal(
    eget: Last, andra: Sequence[Last], mall: Uppstallningsmall
) -> Iterator[Kontrollutfall]:
    """For each figure that the document and others of its year tell: whether they tell the same.

    Documents that read different versions may differ: that is something to know, with the days.
    """
    for ett in fakta(mall):
        tal = _tal(eget.rapport, ett)
        if tal is None:
            continue
        version = eget.version(ett.slag)
        lika = {
            a.rapport.titel: annat
            for a in andra
            if version == a.version(ett.slag) and (annat := _tal(a.rapport, ett)) is not None
        }
        if lika:
            yield _utfall(ett, version, {eget.rapport.titel: tal, **lika})
    yield from _andra_prognoser(eget, andra, mall)


def _utfall(ett: Fakta, version: str, varden: Mapping[str, Decimal]) -> Kontrollutfall:
    """The document's own figure stands first."""
    eget, *andra = varden.values()
    ok = set(andra) == {eget}
    delar = "; ".join(f"{titel} {belopp(tal)} kr" for titel, tal in varden.items())
    return Kontrollutfall(
        f"samma-tal:{ett.figur}",
        "Samma tal i två dokument",
        ok,
        eget,
        next((tal for tal in andra if tal != eget), eget),
        " och ".join(varden),
        "" if ok else f"{ett.ord_} enligt {version}: {delar}.",
    )


def _andra_prognoser(
    eget: Last, andra: Sequence[Last], mall: Uppstallningsmall
) -> Iterator[Kontrollutfall]:
    """Which documents tell the same of another forecast, so that nobody takes it for an error."""
    prognosfakta = [ett for ett in fakta(mall) if ett.slag == "prognos"]
    if not eget.prognos or all(_tal(eget.rapport, ett) is None for ett in prognosfakta):
        return
    annan = {
        a.rapport.titel: a.prognos
        for a in andra
        if a.prognos not in ("", eget.prognos)
        and any(_tal(a.rapport, ett) is not None for ett in prognosfakta)
    }
    if annan:
        las = "; ".join(f"{titel} läser {version}" for titel, version in annan.items())
        yield Kontrollutfall(
            "samma-tal:prognosens-dag",
            "Dokumenten läser olika prognoser",
            True,
            eget.prognos,
            next(iter(annan.values())),
            " och ".join((eget.rapport.titel, *annan)),
            f"{eget.rapport.titel} läser {eget.prognos}; {las}.",
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
