"""Goals of an application or an insats, stored from their form."""

from typing import Any

from django.db import transaction
from django.forms.models import BaseInlineFormSet


@transaction.atomic
def spara_mal(formset: "BaseInlineFormSet[Any, Any, Any]") -> None:
    """Stores what was changed in a valid formset; a new goal comes last.

    Raises ProtectedError for a removed goal that a quarterly report speaks of.
    """
    rader = formset.save(commit=False)
    for mal in formset.deleted_objects:
        mal.delete()
    ordning = max((f.instance.ordning for f in formset.initial_forms), default=0)
    for mal in rader:
        if mal.pk is None:
            ordning += 1
            mal.ordning = ordning
        mal.save()
