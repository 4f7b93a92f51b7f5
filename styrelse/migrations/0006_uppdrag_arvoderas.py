from typing import Any

from django.db import migrations, models

HJALP = "Tomt: efter medlemmen. Statens tjänstepersoner sitter i tjänsten, utan arvode."


def efter_medlemmen(apps: Any, schema_editor: Any) -> None:
    """Nobody has said anything of the rows that are there: they follow their member."""
    apps.get_model("styrelse", "Uppdrag").objects.update(arvoderas=None)


def ja(apps: Any, schema_editor: Any) -> None:
    apps.get_model("styrelse", "Uppdrag").objects.filter(arvoderas=None).update(arvoderas=True)


class Migration(migrations.Migration):
    dependencies = [("styrelse", "0005_mote_unikt")]

    operations = [
        *(
            migrations.AlterField(
                model_name=modell,
                name="arvoderas",
                field=models.BooleanField(
                    blank=True, help_text=HJALP, null=True, verbose_name="arvoderas"
                ),
            )
            for modell in ("historicaluppdrag", "uppdrag")
        ),
        migrations.RunPython(efter_medlemmen, ja),
    ]
