"""manage.py rapport SLAG PERIOD --format json|html|pdf|xlsx --ut FIL: a document to a file."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from finsam.periods import OgiltigPeriod, las_period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.rapporter.slag import OFFENTLIGA, build, publicerad


def _pdf(rapport: Rapport) -> bytes:
    # WeasyPrint takes most of a second to load: only for who asks for a PDF.
    from finsam.rapporter.render.pdf import skriv_pdf

    return skriv_pdf(utskrift(rapport))


SKRIVARE = {
    "json": lambda rapport: json_.skriv(rapport).encode(),
    "html": lambda rapport: utskrift(rapport).encode(),
    "pdf": _pdf,
    "xlsx": excel.skriv,
}


class Command(BaseCommand):
    help = "Skriver en rapport till en fil. Saknas underlag skrivs ingenting."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slag", choices=Rapportslag.values)
        parser.add_argument("period", help="till exempel 2024")
        parser.add_argument("--format", choices=tuple(SKRIVARE), default="json")
        version = parser.add_mutually_exclusive_group()
        version.add_argument(
            "--publicering", action="store_true", default=None, help="dölj små antal personer (•)"
        )
        version.add_argument(
            "--internt", action="store_false", dest="publicering", help="visa alla antal"
        )
        parser.add_argument("--ut", type=Path, help="filen; annars skrivs rapporten ut")

    def handle(self, *args: Any, slag: str, period: str, ut: Path | None, **val: Any) -> None:
        try:
            rapport = build(slag, las_period(period), timezone.localdate())
            if slag in OFFENTLIGA if val["publicering"] is None else val["publicering"]:
                rapport = publicerad(rapport)
        except (OgiltigPeriod, UnderlagSaknas) as fel:
            raise CommandError(str(fel)) from fel
        innehall = SKRIVARE[val["format"]](rapport)
        if ut is None:
            sys.stdout.buffer.write(innehall)
            return
        try:
            ut.write_bytes(innehall)
        except OSError as fel:
            raise CommandError(f"Filen {ut} kunde inte skrivas: {fel.strerror}.") from fel
        self.stdout.write(f"{rapport.titel} skrevs till {ut}.")
