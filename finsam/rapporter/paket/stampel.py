"""Page and annex numbers stamped on every page, where the reader sees its foot and its head.

Whatever the page's size, rotation and crop, the stamp stands upright in the visible corners, as
an artifact, on a light ground that lets dark pages through no further than can be read.
"""

import re
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

import pikepdf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from finsam.rapporter.paket.uppslag import varde
from finsam.rapporter.render.avtryck import TYPSNITT

TECKEN = "".join(map(chr, (*range(32, 127), 0xC4, 0xC5, 0xD6, 0xE4, 0xE5, 0xF6)))
FORSTA, SISTA = 32, 255
# Points on a page as wide as A4; others in proportion, so that they look alike on a screen.
A4_BREDD, GRAD, KANT, LUFT = 595, 8.5, 20, 3
MINSTA_SKALA = 0.2
TEXTFARG, GRUND = "0.106 0.141 0.188 rg", "1 1 1 rg"
HORN = ("xMin", "yMin", "xMax", "yMax")
TYPSNITTSNAMN, LAGERNAMN = "/FinsamStampel", "/FinsamLjus"
# Bytes of one stream of a page, and how many times its size a packed one can hold.
STORSTA_INNEHALL, STORSTA_KVOT = 20_000_000, 1_032
# A word by itself. The letter comes first: it is looked for much faster than what is around it.
SPARAR, ATERSTALLER = re.compile(rb"q(?!\S)(?<!\Sq)"), re.compile(rb"Q(?!\S)(?<!\SQ)")
Ruta = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Typsnitt:
    packad: bytes
    langd: int
    bredder: tuple[int, ...]
    matt: tuple[int, ...]
    over: int
    under: int


class Stamplare:
    """Stamps the pages of one PDF; font and ground are kept once in it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.typsnitt = _typsnittsobjekt(pdf)
        self.ljus = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.85))
        self.spara, self.aterstall = (pdf.make_stream(b"q\n"), pdf.make_stream(b"\nQ\n"))
        self.forsedda: set[tuple[int, int]] = set()

    def stampla(self, sida: pikepdf.Page, fot: str, huvud: str = "") -> None:
        """`fot` in the lower right corner as the page is seen, `huvud` in the upper right."""
        synlig = x0, y0, x1, y1 = _synlig(sida)
        rotation = sida.rotation % 360
        bredd, hojd = x1 - x0, y1 - y0
        if rotation in (90, 270):
            bredd, hojd = hojd, bredd
        skala = max(bredd and min(bredd, hojd) / A4_BREDD, MINSTA_SKALA)
        rader = [_matris(rotation, synlig), _text(fot, bredd - KANT * skala, KANT * skala, skala)]
        if huvud:
            topp = hojd - (KANT + GRAD) * skala
            rader.append(_text(huvud, bredd - KANT * skala, topp, skala))
        innehall = "/Artifact <</Type /Pagination>> BDC\nq\n" + "\n".join(rader) + "\nQ\nEMC"
        self._lagg_till(sida, innehall.encode("cp1252", "replace"))

    def _lagg_till(self, sida: pikepdf.Page, innehall: bytes) -> None:
        """After what the page holds, whose own graphics state is kept out of the way."""
        self._forse(sida.obj)
        strommar = _strommar(sida.obj)
        extra = oppna_lagen(sida, strommar)
        stampel = self.pdf.make_stream(innehall)
        sida.obj.Contents = pikepdf.Array(
            [self.spara, *strommar, *[self.aterstall] * (extra + 1), stampel]
        )

    def _forse(self, sida: pikepdf.Object) -> None:
        """The page's resources with what the stamp needs; those that pages share, once."""
        if "/Resources" not in sida:
            sida.Resources = pikepdf.Dictionary()
        resurser = sida.Resources
        if resurser.is_indirect:
            if resurser.objgen in self.forsedda:
                return
            self.forsedda.add(resurser.objgen)
        for slag, namn, objekt in (
            ("/Font", TYPSNITTSNAMN, self.typsnitt),
            ("/ExtGState", LAGERNAMN, self.ljus),
        ):
            if slag not in resurser:
                resurser[slag] = pikepdf.Dictionary()
            resurser[slag][namn] = objekt


