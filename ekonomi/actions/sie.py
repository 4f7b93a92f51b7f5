"""A year's ledger file into the database: checked, then stored, as one act."""

import gc
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import SEEK_END
from typing import Any

from django.db import transaction
from django.utils import timezone

from ekonomi.actions import laddning
from ekonomi.actions.laddning import Laddning
from ekonomi.actions.objektregister import Objektregister
from ekonomi.actions.sietillagg import lagg_till
from ekonomi.actions.sieutfall import Handling, Sieutfall
from ekonomi.models import Inlasning, Konto, Rakenskapsar
from ekonomi.selectors.sie import kontotyper, nasta_ars_overgang, sie_for_ar, utgaende_balanser
from ekonomi.sie.fynd import fel
from ekonomi.sie.granska import MED_VERIFIKATIONER, Bokforing, Granskning
from ekonomi.sie.las import Kalla, Lasare, oppna
from ekonomi.sie.poster import Kontrollsumma, OkandPost, Uppgift, Verifikation
from finsam.mapp.skrivning import spara

EXPORTHUVUD = 65_536  # bytes within which an export names its year
EXPORTERAD = re.compile(rb"#FLAGGA 0\r\n#KSUMMA\r\n.*?\r\n#RAR 0 (\d{4})", re.DOTALL)
Framsteg = Callable[[float], None]


def las_in_sie(
    kalla: Kalla,
    filnamn: str,
    anvandare: Any = None,
    torrkor: bool = False,
    framsteg: Framsteg = lambda andel: None,
) -> Sieutfall:
    """Read the file of a year and store it, all or nothing; on a dry run only tell the outcome.

    A file that is already the year's ledger changes nothing; another file for an open year
    replaces it. `framsteg` is told the share (0-1) of the file that is read.
    """
    with oppna(kalla) as fil:
        utfall = Sieutfall(filnamn, hashlib.file_digest(fil, "sha256").hexdigest())
        if inlast := _redan_inlast(utfall.sha256) or _egen_export(fil, utfall.sha256):
            return _oforandrat(utfall, inlast)
        with transaction.atomic(), utan_skrapsamling():
            Inlasare(utfall, anvandare, framsteg).las(fil)
            if torrkor or utfall.fel:
                transaction.set_rollback(True)
    return utfall


@contextmanager
def utan_skrapsamling() -> Iterator[None]:
    """No hunt for cycles among the rows of a large file: there are none, and it takes a tenth."""
    pa = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if pa:
            gc.enable()


def _redan_inlast(sha256: str) -> Inlasning | None:
    """The reading of these very bytes, while it still is (part of) its year's ledger."""
    for inlasning in Inlasning.objects.filter(sha256=sha256).select_related("rakenskapsar"):
        if inlasning in gallande_inlasningar(inlasning.rakenskapsar):
            return inlasning
    return None


def _egen_export(fil: io.BufferedReader | io.BytesIO, sha256: str) -> Inlasning | None:
    """The latest reading of a year, when the file is what this installation exports for it."""
    fil.seek(0)
    huvud = fil.read(EXPORTHUVUD)
    traff = EXPORTERAD.match(huvud)
    ar = Rakenskapsar.objects.filter(verksamhetsar=int(traff[1])).first() if traff else None
    gallande = gallande_inlasningar(ar) if ar else []
    if ar is None or not gallande:
        return None
    summa = hashlib.sha256()
    for del_ in sie_for_ar(ar):
        summa.update(del_)
    return gallande[0] if summa.hexdigest() == sha256 else None


def gallande_inlasningar(ar: Rakenskapsar) -> list[Inlasning]:
    """The reading that gave the year its ledger and the additions since, newest first."""
    ut = []
    for inlasning in ar.inlasningar.order_by("-pk"):
        ut.append(inlasning)
        if not inlasning.tillagg:
            break
    return ut


def _oforandrat(utfall: Sieutfall, inlasning: Inlasning) -> Sieutfall:
    utfall.handling = Handling.OFORANDRAT
    utfall.inlasning = inlasning
    utfall.verksamhetsar = inlasning.rakenskapsar.verksamhetsar
    utfall.teckenkodning = inlasning.teckenkodning
    utfall.antal_verifikationer = inlasning.antal_verifikationer
    utfall.antal_konteringar = inlasning.antal_konteringar
    return utfall


