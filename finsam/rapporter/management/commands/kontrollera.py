"""manage.py kontrollera [PERIOD]: every rule over all data; exit 1 when one is red."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.rapporter.actions import antal_roda
from finsam.rapporter.arets_dokument import arets_dokument, med_samma_tal
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Kontrollutfall, Rapport
from finsam.rapporter.selectors import UnderlagSaknas, perioder
from finsam.rapporter.slag import build


class Command(BaseCommand):
    help = "Prövar alla kontroller. Slutar med fel om någon är röd."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("period", nargs="?", help="till exempel 2024; annars alla perioder")

    def handle(self, *args: Any, period: str | None, **options: Any) -> None:
        try:
            rapporter = self._av_perioden(las_period(period)) if period else list(self._alla())
        except (OgiltigPeriod, UnderlagSaknas) as fel:
            raise CommandError(str(fel)) from fel
        roda = sum(self._skriv(r.titel, r.kontroller) for r in _jamforda(rapporter))
        if roda:
            raise CommandError(f"{antal_roda(roda)}.")

    def _alla(self) -> Iterator[Rapport]:
        """Every document that there is something to make from; one that lacks a part says so."""
        for slag in Rapportslag.values:
            for period in reversed(perioder(slag)):
                try:
                    yield build(slag, period, timezone.localdate())
                except UnderlagSaknas as fel:
                    self.stdout.write(f"{Rapportslag(slag).label} {period.namn}: {fel}")

    def _av_perioden(self, period: Period) -> list[Rapport]:
        """The documents that can be made for the period. Raises UnderlagSaknas when none can."""
        rapporter, saknas = [], []
        for slag in Rapportslag.values:
            try:
                rapporter.append(build(slag, period, timezone.localdate()))
            except UnderlagSaknas as fel:
                saknas.append(str(fel))
        if not rapporter:
            raise UnderlagSaknas(" ".join(saknas))
        return rapporter

    def _skriv(self, titel: str, kontroller: tuple[Kontrollutfall, ...]) -> int:
        """Prints the outcomes; the number of red ones."""
        roda = [k for k in kontroller if not k.ok and not k.undantag]
        ord_ = "röd" if len(roda) == 1 else "röda"
        self.stdout.write(f"{titel}: {len(kontroller)} kontroller, {len(roda)} {ord_}")
        for utfall in roda:
            self.stdout.write(f"  Röd: {utfall.id} ({utfall.var}). {utfall.text}")
        return len(roda)


def _jamforda(rapporter: list[Rapport]) -> Iterator[Rapport]:
    """The same held against the others of their years, each of which is built once."""
    idag = timezone.localdate()
    aren = {ar: arets_dokument(ar, idag, rapporter) for ar in {r.period.ar for r in rapporter}}
    return (med_samma_tal(rapport, idag, aren[rapport.period.ar]) for rapport in rapporter)
