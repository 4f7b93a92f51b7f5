"""Deciding on a deviation."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam import typografi
from finsam.models import Anvandare
from finsam.periods import las_period
from finsam.permissions import Ratt, far
from finsam.signering import signera
from insatser.choices import Avvikelseslag, Avvikelsestatus
from insatser.models import Avvikelse, Insats
from insatser.selectors.medel import medelslage

REDAN_BESLUTAD = "Avvikelsen är redan beslutad."
FEL_ROLL = "Förbundschefen beslutar om att föra över medel."
FOR_MYCKET = "Det finns {kvar} kvar av {ar} års medel att föra över."


@transaction.atomic
def besluta_avvikelse(
    avvikelse: Avvikelse, user: Anvandare, status: str, beslutsdatum: date, beslut: str
) -> None:
    """Approves or rejects, with the day and the words. Raises ValidationError.

    An approved transfer lowers what may be claimed for its year and raises the year after; it can
    not be larger than what is left, and is the förbundschef's to decide.
    """
    Insats.objects.select_for_update().get(pk=avvikelse.insats_id)
    rad = Avvikelse.objects.select_for_update().get(pk=avvikelse.pk)
    if rad.status != Avvikelsestatus.OPPEN:
        raise ValidationError(REDAN_BESLUTAD)
    if rad.slag == Avvikelseslag.OVERFORING:
        _kontrollera_overforing(rad, user, status)
    rad.status, rad.beslutsdatum = status, beslutsdatum
    rad.beslut, rad.beslutad_av = beslut.strip(), user
    rad.full_clean()
    signera(rad, user)
    rad.save()


def _kontrollera_overforing(avvikelse: Avvikelse, user: Anvandare, status: str) -> None:
    if not far(user, Ratt.REKVISITION_OVERSKRIDA):
        raise ValidationError(FEL_ROLL)
    ar = las_period(avvikelse.period).ar
    kvar = medelslage(avvikelse.insats, ar).kvar
    if status == Avvikelsestatus.GODKAND and (avvikelse.belopp or 0) > kvar:
        raise ValidationError(FOR_MYCKET.format(kvar=typografi.med_enhet(kvar, "kr"), ar=ar))
