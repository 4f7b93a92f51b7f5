"""What a migration changes in rows: with history and seal, as every other change."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone

from finsam.choices import Handelseslag, Handelsevag
from finsam.sigill import hash_av, huvud, las_loggen, varden


@transaction.atomic
def spara(apps: Any, rad: Any, skal: str) -> None:
    """Stores a row that a migration has changed, and the log of it with the reason `skal`.

    `apps` and `rad` are the migration's own: its models keep no history by themselves. Not for
    models with many-to-many history.
    """
    rad.save()
    las_loggen()
    _sigill(apps, rad, _historikrad(apps, rad, skal)).save()


def _historikrad(apps: Any, rad: Any, skal: str) -> Any:
    historik = apps.get_model(rad._meta.app_label, f"Historical{rad._meta.object_name}")
    falt = {f.attname for f in historik._meta.concrete_fields}
    ny: models.Model = historik(
        **{
            f.attname: getattr(rad, f.attname)
            for f in rad._meta.concrete_fields
            if f.attname in falt
        },
        history_date=timezone.now(),
        history_type=Handelseslag.ANDRAD,
        history_change_reason=skal,
    )
    ny.save()
    return ny


def _sigill(apps: Any, rad: Any, historikrad: Any) -> Any:
    modell = apps.get_model("finsam", "Sigill")
    tabell = rad._meta.label_lower
    # A migration's models do not know how a row is called; the log does.
    kallad = modell.objects.filter(tabell=tabell, objekt_id=rad.pk).order_by("-pk").first()
    sigill = modell(
        tid=historikrad.history_date,
        tabell=tabell,
        objekt_id=rad.pk,
        objekt=kallad.objekt if kallad else str(rad)[:200],
        handelse=Handelseslag.ANDRAD,
        vag=Handelsevag.KOMMANDO,
        skal=historikrad.history_change_reason,
        historikrad=historikrad.history_id,
        falt=varden(historikrad),
        forra=huvud(),
    )
    sigill.hash = hash_av(sigill)
    return sigill
