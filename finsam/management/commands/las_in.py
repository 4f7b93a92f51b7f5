"""manage.py las_in MAPP [--torrkor]: a folder into the database, all or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.rapport import Filrapport


class Command(BaseCommand):
    help = "Läser in en mapp med förbundets filer. Har någon fil ett fel sparas ingenting."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mapp", type=Path, help="mappen med filer")
        parser.add_argument(
            "--torrkor", action="store_true", help="visa vad som skulle hända utan att spara"
        )

    def handle(self, *args: Any, mapp: Path, torrkor: bool, **options: Any) -> None:
        if not mapp.is_dir():
            raise CommandError(f"Mappen {mapp} finns inte.")
        rapport = las_in(filer_i(mapp), torrkor=torrkor)
        for fil in rapport.filer:
            self._visa(fil, rader=torrkor)
        if fel := rapport.alla_fel:
            for ett in fel:
                self.stderr.write(f"Fel: {ett}")
            raise CommandError(f"{len(fel)} fel. Ingenting sparades.")
        self.stdout.write("Torrkörning: ingenting sparades." if torrkor else "Allt sparades.")

    def _visa(self, fil: Filrapport, rader: bool) -> None:
        kvar = f", {fil.kvar} finns bara i databasen och lämnas orörda" if fil.kvar else ""
        self.stdout.write(
            f"{fil.fil}: {len(fil.nya)} nya, {len(fil.andrade)} ändrade, "
            f"{fil.oforandrade} oförändrade{kvar}"
        )
        for varning in fil.varningar:
            self.stdout.write(f"  Varning: {varning}")
        for rad in fil.rader if rader else ():
            self.stdout.write(f"  {rad.handling}: {rad.vad}")
            for andring in rad.andringar:
                fore, efter = andring.fore or "tomt", andring.efter or "tomt"
                self.stdout.write(f"    {andring.kolumn}: {fore} → {efter}")
