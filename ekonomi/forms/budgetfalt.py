"""What the grids of a budget are built of: amounts, choices, and a guard against each other."""

from decimal import Decimal
from typing import Any

from django import forms

from ekonomi.calculations.budgetposter import Post
from ekonomi.models import Konto, Objekt
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK
from ekonomi.selectors.budget import Budgetbild
from finsam import typografi
from finsam.formfields import KronorFormField
from insatser.models import Insats

ANDRAD_UNDER_TIDEN = (
    "{vad} har ändrats sedan sidan öppnades. Det du skrivit står kvar: granska och spara igen."
)


class Rutfalt(KronorFormField):
    """An amount in a grid: whole kronor without öre, so that a column stays narrow."""

    def __init__(self, etikett: str, **kwargs: Any) -> None:
        attrs = {"aria-label": etikett, "autocomplete": "off"}
        super().__init__(label=etikett, required=False, max_digits=14, decimal_places=2, **kwargs)
        self.widget.attrs.update(attrs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return typografi.kr(value)
        return super().prepare_value(value)


class Standform(forms.Form):
    """What the grids share: the mark of what was stored when the page was opened."""

    vad: str
    stand = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, bild: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bild = bild
        # Whether somebody else has saved since the page was opened.
        self.krock = False
        self.fields["stand"].initial = bild.stand

    def clean_stand(self) -> str:
        sand: str = self.cleaned_data["stand"]
        if sand and sand != self.bild.stand:
            self.krock = True
            self.add_error(None, ANDRAD_UNDER_TIDEN.format(vad=self.vad))
        return sand

    def fornya_stand(self) -> None:
        """The new mark goes with the page: once told, the person may save again."""
        self.data = {**dict(self.data.items()), "stand": self.bild.stand}


class Rutform(Standform):
    """What the grids of a budget share."""

    vad = "Budgeten"
    bild: Budgetbild


class Postval:
    """What a new post may be about: accounts of the result, blocks and insatser."""

    def __init__(self) -> None:
        konton = Konto.objects.filter(kontotyp__in=("I", "K"))
        block = Objekt.objects.filter(dimension__nummer=DIMENSION_KOSTNADSBLOCK)
        insatser = Insats.objects.select_related("insatsagare")
        self.konton = [("", "Välj konto"), *((k.nummer, str(k)) for k in konton)]
        self.block = [("", "Inget block"), *((b.kod, str(b)) for b in block)]
        self.insatser = [("", "Ingen insats"), *((str(i.nr), str(i)) for i in insatser)]

    def falt(self, nr: int) -> dict[str, forms.Field]:
        rad = f"ny post {nr + 1}"
        return {
            f"ny-konto-{nr}": _val(f"Konto, {rad}", self.konton),
            f"ny-block-{nr}": _val(f"Kostnadsblock, {rad}", self.block),
            f"ny-insats-{nr}": _val(f"Insats, {rad}", self.insatser),
            f"ny-belopp-{nr}": Rutfalt(f"Belopp, {rad}"),
            f"ny-kommentar-{nr}": forms.CharField(
                label=f"Kommentar, {rad}",
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"aria-label": f"Kommentar, {rad}"}),
            ),
        }


def _val(etikett: str, val: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=etikett,
        required=False,
        choices=val,
        widget=forms.Select(attrs={"aria-label": etikett}),
    )


def radnamn(post: Post) -> str:
    """The post as it is read out: what it is, and its block."""
    return f"{post.etikett}, {post.block}" if post.block else post.etikett