class Inlasare:
    """The steps of one reading, inside the transaction of `las_in_sie`.

    The new vouchers are written beside the year's old ones while the file is read; the old ones go
    when everything has been checked.
    """

    def __init__(self, utfall: Sieutfall, anvandare: Any, framsteg: Framsteg) -> None:
        self.utfall = utfall
        self.anvandare = anvandare
        self.framsteg = framsteg
        self.konton = dict(Konto.objects.values_list("nummer", "pk"))
        self.granskning = Granskning(
            Bokforing(kontotyper(), utgaende_balanser, timezone.localdate())
        )
        self.uppgifter: list[Uppgift] = []
        self.ar: Rakenskapsar | None = None
        self.laddning: Laddning | None = None

    def las(self, fil: io.BufferedReader | io.BytesIO) -> None:
        lasare, granskning = Lasare(fil), self.granskning
        try:
            self._las_posterna(lasare)
        except BaseException:
            if self.laddning:
                self.laddning.avbryt()
            raise
        if lasare.borjat:
            granskning.avsluta(hel=not lasare.antal_fel)
        if not (granskning.antal_fel or lasare.antal_fel):
            self._ersatt()
        self.utfall.fynd = sorted(lasare.fynd + granskning.fynd, key=lambda ett: ett.rad or 0)
        self.utfall.teckenkodning = lasare.teckenkodning.namn
        self.utfall.antal_verifikationer = granskning.antal_verifikationer
        self.utfall.antal_konteringar = granskning.antal_konteringar
        if not self.utfall.fel:
            self._anteckna()

    def _las_posterna(self, lasare: Lasare) -> None:
        langd = lasare.fil.seek(0, SEEK_END) or 1
        lasare.fil.seek(0)
        granskning = self.granskning
        for post in lasare:
            granskning.ta(post)
            if isinstance(post, Verifikation):
                if not (granskning.antal_fel or (lasare.fynd and lasare.antal_fel)) and self._ladda(
                    post
                ):
                    self.framsteg(lasare.fil.tell() / langd)
            elif not isinstance(post, OkandPost | Kontrollsumma):
                self.uppgifter.append(post)
        if self.laddning:
            self.laddning.skriv()

    def _ladda(self, post: Verifikation) -> bool:
        """Write a voucher with its batch; True when a batch was written."""
        if self.laddning is None:
            self._borja()
        return self.laddning is not None and self.laddning.ta(post)

    def _borja(self) -> None:
        """Find or make the year, and be ready to write; a closed year is refused."""
        granskning = self.granskning
        if granskning.sietyp != MED_VERIFIKATIONER:
            granskning.lagg(
                fel(
                    f"Filen är SIE typ {granskning.sietyp} och saknar verifikationer.",
                    ratt="Exportera typ 4 (4E) ur bokföringen.",
                )
            )
        if granskning.rakenskapsar is None or granskning.antal_fel:
            return
        start, slut = granskning.rakenskapsar
        self.ar = Rakenskapsar.objects.select_for_update().filter(verksamhetsar=start.year).first()
        if self.ar and self.ar.stangt_at:
            granskning.lagg(
                fel(
                    f"Perioden {self.ar} är låst sedan {timezone.localdate(self.ar.stangt_at)}.",
                    ratt="Öppna räkenskapsåret innan filen läses in.",
                )
            )
            return
        self.ar = self.ar or Rakenskapsar(verksamhetsar=start.year)
        if (self.ar.start, self.ar.slut) != (start, slut):
            self.ar.start, self.ar.slut = start, slut
            spara(self.ar, self.anvandare, self.utfall.filnamn)
        objekt = Objektregister(self.uppgifter)
        self.laddning = Laddning(self.ar, self.konton, objekt)

    def _ersatt(self) -> None:
        """Put the new ledger in the old one's place; a file of vouchers only adds to it."""
        granskning = self.granskning
        if self.laddning is None:
            self._borja()
        if self.laddning is None or self.ar is None:
            return
        if granskning.rakenskapsar != (self.ar.start, self.ar.slut):
            granskning.lagg(fel("#RAR står efter verifikationerna.", ratt="Den hör till huvudet."))
        elif granskning.enbart_verifikationer:
            lagg_till(self.ar, self.laddning.forsta_id, self.uppgifter, granskning)
        else:
            laddning.rensa(self.ar, fore=self.laddning.forsta_id)
            laddning.skriv_uppgifter(self.ar, self.uppgifter)
            laddning.skriv_ingaende(
                self.ar,
                [
                    (self.konton[konto], ore)
                    for konto, ore in granskning.saldon.belopp("IB").items()
                    if ore
                ],
            )
            laddning.rakna_rorelse(self.ar)
            for ett in nasta_ars_overgang(self.ar):
                granskning.lagg(ett)

    def _anteckna(self) -> None:
        """The act as a row of the history."""
        if self.ar is None:
            return
        utfall, tillagg = self.utfall, self.granskning.enbart_verifikationer
        gallande = gallande_inlasningar(self.ar)
        ersatter = None if tillagg or not gallande else gallande[-1]
        utfall.verksamhetsar = self.ar.verksamhetsar
        utfall.handling = (
            Handling.TILLAGT if tillagg else Handling.ERSATT if ersatter else Handling.NYTT
        )
        utfall.inlasning = Inlasning(
            rakenskapsar=self.ar,
            filnamn=utfall.filnamn[:200],
            sha256=utfall.sha256,
            teckenkodning=utfall.teckenkodning,
            inlast_av=self.anvandare,
            antal_verifikationer=utfall.antal_verifikationer,
            antal_konteringar=utfall.antal_konteringar,
            tillagg=tillagg,
            anmarkningar=[ett.mening for ett in utfall.varningar],
            ersatter=ersatter,
        )
        spara(utfall.inlasning, self.anvandare, utfall.filnamn)
