"""manage.py exportera MAPP: everything the database holds as a folder that las_in reads."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finsam.mapp.utskrift import MappenInteTom, exporterade, skriv_mapp


class Command(BaseCommand):
    help = "Skriver allt som förbundet har till en ny mapp, i samma form som läses in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mapp", type=Path, help="en ny eller tom mapp")

    def handle(self, *args: Any, mapp: Path, **options: Any) -> None:
        try:
            namn = skriv_mapp(mapp, exporterade())
        except MappenInteTom as fel:
            raise CommandError(str(fel)) from fel
        self.stdout.write(f"{len(namn)} filer skrevs till {mapp}.")
