"""A SIE file as a stream of posts: one pass, one voucher in memory at a time.

The two records that make up nearly all of a large file are read by one pattern each. Whatever does
not fit them, and every other label, goes field by field and is told what is wrong with it.
"""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ekonomi.sie import poster
from ekonomi.sie.falt import FaltFel, dag, falten, objektlista, ore
from ekonomi.sie.fynd import Fynd, SieFel, fel, varning
from ekonomi.sie.kontrollsumma import STORSTA, Summerare
from ekonomi.sie.poster import Kontrollsumma, OkandPost, Post, Siefil, Transrad, Verifikation
from ekonomi.sie.teckenkodning import UTF16, kanna_igen
from ekonomi.sie.uppgifter import UPPGIFTER, heltal, kravda, lagg_upp

MAX_FYND = 200
NAGON_DAG = date(1, 1, 1)  # until the record's own date is read
TEXT = r'"([^"\\\x00-\x1f]*)"'
VANLIG_TRANS = re.compile(
    r"[ \t]*#TRANS[ \t]+(\w+)[ \t]+(\{[^}\\\x00-\x1f]*\})[ \t]+(-?\d{1,12}\.\d\d)"
    rf'(?:[ \t]+(?:(\d{{8}})|"")(?:[ \t]+{TEXT})?)?[ \t]*\n?'
).fullmatch
VANLIG_VER = re.compile(
    rf"[ \t]*#VER[ \t]+(\w+)[ \t]+(\w+)[ \t]+(\d{{8}})"
    rf"(?:[ \t]+{TEXT}(?:[ \t]+(\d{{8}}))?)?[ \t]*\n?"
).fullmatch
RADSLAG = {"#TRANS": poster.TRANS, "#RTRANS": poster.RTRANS, "#BTRANS": poster.BTRANS}

Kalla = Path | bytes


def oppna(kalla: Kalla) -> io.BufferedReader | io.BytesIO:
    """The file, or the bytes of an upload, as a stream of bytes."""
    return io.BytesIO(kalla) if isinstance(kalla, bytes) else kalla.open("rb")


