"""The day that a page shows."""

from django import forms
from django.utils import timezone

from finsam.formfields import Datumfalt


class DagForm(forms.Form):
    per = Datumfalt(label="Dag", initial=timezone.localdate)
