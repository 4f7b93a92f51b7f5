"""A meeting's minutes for the one who reads them: the frozen ones, or the draft as it stands."""

from dataclasses import dataclass

from finsam.typografi import datum
from styrelse.calculations.anslagstid import justeringsvarning, senast_anslaget, senast_justerat
from styrelse.calculations.protokoll import Protokollet, las
from styrelse.calculations.protokollsskrivning import brister, skriv
from styrelse.choices import SKRIVS
from styrelse.models import Anslag, Mote, Protokoll
from styrelse.selectors.protokollsunderlag import underlaget

SENT = "Protokollet justerades för sent. Senaste dag var {dag}."


@dataclass(frozen=True)
class Protokollsbild:
    """The minutes; `protokoll` is None for a draft, `saknas` what a draft lacks."""

    mote: Mote
    protokollet: Protokollet
    protokoll: Protokoll | None = None
    anslag: Anslag | None = None
    saknas: tuple[str, ...] = ()

    @property
    def sent(self) -> str:
        """That they were approved too late, and when they should have been; empty otherwise."""
        if not self.protokoll or not justeringsvarning(self.mote.datum, self.protokoll.justerat):
            return ""
        return SENT.format(dag=datum(senast_justerat(self.mote.datum)))

    @property
    def senast_justerat(self) -> object:
        return senast_justerat(self.mote.datum)

    @property
    def senast_anslaget(self) -> object:
        return senast_anslaget(self.protokoll.justerat) if self.protokoll else None


def protokollsbild(mote: Mote, utkast: bool) -> Protokollsbild | None:
    """The approved minutes, or with `utkast` those being written; None when there are none."""
    rad = Protokoll.objects.select_related("registrerat_av", "anslag").filter(mote=mote).first()
    if rad:
        anslag = getattr(rad, "anslag", None)
        return Protokollsbild(mote, las(rad.innehall), rad, anslag)
    if not utkast or mote.status not in SKRIVS or not mote.beslutar:
        return None
    underlag = underlaget(mote)
    return Protokollsbild(mote, skriv(underlag), saknas=brister(underlag))
