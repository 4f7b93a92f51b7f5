"""Forms of the claims. The rules stand in the models and the actions."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Max, Min
from django.utils import timezone

from finsam.formfields import KronorFormField
from finsam.formularskydd import UtanPersonuppgifter
from finsam.models import Anvandare
from finsam.money import summa
from finsam.periods import Period, delperioder
from finsam.rytm import rytm
from insatser.choices import Kostnadsslag
from insatser.models import Insats, Rekvisition


def rapportperioder(insatser: Any) -> list[Period]:
    """The quarters (or tertials) of the insatser that have begun, the latest first."""
    spann = insatser.aggregate(start=Min("start"), slut=Max("slut"))
    if spann["start"] is None:
        return []
    aren, slag = range(spann["slut"].year, spann["start"].year - 1, -1), rytm()
    alla = (period for ar in aren for period in reversed(delperioder(Period(ar), slag)))
    sista = min(spann["slut"], timezone.localdate())
    return [p for p in alla if p.slut >= spann["start"] and p.start <= sista]


def valj_insats_och_period(form: forms.ModelForm, user: Anvandare) -> None:
    """The two choices a claim and a deviation begin with: the user's own insatser, and their
    periods. Where there is one insats only, it is chosen.
    """
    insatser = Insats.objects.synliga_for(user)
    falt: Any = form.fields["insats"]
    falt.queryset, falt.empty_label = insatser, "Välj insats"
    de_forsta = list(insatser[:2])
    if len(de_forsta) == 1 and not form.initial.get("insats"):
        form.initial["insats"] = de_forsta[0].pk
    perioder = [(p.kod, p.namn) for p in rapportperioder(insatser)]
    form.fields["period"] = forms.ChoiceField(
        label="Period", choices=[("", "Välj period"), *perioder]
    )


class RekvisitionForm(forms.ModelForm):
    """Which insats and which period a new claim is about."""

    class Meta:
        model = Rekvisition
        fields = ("insats", "period")

    def __init__(self, *args: Any, user: Anvandare, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valj_insats_och_period(self, user)

    def clean(self) -> dict[str, Any]:
        """The next number: more than one claim may be made for the same period."""
        data = super().clean() or {}
        if insats := data.get("insats"):
            fler = Rekvisition.objects.filter(insats=insats, period=data.get("period", ""))
            self.instance.lopnr = (fler.aggregate(hogst=Max("lopnr"))["hogst"] or 0) + 1
        return data


class BeloppForm(UtanPersonuppgifter, forms.ModelForm):
    """A claim's amounts, one field per kind of cost, and a comment."""

    class Meta:
        model = Rekvisition
        fields = ("kommentar",)
        widgets = {"kommentar": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sparade = {post.kostnadsslag: post.belopp for post in self.instance.poster.all()}
        for slag in Kostnadsslag:
            self.fields[slag.value] = KronorFormField(
                label=f"{slag.label}, kr",
                required=False,
                max_digits=14,
                decimal_places=2,
                initial=sparade.get(slag.value),
            )
        self.order_fields([*Kostnadsslag.values, "kommentar"])

    def belopp(self) -> dict[str, Decimal | None]:
        """The readable amounts in kr by kind of cost; None for an empty one."""
        return {slag: self.cleaned_data.get(slag) for slag in Kostnadsslag.values}

    def summa(self) -> Decimal:
        """The sum of the readable amounts, in kr: what is typed, or what is stored."""
        if self.is_bound:
            self.is_valid()
            return summa(ett for ett in self.belopp().values() if ett)
        return summa(post.belopp for post in self.instance.poster.all())


class AterForm(UtanPersonuppgifter, forms.Form):
    ord = forms.CharField(
        label="Vad behöver kompletteras?", widget=forms.Textarea(attrs={"rows": 3})
    )


class OverskridandeForm(UtanPersonuppgifter, forms.Form):
    ord = forms.CharField(
        label="Skäl till att beviljade medel får överskridas",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
