"""What a meeting's page says of its notice: the agenda, and what has changed since it was sent."""

from dataclasses import dataclass

from django.db.models.fields.json import KT

from finsam.typografi import klockslag
from styrelse.calculations.lasning import Laspunkt
from styrelse.calculations.numrering import Numrerad
from styrelse.models import Mote, Punkt
from styrelse.selectors.dagordning import numrerade, punkter_i_ordning
from styrelse.selectors.lasning import lasmaterial


@dataclass(frozen=True)
class Dagordningspunkt:
    """An item in short: its number, what it is for, and the numbers of its annexes in order.

    `punkt` is its key and `arende` that of its matter, None for a fixed item and for what was sent.
    """

    punkt: int
    nummer: str
    titel: str
    typer: tuple[str, ...]
    bilagor: tuple[str, ...]
    arende: int | None = None
    tillagd: bool = False
    utgar: bool = False


def motets_dagordning(mote: Mote, bereder: bool) -> tuple[Dagordningspunkt, ...]:
    """The agenda as it is now for those who prepare it; for others only what has been sent."""
    if bereder:
        punkter = punkter_i_ordning(mote)
        return tuple(map(_nu, punkter, numrerade(mote, punkter)))
    material = lasmaterial(mote.pk) if mote.utskickat else None
    return tuple(map(_skickad, material.paket.punkter)) if material else ()


def _nu(punkt: Punkt, nummer: Numrerad) -> Dagordningspunkt:
    return Dagordningspunkt(
        punkt=punkt.pk,
        nummer=str(nummer.nummer),
        titel=punkt.titel,
        typer=tuple(punkt.arende.typer) if punkt.arende else (),
        bilagor=_nummer(nummer.skrivelse, *nummer.bilagor.values()),
        arende=punkt.arende_id,
        tillagd=punkt.tillagd,
        utgar=punkt.utgar,
    )


def _skickad(punkt: Laspunkt) -> Dagordningspunkt:
    rad = punkt.rad
    skrivelse = rad.skrivelse.nummer if rad.skrivelse else ""
    return Dagordningspunkt(
        punkt=rad.punkt,
        nummer=rad.nummer,
        titel=rad.rubrik,
        typer=rad.typer,
        bilagor=_nummer(skrivelse, *(b.rad.nummer for b in punkt.bilagor)),
        tillagd=rad.tillagd,
    )


def _nummer(*alla: str) -> tuple[str, ...]:
    """Each once: an annex that belongs to the writing has its number."""
    return tuple(dict.fromkeys(filter(None, alla)))


def kallelsen_sa(mote: Mote) -> str:
    """What the notice said of the meeting's end, place and form that is otherwise now. 1 query.

    Empty where nothing differs, and for a meeting whose notice is not kept here.
    """
    # As text: SQLite would read "12.00" as a number.
    sant = mote.paket.order_by("nummer").values_list(
        KT("innehall__slut"), KT("innehall__plats"), "innehall__distans"
    )
    slut, plats, distans = sant.first() or (None, None, None)
    ord_ = []
    if slut is not None and slut != klockslag(mote.slut):
        ord_.append(f"sluttiden {slut}" if slut else "ingen sluttid")
    if plats is not None and plats != mote.plats:
        ord_.append(f"platsen {plats}" if plats else "ingen plats")
    if distans is not None and distans != mote.distans:
        ord_.append("deltagande på distans" if distans else "inget deltagande på distans")
    return f"Ändrat sedan kallelsen skickades. I den stod {', '.join(ord_)}." if ord_ else ""
