"""The agenda as its page shows it: each item with its number, its annexes and what it lacks."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from styrelse.calculations.fullstandighet import Brist
from styrelse.choices import OPPNA, Organ, Punktslag
from styrelse.models import Arendebilaga, Dagordningsmall, Mote, Punkt
from styrelse.selectors.arenden import motets_brister
from styrelse.selectors.beredning import au_forslag, satserna
from styrelse.selectors.dagordning import numrerade, punkter_i_ordning


@dataclass(frozen=True)
class Bilagenummer:
    nummer: str
    titel: str


@dataclass(frozen=True)
class Dagordningsrad:
    """An item: its number and annexes as they would be printed, `au` the committee's proposal,
    `brister` what the matter lacks.

    `vidare` says that the matter, on a committee's agenda, is not on a coming board's yet.
    """

    punkt: Punkt
    nummer: int
    skrivelse: str
    bilagor: tuple[Bilagenummer, ...]
    au: tuple[str, ...] = ()
    brister: tuple[Brist, ...] = ()
    vidare: bool = False

    @property
    def flyttbar(self) -> bool:
        return self.punkt.slag != Punktslag.AVSLUTANDE


def dagordningsrader(mote: Mote) -> tuple[Dagordningsrad, ...]:
    """The agenda's items in order, as they would be printed now. A fixed number of queries."""
    punkter = punkter_i_ordning(mote)
    nummer = {n.punkt: n for n in numrerade(mote, punkter)}
    arenden = [p.arende_id for p in punkter if p.arende_id]
    titlar: dict[int, dict[int, str]] = defaultdict(dict)
    for bilaga in Arendebilaga.objects.filter(arende__in=arenden).only("arende", "titel"):
        titlar[bilaga.arende_id][bilaga.pk] = bilaga.titel
    styrelsen, au = mote.organ == Organ.FS, mote.organ == Organ.AU
    forslag = au_forslag(arenden, mote.datum) if styrelsen else {}
    brister = motets_brister(mote)
    pa_vag = _pa_vag(mote) if au else set()
    return tuple(
        Dagordningsrad(
            punkt=p,
            nummer=nummer[p.pk].nummer,
            skrivelse=nummer[p.pk].skrivelse,
            bilagor=tuple(
                Bilagenummer(nr, titlar[p.arende_id or 0][b])
                for b, nr in nummer[p.pk].bilagor.items()
            ),
            au=satserna(forslag, p.arende) if p.arende else (),
            brister=brister.get(p.pk, ()),
            vidare=au and p.slag == Punktslag.ARENDE and p.pk not in pa_vag,
        )
        for p in punkter
    )


def _pa_vag(mote: Mote) -> set[int]:
    """Items of the committee's agenda whose matter is closed or on a coming board's agenda."""
    pa_fs = Punkt.objects.filter(
        arende=OuterRef("arende"), mote__organ=Organ.FS, mote__status__in=OPPNA, utgar=False
    )
    vantar = mote.punkter.filter(~Exists(pa_fs), arende__avslutat=None)
    alla = mote.punkter.values_list("pk", flat=True)
    return set(alla) - set(vantar.values_list("pk", flat=True))


def saknade_fasta(mote: Mote) -> list[str]:
    """Headings of the fixed items that the organ's meetings have and this agenda lacks."""
    har = set(mote.punkter.values_list("slag", "rubrik"))
    mallar = Dagordningsmall.objects.filter(organ=mote.organ).order_by("plats", "ordning")
    return [m.rubrik for m in mallar if (m.slag, m.rubrik) not in har]


def senast_andrad_av(mote: Mote) -> str:
    """Who made the agenda what it is now, by name; "Någon annan" where a command did."""
    rad = mote.history.filter(dagordningsversion=mote.dagordningsversion).order_by("pk").first()
    return str(rad.history_user) if rad and rad.history_user else "Någon annan"
