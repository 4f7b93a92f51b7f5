"""manage.py arbeta_inlasning TOKEN ANVÄNDARE: the long part of an upload, outside the web."""

from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finsam.mapp.arbete import lanad_kopia, utfor
from finsam.mapp.uppladdning import hitta
from finsam.models import Anvandare


class Command(BaseCommand):
    help = "Granskar eller sparar en uppladdning. Startas av inläsningssidan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("token")
        parser.add_argument("anvandare", type=int)
        parser.add_argument("--spara", action="store_true")

    def handle(self, *args: Any, token: str, anvandare: int, spara: bool, **options: Any) -> None:
        vem = Anvandare.objects.get(pk=anvandare)
        uppladdning = hitta(token, vem)
        if uppladdning is None:
            raise CommandError("Uppladdningen finns inte.")
        with nullcontext() if spara else lanad_kopia(uppladdning.mapp):
            utfor(uppladdning, vem, spara)
