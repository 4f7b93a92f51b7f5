"""manage.py exportera_sie ÅR --ut FIL: a stored year as a SIE 4E file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ekonomi.models import Rakenskapsar
from ekonomi.selectors.sie import sie_for_ar


class Command(BaseCommand):
    help = "Skriver ett räkenskapsår som SIE-fil (typ 4E, PC8)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ar", type=int, metavar="ÅR")
        parser.add_argument("--ut", type=Path, required=True, metavar="FIL")

    def handle(self, *args: Any, ar: int, ut: Path, **options: Any) -> None:
        rakenskapsar = Rakenskapsar.objects.filter(verksamhetsar=ar).first()
        if rakenskapsar is None:
            raise CommandError(f"Ingen bokföring är inläst för {ar}.")
        with ut.open("wb") as fil:
            fil.writelines(sie_for_ar(rakenskapsar))
