"""The application that renews another."""

from datetime import date

from django.db import transaction

from finsam.models import Anvandare
from insatser.actions.ansokan import anteckna_steg
from insatser.calculations.fornyelse import forlangt_namn, nasta_period
from insatser.choices import Ansokningsslag, Ansokningsstatus, Beslutsutfall
from insatser.models import Ansokan, Ansokningsmal, Ansokningspost, Insats, Insatsbeslut
from insatser.selectors.ansokningar import nasta_diarienummer


@transaction.atomic
def fornya(ansokan: Ansokan, anvandare: Anvandare, idag: date) -> Ansokan:
    """A draft that copies the application for as long a time again, from the day after it ends.

    A granted one is renewed as a förlängning of the insats that it led to. Amounts keep their
    kind, moved to the new years; goals and parties follow.
    """
    ny = Ansokan.objects.get(pk=ansokan.pk)
    ny.pk, ny._state.adding = None, True
    ny.foregaende, ny.inkom, ny.bedomning = ansokan, None, ""
    ny.status = Ansokningsstatus.UTKAST
    ny.diarienummer = nasta_diarienummer(idag.year)
    ny.start, ny.slut = nasta_period(ansokan.start, ansokan.slut)
    if insats := _beviljad_insats(ansokan):
        ny.slag, ny.insats = Ansokningsslag.FORLANGNING, insats
        ny.namn = forlangt_namn(insats.namn, ny.start.year)
    ny.save()
    _kopiera_innehall(ansokan, ny)
    anteckna_steg(ny, Ansokningsstatus.UTKAST, f"Förnyar {ansokan.diarienummer}.", anvandare)
    return ny


def _beviljad_insats(ansokan: Ansokan) -> Insats | None:
    """The insats that the application led to; None for one that was not granted."""
    bifall = Insatsbeslut.objects.filter(ansokan=ansokan, utfall=Beslutsutfall.BIFALL)
    beslut = bifall.select_related("insats").first()
    return beslut.insats if beslut else None


def _kopiera_innehall(fran: Ansokan, till: Ansokan) -> None:
    till.parter.set(fran.parter.all())
    for post in fran.poster.all():
        Ansokningspost.objects.create(
            ansokan=till,
            verksamhetsar=post.verksamhetsar + till.start.year - fran.start.year,
            kostnadsslag=post.kostnadsslag,
            finansiering=post.finansiering,
            belopp=post.belopp,
        )
    for mal in fran.malen.all():
        Ansokningsmal.objects.create(ansokan=till, ordning=mal.ordning, **mal.som_falt())
