"""manage.py kontrollera [PERIOD]: every rule over all data; exit 1 when one is red."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.rapporter.actions import antal_roda
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.selectors import UnderlagSaknas, perioder
from finsam.rapporter.slag import build


class Command(BaseCommand):
    help = "Prövar alla kontroller. Slutar med fel om någon är röd."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("period", nargs="?", help="till exempel 2024; annars alla perioder")

    def handle(self, *args: Any, period: str | None, **options: Any) -> None:
        try:
            if period:
                roda = self._kontrollera_period(las_period(period))
            else:
                roda = sum(
                    self._kontrollera(slag, ett)
                    for slag in Rapportslag.values
                    for ett in reversed(perioder(slag))
                )
        except (OgiltigPeriod, UnderlagSaknas) as fel:
            raise CommandError(str(fel)) from fel
        if roda:
            raise CommandError(f"{antal_roda(roda)}.")

    def _kontrollera_period(self, period: Period) -> int:
        """The documents that can be made for the period. Raises UnderlagSaknas when none can."""
        roda, saknas = 0, []
        for slag in Rapportslag.values:
            try:
                roda += self._kontrollera(slag, period)
            except UnderlagSaknas as fel:
                saknas.append(str(fel))
        if len(saknas) == len(Rapportslag):
            raise UnderlagSaknas(" ".join(saknas))
        return roda

    def _kontrollera(self, slag: str, period: Period) -> int:
        """Prints the document's outcomes; the number of red ones."""
        rapport = build(slag, period, timezone.localdate())
        roda, kontroller = rapport.roda, rapport.kontroller
        ord_ = "röd" if len(roda) == 1 else "röda"
        self.stdout.write(f"{rapport.titel}: {len(kontroller)} kontroller, {len(roda)} {ord_}")
        for utfall in roda:
            self.stdout.write(f"  Röd: {utfall.id} ({utfall.var}). {utfall.text}")
        return len(roda)
