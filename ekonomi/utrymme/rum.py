"""The decision room as its page shows it: every figure written once, and the words about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ekonomi.calculations.beslutsutrymme import Utrymmesunderlag
from ekonomi.calculations.utrymmesjamforelse import Cell as Jamforelsecell
from ekonomi.calculations.utrymmesjamforelse import Jamforelse, Rumsar, jamfor, rumsar
from ekonomi.calculations.valord import flyttad_start, i_ord
from ekonomi.selectors.utrymmesminne import las_underlag
from ekonomi.utrymme import adress as utrymmesadress
from ekonomi.utrymme.adress import Lasning
from ekonomi.utrymme.tabell import Cell, Rad, rader_html, skillnad
from finsam.diagram.fore_efter import fore_och_efter
from finsam.formfields import Datumfalt
from finsam.money import NOLL
from finsam.typografi import datum, med_enhet, tkr

# What each measure is called, and the class of its row.
RADER: Mapping[str, tuple[str, str]] = {
    "ingaende": ("Över- eller underskott från tidigare år", ""),
    "intakter": ("Intäkter", ""),
    "totalt": ("Totalt ingående beslutsutrymme", "summa"),
    "fortroendevalda": ("Förtroendevalda", ""),
    "forvaltning": ("Förvaltning", ""),
    "insatser": ("Samverkansinsatser", ""),
    "ovriga": ("Övriga samverkansinsatser", ""),
    "resultat": ("Årets beräknade resultat", "summa"),
    "utrymme": ("Beslutsutrymme", "summa"),
    "sokt": ("Valda ansökningar", ""),
    "efter": ("Beslutsutrymme efter valda ansökningar", "total"),
    "resultat_efter": ("Resultat efter valda ansökningar", ""),
    "eget_kapital": ("Eget kapital vid årets slut", ""),
    "tak": ("Trappans tak för eget kapital", ""),
    "mot_tak": ("Eget kapital över (+) eller under (−) taket", ""),
}
# Where an amount below zero is red.
RODA = frozenset({"utrymme", "efter", "eget_kapital"})
SLAG = {"utfall": "Utfall", "budget": "Budget", "prognos": "Prognos"}
NEGATIVT = "Beslutsutrymmet {ar} blir negativt: {x}."
FRAMTID = "Datumet ligger efter dagens datum."
OVER_TAKET = "Eget kapital {ar} {x} överstiger trappans tak {t}."
SERIER = ("Före", "Efter")
PER = Datumfalt(required=False)


class Arsvy(NamedTuple):
    """A year in the strip on top: what is left after the play, and how it changed."""

    ar: int
    tal: str
    skillnad: str
    negativ: bool


@dataclass(frozen=True)
class Rum:
    """A play, read from its address, with everything that its page says."""

    underlag: Utrymmesunderlag
    lasning: Lasning
    # The columns with nothing chosen, and the day that the year is seen from.
    fore: tuple[Rumsar, ...]
    forvalt_per: date
    # The day as it was typed and why it is not the one shown, when it could not be used.
    perskrivet: str = ""
    perfel: str = ""

    @property
    def hel(self) -> bool:
        """Whether every word of the address was understood."""
        return self.lasning.hel and not self.perfel

    @cached_property
    def jamforelse(self) -> Jamforelse:
        return jamfor(self.fore, rumsar(self.underlag, self.lasning.val))

    @cached_property
    def fraga(self) -> str:
        """The play without its day, as it is saved."""
        return utrymmesadress.skriv(self.lasning.val, self.underlag)

    @property
    def hela_fragan(self) -> str:
        """The query string in its one form: the day too, where it is not the room's own."""
        return "&".join(filter(None, (self._dag, self.fraga)))

    @property
    def _dag(self) -> str:
        per = self.underlag.per
        return urlencode({"per": per}) if per != self.forvalt_per else ""

    @property
    def adress(self) -> str:
        return rumsadress(self.underlag.ar, self.hela_fragan)

    @property
    def arsadress(self) -> str:
        """The room of the year, as it stands by itself."""
        return rumsadress(self.underlag.ar, "")

    @property
    def tom_adress(self) -> str:
        """The room of the same day, with nothing chosen."""
        return rumsadress(self.underlag.ar, self._dag)

    @property
    def sparfraga(self) -> str:
        """What the page that saves a scenario is told: the day always, then the play."""
        return f"per={self.underlag.per}&{self.fraga}"

    @property
    def reservfond(self) -> str:
        return med_enhet(self.underlag.reservfond, "tkr")

    @property
    def har_belopp(self) -> bool:
        """Whether an amount is changed, or was tried to be."""
        lasning = self.lasning
        return bool(lasning.fel or lasning.val.intakter or lasning.val.andrade)

    @property
    def kolumner(self) -> tuple[str, ...]:
        return tuple(kolumnrubrik(ar) for ar in self.jamforelse.efter)

    @property
    def rader(self) -> SafeString:
        """The body of the table: every measure, and the ticked applications one by one."""
        return rader_html(self._rader())

    def _rader(self) -> Iterator[Rad]:
        for id_, celler in self.jamforelse.celler.items():
            etikett, klass = RADER[id_]
            # What is ticked was nothing before; a change there says nothing.
            yield Rad(etikett, tuple(_cell(id_, c, med_fore=id_ != "sokt") for c in celler), klass)
            if id_ == "sokt":
                yield from self._ansokningar()

    def _ansokningar(self) -> Iterator[Rad]:
        """A row for each ticked application, with its money where it stands now."""
        planer = [ar.utrymme.plan for ar in self.jamforelse.efter]
        rader = {rad.nyckel: rad for plan in planer for rad in plan.sokta}
        per_ar = [{rad.nyckel: rad.belopp for rad in plan.sokta} for plan in planer]
        for sokt in self.underlag.sokta:
            if rad := rader.get(sokt.nyckel):
                manader = self.lasning.val.flyttade.get(sokt.nyckel, 0)
                yield Rad(
                    f"{sokt.nyckel} {rad.namn}",
                    tuple(Cell(belopp.get(sokt.nyckel)) for belopp in per_ar),
                    "under",
                    rad.adress,
                    f"start {flyttad_start(sokt, manader)}" if manader else "",
                )

    @cached_property
    def aren(self) -> tuple[Arsvy, ...]:
        """What is left of each year that feeds the next."""
        return tuple(
            Arsvy(
                efter.ar,
                tkr(efter.utrymme.efter),
                skillnad(efter.utrymme.efter - fore.utrymme.efter),
                efter.utrymme.efter < 0,
            )
            for fore, efter in self.jamforelse.matande
        )

    @cached_property
    def negativa(self) -> tuple[str, ...]:
        """A sentence for each year whose space is below zero."""
        return tuple(
            NEGATIVT.format(ar=rum.ar, x=med_enhet(rum.utrymme.efter, "tkr"))
            for _, rum in self.jamforelse.matande
            if rum.utrymme.efter < 0
        )

    @cached_property
    def over_taket(self) -> tuple[str, ...]:
        """A sentence for each year whose equity passes the cap."""
        return tuple(
            OVER_TAKET.format(
                ar=rum.ar, x=med_enhet(rum.eget_kapital, "tkr"), t=med_enhet(rum.tak, "tkr")
            )
            for _, rum in self.jamforelse.matande
            if (rum.mot_tak or NOLL) > 0
        )

    @property
    def fynd(self) -> tuple[str, ...]:
        """Every fault in the address, for the summary on top."""
        falten = utrymmesadress.beloppsfalt(self.underlag)
        etiketter = {falt.namn: f"{falt.etikett} {falt.ar}" for falt in falten}
        fel = self.lasning.fel.items()
        return (
            *((f"Läget per: {self.perfel}",) if self.perfel else ()),
            *(f"{etiketter.get(namn, 'Ansökan')}: {text}" for namn, text in fel),
            *self.lasning.okanda,
        )

    @property
    def ord_(self) -> tuple[tuple[str, str], ...]:
        return i_ord(self.underlag, self.lasning.val)

    @property
    def diagram(self) -> SafeString:
        par = self.jamforelse.matande
        svg = fore_och_efter(
            "utrymmesdiagram",
            [str(ar.ar) for ar, _ in par],
            [fore.utrymme.efter for fore, _ in par],
            [efter.utrymme.efter for _, efter in par],
            SERIER,
            self.slutsats,
        )
        # Drawn on the server from figures alone, its words escaped where it is drawn.
        return mark_safe(svg)

    @cached_property
    def slutsats(self) -> str:
        """The finding of the chart, in words."""
        efter = [rum.utrymme.efter for _, rum in self.jamforelse.matande]
        minst = min(efter)
        rum = next(r for _, r in self.jamforelse.matande if r.utrymme.efter == minst)
        lage = "är under noll" if minst < 0 else "räcker alla år"
        return f"Beslutsutrymmet {lage}; minst är det {rum.ar}, {med_enhet(minst, 'tkr')}."


