"""The association's own words, bound to the report's figures.

A text is Markdown (CommonMark, no HTML) in which `{namn|format}` stands for a figure of the
report: `{arets_resultat|tkr}` is printed "−1 864 tkr", with `|abs` last the sign is dropped. A
number that somebody typed instead is found here, with its place, so that text and table cannot
differ unseen.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from finsam.markdowntext import justera_rubriker, ny_lasare
from finsam.platshallare import (
    OAVSLUTAD,
    PLATSHALLARE,
    Figurreferens,
    OkandFigur,
    las_referens,
    visad_enhet,
)
from finsam.rapporter.dokument import Figur, Undertryckt, Varde
from finsam.rapporter.tal import visat
from finsam.typografi import INGET, MANADER

_MANAD = "|".join(MANADER)
_DAG = r"\d{1,2}"
_AR = r"(?:19|20)\d{2}"
# What may stand as digits in a text without being a figure of the report, in the order tried.
TILLATNA = re.compile(
    "|".join(
        [
            rf"{_AR}-\d{{2}}-\d{{2}}",
            rf"{_DAG}(?:\s*[–-]\s*{_DAG})?\s+(?:{_MANAD})",
            rf"\b{_AR}(?:\s*[–/-]\s*(?:{_AR}|\d{{2}}))?(?!\d|:\d| \d{{3}}"
            r"|\s*(?:kr|tkr|mkr|mnkr|kronor|procent|%|personer|deltagare)\b)",
            r"\b\d{4}:\d+\b",  # law 2003:1210
            r"\b\d+(?:\s*[a-z])?\s+kap\.(?:\s*\d+(?:\s*[a-z])?(?:\s*[–-]\s*\d+)?\s*§{1,2})?",
            r"\b\d+(?:\s*[a-z])?(?:(?:\s*[–-]|,|\s+och)\s*\d+(?:\s*[a-z])?)*\s*§{1,2}",
            r"§{1,2}\s*\d+(?:\s*[–-]\s*\d+)?",
            r"\b(?:not(?:en|er|erna)?|tabell(?:en)?|diagram|figur|bilag(?:a|or)|avsnitt|punkt"
            r"|(?:resultat|effekt)?mål|sid|sid(?:a|an|orna)|kvartal|tertial|halvår|nr)\.?"
            r"\s+\d+(?:\.\d+)*(?:(?:\s*[–-]|,|\s+och)\s*\d+)*",
            r"\b\d+:[aeo]\b",  # 1:e vice ordförande
            r"\bkl\.?\s*\d{1,2}(?:[.:]\d{2})?(?:\s*[–-]\s*\d{1,2}(?:[.:]\d{2})?)?",
            r"(?-i:\b[A-ZÅÄÖ]\w*\s\d\.\d\b)",  # a name with a version: Steget 2.0
            r"\b[A-Za-zÅÄÖåäö]+(?:-)?\d+\b",  # R17, H1, covid-19
        ]
    ),
    re.IGNORECASE,
)
SIFFRA = re.compile(r"[−–-]?\d[\d \u00a0\u202f]*(?:[.,]\d+)*(?:\s?%)?")
VECKODAGAR = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
DATUM_MED_DAG = re.compile(
    rf"\b(?P<veckodag>{'|'.join(VECKODAGAR)})(?:en)?\s+(?:den\s+)?"
    rf"(?:(?P<iso>{_AR}-\d{{2}}-\d{{2}})"
    rf"|(?P<dag>{_DAG})\s+(?P<manad>{_MANAD})\s+(?:år\s+)?(?P<ar>{_AR}))",
    re.IGNORECASE,
)
HANVISNING = re.compile(
    r"\b(?P<slag>not|tabell|sid)(?:en|er|erna|a|an|orna)?\.?\s+(?P<nr>\d+)(?P<fler>(?:(?:,|\s+och|\s*[–-])\s*\d+)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fynd:
    """Something found in a text: what, on which line, and the words around it."""

    vad: str
    rad: int
    sammanhang: str


def _figurregel(state: StateInline, silent: bool) -> bool:
    traff = PLATSHALLARE.match(state.src, state.pos)
    if not traff:
        return False
    if not silent:
        token = state.push("figur", "", 0)
        token.content = traff[0]
        token.meta = {"referens": las_referens(traff)}
    state.pos = traff.end()
    return True


def _lasare() -> MarkdownIt:
    lasare = ny_lasare()
    lasare.inline.ruler.before("escape", "figur", _figurregel)
    return lasare


LASARE = _lasare()


def referenser(markdown: str) -> tuple[Figurreferens, ...]:
    """Every placeholder of a text, in reading order, with its line (1 = first)."""
    return tuple(
        replace(del_.meta["referens"], rad=rad)
        for rad, del_ in _delar(markdown)
        if del_.type == "figur"
    )


def figurtext(referens: Figurreferens, figurer: Mapping[str, Figur]) -> str:
    """The figure as it is printed, unit included. Raises OkandFigur with a Swedish message."""
    varde = figurer.get(referens.namn)
    if varde is None:
        raise OkandFigur.med_forslag(referens.namn, figurer)
    return visat(_formaterad(referens, varde), med_enhet=True)


def _formaterad(referens: Figurreferens, varde: Figur) -> Figur:
    if isinstance(varde, Undertryckt):
        return varde
    enhet = visad_enhet(referens, varde.enhet)
    tal: Decimal | int | None = varde.tal
    if referens.absolut and tal is not None:
        tal = abs(Decimal(tal))
    decimaler = varde.decimaler if enhet == varde.enhet else None
    return replace(varde, tal=tal, enhet=enhet, decimaler=decimaler)


def okanda(markdown: str, figurer: Mapping[str, Figur]) -> tuple[Fynd, ...]:
    """The placeholders that bind to nothing, each with the message that says why."""
    fynd = []
    for referens in referenser(markdown):
        try:
            figurtext(referens, figurer)
        except OkandFigur as fel:
            fynd.append(Fynd(referens.namn, referens.rad, str(fel)))
    return (*fynd, *_oavslutade(markdown))


def _oavslutade(markdown: str) -> Iterator[Fynd]:
    """What begins as a placeholder and is none: a brace without its other, words in between."""
    for rad, text in _lopande(markdown):
        for traff in OAVSLUTAD.finditer(text):
            mening = f"”{traff[0]}” är ingen siffra. Skriv den som {{namn|format}}."
            yield Fynd(traff[0], rad + text[: traff.start()].count("\n"), mening)


def obundna(markdown: str) -> tuple[Fynd, ...]:
    """Typed numbers that are no date, year, paragraph, note, list or object number."""
    fynd = []
    for rad, text in _lopande(markdown):
        maskad = TILLATNA.sub(lambda traff: "\0" * len(traff[0]), text)
        for traff in SIFFRA.finditer(maskad):
            siffra = traff[0].strip(" \u00a0\u202f")
            fynd.append(Fynd(siffra, rad + text[: traff.start()].count("\n"), _kring(text, traff)))
    return tuple(fynd)


def fel_veckodagar(markdown: str) -> tuple[Fynd, ...]:
    """Dates whose weekday is another; `vad` is the date, the message names the right day."""
    fynd = []
    for rad, text in _lopande(markdown):
        for traff in DATUM_MED_DAG.finditer(text):
            dag = _datum(traff)
            if dag is None:
                fynd.append(Fynd(traff[0], rad, f"”{traff[0]}” är inget datum."))
            elif VECKODAGAR[dag.weekday()] != traff["veckodag"].lower():
                fynd.append(Fynd(f"{dag}", rad, f"{dag} är en {VECKODAGAR[dag.weekday()]}."))
    return tuple(fynd)


def hanvisningar(markdown: str) -> tuple[tuple[str, int, int], ...]:
    """What a text refers to: ("not", "tabell" or "sida", its number, the line)."""
    funna = []
    for rad, text in _lopande(markdown):
        for traff in HANVISNING.finditer(text):
            nummer = [traff["nr"], *re.findall(r"\d+", traff["fler"])]
            slag = traff["slag"].lower().replace("sid", "sida")
            funna += [(slag, int(nr), rad) for nr in nummer]
    return tuple(funna)


def bunden(markdown: str, figurer: Mapping[str, Figur]) -> str:
    """The same Markdown with every figure written out; an unknown one is left as it stands."""

    def skriv(traff: re.Match[str]) -> str:
        try:
            return figurtext(las_referens(traff), figurer)
        except OkandFigur:
            return traff[0]

    return PLATSHALLARE.sub(skriv, markdown)


def html(
    markdown: str, figurer: Mapping[str, Figur], rubrikniva: int = 3, medlankar: bool = False
) -> str:
    """The text as HTML. Its headings begin at `rubrikniva` and skip no level.

    An unknown placeholder stays visible, marked; with `medlankar` each figure links to its källa.
    Safe to print as it is: raw HTML in the text has been escaped.
    """
    tokens = LASARE.parse(markdown)
    justera_rubriker(tokens, rubrikniva)
    return RendererMedFigurer().render(
        tokens, LASARE.options, {"figurer": figurer, "medlankar": medlankar}
    )


class RendererMedFigurer(RendererHTML):
    """Markdown-it's renderer that also knows what a figure is."""

    def figur(
        self, tokens: list[Token], idx: int, options: OptionsDict, env: dict[str, Any]
    ) -> str:
        referens: Figurreferens = tokens[idx].meta["referens"]
        try:
            text = figurtext(referens, env["figurer"])
        except OkandFigur:
            return f'<mark class="okand-figur">{_saker(tokens[idx].content)}</mark>'
        figur: Figur = env["figurer"][referens.namn]
        kalla = None if isinstance(figur, Undertryckt) else figur.kalla
        if not (env["medlankar"] and kalla):
            return _saker(text)
        return (
            f'<a class="siffra" href="{_saker(kalla.adress)}" title="{_saker(kalla.text)}">'
            f"{_saker(text)}</a>"
        )


