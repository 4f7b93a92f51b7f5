"""Reminding those who write of the reports that are due: by the calendar, or when asked to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from finsam import typografi
from finsam.models import Anvandare, Forbund
from uppfoljning.actions.rapporter import borja
from uppfoljning.calculations.paminnelser import tillfalle
from uppfoljning.models import Kvartalsrapport, Paminnelse
from uppfoljning.selectors.lage import Rapportlage, ansvariga, oppna, rapportlagen


@dataclass(frozen=True)
class Brev:
    """What became of one letter: to whom, about which reports; `fel` where it was not sent."""

    mottagare: str
    rapporter: tuple[Kvartalsrapport, ...]
    fel: str = ""


@dataclass(frozen=True)
class Paminnelserunda:
    """What a round of reminders did; `utan_ansvarig` are reports that nobody could be told of."""

    brev: tuple[Brev, ...]
    utan_ansvarig: tuple[Rapportlage, ...]


def paminn(idag: date) -> Paminnelserunda:
    """One letter to each who has a report due, late or back, once for each occasion.

    Safe to repeat: what has been sent for an occasion is not sent again, and a letter that could
    not be sent is tried again the next time.
    """
    lagen = [ett for ett in oppna(rapportlagen(None, idag)) if tillfalle(ett.forfaller, idag)]
    vilka = ansvariga(lagen)
    skickade = set(Paminnelse.objects.values_list("rapport", "tillfalle", "mottagare"))
    att_sanda: dict[Anvandare, list[tuple[Kvartalsrapport, str]]] = defaultdict(list)
    for ett in lagen:
        nar = tillfalle(ett.forfaller, idag)
        rapport = ett.rapport or borja(ett.insats, ett.period, None)
        for user in vilka[ett.insats.pk]:
            if (rapport.pk, nar, user.email) not in skickade:
                att_sanda[user].append((rapport, nar))
    return Paminnelserunda(
        tuple(brev for user, rader in att_sanda.items() if (brev := _sand(user, rader, idag))),
        tuple(ett for ett in lagen if not vilka[ett.insats.pk]),
    )


def paminn_om(rapport: Kvartalsrapport, idag: date) -> tuple[Brev, ...]:
    """A letter to each of those responsible, when the office asks for it; once a day."""
    nar = f"kansli-{idag:%Y%m%d}"
    users = rapport.insats.ansvariga.filter(is_active=True)
    redan = set(rapport.paminnelser.filter(tillfalle=nar).values_list("mottagare", flat=True))
    breven = (_sand(user, [(rapport, nar)], idag) for user in users if user.email not in redan)
    return tuple(brev for brev in breven if brev)


def _sand(user: Anvandare, rader: list[tuple[Kvartalsrapport, str]], idag: date) -> Brev | None:
    """The letter and its traces: both or neither. None where another round has just sent it.

    The traces are stored before the letter goes, so that no mail server is waited for with rows
    locked and two rounds at once send one letter; they go again if the letter does.
    """
    spar = _reservera(user, rader, idag)
    if not spar:
        return None
    rapporter = tuple(ett.rapport for ett in spar)
    skickat = False
    try:
        send_mail(_amne(rapporter), _text(user, rapporter, idag), None, [user.email])
        skickat = True
    except (SMTPException, OSError) as fel:
        return Brev(user.email, rapporter, str(fel))
    finally:
        if not skickat:
            for ett in spar:
                ett.delete()
    return Brev(user.email, rapporter)


@transaction.atomic
def _reservera(
    user: Anvandare, rader: list[tuple[Kvartalsrapport, str]], idag: date
) -> list[Paminnelse]:
    """The traces that were not there already."""
    funna = (
        Paminnelse.objects.get_or_create(
            rapport=rapport, tillfalle=nar, mottagare=user.email, defaults={"dag": idag}
        )
        for rapport, nar in rader
    )
    return [spar for spar, ny in funna if ny]


def _amne(rapporter: tuple[Kvartalsrapport, ...]) -> str:
    if len(rapporter) == 1:
        ett = rapporter[0]
        return f"Kvartalsrapport för {ett.insats.kortnamn}, {ett.periodnamn}"
    return f"{typografi.antal(len(rapporter))} kvartalsrapporter att lämna"


def _text(user: Anvandare, rapporter: Iterable[Kvartalsrapport], idag: date) -> str:
    forbund = Forbund.objects.first()
    adress = f"{settings.WEBBADRESS}{reverse('uppfoljning:lage')}" if settings.WEBBADRESS else ""
    rader = [f"– {ett.insats.kortnamn}, {ett.periodnamn}: {_nar(ett, idag)}" for ett in rapporter]
    return "\n".join(
        [
            f"Hej {user.first_name or user}!",
            "",
            "De här rapporterna väntar på dig:",
            *rader,
            "",
            f"Skriv dem här: {adress}" if adress else "Logga in och välj Mina insatser.",
            "",
            str(forbund or "Finsam"),
        ]
    )


def _nar(rapport: Kvartalsrapport, idag: date) -> str:
    dag = typografi.datum(rapport.forfaller)
    if rapport.forfaller >= idag:
        return f"lämnas senast {dag}"
    return f"skulle ha lämnats {dag}"