def oppna_rum(ar: int, fraga: QueryDict, idag: date) -> Rum:
    """The room of a year with the play of an address. Raises UtrymmeSaknas when there is none."""
    skrivet = fraga.get("per", "")
    per, fel = _per(skrivet, idag)
    underlag, fore, forvalt = las_underlag(ar, per, idag)
    lasning = utrymmesadress.las(fraga.lists(), underlag)
    return Rum(underlag, lasning, fore, forvalt, skrivet if fel else datum(underlag.per), fel)


def _per(skrivet: str, idag: date) -> tuple[date | None, str]:
    """The day asked for; none, with a sentence, when it cannot be read or is to come."""
    try:
        per = PER.clean(skrivet)
    except ValidationError as fel:
        return None, fel.messages[0]
    return (None, FRAMTID) if per and per > idag else (per, "")


def rumsadress(ar: int, fraga: str) -> str:
    adress = reverse("ekonomi:utrymme", args=[ar])
    return f"{adress}?{fraga}" if fraga else adress


def kolumnrubrik(rum: Rumsar) -> str:
    """ "Budget 2022"; a year written on from an earlier budget says so."""
    slag = "Framskrivning" if rum.utrymme.plan.budget_fran else SLAG[rum.utrymme.plan.slag]
    return f"{slag} {rum.ar}"


def _cell(id_: str, cell: Jamforelsecell, med_fore: bool) -> Cell:
    fore = cell.fore if med_fore else None
    return Cell(cell.efter, fore, varnar=id_ in RODA, tecken=id_ == "mot_tak")
