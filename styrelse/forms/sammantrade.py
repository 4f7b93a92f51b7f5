"""Forms of the sitting: opening it, who came, what was said."""

from typing import Any

from django import forms

from finsam.formfields import Heltalsfalt, Klockslagsfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.choices import Justeringsroll, Narvaroform, Narvaroroll, Yttrandeslag
from styrelse.models import Arende, Delarende, Mote, Narvaro, Person, Punkt
from styrelse.selectors.narvarolista import foreslagna_roller
from styrelse.selectors.sammantrade import Sammantrade

TILL_SLUTET = "Behövs när mötet avslutas."


class OppnaForm(forms.Form):
    tid = Klockslagsfalt(label="Mötet öppnas klockan")
    forsta = Heltalsfalt(
        label="Första paragraf",
        min_value=1,
        max_value=9999,
        help_text="Ändra bara om årets tidigare möten inte finns här.",
    )


class AvslutaForm(forms.Form):
    tid = Klockslagsfalt(label="Mötet avslutas klockan")


class UtfortForm(UtanPersonuppgifter, forms.Form):
    """How somebody has done, on the subject's own page, what was decided."""

    hur = forms.CharField(
        label="Så har det utförts",
        max_length=300,
        help_text="Till exempel: budgetens version 2 är fastställd med mötets ändring.",
        error_messages={"required": "Skriv hur beslutet har utförts."},
    )


class TiderForm(forms.Form):
    oppnades = Klockslagsfalt(label="Öppnades klockan")
    avslutades = Klockslagsfalt(label="Avslutades klockan", required=False)


class AdjungeraForm(UtanPersonuppgifter, forms.Form):
    """Somebody without an office, by name; one who is known is found by it."""

    namn = forms.CharField(label="Namn", max_length=120)
    titel = forms.CharField(label="Titel", max_length=120, required=False)
    form = forms.ChoiceField(label="Deltar", choices=Narvaroform.choices)


class FranvaroForm(forms.Form):
    """Away from one item, up to but not with another."""

    fran = forms.ModelChoiceField(Punkt.objects.none(), label="Borta från och med")
    till = forms.ModelChoiceField(
        Punkt.objects.none(), label="Med igen vid", required=False, empty_label="Kom inte åter"
    )
    tid = Klockslagsfalt(label="Klockan", required=False)

    def __init__(self, *args: Any, sammantrade: Sammantrade, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        val = [(bild.punkt.pk, _punktnamn(bild)) for bild in sammantrade.punkter]
        for namn in ("fran", "till"):
            falt: Any = self.fields[namn]
            falt.queryset = sammantrade.mote.punkter.all()
            tomt = [("", falt.empty_label)] if not falt.required else []
            falt.choices = [*tomt, *val]


class RollerForm(forms.Form):
    """Who leads, keeps the minutes and checks them, among those present."""

    ordforande = forms.ModelChoiceField(
        Person.objects.none(),
        label="Ordförande",
        required=False,
        empty_label="Inte vald",
        help_text=TILL_SLUTET,
    )
    sekreterare = forms.ModelChoiceField(
        Person.objects.none(),
        label="Sekreterare",
        required=False,
        empty_label="Inte vald",
        help_text=TILL_SLUTET,
    )
    justerare = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label="Justerare",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, sammantrade: Sammantrade, **kwargs: Any) -> None:
        forslag = sammantrade.med_roll(Justeringsroll.JUSTERARE)
        valda = {
            roll.value: (sammantrade.med_roll(roll) or (None,))[0]
            for roll in (Justeringsroll.ORDFORANDE, Justeringsroll.SEKRETERARE)
        }
        if not sammantrade.justeringar:
            valda = foreslagna_roller(sammantrade)
        kwargs.setdefault("initial", {**valda, "justerare": forslag})
        super().__init__(*args, **kwargs)
        i_uppdrag = (Narvaroroll.LEDAMOT, Narvaroroll.ERSATTARE)
        alla = sorted(sammantrade.narvaro, key=_ledamoter_forst)
        for namn in self.fields:
            vilka = [n for n in alla if namn == "sekreterare" or n.roll in i_uppdrag]
            falt: Any = self.fields[namn]
            falt.queryset = Person.objects.filter(pk__in=[n.person_id for n in vilka])
            tomt = [("", falt.empty_label)] if namn != "justerare" else []
            falt.choices = [*tomt, *((n.person_id, n.person.namn) for n in vilka)]

    def valda(self) -> dict[str, list[Person]]:
        """The cleaned choice by role (Justeringsroll)."""
        data = self.cleaned_data
        return {
            Justeringsroll.ORDFORANDE: [data["ordforande"]] if data["ordforande"] else [],
            Justeringsroll.SEKRETERARE: [data["sekreterare"]] if data["sekreterare"] else [],
            Justeringsroll.JUSTERARE: list(data["justerare"]),
        }


class NyPunktForm(UtanPersonuppgifter, forms.Form):
    """An item that came up: an open matter, or a heading."""

    arende = forms.ModelChoiceField(
        Arende.objects.none(), label="Ärende", required=False, empty_label="Inget ärende"
    )
    rubrik = forms.CharField(label="eller en rubrik", max_length=200, required=False)

    def __init__(self, *args: Any, mote: Mote, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt: Any = self.fields["arende"]
        falt.queryset = Arende.objects.filter(avslutat=None).exclude(punkter__mote=mote)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("arende")) == bool(data.get("rubrik")):
            raise forms.ValidationError("Välj ett ärende eller skriv en rubrik.")
        return data


class NarvarandeForm(forms.Form):
    """What has to do with somebody present."""

    person = forms.ModelChoiceField(Person.objects.none(), label="Vem")

    def __init__(self, *args: Any, sammantrade: Sammantrade, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt: Any = self.fields["person"]
        falt.queryset = Person.objects.filter(
            pk__in=[n.person_id for n in sammantrade.narvaro if n.uppdrag_id]
        )


class YttrandeForm(UtanPersonuppgifter, NarvarandeForm):
    slag = forms.ChoiceField(label="Slag", choices=Yttrandeslag.choices)
    text = forms.CharField(label="Ordalydelse", widget=forms.Textarea(attrs={"rows": 2}))
    field_order = ("slag", "person", "text")


class JavForm(UtanPersonuppgifter, NarvarandeForm):
    skal = forms.CharField(label="Skäl", max_length=300, required=False)


class VoteringForm(UtanPersonuppgifter, forms.Form):
    delarende = forms.ModelChoiceField(
        Delarende.objects.none(), label="Del", required=False, empty_label="Hela"
    )
    ja = forms.CharField(label="Ja-röst för", max_length=300, initial="bifall till förslaget")
    nej = forms.CharField(label="Nej-röst för", max_length=300, initial="avslag")

    def __init__(self, *args: Any, punkt: Punkt, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt: Any = self.fields["delarende"]
        delar = punkt.arende.delar.all() if punkt.arende else None
        if delar:
            falt.queryset = delar
        else:
            del self.fields["delarende"]


def _punktnamn(bild: Any) -> str:
    return f"{bild.paragraf} {bild.punkt.titel}" if bild.paragraf else bild.punkt.titel


def _ledamoter_forst(narvaro: Narvaro) -> tuple[bool, str]:
    return narvaro.roll != Narvaroroll.LEDAMOT, narvaro.person.namn
