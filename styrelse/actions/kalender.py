"""Making and revoking a secret calendar address."""

import secrets

from django.db import transaction
from django.utils import timezone

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.models import Kalenderadress
from styrelse.selectors.kalender import kontrollsumma

BYTE = 32


def skapa_adress(namn: str, user: Anvandare) -> str:
    """The secret of a new address: shown once, for only its hash is kept."""
    hemlighet = secrets.token_urlsafe(BYTE)
    adress = Kalenderadress(anvandare=user, namn=namn, hemlighet=kontrollsumma(hemlighet))
    signera(adress, user).save()
    return hemlighet


@transaction.atomic
def aterkalla(adress: Kalenderadress, user: Anvandare) -> None:
    """From now on the address is as one that never was; one that is revoked already stays so."""
    rad = Kalenderadress.objects.select_for_update().get(pk=adress.pk)
    if rad.aterkallad_at is None:
        rad.aterkallad_at = timezone.now()
        signera(rad, user).save()