def _delar(markdown: str) -> Iterator[tuple[int, Token]]:
    """Every inline token with the line its block begins on."""
    for block in LASARE.parse(markdown):
        if block.type == "inline":
            rad = block.map[0] + 1 if block.map else 1
            for del_ in block.children or []:
                yield rad, del_
                if del_.type in ("softbreak", "hardbreak"):
                    rad += 1


def lopande_med_tal(markdown: str, figurer: Mapping[str, Figur]) -> Iterator[tuple[int, str]]:
    """The running text of each block with its first line, as a publication would print it.

    Figures that count what a report of an insats holds leave a blank mark: they are hidden there
    when they are small. The others are written out.
    """
    utskrivna = {
        namn: figur
        for namn, figur in figurer.items()
        if isinstance(figur, Varde) and figur.rakning is None
    }
    return _lopande(markdown, utskrivna)


def _lopande(
    markdown: str, figurer: Mapping[str, Figur] = MappingProxyType({})
) -> Iterator[tuple[int, str]]:
    """The running text of each block with its first line; other figures leave a blank mark."""
    for block in LASARE.parse(markdown):
        if block.type == "inline":
            text = "".join(_tecken(del_, figurer) for del_ in block.children or [])
            yield (block.map[0] + 1 if block.map else 1), text


def _tecken(del_: Token, figurer: Mapping[str, Figur]) -> str:
    if del_.type != "figur":
        return "\n" if del_.type in ("softbreak", "hardbreak") else del_.content
    try:
        return figurtext(del_.meta["referens"], figurer)
    except OkandFigur:
        return "\ufffc"


def _kring(text: str, traff: re.Match[str], bredd: int = 30) -> str:
    fore, efter = max(traff.start() - bredd, 0), traff.end() + bredd
    utdrag = text[fore:efter].replace("\n", " ").replace("\ufffc", INGET).strip()
    return f"{'…' if fore else ''}{utdrag}{'…' if efter < len(text) else ''}"


def _datum(traff: re.Match[str]) -> date | None:
    try:
        if traff["iso"]:
            return date.fromisoformat(traff["iso"])
        manad = MANADER.index(traff["manad"].lower()) + 1
        return date(int(traff["ar"]), manad, int(traff["dag"]))
    except ValueError:
        return None


def _saker(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
