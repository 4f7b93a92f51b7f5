"""The reading view's first page, 25 matters, against an empty view of the same server.

`./kor python -m tests.bench.lasvy`: both behind login, several readers at once.
"""

import os
import tempfile

from tests.bench.lista import last, server
from tests.bench.matning import i_processen, jamfor

ARENDEN = 25
HOGST = 6


def fyll() -> tuple[str, str]:
    """A pack that has been sent, and a ledamot. Returns the page's address and the cookie."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from finsam.models import Anvandare
    from tests.rapporter.exempelpaket import utskickat_mote

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    mote = utskickat_mote(ARENDEN)
    client = Client()
    client.force_login(Anvandare.objects.create_user("l", "l@test.example", roll="ledamot"))
    kaka = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return reverse("rapporter:las", args=[mote.pk]), kaka


def main() -> None:
    with tempfile.TemporaryDirectory() as mapp:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "VAR_DIR": mapp,
            "SECRET_KEY": "endast-for-matning",
            "INSECURE_HTTP": "true",
            "DEBUG": "true",
        }
        import django

        django.setup()
        adress, kaka = fyll()
        with server() as port:
            jamfor(
                f"läsvyns första sida, {ARENDEN} ärenden / tom vy",
                i_processen(lambda: last(port, adress, kaka, 20)),
                i_processen(lambda: last(port, "/tom/", kaka, 20)),
                hogst=HOGST,
            )


if __name__ == "__main__":
    main()
