"""Documents as what a matter is about: frozen with it, and fastställda as the meeting saw them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from finsam.models import Anvandare, Forbund
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.permissions import Ratt
from finsam.rapporter.actions import RodaKontroller, faststall, krav_gront
from finsam.rapporter.arets_dokument import med_samma_tal
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.models import FaststalldRapport
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.render.json_las import las
from finsam.rapporter.scenarioamne import SCENARIO
from finsam.rapporter.selectors import (
    UnderlagSaknas,
    rapportlista,
    senaste_faststallda,
    textmaterial,
)
from finsam.rapporter.slag import BYGGARE, OFFENTLIGA, build, publicerad
from styrelse.amnen import (
    RAPPORT,
    Amne,
    Amnesslag,
    Arendeutkast,
    Bilageutkast,
    Fryst,
    GorsForHand,
    Motesbeslut,
)
from styrelse.choices import Beslutstyp, Bilageslag

# Told for information: a meeting that accepts them has decided nothing about them.
TILL_HANDLINGARNA = frozenset(
    {Rapportslag.BESLUTSUTRYMME, Rapportslag.BUDGETUPPFOLJNING, Rapportslag.ANSVARSFRIHET}
)
UTAN_SKAL = "Rapporten är redan fastställd. Skriv skälet till rättelsen."
ANTAR = (Beslutstyp.BIFALL, Beslutstyp.ANDRAT)
INTERN = (
    "Bilagan är den interna versionen med små antal. Ersätt den med den som publiceras "
    "innan rapporten fastställs."
)
RODA_RAD = (
    "Ge ett undantag med skäl på rapportens sida Kontroller, eller anteckna hur beslutet utförs "
    "för hand."
)
ANDRAD = "Mötet ändrade rapporten: gör ändringen och fastställ den nya versionen på dess sida."


def bygg(nyckel: str, internt: bool = False) -> Fryst:
    """The document as it is now, small counts hidden unless it is `internt`.

    Raises ValidationError in Swedish when it cannot be made.
    """
    slag, _, kod = nyckel.partition(" ")
    idag = timezone.localdate()
    try:
        rapport = med_samma_tal(build(slag, las_period(kod), idag), idag)
    except (OgiltigPeriod, UnderlagSaknas) as fel:
        raise ValidationError(str(fel)) from fel
    data = som_data(rapport if internt else publicerad(rapport))
    return Fryst(data, rapport.titel, f"{slag} {rapport.period.kod}", Bilageslag.RAPPORT)


def _dokument(nyckel: str) -> tuple[str, Period]:
    """ "delarsrapport 2021-H1" as kind and period. Raises OgiltigPeriod for another text."""
    slag, _, kod = nyckel.partition(" ")
    if slag not in BYGGARE:
        raise OgiltigPeriod(f"”{slag}” är inget dokument.")
    return slag, las_period(kod)


def _kravd(nyckel: str) -> tuple[str, Period]:
    """The same. Raises ValidationError in Swedish for another text."""
    try:
        return _dokument(nyckel)
    except OgiltigPeriod as fel:
        raise ValidationError(str(fel)) from fel


def _kandidater(idag: date) -> list[Amne]:
    return [_amne(rad.slag, las_period(rad.period), rad.faststalld) for rad in rapportlista()]


def _hitta(nyckel: str) -> Amne | None:
    try:
        slag, period = _dokument(nyckel)
    except OgiltigPeriod:
        return None
    return _amne(slag, period, senaste_faststallda(slag, period))


def _amne(slag: str, period: Period, version: FaststalldRapport | None) -> Amne:
    return Amne(
        slag=RAPPORT,
        nyckel=f"{slag} {period.kod}",
        namn=_namn(slag, period),
        adress=reverse("rapporter:rapport_detail", args=[slag, period]),
        lage=f"Fastställd {version.beslutat}" if version else "Utkast",
    )


def _namn(slag: str, period: Period) -> str:
    return f"{Rapportslag(slag).label} {period.namn}"


def _utkast(nyckel: str) -> Arendeutkast:
    slag, period = _dokument(nyckel)
    namn = _namn(slag, period)
    sats = f"att lägga {namn[0].lower()}{namn[1:]} till handlingarna"
    if slag not in TILL_HANDLINGARNA:
        sats = f"att fastställa {namn[0].lower()}{namn[1:]} enligt bilaga"
    return Arendeutkast(namn, sats, bilagor=(Bilageutkast(slag, period.kod, namn),))


class RattelseForm(forms.Form):
    """Why an earlier version is corrected; nothing is asked where there is none."""

    skal = forms.CharField(label="Skäl till rättelse", max_length=300, required=False)

    def __init__(self, nyckel: str, data: Any = None) -> None:
        super().__init__(data)
        if not senaste_faststallda(*_dokument(nyckel)):
            del self.fields["skal"]


def _rattelseform(nyckel: str, utfall: str, data: Any) -> RattelseForm | None:
    slag, _, _ = nyckel.partition(" ")
    faststalls = utfall == Beslutstyp.BIFALL and slag not in TILL_HANDLINGARNA
    return RattelseForm(nyckel, data) if faststalls and _hitta(nyckel) else None


def _redan(beslut: Motesbeslut) -> FaststalldRapport | None:
    """The version that has the decision already, from the report's own page; or None."""
    slag, period = _dokument(beslut.nyckel)
    rader = FaststalldRapport.objects.filter(
        slag=slag, period=period.kod, beslutsdatum=beslut.datum
    ).defer("innehall", "pdf")
    return next((rad for rad in rader if beslut.togs(rad.beslutsdatum, rad.beslut)), None)


