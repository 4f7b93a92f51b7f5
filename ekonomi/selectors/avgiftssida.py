"""Everything that a year's page of member fees shows: a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from ekonomi.calculations.avgifter import Avgifter, AvgiftFel, halvarsavgifter
from ekonomi.calculations.avgiftsavstamning import Avstamningsrad
from ekonomi.calculations.avgiftsjamforelse import (
    Halvarsrad,
    Jamforelserad,
    halvarsrader,
    jamfor,
)
from ekonomi.calculations.betalplan import Fakturalage, betalt_till, fakturalage, uppskjutna
from ekonomi.calculations.nns import promilletext, serviceavgift
from ekonomi.calculations.trappan import Kapitalprovning
from ekonomi.models import Avgiftsfaktura, Tilldelning
from ekonomi.selectors.avgifter import avgifter_av, folkmangdens_kalla
from ekonomi.selectors.avgiftsavstamning import avgiftsavstamning, bokford_avgiftsskuld
from ekonomi.selectors.kapital import kapitalprovningar
from finsam.money import summa
from finsam.periods import Period


@dataclass(frozen=True)
class Fakturarad:
    """An invoice and how it stands today; how many days late when it is."""

    faktura: Avgiftsfaktura
    lage: Fakturalage
    dagar_sen: int


@dataclass(frozen=True)
class Uppskjutet:
    """Fees paid and not earned on a day: by the payments, and as the ledger has it. kr (F10)."""

    dag: date
    beraknat: Decimal
    bokfort: Decimal | None

    @property
    def lika(self) -> bool:
        return self.bokfort is None or self.beraknat == self.bokfort


@dataclass(frozen=True)
class Avgiftssida:
    """One version of a year's allocation, what it gives, and how it is paid and booked.

    Without `avgifter` the fees cannot be shared; `fel` says why in Swedish. `kolumner` are the
    headings of what each payer's fee stands beside.
    """

    tilldelning: Tilldelning
    versioner: tuple[Tilldelning, ...]
    gallande: Tilldelning
    kalla: str
    avgifter: Avgifter | None
    fel: str
    kolumner: tuple[str, ...]
    rader: tuple[Jamforelserad, ...]
    halvar: tuple[Halvarsrad, ...]
    fakturor: tuple[Fakturarad, ...]
    uppskjutet: Uppskjutet | None
    avstamning: tuple[Avstamningsrad, ...] | None
    kapital: tuple[Kapitalprovning, ...]
    nns: Decimal | None

    @property
    def promille(self) -> str:
        return promilletext(self.tilldelning.nns_promille)

    @property
    def nyare_preliminar(self) -> Tilldelning | None:
        """A correction that is being prepared, when another version is shown."""
        senaste = self.versioner[-1]
        return None if senaste.last or senaste == self.tilldelning else senaste

    @property
    def aldre_folkmangd(self) -> bool:
        """Whether the populations are older than 1 November of the year before."""
        dag = self.tilldelning.folkmangd_datum
        return dag is not None and dag < date(self.tilldelning.verksamhetsar - 1, 11, 1)

    @property
    def behover_plan(self) -> bool:
        """Whether the version that is shown holds, is laid down and is not yet invoiced."""
        egna = any(rad.faktura.tilldelning_id == self.tilldelning.pk for rad in self.fakturor)
        if egna or self.tilldelning != self.gallande or not self.tilldelning.last:
            return False
        oskickat = any(not rad.faktura.fakturerad for rad in self.fakturor)
        return oskickat or any(over < 0 for _, over in self._over)

    @property
    def att_aterbetala(self) -> tuple[tuple[str, Decimal], ...]:
        """(payer, kr) of what has been sent above the fee that holds."""
        if self.tilldelning != self.gallande or not self.tilldelning.last:
            return ()
        return tuple((namn, over) for namn, over in self._over if over > 0)

    @property
    def _over(self) -> tuple[tuple[str, Decimal], ...]:
        """What each payer has been sent above the fee, kr; negative where it is less."""
        skickat: dict[int | None, list[Decimal]] = defaultdict(list)
        for rad in self.fakturor:
            if rad.faktura.fakturerad:
                skickat[rad.faktura.medlem_id].append(rad.faktura.belopp)
        rader = self.avgifter.rader if self.avgifter else ()
        return tuple((rad.namn, summa(skickat[rad.medlem]) - rad.belopp) for rad in rader)

    @property
    def forsenat(self) -> Decimal:
        """What is late today, kr."""
        return summa(
            rad.faktura.belopp for rad in self.fakturor if rad.lage is Fakturalage.FORSENAD
        )


@dataclass(frozen=True)
class Insyn:
    """What the reader sees beside the fees: the year's ledger, and each member's invoices."""

    bokforing: bool
    fakturor: bool


def avgiftssida(
    arets: QuerySet[Tilldelning], version: str, idag: date, insyn: Insyn
) -> Avgiftssida | None:
    """The year's page, None for a year without allocation or without that version.

    `arets` are the year's versions that the reader sees; an empty `version` is the one that holds.
    """
    versioner = tuple(arets.order_by("version"))
    if not versioner:
        return None
    gallande = next((v for v in reversed(versioner) if v.last), versioner[-1])
    vald = next((v for v in versioner if str(v.version) == version), None)
    if version and vald is None:
        return None
    return _sida(vald or gallande, versioner, gallande, idag, insyn)


def _sida(
    vald: Tilldelning,
    versioner: tuple[Tilldelning, ...],
    gallande: Tilldelning,
    idag: date,
    insyn: Insyn,
) -> Avgiftssida:
    ar = vald.verksamhetsar
    try:
        avgifter, fel = avgifter_av(vald), ""
    except AvgiftFel as hinder:
        avgifter, fel = None, str(hinder)
    bredvid = _bredvid(vald, versioner)
    fakturor = _fakturor(ar, idag) if insyn.fakturor else ()
    bokford = insyn.bokforing and avgifter is not None
    return Avgiftssida(
        tilldelning=vald,
        versioner=versioner,
        gallande=gallande,
        kalla=folkmangdens_kalla(vald.folkmangd_datum),
        avgifter=avgifter,
        fel=fel,
        kolumner=tuple(rubrik for rubrik, _ in bredvid),
        rader=jamfor(avgifter, [ett for _, ett in bredvid]) if avgifter else (),
        halvar=halvarsrader(avgifter) if avgifter else (),
        fakturor=fakturor,
        uppskjutet=_uppskjutet(ar, avgifter, fakturor, idag) if avgifter else None,
        avstamning=avgiftsavstamning(avgifter, ar) if bokford and avgifter else None,
        kapital=_kapital(ar, idag) if bokford else (),
        nns=serviceavgift(vald.belopp, vald.nns_promille, vald.nns_fast),
    )


def _bredvid(
    vald: Tilldelning, versioner: Sequence[Tilldelning]
) -> tuple[tuple[str, Avgifter | None], ...]:
    """The version before and last year's fees, with their headings; what is not there is not."""
    fore = [v for v in versioner if v.version < vald.version][-1:]
    fjolar = Tilldelning.objects.for_ar(vald.verksamhetsar - 1)
    med_rubrik = [(f"Version {v.version}", v) for v in fore]
    if fjolar:
        med_rubrik.append((str(fjolar.verksamhetsar), fjolar))
    return tuple((rubrik, _delad(ett)) for rubrik, ett in med_rubrik)


