"""Days and periods that a text names wrongly (doman.md §6): told of, never a hindrance. Pure.

"torsdag 22 oktober 2021" is a Friday; a title "Delårsrapport 2021" belongs to no document of 2022.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from finsam.periods import ORDNING, OgiltigPeriod, las_period
from finsam.typografi import MANADER, VECKODAGAR, datum_i_ord, veckodag

FEL_VECKODAG = "”{citat}”: {datum} är en {veckodag}."
INGEN_DAG = "”{citat}”: dagen finns inte."
FEL_PERIOD = "Rapporten avser {period} men rubriken anger {annan}."

_VECKODAG = rf"\b(?P<veckodag>{'|'.join(VECKODAGAR)})(?:en|s)?\s+(?:den\s+)?"
_I_ORD = rf"(?P<dag>\d{{1,2}})(?::?e|:a)?\s+(?P<manad>{'|'.join(MANADER)})(?:\s+(?P<ar>\d{{4}}))?"
_ISO = r"(?P<iso_ar>\d{4})-(?P<iso_manad>\d{2})-(?P<iso_dag>\d{2})"
DAG = re.compile(rf"{_VECKODAG}(?:{_I_ORD}|{_ISO})\b", re.IGNORECASE)

_AR = r"(?:19|20)\d\d"
# Not the year of a day (2021-10-22) or of a number in the register (2021-14).
ARTAL = re.compile(rf"(?<![\d-])({_AR})(?:\s?[–/]\s?({_AR}|\d\d)(?!\d))?(?![\d])(?!-\d)")
_DELAR = {"H": "halvår", "T": "tertial", "K": "kvartal"}
DEL = {
    slag: re.compile(
        rf"\b{namn}(?:et)?\s+(?P<nr>\d(?:\s*(?:,|och|–|-)\s*\d)*)\b"
        rf"|\b(?P<ord>{'|'.join(ORDNING)})\s+{namn}et\b|\b{slag}(?P<kort>\d)\b",
        re.IGNORECASE,
    )
    for slag, namn in _DELAR.items()
}


def fel_veckodagar(text: str, ar: int | None = None) -> tuple[str, ...]:
    """A sentence for each day in the text whose weekday is another, or that no calendar has.

    A day without a year is of `ar`, the meeting's; without that it is not judged.
    """
    return tuple(dict.fromkeys(_fel_veckodagar(text, ar)))


def _fel_veckodagar(text: str, ar: int | None) -> Iterator[str]:
    for traff in DAG.finditer(text):
        citat = " ".join(traff[0].split())
        if traff["iso_ar"]:
            delar = [int(traff[namn]) for namn in ("iso_ar", "iso_manad", "iso_dag")]
        elif traff["ar"] or ar:
            manad = MANADER.index(traff["manad"].lower()) + 1
            delar = [int(traff["ar"] or ar or 0), manad, int(traff["dag"])]
        else:
            continue
        try:
            dag = date(*delar)
        except ValueError:
            yield INGEN_DAG.format(citat=citat)
            continue
        if veckodag(dag) != traff["veckodag"].lower():
            # Named as the text names it, with the year that it was read in.
            skriven = str(dag) if traff["iso_ar"] else f"den {datum_i_ord(dag)}"
            yield FEL_VECKODAG.format(citat=citat, datum=skriven, veckodag=veckodag(dag))


def fel_period(rubrik: str, period: str) -> str:
    """That the title names another period than its document's; empty when it does not.

    `period` is a code ("2021-H1"). A title without year and part says nothing wrong; one that
    names several years or parts must have the document's among them.
    """
    try:
        avser = las_period(period)
    except OgiltigPeriod:
        return ""
    aren = artal(rubrik)
    if aren and avser.ar not in aren:
        annan = " och ".join(str(ar) for ar in aren)
        return FEL_PERIOD.format(period=avser.i_text, annan=annan)
    nummer = _delnummer(rubrik, avser.slag)
    if nummer and avser.nr not in nummer:
        annan = " och ".join(f"{_DELAR[avser.slag]} {nr}" for nr in nummer)
        return FEL_PERIOD.format(period=avser.i_text, annan=annan)
    return ""


def artal(text: str) -> tuple[int, ...]:
    """The years that the text names, those of a span "2027–2029" or "2027/28" among them."""
    aren: list[int] = []
    for forsta, sista in ARTAL.findall(text):
        start = int(forsta)
        slut = int(forsta[: 4 - len(sista)] + sista) if sista else start
        aren += range(start, slut + 1) if slut >= start else [start]
    return tuple(dict.fromkeys(aren))


def _delnummer(text: str, slag: str) -> tuple[int, ...]:
    """Which parts of a year of the kind ("H", "T", "K") the text names, of those that exist."""
    nummer: list[int] = []
    for traff in DEL[slag].finditer(text) if slag in DEL else ():
        if traff["ord"]:
            nummer.append(ORDNING.index(traff["ord"].lower()) + 1)
        else:
            nummer += [int(tal) for tal in re.findall(r"\d", traff["nr"] or traff["kort"])]
    return tuple(nr for nr in dict.fromkeys(nummer) if _finns(slag, nr))


def _finns(slag: str, nr: int) -> bool:
    return 1 <= nr <= {"H": 2, "T": 3, "K": 4}[slag]


def dokument_i_rubriken(rubrik: str, dokument: Sequence[str]) -> list[str]:
    """Those of the origins ("delarsrapport 2021-H1") whose kind the title names in its words."""
    ord_ = _slug(rubrik)
    return [ett for ett in dokument if ett.split(" ")[0] and _slug(ett.split(" ")[0]) in ord_]


def _slug(text: str) -> str:
    """The letters as a kind's name writes them: "Delårsrapport" is "delarsrapport"."""
    byten = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "-": " "})
    return " ".join(text.lower().translate(byten).split())