# The annex number is the same on page after page.
@lru_cache(maxsize=100)
def _text(text: str, hoger: float, fot: float, skala: float) -> str:
    """The text on its ground, ending at `hoger` and standing on `fot`."""
    grad, luft = GRAD * skala, LUFT * skala
    bredd = _bredd(text) * grad / 1000
    x, y = hoger - bredd, fot
    ruta = f"{x - luft:.2f} {y - luft:.2f} {bredd + 2 * luft:.2f} {grad + 1.4 * luft:.2f} re f"
    saker = _lasbar(text).replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return (
        f"q {LAGERNAMN} gs {GRUND} {ruta} Q\n"
        f"BT {TEXTFARG} {TYPSNITTSNAMN} {grad:.2f} Tf {x:.2f} {y:.2f} Td ({saker}) Tj ET"
    )


def _strommar(sida: pikepdf.Object) -> list[pikepdf.Object]:
    if "/Contents" not in sida:
        return []
    innehall = sida.Contents
    return list(innehall.as_list()) if isinstance(innehall, pikepdf.Array) else [innehall]


def oppna_lagen(sida: pikepdf.Page, strommar: list[pikepdf.Object]) -> int:
    """How many graphics states the page's content leaves open: none, unless it is faulty.

    Counted roughly first, since reading every operator takes its time and nearly all are right.
    Content that unpacks beyond reason is left as it is.
    """
    try:
        if sum(overvikt(_uppackad(strom)) for strom in strommar) == 0:
            return 0
        djup = 0
        for steg in pikepdf.parse_content_stream(sida, "q Q"):
            djup = max(djup + (1 if str(steg.operator) == "q" else -1), 0)
        return djup
    except (pikepdf.PdfError, zlib.error, _Orimlig):
        return 0


def overvikt(innehall: bytes) -> int:
    """By how many the words q are more than the words Q; in texts, too, which are not left out."""
    return len(SPARAR.findall(innehall)) - len(ATERSTALLER.findall(innehall))


class _Orimlig(Exception):
    """A page's content is larger than any page needs."""


def _uppackad(strom: pikepdf.Object) -> bytes:
    """What the stream holds. Raises _Orimlig when that is more than STORSTA_INNEHALL."""
    ra, satt = strom.read_raw_bytes(), _packad(strom)
    if not satt:
        return _rimlig(ra)
    if satt == [pikepdf.Name.FlateDecode]:
        innehall = _rimlig(zlib.decompressobj().decompress(ra, STORSTA_INNEHALL + 1))
        # What was done to it before it was packed made it no smaller.
        return strom.read_bytes() if "/DecodeParms" in strom else innehall
    # Other ways of packing are rare; a small one cannot swell beyond the bound.
    if len(ra) > STORSTA_INNEHALL // STORSTA_KVOT:
        raise _Orimlig
    return strom.read_bytes()


def _packad(strom: pikepdf.Object) -> list[pikepdf.Object]:
    """The ways in which the stream is packed, one on another; none for one that is not."""
    satt = varde(strom, "/Filter")
    if satt is None:
        return []
    return list(satt.as_list()) if isinstance(satt, pikepdf.Array) else [satt]


def _rimlig(innehall: bytes) -> bytes:
    if len(innehall) > STORSTA_INNEHALL:
        raise _Orimlig
    return innehall


def _bredd(text: str) -> int:
    """In thousandths of the size."""
    bredder = _typsnitt().bredder
    return sum(bredder[ord(t) - FORSTA] for t in _lasbar(text))


def _lasbar(text: str) -> str:
    return "".join(t if FORSTA <= ord(t) <= SISTA else "?" for t in text)


