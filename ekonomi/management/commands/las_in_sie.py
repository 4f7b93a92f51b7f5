"""manage.py las_in_sie FIL… [--torrkor]: ledger files into the database, each all or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ekonomi.actions.sie import las_in_sie
from ekonomi.actions.sieutfall import Sieutfall
from finsam.typografi import antal


class Command(BaseCommand):
    help = "Läser in räkenskapsårs SIE-filer. En fil med fel ändrar ingenting."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("filer", nargs="+", type=Path, metavar="FIL", help="SIE-fil, typ 4")
        parser.add_argument(
            "--torrkor", action="store_true", help="visa vad som skulle hända utan att spara"
        )

    def handle(self, *args: Any, filer: list[Path], torrkor: bool, **options: Any) -> None:
        fel = 0
        for fil in filer:
            if not fil.is_file():
                raise CommandError(f"Filen {fil} finns inte.")
            utfall = las_in_sie(fil, fil.name, torrkor=torrkor)
            self._visa(utfall)
            fel += len(utfall.fel)
        if fel:
            raise CommandError(f"{fel} fel. Filer med fel sparades inte.")

    def _visa(self, utfall: Sieutfall) -> None:
        for ett in utfall.fynd:
            slag = "Fel" if ett.ar_fel else "Varning"
            self.stdout.write(f"{slag}: {utfall.filnamn}: {ett.mening}")
        if not utfall.fel:
            self.stdout.write(
                f"{utfall.filnamn}: {utfall.verksamhetsar} {utfall.handling},"
                f" {antal(utfall.antal_verifikationer)} verifikationer,"
                f" {antal(utfall.antal_konteringar)} konteringar"
            )
