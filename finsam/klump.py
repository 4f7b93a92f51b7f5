"""Many new rows of one kind at once, with the same history and seals as one by one."""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from simple_history.utils import get_history_manager_for_model

from finsam.sigill import KLUMP, seal_all


def skapa_alla(rader: Sequence[models.Model], anvandare: Any = None, skal: str = "") -> None:
    """Stores new rows of one tracked model that has no many-to-many history.

    The rows must be checked before: only the database's own constraints stand behind this, and
    they answer with IntegrityError. No signals are sent.
    """
    if not rader:
        return
    modell = type(rader[0])
    with transaction.atomic():
        # The rows' own queryset refuses this, because it would leave no history.
        fraga: models.QuerySet[Any] = models.QuerySet(modell)
        sparade = fraga.bulk_create(rader, batch_size=KLUMP)
        historik = get_history_manager_for_model(modell).bulk_history_create(
            sparade, batch_size=KLUMP, default_user=anvandare, default_change_reason=skal
        )
        seal_all(zip(historik, sparade, strict=True))
