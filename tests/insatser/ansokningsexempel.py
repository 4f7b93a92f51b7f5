"""Applications for tests: one with two years of money, goals and a step."""

from datetime import date
from decimal import Decimal
from typing import Any

from insatser.models import Ansokan, Ansokningshandelse, Ansokningsmal, Ansokningspost, Insats

# Year, kind, payer, kr: 900 000 + 600 000 asked of the association, 100 000 the owner's own.
POSTER = (
    (2025, "personal", "sof", 800_000),
    (2025, "lokal", "sof", 100_000),
    (2025, "personal", "egen", 100_000),
    (2026, "personal", "sof", 600_000),
)


def ansokan_for(agare: Any, **falt: Any) -> Ansokan:
    """An application in preparation for a new insats 2025-01-01–2026-06-30, but for `falt`."""
    ansokan = Ansokan.objects.create(
        **{
            "diarienummer": "2024-7",
            "slag": "ny",
            "status": "bereds",
            "namn": "Vägen framåt i samverkan",
            "kortnamn": "Vägen framåt",
            "insatstyp": "individ",
            "uppfoljningsslag": "antal",
            "insatsagare": agare,
            "start": date(2025, 1, 1),
            "slut": date(2026, 6, 30),
            "syfte": "Fler går till arbete",
            "malgrupp": "Unga vuxna",
            "forvantat_antal": 40,
            "inkom": date(2024, 9, 15),
            **falt,
        }
    )
    ansokan.parter.add(agare)
    for ar, slag, finansiering, belopp in POSTER:
        Ansokningspost.objects.create(
            ansokan=ansokan,
            verksamhetsar=ar,
            kostnadsslag=slag,
            finansiering=finansiering,
            belopp=Decimal(belopp),
        )
    Ansokningsmal.objects.create(ansokan=ansokan, ordning=1, text="Hälften till arbete")
    Ansokningsmal.objects.create(
        ansokan=ansokan, ordning=2, maltyp="effekt", text="Färre utan plan", malvarde="90 %"
    )
    Ansokningshandelse.objects.create(ansokan=ansokan, fran="utkast", till="inkommen")
    return ansokan


def ansokan_om(insats: Insats, **falt: Any) -> Ansokan:
    """The same for more time to an insats."""
    return ansokan_for(
        insats.insatsagare,
        **{
            "insats": insats,
            "slag": "forlangning",
            "namn": f"{insats.namn}, förlängning 2025",
            "kortnamn": insats.kortnamn,
            **falt,
        },
    )