def _delad(tilldelning: Tilldelning) -> Avgifter | None:
    try:
        return avgifter_av(tilldelning)
    except AvgiftFel:
        return None


def _fakturor(ar: int, idag: date) -> tuple[Fakturarad, ...]:
    fakturor = Avgiftsfaktura.objects.filter(tilldelning__verksamhetsar=ar)
    return tuple(
        Fakturarad(
            faktura,
            fakturalage(faktura.forfaller, faktura.fakturerad, faktura.betald, idag),
            (idag - faktura.forfaller).days,
        )
        for faktura in fakturor.select_related("medlem", "tilldelning")
    )


def _uppskjutet(
    ar: int, avgifter: Avgifter, fakturor: Sequence[Fakturarad], idag: date
) -> Uppskjutet | None:
    """What is paid ahead at the half-year; None before that day or where no payment is entered."""
    dag = Period(ar, "H", 1).slut
    if idag < dag:
        return None
    betalt = betalt_till(
        [(rad.faktura.medlem_id, rad.faktura.betald, rad.faktura.belopp) for rad in fakturor], dag
    )
    if not betalt:
        return None
    skuld = bokford_avgiftsskuld(ar)
    return Uppskjutet(dag, uppskjutna(halvarsavgifter(avgifter)[0], betalt), skuld)


def _kapital(ar: int, idag: date) -> tuple[Kapitalprovning, ...]:
    try:
        return kapitalprovningar(ar, idag)
    except AvgiftFel:
        return ()
