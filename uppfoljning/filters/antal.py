"""Filters of the counts: insats, days, measure, category, sex, and whole periods or months."""

from datetime import date
from typing import Any

import django_filters as filters
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from finsam.filters import Dagfilter
from finsam.periods import las_period
from insatser.models import Insats
from uppfoljning.calculations import matt as m
from uppfoljning.choices import KATEGORIER, Kon, Matt
from uppfoljning.models import Deltagarantal

# Measures and categories that are told together, besides each by itself.
AVSLUTADE_HELA_TIDEN = "avslutade_hela_tiden"
SAMLADE_MATT = {AVSLUTADE_HELA_TIDEN: (Matt.AVSLUTADE, Matt.AVSLUTADE_TIDIGARE)}
SAMLADE_KATEGORIER = {
    "arbete": ("Alla till arbete", m.ARBETE),
    "arbete_studier": ("Alla till arbete eller studier", m.ARBETE_STUDIER),
    "arbete_studier_sokande": (
        "Alla till arbete eller studier och aktivt arbetssökande",
        (*m.ARBETE_STUDIER, m.ARBETSSOKANDE),
    ),
}
PER_PERIOD, PER_MANAD = "period", "manad"


def kategorival() -> list[tuple[str, Any]]:
    """Choices by measure; a value that two measures have in common stands once."""
    sedda: set[str] = set()
    grupper: list[tuple[str, Any]] = [
        ("Sammanlagt", [(varde, ord_) for varde, (ord_, _) in SAMLADE_KATEGORIER.items()])
    ]
    for matt, lista in KATEGORIER.items():
        nya = [(varde, str(ord_)) for varde, ord_ in lista.choices if varde not in sedda]
        sedda.update(varde for varde, _ in nya)
        grupper.append((str(Matt(matt).label), nya))
    return grupper


def insatsurval(text: str) -> QuerySet[Insats]:
    """The insatser that "3, 7" or "Vägen" names. Raises ValidationError in Swedish."""
    urval = Insats.objects.none()
    for del_ in filter(None, (del_.strip() for del_ in text.split(","))):
        villkor = Q(nr=int(del_)) if del_.isascii() and del_.isdigit() else _namn(del_)
        traff = Insats.objects.filter(villkor)
        if not traff.exists():
            raise ValidationError(f"”{del_}” är ingen insats. Skriv dess nummer eller namn.")
        urval |= traff
    return urval


def _namn(text: str) -> Q:
    return Q(kortnamn__icontains=text) | Q(namn__icontains=text)


class Insatsfalt(filters.CharFilter.field_class):  # type: ignore[name-defined,misc]
    """Insatser by number or part of the name; what names none is said at the field."""

    def clean(self, value: str) -> QuerySet[Insats] | None:
        text = super().clean(value)
        return insatsurval(text) if text else None


class Insatsfilter(filters.Filter):
    field_class = Insatsfalt

    def filter(self, qs: Any, value: QuerySet[Insats] | None) -> Any:
        return qs if value is None else qs.filter(rapport__insats__in=value)


class AntalFilter(filters.FilterSet):
    insats = Insatsfilter(label="Insats", help_text="Nummer eller namn: 3, 7")
    fran = Dagfilter(label="Från", method="i_perioder")
    tom = Dagfilter(label="Till och med", method="i_perioder")
    matt = filters.ChoiceFilter(
        label="Mått",
        method="med_matt",
        choices=[*Matt.choices, (AVSLUTADE_HELA_TIDEN, "Avslutade under hela insatsperioden")],
        empty_label="Alla",
    )
    kategori = filters.ChoiceFilter(
        label="Kategori", method="med_kategori", choices=kategorival, empty_label="Alla"
    )
    kon = filters.ChoiceFilter(label="Kön", choices=Kon, empty_label="Alla")
    per = filters.ChoiceFilter(
        label="Visa",
        method="per_manad",
        choices=[(PER_MANAD, "Månad för månad")],
        empty_label="Hela perioder",
    )

    class Meta:
        model = Deltagarantal
        fields = ("insats", "fran", "tom", "matt", "kategori", "kon", "per")

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        # A list that is opened without any filter shows whole periods too.
        super().__init__({} if data is None else data, *args, **kwargs)

    def filter_queryset(self, queryset: QuerySet[Deltagarantal]) -> QuerySet[Deltagarantal]:
        """A period's value and that of its months are the same people: one or the other."""
        urval = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("per") == PER_MANAD:
            return urval.filter(manad__gt=0)
        return urval.filter(manad=0)

    def per_manad(
        self, queryset: QuerySet[Deltagarantal], name: str, value: str
    ) -> QuerySet[Deltagarantal]:
        return queryset

    def i_perioder(
        self, queryset: QuerySet[Deltagarantal], name: str, dag: date
    ) -> QuerySet[Deltagarantal]:
        """Reports of periods that have a day on the right side."""
        koder = queryset.order_by().values_list("rapport__period", flat=True).distinct()
        inom = [
            kod
            for kod in koder
            for period in [las_period(kod)]
            if (period.slut >= dag if name == "fran" else period.start <= dag)
        ]
        return queryset.filter(rapport__period__in=inom)

    def med_matt(
        self, queryset: QuerySet[Deltagarantal], name: str, matt: str
    ) -> QuerySet[Deltagarantal]:
        return queryset.filter(matt__in=SAMLADE_MATT.get(matt, (matt,)))

    def med_kategori(
        self, queryset: QuerySet[Deltagarantal], name: str, kategori: str
    ) -> QuerySet[Deltagarantal]:
        _, kategorier = SAMLADE_KATEGORIER.get(kategori, ("", (kategori,)))
        return queryset.filter(kategori__in=kategorier)
