"""What the demo puts in and keeps: one login per role, and passwords that survive a restart."""

import json
import os
import secrets
from datetime import date
from pathlib import Path

from allauth.account.models import EmailAddress
from django.db import connection, transaction

from finsam.choices import Roll
from finsam.models import Anvandare, Forbund
from finsam.rummen import rummens

DOMAN = "demo.example"
FORNAMN = {
    Roll.KANSLI: "Karin",
    Roll.EKONOM: "Erik",
    Roll.FORBUNDSCHEF: "Fatima",
    Roll.LEDAMOT: "Lena",
    Roll.REVISOR: "Rolf",
    Roll.INSATSANSVARIG: "Ines",
    Roll.ADMINISTRATOR: "Adam",
}
# Neither 0 and o nor 1, l and i: these are read from one screen and typed into another.
TECKEN = "abcdefghjkmnpqrstuvwxyz23456789"


def adress(roll: Roll) -> str:
    return f"{roll}@{DOMAN}"


def nytt_losenord() -> str:
    """Sixteen random characters in four groups, about 79 bits."""
    return "-".join("".join(secrets.choice(TECKEN) for _ in range(4)) for _ in range(4))


def ar_demons_databas() -> bool:
    """Whether the database is empty or has the demo's own users: else it is somebody's work."""
    tabeller = connection.introspection.table_names()
    if Anvandare._meta.db_table not in tabeller:
        return not tabeller or "django_migrations" in tabeller
    if Anvandare.objects.filter(email=adress(Roll.KANSLI)).exists():
        return True
    return not (Anvandare.objects.exists() or Forbund.objects.exists())


def inloggningar(fil: Path) -> dict[Roll, str]:
    """Password by role, the same as last time; users that are missing are made.

    The file holds the passwords in the clear and is readable by its owner only.
    """
    kvar: dict[str, str] = json.loads(fil.read_text("utf-8")) if fil.exists() else {}
    losenord = {roll: kvar.get(roll) or nytt_losenord() for roll in Roll}
    if losenord != kvar:
        fil.unlink(missing_ok=True)
        with os.fdopen(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ut:
            json.dump(losenord, ut, indent=1)
    with transaction.atomic():
        for roll in Roll:
            _create_user(roll, losenord[roll], nytt=roll not in kvar)
    return losenord


def forbered_rummen(idag: date) -> None:
    """What each room adds to the demo, once the folder is read: the `forbered` of its `demo`."""
    ansvarig = Anvandare.objects.get(email=adress(Roll.INSATSANSVARIG))
    with transaction.atomic():
        for forbered in rummens("demo", "forbered"):
            forbered(ansvarig, idag)


def _create_user(roll: Roll, losenord: str, *, nytt: bool) -> None:
    epost = adress(roll)
    anvandare, skapad = Anvandare.objects.get_or_create(
        email=epost,
        defaults={
            "username": epost,
            "roll": roll,
            "first_name": FORNAMN[roll],
            "last_name": "Exempel",
        },
    )
    if not (skapad or nytt):
        return
    anvandare.set_password(losenord)
    anvandare.save()
    EmailAddress.objects.update_or_create(
        user=anvandare, email=epost, defaults={"verified": True, "primary": True}
    )
