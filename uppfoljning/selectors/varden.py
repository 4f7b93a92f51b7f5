"""A report as the form's values: by field name, as typed. What the draft is laid upon."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from finsam.periods import las_period
from insatser.choices import Malstatus
from insatser.models import Insatsmal
from uppfoljning.calculations.forvantade import ar_ny, fore
from uppfoljning.calculations.underlag import Antal, Antalsnyckel
from uppfoljning.choices import Matt, Svar
from uppfoljning.forms.antal import som_varden
from uppfoljning.fragor import FRAGOR, TEXTFALT, Fraga
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Malutfall, Rapportutkast

Varden = dict[str, str]


def malfalt(mal: int, del_: str) -> str:
    """The form's name of a goal's "status" or "utfall"."""
    return f"mal__{mal}__{del_}"


@dataclass(frozen=True)
class Skrivunderlag:
    """A report to write in: the goals and questions asked, and the values before the draft.

    `forra` is the last period's report as values and None where there is none; `forifyllda` are
    the fields whose value was taken from it.
    """

    rapport: Kvartalsrapport
    fragor: tuple[Fraga, ...]
    mal: tuple[Insatsmal, ...]
    grund: Varden
    forra_rapport: Kvartalsrapport | None = None
    forra: Varden = field(default_factory=dict)
    forra_antal: Antal | None = None
    forifyllda: frozenset[str] = frozenset()

    @property
    def falt(self) -> frozenset[str]:
        """Every field that the form has, the counts excepted."""
        malen = {malfalt(mal.pk, del_) for mal in self.mal for del_ in ("status", "utfall")}
        return frozenset({*(fraga.falt for fraga in self.fragor), *TEXTFALT, *malen})


def fragor_till(rapport: Kvartalsrapport) -> tuple[Fraga, ...]:
    """The questions that the insats is asked in the period."""
    insats = rapport.insats
    ny = ar_ny(
        insats.start, las_period(rapport.period), forlangning=insats.forlanger_id is not None
    )
    return tuple(fraga for fraga in FRAGOR if ny or not fraga.bara_ny)


def foregaende(rapport: Kvartalsrapport) -> Kvartalsrapport | None:
    """What the insats handed in for the period before."""
    kod = fore(las_period(rapport.period)).kod
    lamnade = Kvartalsrapport.objects.lamnade().filter(insats=rapport.insats_id, period=kod)
    return lamnade.order_by("-version").first()


def skrivunderlag(rapport: Kvartalsrapport) -> Skrivunderlag:
    """Everything the form needs but the draft; at most 4 queries."""
    mal = tuple(Insatsmal.objects.filter(insats=rapport.insats_id).order_by("ordning"))
    fragor = fragor_till(rapport)
    forra = foregaende(rapport)
    nycklar = [rapport.pk, forra.pk] if forra else [rapport.pk]
    antal, utfall = _antal(nycklar), _utfall(nycklar)
    egna = som_formvarden(rapport, mal, antal[rapport.pk], utfall)
    if forra is None:
        return Skrivunderlag(rapport, fragor, mal, egna)
    forra_varden = som_formvarden(forra, mal, antal[forra.pk], utfall)
    # What has once been handed in is the writer's own, and so is what a correction starts from.
    ny = rapport.inlamnad_at is None and rapport.version == 1
    tagna = _forifyllt(fragor, forra_varden, antal[forra.pk], egna) if ny else {}
    return Skrivunderlag(
        rapport,
        fragor,
        mal,
        egna | tagna,
        forra,
        forra_varden,
        antal[forra.pk],
        frozenset(tagna),
    )


def _antal(rapporter: list[int]) -> dict[int, dict[Antalsnyckel, int]]:
    """The counts of the whole period, by report."""
    ut: dict[int, dict[Antalsnyckel, int]] = {pk: {} for pk in rapporter}
    rader = Deltagarantal.objects.filter(rapport__in=rapporter, manad=0).order_by()
    for pk, ett, kategori, kon, tal in rader.values_list(
        "rapport_id", "matt", "kategori", "kon", "antal"
    ):
        ut[pk][Antalsnyckel(ett, kategori, kon)] = tal
    return ut


def _utfall(rapporter: list[int]) -> dict[tuple[int, int], tuple[str, str]]:
    """(status, outcome) by report and goal."""
    rader = Malutfall.objects.filter(rapport__in=rapporter).order_by()
    return {
        (pk, mal): (status, utfall)
        for pk, mal, status, utfall in rader.values_list("rapport_id", "mal_id", "status", "utfall")
    }


def som_formvarden(
    rapport: Kvartalsrapport,
    mal: tuple[Insatsmal, ...],
    antal: Antal,
    utfall: Mapping[tuple[int, int], tuple[str, str]],
) -> Varden:
    """What stands in the report's own rows, by field name."""
    varden = {fraga.falt: getattr(rapport, fraga.falt) for fraga in FRAGOR}
    varden |= {falt: getattr(rapport, falt) for falt in TEXTFALT}
    for ett in mal:
        status, text = utfall.get((rapport.pk, ett.pk), (str(Malstatus.EJ_BEDOMT), ""))
        varden |= {malfalt(ett.pk, "status"): status, malfalt(ett.pk, "utfall"): text}
    return varden | {falt: str(tal) for falt, tal in som_varden(antal).items()}


def _forifyllt(
    fragor: tuple[Fraga, ...], forra: Varden, forra_antal: Antal, egna: Varden
) -> Varden:
    """What the last report says that holds until it is changed, where nothing is said yet.

    Answers about what lasts, and those who were ongoing when the last period ended.
    """
    svar = {
        fraga.falt: forra[fraga.falt]
        for fraga in fragor
        if fraga.bestar
        and egna[fraga.falt] == Svar.EJ_BESVARAD
        and forra[fraga.falt] != Svar.EJ_BESVARAD
    }
    if any(falt.startswith("antal__") for falt in egna):
        return svar
    kvar = {
        Antalsnyckel(Matt.PAGAENDE_START, "", nyckel.kon): tal
        for nyckel, tal in forra_antal.items()
        if nyckel.matt == Matt.PAGAENDE_SLUT
    }
    return svar | {falt: str(tal) for falt, tal in som_varden(kvar).items()}


def gallande_varden(underlag: Skrivunderlag, utkast: Rapportutkast | None) -> Varden:
    """The report's values with the draft laid upon them."""
    return underlag.grund | (utkast.varden if utkast else {})
