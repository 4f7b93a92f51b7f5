from django.apps import AppConfig


class RapporterConfig(AppConfig):
    name = "finsam.rapporter"
    verbose_name = "Rapporter"
