"""Writes of matters: made, changed when nobody else has changed them meanwhile, withdrawn."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.deletion import ProtectedError
from django.forms.models import BaseInlineFormSet

from finsam.models import Anvandare
from styrelse import amnen
from styrelse.actions.arende import AVSLUTAT, dokument_som_bilaga, fil_som_bilaga
from styrelse.amnen import Arendeutkast, Bilageutkast, Filutkast
from styrelse.choices import OPPNA
from styrelse.forms.arenden import ArendeForm, arendestand
from styrelse.models import Arende, Arendebilaga

FIL_SAKNAS = "{namn}: Filen går inte att läsa."
STAR_PA_DAGORDNING = "Ärendet står på en dagordning. Ta bort det därifrån först."


@dataclass
class Arendekrock(Exception):
    """Somebody else has saved since; `nu` is the matter as it stands now."""

    nu: Arende


@transaction.atomic
def spara_arende(
    form: ArendeForm, delar: "BaseInlineFormSet[Any, Any, Any]", user: Anvandare
) -> Arende:
    """Stores a valid form and its valid parts.

    Raises Arendekrock when the matter is not as the writer saw it, ValidationError when it is over.
    """
    if form.instance.pk:
        nu = Arende.objects.select_for_update(of=("self",)).get(pk=form.instance.pk)
        if nu.avslutat:
            raise ValidationError(AVSLUTAT)
        if arendestand(nu) != form.cleaned_data["stand"]:
            raise Arendekrock(nu)
    else:
        form.instance.skapat_av = user
    arende: Arende = form.save()
    delar.instance = arende
    _spara_delar(delar)
    return arende


def _spara_delar(formset: "BaseInlineFormSet[Any, Any, Any]") -> None:
    """What was changed; a new part comes last, and no letter is left out."""
    nya = formset.save(commit=False)
    for del_ in formset.deleted_objects:
        del_.delete()
    kvar = list(formset.instance.delar.all())
    andrade = {del_.pk: del_ for del_ in nya if del_.pk}
    rader = [andrade.get(del_.pk, del_) for del_ in kvar] + [d for d in nya if d.pk is None]
    for plats, del_ in enumerate(rader, start=1):
        if del_.ordning != plats or del_.pk in andrade or del_.pk is None:
            del_.ordning = plats
            del_.save()


def frys_utkastets_bilagor(utkast: Arendeutkast) -> tuple[list[Arendebilaga], list[str]]:
    """What a subject brings, frozen but not stored, and why some of it cannot be made.

    Documents first, then copies of the subject's own files. Outside any transaction: a report
    takes seconds to make, and others write meanwhile.
    """
    skapare = [partial(_fryst_dokument, ett) for ett in utkast.bilagor]
    frysta: list[Arendebilaga] = []
    fel: list[str] = []
    for skapa in [*skapare, *(partial(_kopierad_fil, ett) for ett in utkast.filer)]:
        try:
            frysta.append(skapa())
        except ValidationError as skal:
            fel += skal.messages
    return frysta, fel


def _fryst_dokument(utkast: Bilageutkast) -> Arendebilaga:
    fryst = amnen.frys(utkast.dokument, utkast.period)
    titel = utkast.titel or fryst.titel
    return dokument_som_bilaga(fryst.data, titel, fryst.kalla, fryst.slag, utkast.i_skrivelsen)


def _kopierad_fil(utkast: Filutkast) -> Arendebilaga:
    try:
        with utkast.fil.open("rb") as fil:
            return fil_som_bilaga(ContentFile(fil.read(), name=utkast.namn))
    except OSError as fel:
        raise ValidationError(FIL_SAKNAS.format(namn=utkast.namn)) from fel


@transaction.atomic
def avsluta(arende: Arende, dag: date, user: Anvandare) -> None:
    """Ends a matter that no meeting is to take up. Raises ValidationError in Swedish."""
    rad = Arende.objects.select_for_update(of=("self",)).get(pk=arende.pk)
    if rad.avslutat:
        raise ValidationError(AVSLUTAT)
    if rad.punkter.filter(mote__status__in=OPPNA, utgar=False).exists():
        raise ValidationError(STAR_PA_DAGORDNING)
    rad.avslutat = dag
    rad.save()


@transaction.atomic
def ta_bort(arende: Arende, user: Anvandare) -> None:
    """Removes a matter that no agenda has had, with its annexes. Raises ValidationError."""
    rad = Arende.objects.select_for_update(of=("self",)).get(pk=arende.pk)
    if rad.punkter.exists():
        raise ValidationError(STAR_PA_DAGORDNING)
    try:
        for bilaga in rad.bilagor.all():
            bilaga.delete()
        rad.delete()
    except ProtectedError as fel:
        raise ValidationError("Ärendet har skickats ut och tas inte bort.") from fel
