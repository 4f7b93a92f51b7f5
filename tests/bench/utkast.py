"""Saving an autosave draft of a quarterly report against an empty POST to the same server.

`./kor python -m tests.bench.utkast`: one writer who changes a text, an answer and a count.
"""

import http.client
import itertools
import os
import tempfile
from urllib.parse import urlencode

from tests.bench.lista import server
from tests.bench.matning import i_processen, jamfor

# As long as the secret it stands for.
CSRF = "c" * 32
HOGST = 8
ANTAL = 30


def fyll() -> tuple[str, str]:
    """A report with a period before it, and its writer: the cookie and the draft's address."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from finsam.models import Anvandare
    from tests.uppfoljning import exempel
    from uppfoljning.choices import KATEGORIER, Matt

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    exempel.forbund(forsta_rapportperiod="2021-K1")
    insats = exempel.insats()
    for ordning in range(1, 5):
        exempel.mal(insats, ordning)
    forra = exempel.rapport(insats, inlamnad=True)
    for matt in Matt:
        for kategori in KATEGORIER[matt].values if matt in KATEGORIER else ("",):
            for kon in ("K", "M"):
                forra.antalen.create(matt=matt, kategori=kategori, kon=kon, antal=7)
    rapport = exempel.rapport(insats, "2021-K2")
    user = Anvandare.objects.create_user("i", "i@test.example", roll="insatsansvarig")
    insats.ansvariga.add(user)
    client = Client()
    client.force_login(user)
    namn = settings.SESSION_COOKIE_NAME
    kaka = f"{namn}={client.cookies[namn].value}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    return kaka, reverse("uppfoljning:kvartalsrapport_utkast", args=[rapport.pk])


class Skrivare:
    """Somebody who writes: each posting changes something, and tells what it has been told."""

    def __init__(self, port: int, kaka: str) -> None:
        self.port = port
        self.huvuden = {
            "Cookie": kaka,
            "X-CSRFToken": CSRF,
            "HX-Request": "true",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.nr = itertools.count()

    def posta(self, adress: str) -> None:
        """ANTAL postings one after the other over one connection."""
        forbindelse = http.client.HTTPConnection("127.0.0.1", self.port)
        for _ in range(ANTAL):
            nr = next(self.nr)
            falt = {
                "nr": nr,
                "skribent": "a" * 32,
                "analys": f"Styrgruppens analys, {nr} ord. " * 20,
                "i_fas": ("ja", "delvis")[nr % 2],
                "antal__inskrivna____K": nr,
            }
            forbindelse.request("POST", adress, urlencode(falt), self.huvuden)
            svar = forbindelse.getresponse()
            svar.read()
            if svar.status != 200:
                raise SystemExit(f"{adress}: {svar.status}")


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
        kaka, adress = fyll()
        with server() as port:
            skrivare = Skrivare(port, kaka)
            jamfor(
                "autosparat utkast / tom POST",
                i_processen(lambda: skrivare.posta(adress)),
                i_processen(lambda: skrivare.posta("/tom/")),
                hogst=HOGST,
            )


if __name__ == "__main__":
    main()
