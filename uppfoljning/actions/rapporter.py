"""The steps of a report: begun, handed in, reviewed or sent back, corrected."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from finsam import typografi
from finsam.models import Anvandare
from finsam.periods import Period
from finsam.signering import signera
from insatser.models import Insats
from uppfoljning.calculations.forvantade import forfaller
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Kvartalsrapport, Rapporthandelse
from uppfoljning.models.kvartalsrapport import LAMNADE
from uppfoljning.selectors.lage import rapportlagen

OPPNA = (Rapportstatus.EJ_PABORJAD, Rapportstatus.UTKAST, Rapportstatus.ATER)


class Fellage(ValueError):
    """The step cannot be taken from where the report stands; the message says why in Swedish."""


@transaction.atomic
def borja(insats: Insats, period: Period, user: Anvandare | None) -> Kvartalsrapport:
    """The first version of the report, made if it is not there; the same for ever after."""
    # One at a time for each insats: a second press waits, and finds what the first one made.
    Insats.objects.select_for_update().get(pk=insats.pk)
    funnen = Kvartalsrapport.objects.filter(insats=insats, period=period.kod, version=1).first()
    if funnen:
        return funnen
    rapport = Kvartalsrapport(insats=insats, period=period.kod, forfaller=forfaller(period))
    signera(rapport, user)
    rapport.save()
    return rapport


def skapa_vantade(idag: date) -> list[Kvartalsrapport]:
    """Makes the reports of ended periods that are waited for and not there; safe to repeat."""
    return [
        borja(lage.insats, lage.period, None)
        for lage in rapportlagen(None, idag)
        if lage.rapport is None and not lage.pagar
    ]


def las(pk: int, tillatna: Iterable[str]) -> Kvartalsrapport:
    """The report, locked until the transaction ends. Raises Fellage outside of `tillatna`."""
    rapport = Kvartalsrapport.objects.select_for_update().get(pk=pk)
    if rapport.status not in tillatna:
        raise Fellage(lagesmening(rapport))
    return rapport


def lagesmening(rapport: Kvartalsrapport) -> str:
    """Where the report stands, and who took it there: "Rapporten är redan inlämnad av …"."""
    steg = rapport.steg.filter(till=rapport.status).select_related("av").last()
    if rapport.status not in LAMNADE:
        return f"Rapporten är {rapport.get_status_display().lower()}."
    av = f" av {steg.av}" if steg and steg.av else ""
    stund = steg.at if steg else rapport.inlamnad_at
    nar = typografi.tidpunkt(stund, timezone.get_current_timezone())
    return f"Rapporten är redan {rapport.get_status_display().lower()}{av} {nar}."


def byt_status(
    rapport: Kvartalsrapport, till: Rapportstatus, user: Anvandare | None, ord_: str = ""
) -> None:
    """Takes the report to another state and notes who did it; within a transaction."""
    fran, rapport.status = rapport.status, till
    signera(rapport, user)
    rapport.save()
    Rapporthandelse.objects.create(rapport=rapport, fran=fran, till=till, av=user, ord=ord_)
