"""Makes the reports that are due and reminds those who write them; safe to run daily."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from finsam.typografi import antal
from uppfoljning.actions.paminnelser import Brev, paminn
from uppfoljning.actions.rapporter import skapa_vantade


class Command(BaseCommand):
    help = "Skapar väntade kvartalsrapporter och påminner insatsansvariga. Kan köras varje dag."

    def handle(self, *args: Any, **kwargs: Any) -> None:
        idag = timezone.localdate()
        skapade = skapa_vantade(idag)
        self.stdout.write(f"Skapade {antal(len(skapade))} rapporter.")
        for rapport in skapade:
            self.stdout.write(f"  {rapport}")
        if not settings.SKICKAR_EPOST:
            self.stdout.write("Ingen e-post är inställd (EMAIL_URL), så ingen har påmints.")
            return
        runda = paminn(idag)
        for brev in runda.brev:
            self.stdout.write(_rad(brev))
        for lage in runda.utan_ansvarig:
            self.stdout.write(f"Ingen att påminna: {lage.insats} {lage.period}.")
        if not runda.brev:
            self.stdout.write("Inga nya påminnelser.")
        if any(brev.fel for brev in runda.brev):
            raise CommandError("Alla påminnelser kunde inte skickas. De försöks igen nästa gång.")


def _rad(brev: Brev) -> str:
    vilka = ", ".join(str(rapport) for rapport in brev.rapporter)
    if brev.fel:
        return f"Kunde inte skickas till {brev.mottagare}: {brev.fel} ({vilka})"
    return f"Påmind: {brev.mottagare} ({vilka})"
