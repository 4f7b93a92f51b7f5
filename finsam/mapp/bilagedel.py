"""bilagor.csv and bilagor/: the attachments of every room, each with the row it belongs to."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import PurePath
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import transaction

from finsam.filtyper import OtillatenFil, filtyp
from finsam.mapp.delar import Tillfalle, alla_delar
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.las import Lasvakt
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.mapp.skrivning import Tabell, celltext, hamtat
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Bilaga
from finsam.models.bilaga import lagringsnamn
from finsam.permissions import Ratt
from finsam.tabular.cells import Tidpunkt
from finsam.tabular.export import Exportkolumn, csv_bytes
from finsam.tabular.location import Anmarkning, Filfel, Plats
from finsam.tabular.reading import las_tabell

LISTA = "bilagor.csv"
MELLAN = " / "
TIDPUNKT = Tidpunkt()
RUBRIKER = ("Hör till", "Rad", "Filnamn", "Fil", "Uppladdad")


@dataclass(frozen=True)
class Agare:
    """The rows of one kind that attachments belong to, as the folder's files name them."""

    modell: Any  # A subclass of Bilaga: the abstract one has no owner.
    namn: str
    tabell: Tabell

    def nyckeltext(self, agare: Any) -> str:
        """ "12 / 2024-K1 / 1": the row's natural key, each part as its own file writes it."""
        kolumner: Mapping[str, Kolumn] = {k.falt: k for k in self.tabell.kolumner}
        return MELLAN.join(
            celltext(kolumner[falt], hamtat(kolumner[falt], agare)) for falt in self.tabell.nyckel
        )

    def rader(self) -> dict[str, Any]:
        return {self.nyckeltext(rad): rad for rad in self.tabell.rader()}


def _agare() -> Iterator[Agare]:
    """Every kind of attachment whose owners have a file in the folder."""
    tabeller = {d.tabell.model: d for d in alla_delar() if isinstance(d, Tabellfil)}
    modeller: Iterable[Any] = apps.get_models()
    for modell in modeller:
        if issubclass(modell, Bilaga):
            agarmodell = modell._meta.get_field("agare").related_model
            del_ = tabeller[agarmodell]
            yield Agare(modell, del_.namn, del_.tabell)


def _filnamn(bilaga: Bilaga) -> str:
    return f"bilagor/{bilaga.sha256}{PurePath(bilaga.filnamn).suffix.lower()}"


class Bilagedel:
    """All attachments. Read last of all, when the rows that they belong to are there."""

    namn = "bilagor"
    rubrik = "Bilagor"
    filmonster = (LISTA, "bilagor/*")
    ratt = Ratt.INSATSER_ANDRA

    def exportera(self) -> Iterable[Utfil]:
        rader = []
        filer: dict[str, Bilaga] = {}
        for slag in _agare():
            for bilaga in slag.modell._default_manager.select_related("agare").order_by("pk"):
                filer[_filnamn(bilaga)] = bilaga
                nyckel = slag.nyckeltext(bilaga.agare)
                uppladdad = TIDPUNKT.skriv(bilaga.uppladdad_at)
                rader.append((slag.namn, nyckel, bilaga.filnamn, _filnamn(bilaga), uppladdad))
        if not rader:
            return
        kolumner = [
            Exportkolumn(rubrik, itemgetter(nr), "text") for nr, rubrik in enumerate(RUBRIKER)
        ]
        yield Utfil(LISTA, csv_bytes(kolumner, sorted(rader)))
        for namn in sorted(filer):
            with filer[namn].fil.open("rb") as fil:
                yield Utfil(namn, fil.read())

    def mallar(self) -> Iterable[Utfil]:
        return ()

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        rapport = Filrapport(LISTA, self.rubrik)
        filer = {kalla.namn.lower(): kalla for kalla in kallor}
        lista = filer.pop(LISTA, None)
        if lista is None:
            text = f"Filen {LISTA} saknas: den säger vad filerna i bilagor/ hör till."
            rapport.fel.append(Anmarkning(Plats(LISTA), text))
            return [rapport]
        try:
            Bilagelasning(rapport, filer, tillfalle).las(lista)
        except Filfel as fel:
            rapport.fel.append(fel.anmarkning)
        return [rapport]


