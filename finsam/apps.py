from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate
from simple_history.signals import post_create_historical_record


class FinsamConfig(AppConfig):
    name = "finsam"
    verbose_name = "Förbundet"

    def ready(self) -> None:
        from finsam import bilagor, sessioner, sigill, triggers  # noqa: F401  # sessioner registers itself

        post_create_historical_record.connect(sigill.after_history, dispatch_uid="sigill")
        post_delete.connect(bilagor.efter_borttagning, dispatch_uid="bilagor")
        post_migrate.connect(triggers.after_migrate, sender=self, dispatch_uid="triggers")
