"""What a reader of a pack is shown: what was sent, and the reader's own notes and place."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from finsam.models import Anvandare
from finsam.typografi import klockslag
from styrelse.calculations.handlingar import las
from styrelse.calculations.lasandring import Tillfalle, andring
from styrelse.calculations.lasframsteg import Lasta, antal_lasta
from styrelse.calculations.lasning import Laspaket, Lassida, Utskick, sammanvav
from styrelse.calculations.lasplats import Plats, las_plats
from styrelse.choices import Bilageslag, Motesstatus, Organ
from styrelse.models import Arendebilaga, Lasanteckning, Lasplats, Mote, Motespaket


@dataclass(frozen=True)
class Lasmaterial:
    """A meeting with its papers; `version` is another as soon as something more is sent."""

    mote: Mote
    paket: Laspaket
    version: str

    @property
    def organ(self) -> str:
        """The organ's name, as it was called to the meeting."""
        return Organ(self.paket.kallelse.organ).label

    @property
    def andrat(self) -> str:
        """What has become of the meeting since the notice, in a sentence; else empty."""
        mote, kallelse = self.mote, self.paket.kallelse
        nu = Tillfalle(mote.datum, klockslag(mote.start), klockslag(mote.slut), mote.plats)
        da = Tillfalle(kallelse.datum, kallelse.start, kallelse.slut, kallelse.plats)
        return andring(da, nu, installt=mote.status == Motesstatus.INSTALLT)


@dataclass(frozen=True)
class Laslage:
    """How far a reader has come: notes by item and by annex, what is read, the place last at."""

    anteckningar: dict[int, Lasanteckning]
    bilageanteckningar: dict[int, Lasanteckning]
    lasta: Lasta
    plats: Plats | None

    def anteckning(self, sida: Lassida) -> Lasanteckning | None:
        """The note on that page, None where there is none."""
        if sida.bilaga:
            return self.bilageanteckningar.get(sida.bilaga)
        return self.anteckningar.get(sida.punkt)

    def antal_lasta(self, paket: Laspaket) -> int:
        """How many of the items are read with their annexes."""
        return antal_lasta(paket, self.lasta)


INGET_LAGE = Laslage({}, {}, Lasta(), None)


def lasmaterial(mote: int) -> Lasmaterial | None:
    """What has been sent to the meeting with that key, in one query; None where nothing has."""
    rader = list(
        Motespaket.objects.filter(mote=mote)
        .select_related("mote", "mote__medlem")
        .order_by("nummer")
    )
    if not rader:
        return None
    utskick = [
        Utskick(rad.nummer, timezone.localdate(rad.skickat_at), las(rad.innehall)) for rad in rader
    ]
    avtryck = hashlib.sha256("".join(rad.sha256 for rad in rader).encode()).hexdigest()
    return Lasmaterial(rader[0].mote, sammanvav(utskick), avtryck[:16])


def laslage(mote: int, anvandare: Anvandare) -> Laslage:
    """The reader's own, in two queries."""
    anteckningar = list(Lasanteckning.objects.filter(punkt__mote=mote, anvandare=anvandare))
    rad = Lasplats.objects.filter(mote=mote, anvandare=anvandare).first()
    return Laslage(
        anteckningar={ett.punkt_id: ett for ett in anteckningar if ett.bilaga_id is None},
        bilageanteckningar={ett.bilaga_id: ett for ett in anteckningar if ett.bilaga_id},
        lasta=Lasta(frozenset(rad.lasta), frozenset(rad.lasta_bilagor)) if rad else Lasta(),
        plats=las_plats(rad.plats) if rad else None,
    )


def bilagsrad(nyckel: int) -> Arendebilaga:
    """The annex itself, as it was frozen. Raises Arendebilaga.DoesNotExist."""
    return Arendebilaga.objects.get(pk=nyckel)


def senare_versioner(nyckel: int) -> list[int]:
    """The annexes that have taken its place since, each in that of the one before it."""
    par: Any = Arendebilaga.objects.filter(arende__bilagor=nyckel, ersatt_av__isnull=False)
    ersatta = dict(par.values_list("pk", "ersatt_av"))
    ut: list[int] = []
    while (nyckel := ersatta.get(nyckel, 0)) and nyckel not in ut:
        ut.append(nyckel)
    return ut


def uppladdade(nycklar: list[int]) -> dict[int, Arendebilaga]:
    """Those of the annexes that are files handed in, by key."""
    rader = Arendebilaga.objects.filter(pk__in=nycklar, slag=Bilageslag.UPPLADDAD)
    return rader.defer("innehall").in_bulk()
