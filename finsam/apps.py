from django.apps import AppConfig


class FinsamConfig(AppConfig):
    name = "finsam"
    verbose_name = "Förbundet"

    def ready(self) -> None:
        from finsam import sessioner  # noqa: F401  # registers its receiver
