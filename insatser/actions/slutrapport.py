"""The final report of an insats: written, handed in, approved or sent back."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.forms.models import BaseInlineFormSet

from finsam.models import Anvandare
from insatser.choices import Malstatus, Slutrapportstatus
from insatser.models import Insats, Slutrapport, Slutrapporthandelse

UTKAST, INLAMNAD, GODKAND = Slutrapportstatus
STEG: dict[str, tuple[Slutrapportstatus, ...]] = {
    UTKAST: (INLAMNAD,),
    INLAMNAD: (GODKAND, UTKAST),
    GODKAND: (),
}

LAST = "Slutrapporten är inlämnad och kan inte ändras."
REDAN_PABORJAD = "Någon annan har just påbörjat slutrapporten. Öppna den igen."


@transaction.atomic
def spara(form: ModelForm, formset: "BaseInlineFormSet[Any, Any, Any]") -> None:
    """Stores a valid report with the outcome of its goals and of the insats as a whole.

    Raises ValidationError where the report was handed in, or begun by another, meanwhile.
    """
    insats = Insats.objects.select_for_update().get(pk=form.instance.insats_id)
    nu = Slutrapport.objects.select_for_update().filter(insats=insats).first()
    if nu and nu.status != UTKAST:
        raise ValidationError(LAST)
    if nu and nu.pk != form.instance.pk:
        raise ValidationError(REDAN_PABORJAD)
    form.save()
    formset.save()
    if insats.maluppfyllelse != form.cleaned_data["maluppfyllelse"]:
        insats.maluppfyllelse = form.cleaned_data["maluppfyllelse"]
        insats.save()


def brister(rapport: Slutrapport) -> list[str]:
    """What the report lacks before it can be handed in, in Swedish."""
    ut = []
    if not rapport.sammanfattning.strip():
        ut.append("Skriv en sammanfattning.")
    if rapport.insats.malen.filter(status=Malstatus.EJ_BEDOMT).exists():
        ut.append("Bedöm varje mål.")
    return ut


@transaction.atomic
def ta_steg(rapport: Slutrapport, till: str, ord_: str, anvandare: Anvandare, idag: date) -> None:
    """Takes the report to the state `till` and says who did it, with which words.

    Raises ValidationError with Swedish sentences when the step is not open, when it goes back
    without words, or is handed in unfinished.
    """
    last = Slutrapport.objects.select_for_update().get(pk=rapport.pk)
    if till not in STEG[last.status]:
        fran, mal = last.get_status_display(), Slutrapportstatus(till).label
        raise ValidationError(f"Slutrapporten är {fran.lower()} och kan inte bli {mal.lower()}.")
    if till == UTKAST and not ord_.strip():
        raise ValidationError("Skriv vad som behöver kompletteras.")
    if till == INLAMNAD:
        if fel := brister(last):
            raise ValidationError(fel)
        last.inlamnad = idag
    if till == GODKAND:
        last.godkand, last.godkand_av = idag, anvandare
    if till == UTKAST:
        last.inlamnad = None
    Slutrapporthandelse.objects.create(
        slutrapport=last, fran=last.status, till=till, ord=ord_.strip(), av=anvandare
    )
    last.status = till
    last.save()
    rapport.refresh_from_db()
