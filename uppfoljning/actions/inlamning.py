"""Handing in: everything typed becomes the report, once, and is locked."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from finsam.models import Anvandare
from finsam.signering import signera
from insatser.models import Insatsmal
from uppfoljning.actions.antal import spara_antal
from uppfoljning.actions.rapporter import OPPNA, Fellage, byt_status, las
from uppfoljning.calculations.kontroll import Fynd
from uppfoljning.choices import Rapportstatus
from uppfoljning.forms.antal import AntalForm
from uppfoljning.forms.rapport import RapportForm
from uppfoljning.fragor import TEXTFALT
from uppfoljning.models import Kvartalsrapport, Malutfall, Rapportutkast
from uppfoljning.selectors.skrivlage import ANTALSFALT, Skrivlage, skrivlage
from uppfoljning.selectors.varden import (
    Skrivunderlag,
    gallande_varden,
    malfalt,
    skrivunderlag,
)

ANDRAT = (
    "{namn} har ändrat utkastet sedan du granskade det. Läs igenom rapporten igen innan du "
    "lämnar in den."
)


class AndratUtkast(Fellage):
    """The draft is another than the one that was shown to the one who hands in."""


@dataclass(frozen=True)
class Inlamning:
    """A draft examined: the forms with their faults, and the findings."""

    underlag: Skrivunderlag
    varden: Mapping[str, str]
    form: RapportForm
    antalform: AntalForm
    lage: Skrivlage
    # The draft's last saving, 0 where nothing has been typed; and who made it.
    nr: int
    senast_av: str

    @property
    def fel(self) -> list[tuple[str, str]]:
        """(field, sentence) of everything that must be put right first."""
        av_form = [
            (falt, f"{form.fields[falt].label}: {text}" if falt in form.fields else str(text))
            for form in (self.form, self.antalform)
            for falt, texter in form.errors.items()
            for text in texter
        ]
        return av_form + [(ett.falt, ett.text) for ett in self.lage.fynd if ett.stoppar]

    @property
    def varningar(self) -> list[Fynd]:
        """What looks wrong and may be right: it takes a word to hand in."""
        return [ett for ett in self.lage.fynd if not ett.stoppar]


def granska_utkast(rapport: Kvartalsrapport) -> Inlamning:
    """The report as it would be handed in now; at most 6 queries."""
    underlag = skrivunderlag(rapport)
    utkast = Rapportutkast.objects.filter(rapport=rapport).first()
    varden = gallande_varden(underlag, utkast)
    antal = {falt: text for falt, text in varden.items() if falt in ANTALSFALT}
    return Inlamning(
        underlag,
        varden,
        RapportForm(underlag, varden, bunden=True),
        AntalForm(rapport, antal),
        skrivlage(underlag, varden),
        utkast.nr if utkast else 0,
        utkast.senast_av if utkast else "",
    )


@transaction.atomic
def lamna_in(
    rapport: Kvartalsrapport, user: Anvandare, ord_: str = "", nr: int | None = None
) -> Kvartalsrapport:
    """The report with the draft in it, handed in and locked.

    `nr` is the saving of the draft that was shown to the user; None hands in whatever stands.
    Raises AndratUtkast where the draft has been saved since. Raises Fellage where it is handed in
    already ("… av X 2021-04-20 09:30"), where something must be put right first, and where a
    warning stands without a word about it.
    """
    last = las(rapport.pk, OPPNA)
    inlamning = granska_utkast(last)
    if nr is not None and nr != inlamning.nr:
        raise AndratUtkast(ANDRAT.format(namn=inlamning.senast_av or "Någon"))
    if inlamning.fel:
        raise Fellage("Rapporten kan inte lämnas in förrän felen är rättade.")
    if inlamning.varningar and not ord_.strip():
        raise Fellage("Skriv några ord om det som ser ut att avvika.")
    data = inlamning.form.cleaned_data
    for falt in (*(fraga.falt for fraga in inlamning.underlag.fragor), *TEXTFALT):
        setattr(last, falt, data[falt])
    last.inlamnad_at = timezone.now().replace(microsecond=0)
    byt_status(last, Rapportstatus.INLAMNAD, user, ord_.strip())
    for mal in inlamning.underlag.mal:
        _spara_mal(last, mal, data, user)
    spara_antal(last, inlamning.antalform.antal(), user)
    Rapportutkast.objects.filter(rapport=last).delete()
    return last


def _spara_mal(
    rapport: Kvartalsrapport, mal: Insatsmal, data: Mapping[str, str], user: Anvandare
) -> None:
    rad = Malutfall.objects.filter(rapport=rapport, mal=mal).first()
    rad = rad or Malutfall(rapport=rapport, mal=mal, status="")
    status, utfall = (data[malfalt(mal.pk, del_)] for del_ in ("status", "utfall"))
    if (rad.status, rad.utfall) != (status, utfall):
        rad.status, rad.utfall = status, utfall
        signera(rad, user)
        rad.save()
