"""The insatser's money beside the ledger: consumption, and claims against bookings."""

from abc import abstractmethod
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from ekonomi.calculations.rekvisitionsavstamning import Avstamning, Utfall
from ekonomi.filters.insatspengar import AvstamningFilter, ForbrukningFilter
from ekonomi.selectors.forbrukning import forbrukningar, kvotgranser, senaste_ar
from ekonomi.selectors.rekvisitionsavstamning import avstamda
from ekonomi.tables.insatspengar import AvstamningTable, ForbrukningTable
from finsam import typografi
from finsam.listor import Listvy
from finsam.money import summa
from finsam.periods import Period, las_period
from finsam.permissions import Ratt
from insatser.calculations.forbrukning import nyttjande
from insatser.calculations.forbrukningsrad import Forbrukning, fordelning
from insatser.choices import Insatstyp
from insatser.models import Insats


class Beraknadvy(Listvy):
    """A list whose rows are calculated: the filter picks insatser and says which time."""

    queryset = Insats.objects.select_related("insatsagare")
    ratt = Ratt.EKONOMI_LASA

    @abstractmethod
    def forvalda(self) -> dict[str, str]:
        """What the filter says before anyone has asked."""

    def get_filterset_kwargs(self, filterset_class: Any) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_filterset_kwargs(filterset_class)
        val = self.request.GET.copy()
        for namn, varde in self.forvalda().items():
            val.setdefault(namn, varde)
        return {**kwargs, "data": val}

    @cached_property
    def insatser(self) -> dict[int, Insats]:
        """The insatser that the filter picks, by number."""
        return {insats.nr: insats for insats in self.object_list}

    def get_table(self, **kwargs: Any) -> Any:
        table = super().get_table(**kwargs)
        table.insatser = self.insatser
        return table

    def valt(self, namn: str) -> str:
        """The filter's value; the one chosen beforehand where it cannot be read."""
        data = getattr(self.filterset.form, "cleaned_data", {})
        return str(data.get(namn) or self.forvalda()[namn])


class ForbrukningListView(Beraknadvy):
    """What each insats has used of its money, with ratios (F13-F15) and warnings."""

    template_name = "ekonomi/forbrukning_list.html"
    table_class = ForbrukningTable
    filterset_class = ForbrukningFilter
    rubrik = "Förbrukning per insats"
    tomt = "Ingen insats har medel eller pågår i perioden."

    def forvalda(self) -> dict[str, str]:
        return {"period": str(senaste_ar() or timezone.localdate().year)}

    @property
    def period(self) -> Period:
        return las_period(self.valt("period"))

    def get_table_data(self) -> list[Forbrukning]:
        alla = forbrukningar(self.period)
        self.rader = [rad for rad in alla if rad.insats.nr in self.insatser]
        return self.rader

    def get_table_kwargs(self) -> dict[str, Any]:
        return {"granser": kvotgranser()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sammanhang = super().get_context_data(**kwargs)
        bokforda = [(rad, rad.utfall) for rad in self.rader if rad.utfall is not None]
        slag = dict(Insatstyp.choices)
        per_slag = fordelning((rad.insats.insatstyp, utfall) for rad, utfall in bokforda)
        return {
            **sammanhang,
            "period": self.period,
            "nyttjande": nyttjande((utfall, rad.arsbudget) for rad, utfall in bokforda),
            "fordelning": [(slag[ett.slag], ett) for ett in per_slag] if bokforda else [],
            "rekvirerat": summa(rad.lage.rekvirerat for rad in self.rader),
        }


class RekvisitionsavstamningListView(Beraknadvy):
    """Attested claims beside what is booked on the insats's projekt."""

    table_class = AvstamningTable
    filterset_class = AvstamningFilter
    rubrik = "Rekvisitioner mot bokföringen"
    tomt = "Inget skiljer i urvalet: det som rekvirerats är bokfört och tvärtom."

    def forvalda(self) -> dict[str, str]:
        return {"ar": str(senaste_ar() or timezone.localdate().year), "visa": "avviker"}

    def get_table_data(self) -> list[Avstamning]:
        alla = [rad for rad in avstamda(int(self.valt("ar"))) if rad.insats in self.insatser]
        visa_alla = self.valt("visa") == "alla"
        self.rader = [rad for rad in alla if visa_alla or rad.utfall is not Utfall.LIKA]
        return self.rader

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sammanhang = super().get_context_data(**kwargs)
        return {**sammanhang, "summering": self._summering()}

    def _summering(self) -> str:
        krav = summa(rad.krav.belopp for rad in self.rader if rad.krav)
        bokfort = summa(rad.bokning.belopp for rad in self.rader if rad.bokning)
        return f"Rekvirerat {_kr(krav)}, bokfört {_kr(bokfort)}, skillnad {_kr(bokfort - krav)}"

    def get_queryset(self) -> QuerySet[Insats]:
        return super().get_queryset().order_by("nr")


def _kr(belopp: Decimal) -> str:
    return f"{typografi.kr(belopp, 2)}{typografi.HARDBLANK}kr"
