"""manage.py mallar MAPP: empty files that explain themselves."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finsam.mapp.utskrift import MappenInteTom, mallfiler, skriv_mapp


class Command(BaseCommand):
    help = "Skriver tomma filer med rubriker, förklaringar och exempel till en ny mapp."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mapp", type=Path, help="en ny eller tom mapp")
        parser.add_argument("--xlsx", action="store_true", help="tabellerna som kalkylblad")

    def handle(self, *args: Any, mapp: Path, xlsx: bool, **options: Any) -> None:
        try:
            namn = skriv_mapp(mapp, mallfiler(kalkylblad=xlsx))
        except MappenInteTom as fel:
            raise CommandError(str(fel)) from fel
        self.stdout.write(f"{len(namn)} filer skrevs till {mapp}.")
