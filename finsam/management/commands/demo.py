"""Shows the product: example data, one login per role, and a server on this machine."""

import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.utils import timezone

from finsam.demodata import adress, ar_demons_databas, forbered_rummen, inloggningar
from finsam.models import Forbund

VARD = "127.0.0.1"


class Command(BaseCommand):
    help = "Visar Finsam med exempeldata och en inloggning per roll."
    # The test suite checks; here a second less to wait is worth more.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--mapp", type=Path, help="förbundets mapp; annars den fylligaste i fixtures/"
        )
        parser.add_argument(
            "--forbered", action="store_true", help="gör allt utom att starta servern"
        )

    def handle(self, *args: Any, port: int, mapp: Path | None, forbered: bool, **kw: Any) -> None:
        if not (settings.INSECURE_HTTP or settings.DEBUG):
            raise CommandError(
                "Demon svarar utan TLS: kör ./kor demo, eller sätt INSECURE_HTTP=true."
            )
        if not forbered:
            _kontrollera_port(port)
        if not ar_demons_databas():
            raise CommandError(
                "Databasen innehåller uppgifter som demon inte har lagt in. Ingenting är ändrat. "
                "Välj en annan med DATABASE_URL eller VAR_DIR."
            )
        call_command("migrate", verbosity=0)
        losenord = inloggningar(settings.VAR_DIR / "demo-inloggningar.json")
        if not Forbund.objects.exists():
            exempel = mapp or _exempelmapp()
            self.stdout.write(f"Läser in {exempel}")
            call_command("las_in", str(exempel), stdout=self.stdout)
        forbered_rummen(timezone.localdate())
        _collect_static()
        self.stdout.write(f"\n{'Roll':<16}{'E-postadress':<32}Lösenord")
        for roll, ord_ in losenord.items():
            self.stdout.write(f"{roll.label:<16}{adress(roll):<32}{ord_}")
        if not forbered:
            self.stdout.write(f"\nFinsam finns på http://{VARD}:{port}/  Avsluta med Ctrl+C.")
            self.stdout.flush()
            _serve(port)


def _kontrollera_port(port: int) -> None:
    with socket.socket() as prov:
        prov.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            prov.bind((VARD, port))
        except OSError as fel:
            raise CommandError(f"Port {port} är upptagen. Välj en annan med --port.") from fel


def _exempelmapp() -> Path:
    """Of the associations that the product carries, the one with the most in its folder."""
    mappar = [fil.parent for fil in (settings.BASE_DIR / "fixtures").glob("*/forbund.toml")]
    if not mappar:
        raise CommandError("Ingen exempelmapp finns i fixtures/. Ange en med --mapp.")
    return max(mappar, key=lambda mapp: (len(list(mapp.iterdir())), mapp.name))


def _collect_static() -> None:
    """Gathers static files anew when one of them has changed since last time."""
    if settings.DEBUG:
        return
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    samlat = manifest.stat().st_mtime if manifest.exists() else 0
    filer = (lager.path(namn) for finder in get_finders() for namn, lager in finder.list([]))
    if any(os.stat(fil).st_mtime > samlat for fil in filer):
        call_command("collectstatic", interactive=False, verbosity=0)


def _serve(port: int) -> None:
    """Becomes the server: what stops it is what would stop this command."""
    plats = [
        "--chdir",
        str(settings.BASE_DIR),
        "--bind",
        f"{VARD}:{port}",
        "--log-level",
        "warning",
    ]
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "finsam.wsgi", *plats])