class Bilagelasning:
    """The reading of the list and its files; `las` once."""

    def __init__(
        self, rapport: Filrapport, filer: Mapping[str, Filkalla], tillfalle: Tillfalle
    ) -> None:
        self.rapport, self.filer, self.tillfalle = rapport, filer, tillfalle
        self.slag = {slag.namn: slag for slag in _agare()}
        self.agare: dict[str, dict[str, Any]] = {}
        self.upptagna: set[str] = set()

    def las(self, lista: Filkalla) -> None:
        tabell = las_tabell(lista.namn, lista.innehall())
        for rubrik in RUBRIKER:
            if rubrik not in tabell.rubriker:
                raise Filfel(tabell.plats, f"Filen saknar kolumnen ”{rubrik}”.")
        lagen = [tabell.rubriker.index(rubrik) for rubrik in RUBRIKER]
        for nr, rad in enumerate(tabell.rader, start=1):
            celler = [rad.celler[lage] if lage < len(rad.celler) else "" for lage in lagen]
            try:
                self._las_rad(Plats(tabell.plats.fil, tabell.plats.blad, rad.nr), *celler)
            except Filfel as fel:
                self.rapport.fel.append(fel.anmarkning)
            self.tillfalle.framsteg(nr / len(tabell.rader))

    def _las_rad(
        self, plats: Plats, namn: str, nyckel: str, filnamn: str, fil: str, nar: str
    ) -> None:
        slag = self.slag.get(namn)
        if slag is None:
            raise Filfel(plats, f"”{namn}” har inga bilagor. Välj ett av: {', '.join(self.slag)}.")
        if namn not in self.agare:
            self.agare[namn] = slag.rader()
        agare = self.agare[namn].get(nyckel)
        if agare is None:
            raise Filfel(plats, f"Raden ”{nyckel}” finns inte i {namn}.")
        innehall = self._innehall(plats, filnamn, fil)
        sha256 = hashlib.sha256(innehall).hexdigest()
        if slag.modell._default_manager.filter(agare=agare, sha256=sha256).exists():
            self.rapport.oforandrade += 1
            return
        if hinder := Lasvakt(slag.tabell.las, self.tillfalle.oppnade).hinder(agare):
            raise Filfel(plats, hinder)
        bilaga = slag.modell(agare=agare, filnamn=filnamn, storlek=len(innehall), sha256=sha256)
        self._spara(bilaga, innehall, nar)
        self.rapport.rader.append(Planrad(plats.rad, filnamn, Handling.NY))

    def _innehall(self, plats: Plats, filnamn: str, fil: str) -> bytes:
        """The file's bytes, judged as when they are handed in. Raises Filfel."""
        kalla = self.filer.get(fil.lower())
        if kalla is None:
            raise Filfel(plats, f"Filen ”{fil}” saknas i mappen.")
        innehall = kalla.innehall()
        try:
            filtyp(innehall, filnamn)
        except OtillatenFil as skal:
            raise Filfel(plats, f"{filnamn}: {skal}") from skal
        return innehall

    def _spara(self, bilaga: Bilaga, innehall: bytes, nar: str) -> None:
        """The row now, the file when the whole folder holds: a dry run leaves nothing behind."""
        lager = bilaga._meta.get_field("fil").storage  # type: ignore[union-attr]
        plats = lager.get_available_name(lagringsnamn(bilaga, ""))
        while plats in self.upptagna:
            plats = lager.get_alternative_name(plats, "")
        self.upptagna.add(plats)
        bilaga.fil.name = plats
        bilaga.save()
        if nar:  # Written over: a row says by itself when it was made.
            tid = {"uppladdad_at": TIDPUNKT.las(nar)}
            type(bilaga)._default_manager.filter(pk=bilaga.pk).update(**tid)
        transaction.on_commit(lambda: _skriv(lager, plats, innehall))


def _skriv(lager: Any, plats: str, innehall: bytes) -> None:
    lager.save(plats, ContentFile(innehall))
