"""A long list's first page against an empty view of the same server, in requests per second.

`./kor python -m tests.bench.lista`: 100 000 konteringar in a database of its own, filtered.
"""

import http.client
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

from tests.bench.matning import i_processen, jamfor

VERIFIKATIONER = 25_000
KLIENTER = 8
SIDOR = {
    "konteringar, ett konto": "/ekonomi/konteringar/?ar=2024&konto=4010",
    "verifikationer från april": "/ekonomi/verifikationer/?ar=2024&fran=2024-04-01",
}
# At least 0.05 of the empty view's requests per second: at most 20 times its time.
HOGST = 20


def fyll() -> str:
    """The rows, and the session cookie of an ekonom. Returns the cookie."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from ekonomi.models import Kontering, Verifikation
    from finsam.models import Anvandare
    from tests import rader

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    slump = random.Random(1)
    konton = rader.konton(400)
    ar = rader.ar()
    dag = date(2024, 1, 1)
    verifikationer = Verifikation.objects.bulk_create(
        [
            Verifikation(
                rakenskapsar=ar,
                serie="A",
                nummer=str(nr),
                ordning=nr,
                datum=dag + timedelta(nr * 365 // VERIFIKATIONER),
                text=f"Faktura {nr}",
            )
            for nr in range(1, VERIFIKATIONER + 1)
        ],
        batch_size=2000,
    )
    Kontering.objects.bulk_create(
        [
            Kontering(
                verifikation=verifikation,
                radnr=rad,
                konto=slump.choice(konton),
                belopp=Decimal(slump.randrange(-1_000_000, 1_000_000)) / 100,
            )
            for verifikation in verifikationer
            for rad in range(4)
        ],
        batch_size=5000,
    )
    client = Client()
    client.force_login(Anvandare.objects.create_user("e", "e@test.example", roll="ekonom"))
    namn = settings.SESSION_COOKIE_NAME
    return f"{namn}={client.cookies[namn].value}"


@contextmanager
def server() -> Iterator[int]:
    """The product's own server on a free port."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    kommando = [sys.executable, "-m", "gunicorn", "finsam.wsgi", "-b", f"127.0.0.1:{port}"]
    with subprocess.Popen([*kommando, "--log-level", "error"]) as process:
        try:
            vanta(port)
            yield port
        finally:
            process.terminate()


def vanta(port: int) -> None:
    for _ in range(100):
        with socket.socket() as s:
            if not s.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    raise SystemExit("Servern kom inte i gång.")


def hamta(port: int, adress: str, kaka: str, antal: int) -> None:
    """`antal` requests one after the other over one connection."""
    forbindelse = http.client.HTTPConnection("127.0.0.1", port)
    for _ in range(antal):
        forbindelse.request("GET", adress, headers={"Cookie": kaka})
        svar = forbindelse.getresponse()
        svar.read()
        if svar.status != 200:
            raise SystemExit(f"{adress}: {svar.status}")


def last(port: int, adress: str, kaka: str, antal: int) -> None:
    with ThreadPoolExecutor(KLIENTER) as trad:
        for svar in [trad.submit(hamta, port, adress, kaka, antal) for _ in range(KLIENTER)]:
            svar.result()


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
        kaka = fyll()
        with server() as port:
            for namn, adress in SIDOR.items():
                jamfor(
                    f"{namn} / tom vy",
                    i_processen(lambda a=adress: last(port, a, kaka, 20)),
                    i_processen(lambda: last(port, "/tom/", kaka, 20)),
                    hogst=HOGST,
                )


if __name__ == "__main__":
    main()
