"""Forms of the minutes."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.choices import OPPNA, Justeringsroll, Narvaroroll
from styrelse.models import Anslag, Mote, Person, Punkt


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


class UndertecknareForm(forms.Form):
    """Who signs: the chair and the checkers served at the meeting, the secretary was there."""

    ordforande = forms.ModelChoiceField(
        label="Ordförande", queryset=Person.objects.none(), required=False
    )
    justerare = forms.ModelMultipleChoiceField(
        label="Justerare",
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sekreterare = forms.ModelChoiceField(
        label="Sekreterare", queryset=Person.objects.none(), required=False
    )

    def __init__(self, *args: Any, mote: Mote, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _valda(mote), **kwargs})
        beslutande = (Narvaroroll.LEDAMOT, Narvaroroll.ERSATTARE)
        i_styrelsen = Person.objects.filter(narvaro__mote=mote, narvaro__roll__in=beslutande)
        alla = Person.objects.filter(narvaro__mote=mote)
        for namn, personer in (
            ("ordforande", i_styrelsen),
            ("justerare", i_styrelsen),
            ("sekreterare", alla),
        ):
            valda = Person.objects.filter(justeringar__mote=mote, justeringar__roll=namn)
            mojliga = Person.objects.filter(Q(pk__in=personer) | Q(pk__in=valda))
            self._falt(namn).queryset = mojliga.order_by("namn")

    def _falt(self, namn: str) -> Any:
        return self.fields[namn]

    def valda(self) -> dict[Justeringsroll, list[Person]]:
        """The cleaned choice by role."""
        data = self.cleaned_data
        return {
            Justeringsroll.ORDFORANDE: [data["ordforande"]] if data["ordforande"] else [],
            Justeringsroll.JUSTERARE: list(data["justerare"]),
            Justeringsroll.SEKRETERARE: [data["sekreterare"]] if data["sekreterare"] else [],
        }


def _valda(mote: Mote) -> dict[str, Any]:
    rader: QuerySet[Any] = mote.justeringar.all()
    per_roll: dict[str, list[int]] = {}
    for rad in rader:
        per_roll.setdefault(rad.roll, []).append(rad.person_id)
    return {
        "ordforande": next(iter(per_roll.get(Justeringsroll.ORDFORANDE, [])), None),
        "justerare": per_roll.get(Justeringsroll.JUSTERARE, []),
        "sekreterare": next(iter(per_roll.get(Justeringsroll.SEKRETERARE, [])), None),
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
