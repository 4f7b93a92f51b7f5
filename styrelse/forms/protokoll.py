"""Forms of the minutes."""

from typing import Any

from django import forms
from django.utils import timezone

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.choices import OPPNA
from styrelse.models import Anslag, Mote, Punkt


class ProtokollstextForm(UtanPersonuppgifter, forms.ModelForm):
    """What a § says besides its decision, and how the proposals were put."""

    class Meta:
        model = Punkt
        fields = ("protokollstext", "propositionsordning")
        labels = {"protokollstext": "Text i protokollet"}
        widgets = {
            "protokollstext": forms.Textarea(attrs={"rows": 8}),
            "propositionsordning": forms.Textarea(attrs={"rows": 4}),
        }


class UnderskriftForm(forms.Form):
    """The day somebody signed."""

    dag = Datumfalt(label="Undertecknat", initial=timezone.localdate)


class AnslagForm(forms.ModelForm):
    """The notice: when and where it was put up, and where the minutes can be read."""

    class Meta:
        model = Anslag
        fields = ("anslaget", "plats", "forvaras")
        field_classes = {"anslaget": Datumfalt}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for falt in ("plats", "forvaras"):
            self.fields[falt].required = True
        if senaste := Anslag.objects.order_by("-anslaget", "-pk").first():
            for falt in ("plats", "forvaras"):
                self.initial.setdefault(falt, getattr(senaste, falt))
        self.initial.setdefault("anslaget", timezone.localdate())


class RattelseForm(UtanPersonuppgifter, forms.Form):
    """At which meeting a § of approved minutes is put right, and how."""

    mote = forms.ModelChoiceField(
        label="Möte",
        queryset=Mote.objects.none(),
        help_text="Rättelsen blir ett ärende där, och en ny paragraf när mötet har beslutat.",
    )
    text = forms.CharField(
        label="Förslag till beslut",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="En att-sats per rad: att paragrafen rättas så att …",
    )

    def __init__(self, *args: Any, mote: Mote, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        val: Any = self.fields["mote"]
        val.queryset = Mote.objects.filter(
            organ=mote.organ,
            datum__gt=mote.datum,
            status__in=OPPNA,
        ).order_by("datum", "start")