def _synlig(sida: pikepdf.Page) -> Ruta:
    """The corners of what is seen: the crop box within the media box."""
    media = _ruta(sida.mediabox)
    if "/CropBox" not in sida.obj:
        return media
    snitt = _ruta(sida.cropbox)
    ruta = (
        max(media[0], snitt[0]),
        max(media[1], snitt[1]),
        min(media[2], snitt[2]),
        min(media[3], snitt[3]),
    )
    return ruta if ruta[0] < ruta[2] and ruta[1] < ruta[3] else media


def _ruta(matt: pikepdf.Object) -> Ruta:
    try:
        return _tal(matt.unparse(resolved=True))
    # A number that stands somewhere else in the file.
    except ValueError:
        return _ordnad(*map(float, matt.as_list()))  # type: ignore[arg-type]  # four numbers


@lru_cache(maxsize=100)
def _tal(matt: bytes) -> Ruta:
    """Of "[ 0 0 595 842 ]", as most pages have it."""
    return _ordnad(*map(float, matt.strip(b"[] ").split()))


def _ordnad(a: float, b: float, c: float, d: float) -> Ruta:
    return min(a, c), min(b, d), max(a, c), max(b, d)


@cache
def _matris(rotation: int, synlig: Ruta) -> str:
    """From what is seen, with its lower left corner at 0,0, to the page's own coordinates."""
    x0, y0, x1, y1 = synlig
    matriser = {
        0: (1, 0, 0, 1, x0, y0),
        90: (0, 1, -1, 0, x1, y0),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, -1, 1, 0, x0, y1),
    }
    return " ".join(f"{tal:.2f}" for tal in matriser.get(rotation, matriser[0])) + " cm"


@cache
def _typsnitt() -> _Typsnitt:
    """The house's typeface with the letters that a stamp may hold."""
    val = Options()
    val.drop_tables += ["GPOS", "GSUB", "GDEF", "BASE", "STAT"]
    val.notdef_outline = True
    typsnitt = TTFont(TYPSNITT[1], recalcTimestamp=False)
    delare = Subsetter(val)
    delare.populate(text=TECKEN)
    delare.subset(typsnitt)
    typsnitt.flavor = None
    ut = BytesIO()
    typsnitt.save(ut, reorderTables=False)
    karta, bredder = typsnitt.getBestCmap(), typsnitt["hmtx"]
    skala = 1000 / typsnitt["head"].unitsPerEm
    tecken = [bytes([nr]).decode("cp1252", "replace") for nr in range(FORSTA, SISTA + 1)]
    return _Typsnitt(
        packad=zlib.compress(ut.getvalue()),
        langd=ut.tell(),
        bredder=tuple(round(bredder[karta.get(ord(t), ".notdef")][0] * skala) for t in tecken),
        matt=tuple(round(getattr(typsnitt["head"], namn) * skala) for namn in HORN),
        over=round(typsnitt["hhea"].ascent * skala),
        under=round(typsnitt["hhea"].descent * skala),
    )


def _typsnittsobjekt(pdf: pikepdf.Pdf) -> pikepdf.Object:
    data = _typsnitt()
    namn = pikepdf.Name("/FINSAM+SourceSans3-Semibold")
    fil = pdf.make_stream(data.packad, Length1=data.langd, Filter=pikepdf.Name.FlateDecode)
    beskrivning = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=namn, Flags=32, FontBBox=list(data.matt),
        ItalicAngle=0, Ascent=data.over, Descent=data.under, CapHeight=data.over, StemV=100,
        FontFile2=fil,
    )  # fmt: skip
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=namn,
            Encoding=pikepdf.Name.WinAnsiEncoding, FirstChar=FORSTA, LastChar=SISTA,
            Widths=list(data.bredder), FontDescriptor=pdf.make_indirect(beskrivning),
        )
    )  # fmt: skip
