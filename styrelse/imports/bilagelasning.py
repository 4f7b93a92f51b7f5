"""The reading of arendebilagor.csv: each row as an annex, or a Swedish sentence why not."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla
from finsam.mapp.las import Las, Lasvakt
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.models.bilaga import lagringsnamn
from finsam.tabular.cells import Cellfel, Heltal, JaNej, Tidpunkt, Val
from finsam.tabular.location import Filfel, Plats
from finsam.tabular.reading import las_tabell
from styrelse import amnen
from styrelse.actions.arende import dokument_som_bilaga, kontrollsumma
from styrelse.bilagefil import granska
from styrelse.choices import Bilageslag
from styrelse.imports.arenden import arendets_las
from styrelse.models import Arende, Arendebilaga

KRAVDA = ("Ärende", "Ordning", "Titel")
RUBRIKER = (
    *KRAVDA,
    *("Slag", "Hör till skrivelsen", "Dokument", "Period", "Källa", "Filnamn", "Fil"),
    *("Kontrollsumma", "Ersatt av", "Bifogad"),
)
LAS = Las(arendets_las)
FRYSFEL = "Dokumentet ”{dokument} {period}” kan inte göras: {skal}"
Rad = Mapping[str, str]


class Bilagelasning:
    """The reading of the list and its files; `las` once."""

    def __init__(
        self, rapport: Filrapport, filer: Mapping[str, Filkalla], tillfalle: Tillfalle
    ) -> None:
        self.rapport, self.filer, self.tillfalle = rapport, filer, tillfalle
        self.arenden = {a.diarienummer: a for a in Arende.objects.all()}
        self.upptagna: set[str] = set()
        self.ersatta: list[tuple[Plats, Arendebilaga, str]] = []

    def las(self, lista: Filkalla) -> None:
        tabell = las_tabell(lista.namn, lista.innehall())
        for rubrik in KRAVDA:
            if rubrik not in tabell.rubriker:
                raise Filfel(tabell.plats, f"Filen saknar kolumnen ”{rubrik}”.")
        for nr, rad in enumerate(tabell.rader, start=1):
            celler = dict(zip(tabell.rubriker, rad.celler, strict=False))
            plats = Plats(tabell.plats.fil, tabell.plats.blad, rad.nr)
            try:
                self._rad(plats, {namn: celler.get(namn, "").strip() for namn in RUBRIKER})
            except (Cellfel, ValidationError) as fel:
                texter = fel.messages if isinstance(fel, ValidationError) else [str(fel)]
                self.rapport.fel += [Filfel(plats, text).anmarkning for text in texter]
            except Filfel as fel:
                self.rapport.fel.append(fel.anmarkning)
            self.tillfalle.framsteg(nr / len(tabell.rader))
        self._peka_ersatta()

    def _rad(self, plats: Plats, rad: Rad) -> None:
        arende = self.arenden.get(rad["Ärende"])
        if arende is None:
            raise Filfel(plats, f"Ärendet ”{rad['Ärende']}” finns inte i arenden.csv.")
        if self._finns(arende, rad):
            self.rapport.oforandrade += 1
            return
        if hinder := Lasvakt(LAS, self.tillfalle.oppnade).hinder(arende):
            raise Filfel(plats, hinder)
        bilaga, innehall = self._dokument(rad) if not rad["Fil"] else self._ur_fil(plats, rad)
        bilaga.arende, bilaga.ordning = arende, Heltal().las(rad["Ordning"] or "0")
        bilaga.titel = rad["Titel"] or bilaga.titel
        bilaga.i_skrivelsen = JaNej().las(rad["Hör till skrivelsen"] or "nej")
        if arende.bilagor.filter(sha256=bilaga.sha256, ersatt_av=None).exists():
            self.rapport.oforandrade += 1
            return
        self._spara(bilaga, innehall, rad["Bifogad"])
        if rad["Ersatt av"]:
            self.ersatta.append((plats, bilaga, rad["Ersatt av"]))
        self.rapport.rader.append(Planrad(plats.rad, bilaga.titel, Handling.NY))

    def _finns(self, arende: Arende, rad: Rad) -> bool:
        """Whether the annex is there: by its hash, or made before from the same document."""
        if rad["Kontrollsumma"]:
            return bool(arende.bilagor.filter(sha256=rad["Kontrollsumma"]).exists())
        kalla = f"{rad['Dokument']} {rad['Period']}"
        return bool(rad["Dokument"]) and arende.bilagor.filter(kalla=kalla).exists()

    def _dokument(self, rad: Rad) -> tuple[Arendebilaga, bytes]:
        """The document of the row, made now and frozen. Raises ValidationError in Swedish."""
        dokument, period = rad["Dokument"], rad["Period"]
        if not dokument:
            raise ValidationError("Ange en fil, eller ett dokument och en period.")
        try:
            fryst = amnen.frys(dokument, period)
        except ValidationError as fel:
            skal = " ".join(fel.messages)
            text = FRYSFEL.format(dokument=dokument, period=period, skal=skal)
            raise ValidationError(text) from fel
        return dokument_som_bilaga(fryst.data, fryst.titel, fryst.kalla, fryst.slag), b""

    def _ur_fil(self, plats: Plats, rad: Rad) -> tuple[Arendebilaga, bytes]:
        kalla = self.filer.get(rad["Fil"].lower())
        if kalla is None:
            raise Filfel(plats, f"Filen ”{rad['Fil']}” saknas i mappen.")
        innehall = kalla.innehall()
        slag = Val(Bilageslag).las(rad["Slag"]) if rad["Slag"] else Bilageslag.UPPLADDAD
        if slag != Bilageslag.UPPLADDAD:
            data = _fryst(rad, innehall)
            return dokument_som_bilaga(data, rad["Titel"], rad["Källa"], slag), b""
        namn = rad["Filnamn"] or rad["Fil"].rpartition("/")[2]
        bilaga = Arendebilaga(
            titel=namn,
            slag=slag,
            kalla=rad["Källa"],
            filnamn=namn,
            sidor=granska(innehall, namn),
            sha256=hashlib.sha256(innehall).hexdigest(),
        )
        return bilaga, innehall

    def _spara(self, bilaga: Arendebilaga, innehall: bytes, nar: str) -> None:
        """The row now, the file when the whole folder holds: a dry run leaves nothing behind."""
        if innehall:
            bilaga.fil.name = self._plats(bilaga)
            lager, namn = bilaga.fil.storage, bilaga.fil.name
            transaction.on_commit(lambda: lager.save(namn, ContentFile(innehall)))
        bilaga.bifogad_av = self.tillfalle.anvandare
        bilaga.full_clean()
        bilaga.save()
        if nar:  # Written over: a row says by itself when it was made.
            bilaga.bifogad_at = Tidpunkt().las(nar)
            bilaga.save()

    def _plats(self, bilaga: Arendebilaga) -> str:
        """Where the file will lie: no other file of this reading or from before lies there."""
        lager = bilaga.fil.storage
        plats = str(lager.get_available_name(lagringsnamn(bilaga, "")))
        while plats in self.upptagna:
            plats = str(lager.get_alternative_name(plats, ""))
        self.upptagna.add(plats)
        return plats

    def _peka_ersatta(self) -> None:
        for plats, bilaga, sha256 in self.ersatta:
            ny = bilaga.arende.bilagor.filter(sha256=sha256).exclude(pk=bilaga.pk).first()
            if ny is None:
                text = f"Bilagan som ersätter ”{bilaga.titel}” finns inte i filen."
                self.rapport.fel.append(Filfel(plats, text).anmarkning)
                continue
            bilaga.ersatt_av = ny
            bilaga.save()


def _fryst(rad: Rad, innehall: bytes) -> dict[str, Any]:
    """The frozen document in a file. Raises ValidationError for another than the list says."""
    try:
        data: dict[str, Any] = json.loads(innehall)
    except ValueError as fel:
        raise ValidationError(f"Filen ”{rad['Fil']}” är inte JSON.") from fel
    if rad["Kontrollsumma"] and kontrollsumma(data) != rad["Kontrollsumma"]:
        raise ValidationError(f"Filen ”{rad['Fil']}” har ändrats sedan den skrevs.")
    return data
