"""A small survey: one question on each scale and one in free text."""

from datetime import date, timedelta

from django.utils import timezone

from uppfoljning.models import Enkat, Enkatfraga, Enkatomgang

FRAGOR = (
    ("Samverkan fungerar bra i insatsen.", "instammer"),
    ("Har stödet varit tillräckligt?", "ja_nej"),
    ("Vad kan bli bättre?", "fritext"),
)


def skapa_enkat(titel: str = "Samverkan i insatserna") -> Enkat:
    enkat = Enkat.objects.create(titel=titel, ingress="Svaren hjälper oss att bli bättre.")
    for nr, (text, skala) in enumerate(FRAGOR, start=1):
        Enkatfraga.objects.create(enkat=enkat, ordning=nr, text=text, skala=skala)
    return enkat


def skapa_omgang(enkat: Enkat, namn: str = "hösten 2024", dagar: int = 14) -> Enkatomgang:
    """A round from today for `dagar` days; not sent."""
    idag = timezone.localdate()
    return Enkatomgang.objects.create(
        enkat=enkat, namn=namn, oppnar=idag, stanger=idag + timedelta(days=dagar)
    )


def stang(omgang: Enkatomgang, dag: date | None = None) -> Enkatomgang:
    """The round as if its time had passed."""
    omgang.refresh_from_db()
    igar = dag or timezone.localdate() - timedelta(days=1)
    omgang.oppnar, omgang.stanger = igar, igar
    omgang.save()
    return omgang
