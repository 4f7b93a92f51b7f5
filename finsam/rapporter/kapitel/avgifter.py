"""Member fees as the allocation and the populations give them (F7-F9)."""

from collections.abc import Sequence
from decimal import Decimal

from ekonomi.calculations.avgifter import KOMMUN, REGION, STAT, Avgifter, Avgiftsrad
from ekonomi.calculations.nns import promilletext, serviceavgift
from finsam.rapporter.avgiftsmaterial import Avgiftsversion
from finsam.rapporter.dokument import Cell, Kalla, Rad, Tabell, Varde
from finsam.typografi import datum_i_ord

PARTER = (STAT, REGION, KOMMUN)


def avgiftstabell(ar: Sequence[int], avgifter: Sequence[Avgifter | None], kalla: str) -> Tabell:
    """A row per payer and the sum, a column per year; `kalla` is the page of the allocations."""
    namn = dict.fromkeys(rad.namn for ett in avgifter if ett for rad in ett.rader)
    per_ar = [{rad.namn: rad.belopp for rad in ett.rader} if ett else {} for ett in avgifter]

    def cell(belopp: int | None, verksamhetsar: int) -> Cell:
        if belopp is None:
            return None
        return Varde(Decimal(belopp), "kr", Kalla(kalla, f"Tilldelning {verksamhetsar}"))

    rader = [
        Rad(ett, tuple(cell(belopp.get(ett), a) for a, belopp in zip(ar, per_ar, strict=True)))
        for ett in namn
    ]
    totalt = (cell(ett.total if ett else None, a) for a, ett in zip(ar, avgifter, strict=True))
    if rader:
        rader.append(Rad("Summa medlemsavgifter", tuple(totalt), "total", 0))
    har_kommun = any(r.part == KOMMUN for ett in avgifter if ett for r in ett.rader)
    return Tabell(
        id="medlemsavgifter",
        titel="Medlemsavgifter",
        enhet="kr",
        kolumner=tuple(str(a) for a in ar),
        rader=tuple(rader),
        etikettrubrik="Medlem",
        anmarkningar=("Kommunernas del fördelas efter folkmängden.",) if har_kommun else (),
    )


def fordelningstabell(aret: Avgiftsversion, fjolaret: Avgiftsversion | None) -> Tabell:
    """The parts and every municipality's share of its part, this year and last, in kr."""
    versioner = (aret, fjolaret) if fjolaret else (aret,)
    per_version = [{_nyckel(r): r.belopp for r in v.avgifter.rader} for v in versioner]

    def rad(etikett: str, belopp: Sequence[int | None], slag: str = "line", niva: int = 1) -> Rad:
        varden = (
            None if kr is None else Varde(Decimal(kr), "kr", _kalla(version))
            for version, kr in zip(versioner, belopp, strict=True)
        )
        return Rad(etikett, tuple(varden), slag, niva)

    def betalare(ett: Avgiftsrad) -> Rad:
        return rad(ett.betalarnamn, [v.get(_nyckel(ett)) for v in per_version])

    totalt = [v.avgifter.total for v in versioner]
    kommunerna = [v.avgifter.kommun for v in versioner]
    av_part = {part: [r for r in aret.avgifter.rader if r.part == part] for part in PARTER}
    return Tabell(
        id="medlemsavgifter",
        titel="Medlemsavgifter",
        enhet="kr",
        kolumner=tuple(str(v.ar) for v in versioner),
        rader=(
            rad("Totalt", totalt, "total", 0),
            *(betalare(ett) for ett in (*av_part[STAT], *av_part[REGION])),
            rad("Kommunerna", kommunerna),
            rad("Fördelning mellan kommunerna*", [None] * len(versioner), "heading", 0),
            *(betalare(ett) for ett in av_part[KOMMUN]),
            rad("Summa kommunerna", kommunerna, "total", 0),
        ),
        etikettrubrik="Medlem",
        anmarkningar=tuple(_fotnot(v) for v in versioner),
    )


def _nyckel(rad: Avgiftsrad) -> int | str:
    return rad.namn if rad.medlem is None else rad.medlem


def _kalla(version: Avgiftsversion) -> Kalla:
    return Kalla(f"{version.adress}#avgifter", f"Tilldelning {version.ar}")


def _fotnot(version: Avgiftsversion) -> str:
    dag = version.folkmangd_datum
    kalla = f", {version.kalla}" if version.kalla else ""
    return f"* {version.ar} baseras på folkmängd {datum_i_ord(dag)}{kalla}."


def nns_tabell(version: Avgiftsversion) -> Tabell | None:
    """The year's fee to NNS and what it is made of, in kr (F31); None where none is entered."""
    if version.nns is None:
        return None
    delar = [
        (
            f"Serviceavgift, {promilletext(version.nns_promille)} av tilldelningen",
            _promilledel(version),
        ),
        ("Fast medlemsavgift", version.nns_fast),
    ]
    rader = [
        Rad(etikett, (Varde(kr, "kr", _kalla(version)),)) for etikett, kr in delar if kr is not None
    ]
    summa = Rad("Summa", (Varde(version.nns, "kr", _kalla(version)),), "total", 0)
    return Tabell(
        id="nns-serviceavgift",
        titel="Avgift till Nationella nätverket för samordningsförbund",
        enhet="kr",
        kolumner=(str(version.ar),),
        rader=(*rader, summa),
    )


def _promilledel(version: Avgiftsversion) -> Decimal | None:
    return serviceavgift(Decimal(version.avgifter.total), version.nns_promille, None)
