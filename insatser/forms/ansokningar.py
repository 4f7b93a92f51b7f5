"""Forms of applications: the application itself, its money and the words of a step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from finsam.formfields import Datumfalt, KronorFormField
from finsam.formularskydd import UtanPersonuppgifter
from insatser.calculations.ansokan import Ansokningssumma, Arssumma, Belopp, summera
from insatser.calculations.fornyelse import forlangt_namn, nasta_period
from insatser.choices import Ansokningsslag, Finansiering, Kostnadsslag
from insatser.models import Ansokan, Insats
from insatser.models.insats import NAMN_UPPTAGET
from insatser.selectors.ansokningar import sokta_belopp

TEXTER = ("syfte", "malgrupp", "behovsgrupp", "metod", "implementering", "bedomning")
INSATSENS = (
    "namn",
    "kortnamn",
    "insatstyp",
    "forrehabiliterande",
    "insatsagare",
    "uppfoljningsslag",
    "forvantat_antal",
)


class AnsokanForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = Ansokan
        fields = (
            "diarienummer",
            "slag",
            "insats",
            "namn",
            "kortnamn",
            "insatstyp",
            "forrehabiliterande",
            "insatsagare",
            "parter",
            "start",
            "slut",
            "forvantat_antal",
            "uppfoljningsslag",
            "syfte",
            "malgrupp",
            "behovsgrupp",
            "metod",
            "implementering",
            "inkom",
            "bedomning",
        )
        widgets = {
            "forvantat_antal": forms.TextInput(attrs={"inputmode": "numeric"}),
            "parter": forms.CheckboxSelectMultiple,
            **{falt: forms.Textarea(attrs={"rows": 4}) for falt in TEXTER},
        }
        field_classes = {"start": Datumfalt, "slut": Datumfalt, "inkom": Datumfalt}
        help_texts = {
            "insats": "För tillägg och förlängning: insatsen som ansökan gäller.",
            "inkom": "Tomt: dagen då ansökan tas emot här.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["insats"].queryset = Insats.objects.select_related("insatsagare")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A new insats has no insats yet; only more money goes under a name that is taken."""
        data = super().clean() or {}
        slag = data.get("slag")
        if slag in (Ansokningsslag.NY, Ansokningsslag.FORSTUDIE):
            data["insats"] = None
        namn = data.get("namn", "")
        if slag != Ansokningsslag.TILLAGG and Insats.objects.filter(namn__iexact=namn).exists():
            self.add_error("namn", NAMN_UPPTAGET)
        return data


def ur_insats(insats: Insats, slag: str) -> dict[str, Any]:
    """What an application about an insats starts with; more time starts when the insats ends."""
    falt = (*INSATSENS, *(text for text in TEXTER if text != "bedomning"))
    forslag = {namn: getattr(insats, namn) for namn in falt}
    forslag |= {"insats": insats, "parter": insats.parter.all()}
    if slag == Ansokningsslag.FORLANGNING:
        start, slut = nasta_period(insats.start, insats.slut)
        forslag |= {"start": start, "slut": slut, "namn": forlangt_namn(insats.namn, start.year)}
    return forslag


@dataclass(frozen=True)
class Arstabell:
    """The inputs of one year: a row per kind of cost, a column per payer, and their sums."""

    ar: int
    rader: tuple[tuple[str, tuple[BoundField, ...]], ...]
    summa: Arssumma


class BeloppForm(forms.Form):
    """The money of an application: a field per year, kind of cost and payer; empty is nothing."""

    def __init__(self, ansokan: Ansokan, data: Any = None) -> None:
        self.belopp = {(b.ar, b.kostnadsslag, b.finansiering): b for b in sokta_belopp(ansokan)}
        # A year outside the period stays visible for as long as it has amounts to move.
        i_perioden = set(range(ansokan.start.year, ansokan.slut.year + 1))
        self.aren = sorted(i_perioden | {ar for ar, _, _ in self.belopp})
        super().__init__(data)
        for nyckel in self._nycklar():
            self.fields[_namn(nyckel)] = self._falt(nyckel)

    def _nycklar(self) -> Iterator[tuple[int, str, str]]:
        for ar in self.aren:
            for slag in Kostnadsslag.values:
                for finansiering in Finansiering.values:
                    yield ar, slag, finansiering

    def _falt(self, nyckel: tuple[int, str, str]) -> KronorFormField:
        ar, slag, finansiering = nyckel
        etikett = f"{Kostnadsslag(slag).label}, {Finansiering(finansiering).label} {ar}"
        fanns = self.belopp.get(nyckel)
        falt = KronorFormField(
            label=etikett,
            required=False,
            min_value=0,
            max_digits=14,
            decimal_places=2,
            initial=fanns.belopp if fanns else None,
            error_messages={"min_value": "Beloppet får inte vara negativt."},
        )
        falt.widget.attrs["aria-label"] = etikett
        return falt

    def poster(self) -> list[Belopp]:
        """The amounts that stand in the fields, those that could not be read left out."""
        if not self.is_bound:
            return list(self.belopp.values())
        self.is_valid()
        varden = {nyckel: self.cleaned_data.get(_namn(nyckel)) for nyckel in self._nycklar()}
        return [Belopp(*nyckel, belopp) for nyckel, belopp in varden.items() if belopp]

    @property
    def summa(self) -> Ansokningssumma:
        return summera(self.poster())

    def tabeller(self) -> list[Arstabell]:
        summa = self.summa
        return [
            Arstabell(
                ar,
                tuple(
                    (
                        str(slag.label),
                        tuple(self[_namn((ar, slag.value, f))] for f in Finansiering.values),
                    )
                    for slag in Kostnadsslag
                ),
                summa.ar(ar),
            )
            for ar in self.aren
        ]


def _namn(nyckel: tuple[int, str, str]) -> str:
    return "belopp_{}_{}_{}".format(*nyckel)
