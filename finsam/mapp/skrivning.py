"""Rows found by their natural key, then created, changed or left alone; history follows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Field, Model

from finsam.klump import skapa_alla
from finsam.mapp.kolumner import Kolumn, Ref, sokform
from finsam.mapp.las import Las, Lasvakt, Oppnade
from finsam.mapp.radkontroll import Godkanda, kontrollera
from finsam.mapp.rapport import Andring, Handling
from finsam.signering import signera

Varden = Mapping[str, Any]


def _som_de_ar(varden: Varden, rad: Any) -> Varden:
    """Values that mean what they say."""
    return varden


@dataclass(frozen=True)
class Tabell:
    """A model as a file sees it.

    `nyckel` are the fields that together name a row; `urval` picks the rows that belong to the
    file, `fasta` gives the fields that the file does not hold. With `i_klump` new rows are stored
    together at the file's end: for files of thousands of rows. `las` says which rows no file
    changes. `tolka` gives a row's values as they are kept, from what the file says and the row as
    it stands, None for a new one: before anything is compared, so that an older way of writing the
    same changes nothing.
    """

    model: type[Model]
    nyckel: tuple[str, ...]
    kolumner: tuple[Kolumn, ...]
    urval: Mapping[str, Any] = field(default_factory=dict)
    fasta: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    i_klump: bool = False
    las: Las | None = None
    tolka: Callable[[Varden, Any], Varden] = _som_de_ar

    def rader(self, med: Sequence[str] = ()) -> list[Any]:
        """The database's rows in the file's order: by natural key, equal on every database.

        `med` are relations to read along, besides the table's own.
        """
        refar = [k.falt for k in self.kolumner if isinstance(k.typ, Ref)]
        listor = [k.falt for k in self.kolumner if isinstance(k.typ, Ref) and k.typ.flera]
        enkla = [falt for falt in {*refar, *self.nyckel} - {*listor} if self._pekar(falt)]
        med = [*med, *(f"{k.falt}__{m}" for k in self.kolumner for m in getattr(k.typ, "med", ()))]
        fraga = self.model._default_manager.filter(**self.urval)
        fraga = fraga.order_by("pk").select_related(*enkla, *med).prefetch_related(*listor)
        return sorted(fraga, key=self.ordning)

    def _pekar(self, falt: str) -> bool:
        return self.model._meta.get_field(falt).is_relation

    def ordning(self, obj: Any) -> tuple[Any, ...]:
        """Where a row stands: by the parts of its key that the file shows, empty ones first."""
        refar = {k.falt: k.typ for k in self.kolumner if isinstance(k.typ, Ref)}
        ut = []
        for falt in self.nyckel:
            varde = getattr(obj, falt)
            if isinstance(varde, Model):
                varde = getattr(varde, refar[falt].nycklar[0]) if falt in refar else None
            ut.append((varde is not None, varde))
        return tuple(ut)

    def nyckel_for(self, varden: Mapping[str, Any]) -> tuple[Any, ...]:
        """The natural key of parsed values or (by `vars`-like mapping) of a row."""
        return tuple(_nyckelvarde(varden[falt]) for falt in self.nyckel)

    def tomt_varde(self, falt: str) -> Any:
        """What an empty cell means. Raises ValueError where the cell must be filled in."""
        modellfalt: Any = self.model._meta.get_field(falt)
        if modellfalt.many_to_many:
            return []
        if modellfalt.null:
            return None
        if modellfalt.has_default():
            return modellfalt.get_default()
        if modellfalt.blank and isinstance(modellfalt, Field):
            # A number that the row fills in for itself has no empty text.
            return "" if modellfalt.empty_strings_allowed else None
        raise ValueError("Fyll i ett värde.")

    def kravs(self, kolumn: Kolumn) -> bool:
        try:
            self.tomt_varde(kolumn.falt)
        except ValueError:
            return True
        return False


def _nyckelvarde(varde: Any) -> Any:
    if isinstance(varde, Model):
        return varde.pk
    return sokform(varde) if isinstance(varde, str) else varde


@dataclass(frozen=True)
class Utfall:
    """What was done with one row; `handling` is None when nothing had to be."""

    obj: Any
    handling: Handling | None
    andringar: tuple[Andring, ...] = ()


class Skrivare:
    """Writes one table's rows from one file."""

    def __init__(self, tabell: Tabell, anvandare: Any, fil: str, oppnade: Oppnade) -> None:
        self.tabell, self.anvandare, self.fil = tabell, anvandare, fil
        self.vakt = Lasvakt(tabell.las, oppnade)
        self.listor = {k.falt for k in tabell.kolumner if isinstance(k.typ, Ref) and k.typ.flera}
        self.befintliga = {
            tabell.nyckel_for({f: getattr(obj, f) for f in tabell.nyckel}): obj
            for obj in tabell.rader()
        }
        self.fasta = {falt: varde() for falt, varde in tabell.fasta.items()}
        self.samlade: list[Any] = []
        self.godkanda: Godkanda = set()

    def spara_nya(self, varden: Mapping[str, Any]) -> None:
        """Stores the rows that cells have named into being. Raises ValidationError."""
        for varde in varden.values():
            if isinstance(varde, Model) and varde.pk is None:
                kontrollera(varde)
                spara(varde, self.anvandare, self.fil)

    def skriv(self, varden: Mapping[str, Any]) -> Utfall:
        """Creates or changes the row that the values name. Raises ValidationError."""
        obj = self.befintliga.get(self.tabell.nyckel_for(varden))
        varden = self.tabell.tolka(varden, obj)
        if obj is None:
            return self._ny(varden)
        andringar = self._andringar(obj, varden)
        if not andringar:
            return Utfall(obj, None)
        hinder = self.vakt.innan_andrad(obj, self._andrade_falt(andringar))
        self._satt(obj, varden)
        self.vakt.efter_andrad(obj, hinder)
        return Utfall(obj, Handling.ANDRAD, andringar)

    def _ny(self, varden: Mapping[str, Any]) -> Utfall:
        self.vakt.innan_ny(varden)
        obj = self.tabell.model(**self.fasta)
        if self.tabell.i_klump:
            self._samla(obj, varden)
        else:
            self._satt(obj, varden)
            self.vakt.oppna(obj)
        self.befintliga[self.tabell.nyckel_for(varden)] = obj
        return Utfall(obj, Handling.NY)

    def _samla(self, obj: Any, varden: Mapping[str, Any]) -> None:
        for falt, varde in varden.items():
            setattr(obj, falt, varde)
        kontrollera(obj, self.godkanda, unik=False)
        self.samlade.append(obj)

    def spara_samlade(self) -> None:
        """Stores the new rows of a table that is written in a lump."""
        skapa_alla(self.samlade, self.anvandare, _skal(self.fil))
        self.samlade = []

    def _andringar(self, obj: Any, varden: Mapping[str, Any]) -> tuple[Andring, ...]:
        ut = []
        for kolumn in (k for k in self.tabell.kolumner if k.falt in varden):
            fore, efter = (
                celltext(kolumn, hamtat(kolumn, obj)),
                celltext(kolumn, varden[kolumn.falt]),
            )
            if fore != efter:
                ut.append(Andring(kolumn.rubrik, fore, efter))
        return tuple(ut)

    def _andrade_falt(self, andringar: Sequence[Andring]) -> set[str]:
        rubriker = {andring.kolumn for andring in andringar}
        return {kolumn.falt for kolumn in self.tabell.kolumner if kolumn.rubrik in rubriker}

    def _satt(self, obj: Any, varden: Mapping[str, Any]) -> None:
        for falt, varde in varden.items():
            if falt not in self.listor:
                setattr(obj, falt, varde)
        kontrollera(obj, self.godkanda)
        if obj.pk is None:
            spara(obj, self.anvandare, self.fil)
            self._satt_listor(obj, varden)
            return
        # One change is one row of history: the one that the save writes, lists included.
        obj.skip_history_when_saving = True
        self._satt_listor(obj, varden)
        del obj.skip_history_when_saving
        spara(obj, self.anvandare, self.fil)

    def _satt_listor(self, obj: Any, varden: Mapping[str, Any]) -> None:
        for falt in self.listor:
            getattr(obj, falt).set(varden[falt])


def spara(obj: Any, anvandare: Any, fil: str) -> None:
    """Saves the row; its history says who and from which file."""
    signera(obj, anvandare)
    obj._change_reason = _skal(fil)
    obj.save()


def _skal(fil: str) -> str:
    return f"Inläst från {fil}"[:100]


def hamtat(kolumn: Kolumn, obj: Any) -> Any:
    """The cell's value from a row; a list for a many-to-many field."""
    varde = getattr(obj, kolumn.falt)
    return list(varde.all()) if isinstance(kolumn.typ, Ref) and kolumn.typ.flera else varde


def celltext(kolumn: Kolumn, varde: Any) -> str:
    """The value as the file writes it; two values are the same when their texts are."""
    return "" if varde is None or varde == "" else kolumn.typ.skriv(varde)


def felmeddelanden(
    fel: ValidationError, kolumner: Sequence[Kolumn]
) -> list[tuple[Kolumn | None, str]]:
    """Each message with the column that it belongs to, None for the row as a whole."""
    ratt = {kolumn.falt: kolumn for kolumn in kolumner}
    return [
        (None if falt == NON_FIELD_ERRORS else ratt.get(falt), text)
        for falt, texter in fel.message_dict.items()
        for text in texter
    ]