class Lasare:
    """Iterates over the posts of one file; `fynd` fills with what could not be read.

    `borjat` stays False when the file turns out to be no SIE file at all.

    A record that can not be read is left out and named among the findings. A voucher with such a
    row is left out whole, since its sum would mislead.
    """

    def __init__(self, fil: io.BufferedReader | io.BytesIO) -> None:
        self.fil = fil
        self.teckenkodning = kanna_igen(fil)
        self.fynd: list[Fynd] = []
        self._ver: Verifikation | None = None
        self._rader: list[Transrad] | None = None  # of the voucher whose braces are open
        self._radnummer: list[int] = []
        self._skadad = False
        self._summerare: Summerare | None = None
        self.borjat = False

    @property
    def antal_fel(self) -> int:
        return sum(ett.ar_fel for ett in self.fynd)

    def __iter__(self) -> Iterator[Post]:
        if self.teckenkodning is UTF16:
            self.fynd.append(fel("Filen är i UTF-16.", ratt="Spara den i PC8, som SIE kräver."))
            return
        if not self.teckenkodning.ar_pc8:
            self.fynd.append(varning(f"Filen är inte i PC8; tolkad som {self.teckenkodning.namn}."))
        text = io.TextIOWrapper(self.fil, encoding=self.teckenkodning.codec)
        try:
            yield from self._posterna(text)
        except UnicodeDecodeError as undantag:
            self.fynd.append(
                fel(
                    f"Filen går inte att läsa som {self.teckenkodning.namn}.",
                    varde=f"byte {undantag.object[undantag.start]:#04x}",
                    ratt="Spara den i PC8, som SIE kräver.",
                )
            )
        finally:
            text.detach()

    def _posterna(self, text: Iterable[str]) -> Iterator[Post]:
        radnr = 0
        for radnr, rad in enumerate(text, 1):
            try:
                if self._rader is not None and (traff := VANLIG_TRANS(rad)):
                    konto, lista, tal, datum, fritext = traff.groups("")
                    self._rader.append(
                        Transrad(
                            "trans",
                            konto,
                            objektlista(lista),
                            int(tal[:-3] + tal[-2:]),
                            dag(datum) if datum else None,
                            fritext,
                        )
                    )
                    self._radnummer.append(radnr)
                    if self._summerare:
                        self._summerare.ta(("#TRANS", konto, lista, tal, datum, fritext))
                elif post := self._annan(rad, radnr):
                    yield post
            except FaltFel as undantag:
                self._skadad = True
                self.fynd.append(fel(str(undantag), radnr, rad.strip()[:80], undantag.ratt))
                if not self.borjat:
                    return
                if len(self.fynd) > MAX_FYND:
                    self.fynd.append(fel(f"Läsningen avbröts efter {MAX_FYND} fel.", radnr))
                    return
        self._slut(radnr)

    def _annan(self, rad: str, radnr: int) -> Post | None:
        """The post that the row completes; None when it completes none."""
        if self._ver is None and self._summerare is None and (traff := VANLIG_VER(rad)):
            self._ny_ver(["#VER", *traff.groups("")], radnr)
            return None
        rad = rad.strip(" \t\r\n\x1a\ufeff")
        if rad == "{":
            self._oppna_klammer()
            return None
        if rad == "}":
            return self._stang_klammer()
        return self._post(rad, radnr) if rad else None

    def _post(self, rad: str, radnr: int) -> Post | None:
        if not rad.startswith("#"):
            raise FaltFel(
                "Raden börjar inte med #." if self.borjat else "Filen är ingen SIE-fil.",
                "Varje post börjar med # och en etikett, den första är #FLAGGA.",
            )
        self.borjat = True
        falt = falten(rad)
        etikett = falt[0] = falt[0].upper()
        if etikett == "#KSUMMA":
            return self._ksumma(falt, radnr)
        if self._summerare:
            self._summerare.ta(falt)
        if etikett in RADSLAG:
            self._transrad(falt, radnr)
            return None
        if etikett == "#VER":
            self._ny_ver(falt, radnr)
            return None
        lasning = UPPGIFTER.get(etikett)
        return lasning(falt, radnr) if lasning else OkandPost(etikett, radnr)

    def _ny_ver(self, falt: list[str], radnr: int) -> None:
        """#VER serie vernr datum [text] [regdatum] [sign]"""
        if self._ver:
            self._avhuggen(self._ver)
        serie, nummer, datum, text, registrerad, signatur = lagg_upp(falt, 6)[:6]
        self.borjat = True
        self._skadad = False
        self._rader = None
        self._ver = ver = Verifikation(serie, nummer, NAGON_DAG, text, rad=radnr)
        kravda(falt, 3)
        ver.datum = dag(datum)
        ver.registrerad = dag(registrerad) if registrerad else None
        ver.signatur = signatur

    def _oppna_klammer(self) -> None:
        if self._ver is None or self._rader is not None:
            raise FaltFel("Klammern hör inte till någon verifikation.", "Den följer på #VER.")
        self._rader, self._radnummer = self._ver.rader, self._ver.radnummer

    def _stang_klammer(self) -> Verifikation | None:
        if self._ver is None or self._rader is None:
            raise FaltFel("Klammern avslutar ingen verifikation.", "Före den står #VER och {.")
        ver, skadad = self._ver, self._skadad
        self._ver = self._rader = None
        self._skadad = False
        return None if skadad else ver

    def _transrad(self, falt: list[str], radnr: int) -> None:
        """#TRANS #RTRANS #BTRANS konto {dim obj …} belopp [transdat] [text] [kv] [sign]"""
        if self._rader is None:
            raise FaltFel(f"{falt[0]} står utanför en verifikation.", "Raderna står inom { och }.")
        kravda(falt, 3)
        konto, lista, tal, datum, text, kvantitet, signatur = lagg_upp(falt, 7)[:7]
        self._rader.append(
            Transrad(
                RADSLAG[falt[0]],
                konto,
                objektlista(lista),
                ore(tal),
                dag(datum) if datum else None,
                text,
                kvantitet,
                signatur,
            )
        )
        self._radnummer.append(radnr)

    def _ksumma(self, falt: list[str], radnr: int) -> Post | None:
        if len(falt) == 1:
            self._summerare = Summerare()
            return None
        if self._summerare is None:
            raise FaltFel("#KSUMMA saknar sin början.", "Den första #KSUMMA står efter #FLAGGA.")
        beraknad, self._summerare = self._summerare.varde, None
        # Some programs write the sum as a signed number.
        return Kontrollsumma(heltal(falt[1], "Kontrollsumman") & STORSTA, beraknad, radnr)

    def _slut(self, radnr: int) -> None:
        """Name what the end of the file leaves open."""
        if not self.borjat:
            self.fynd.append(fel("Filen är tom.", ratt="Exportera den på nytt ur bokföringen."))
        if self._ver:
            self._avhuggen(self._ver)
        if self._summerare:
            self.fynd.append(
                fel(
                    "Filen är avhuggen: den avslutande #KSUMMA saknas.",
                    radnr,
                    ratt="Exportera den på nytt ur bokföringen.",
                )
            )

    def _avhuggen(self, ver: Verifikation) -> None:
        self.fynd.append(
            fel(
                f"Verifikation {ver.namn} avslutas inte; filen kan vara avhuggen.",
                ver.rad,
                ratt="Efter sista raden står }. Exportera filen på nytt ur bokföringen.",
            )
        )


def las_fil(kalla: Kalla, filnamn: str = "filen") -> Siefil:
    """The whole file in memory. Raises SieFel when any record could not be read."""
    innehall = Siefil()
    with oppna(kalla) as fil:
        lasare = Lasare(fil)
        for post in lasare:
            if isinstance(post, Verifikation):
                innehall.verifikationer.append(post)
            elif not isinstance(post, OkandPost | Kontrollsumma):
                innehall.uppgifter.append(post)
    if fel_ := [ett for ett in lasare.fynd if ett.ar_fel]:
        raise SieFel(filnamn, fel_)
    return innehall