def _verkan(beslut: Motesbeslut) -> str:
    slag, period = _kravd(beslut.nyckel)
    if beslut.utfall not in ANTAR or slag in TILL_HANDLINGARNA:
        return ""
    namn = _namn(slag, period)
    if rad := _redan(beslut):
        return f"{namn} är redan fastställd som version {rad.version}."
    if beslut.utfall == Beslutstyp.ANDRAT:
        raise GorsForHand(ANDRAD)
    if senaste_faststallda(slag, period) and not beslut.underlag.get("skal"):
        raise ValidationError(UTAN_SKAL)
    _gron(slag, beslut)
    return f"{namn} fastställs så som den bifogades, {beslut.datum}, {beslut.paragraf}."


@dataclass(frozen=True)
class Ritad:
    """A report's PDF, and the print document that it was drawn from."""

    html: str
    pdf: bytes


def _forbered(beslut: Motesbeslut) -> Ritad | None:
    """The PDF, drawn while nothing is locked; None where nothing is to be fastställt."""
    if not _verkan(beslut) or _redan(beslut):
        return None
    rapport, ny = _version(beslut)
    return _ritad(utskrift(rapport, ny.beslutat))


def _ritad(html: str) -> Ritad:
    # WeasyPrint takes most of a second to load: only for who fastställer.
    from finsam.rapporter.render.pdf import skriv_pdf

    return Ritad(html, skriv_pdf(html))


def _version(beslut: Motesbeslut) -> tuple[Rapport, FaststalldRapport]:
    """The report as the meeting saw it, and the version that it becomes, not stored."""
    slag, _ = _dokument(beslut.nyckel)
    return _gron(slag, beslut), FaststalldRapport(
        beslutsdatum=beslut.datum,
        beslut=beslut.paragraf,
        skal=str(beslut.underlag.get("skal", "")),
    )


def _verkstall(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    if not (verkan := _verkan(beslut)):
        return ""
    if _redan(beslut):
        return verkan
    rapport, ny = _version(beslut)
    html, ritad = utskrift(rapport, ny.beslutat), beslut.forberett
    # A rule may have been let pass, or the § got its number, since it was drawn.
    if not isinstance(ritad, Ritad) or ritad.html != html:
        ritad = _ritad(html)
    version = faststall(rapport, ritad.pdf, ny, anvandare)
    return f"{rapport.titel} är fastställd som version {version.version}."


def _gron(slag: str, beslut: Motesbeslut) -> Rapport:
    """The report as the meeting saw it, where nothing in it is red. Raises ValidationError."""
    data = beslut.bilagor.get(beslut.nyckel)
    if data is None:
        raise ValidationError("Rapporten var inte bifogad när mötet beslutade.")
    rapport = _sedd(slag, data)
    try:
        krav_gront(rapport)
    except RodaKontroller as fel:
        raise ValidationError(f"{fel} {RODA_RAD}") from fel
    return rapport


def _sedd(slag: str, data: Mapping[str, Any]) -> Rapport:
    """The report as the meeting saw it; rules that have been let pass since are let pass."""
    forbund = Forbund.objects.first()
    if slag in OFFENTLIGA and forbund and forbund.minsta_antal and not data.get("hidden_below"):
        raise ValidationError(INTERN)
    rapport = las(dict(data))
    undantag = textmaterial(slag, rapport.period).undantag
    kontroller = (
        replace(k, undantag=k.undantag or undantag.get(k.id, "")) for k in rapport.kontroller
    )
    return replace(rapport, kontroller=tuple(kontroller))


def _egen_kalla(nyckel: str) -> str:
    """The annex that a matter on the document must have is the document itself."""
    return nyckel


AMNEN = (
    Amnesslag(
        kod=RAPPORT,
        namn="Rapport",
        ratt=Ratt.RAPPORT_LASA,
        kandidater=_kandidater,
        hitta=_hitta,
        utkast=_utkast,
        verkan=_verkan,
        verkstall=_verkstall,
        verkstall_ratt=Ratt.RAPPORT_FASTSTALLA,
        form=_rattelseform,
        forbered=_forbered,
        dokument=_egen_kalla,
        bygg=bygg,
    ),
    SCENARIO,
)
