"""manage.py verifiera_logg: is the history whole?"""

from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finsam.models import Sigill
from finsam.sigill import granska, huvud

VISADE = 20


class Command(BaseCommand):
    help = "Räknar om historikens kedja av sigill och namnger den första rad som är bruten."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sigill",
            help="Ett sigill från en utskrift eller ett brev; kedjan måste innehålla det.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        fel = list(islice(granska(), VISADE))
        kant = options["sigill"]
        if kant and not Sigill.objects.filter(hash=kant).exists():
            fel.append(f"Sigillet {kant} finns inte i kedjan: historiken är utbytt eller avkortad.")
        if fel:
            raise CommandError("\n".join(["Historiken är bruten.", *fel]))
        self.stdout.write(f"Historiken är hel: {Sigill.objects.count()} händelser.")
        self.stdout.write(f"Senaste sigill: {huvud()}")
