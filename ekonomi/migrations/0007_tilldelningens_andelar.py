from decimal import Decimal

from django.db import migrations, models

# The shares of the law (2003:1210, 5 §), which no association could have other than by its setting.
LAGENS = {"stat": Decimal("0.5"), "region": Decimal("0.25"), "kommun": Decimal("0.25")}
NAMN = {"stat": "statens andel", "region": "regionernas andel", "kommun": "kommunernas andel"}


def forbundets(apps, schema_editor):
    forbund = apps.get_model("finsam", "Forbund").objects.first()
    if forbund:
        apps.get_model("ekonomi", "Tilldelning").objects.update(
            **{f"andel_{part}": getattr(forbund, f"andel_{part}") for part in LAGENS}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("ekonomi", "0006_budget_prognos_och_avgifter"),
        ("finsam", "0008_sma_tal_i_huset"),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name=modell,
                name=f"andel_{part}",
                field=models.DecimalField(
                    NAMN[part], blank=True, max_digits=5, decimal_places=4, default=andel
                ),
                preserve_default=False,
            )
            for modell in ("tilldelning", "historicaltilldelning")
            for part, andel in LAGENS.items()
        ),
        migrations.AddConstraint(
            model_name="tilldelning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    andel_stat__gt=Decimal("0.99995")
                    - models.F("andel_region")
                    - models.F("andel_kommun")
                )
                & models.Q(
                    andel_stat__lt=Decimal("1.00005")
                    - models.F("andel_region")
                    - models.F("andel_kommun")
                ),
                name="ekonomi_tilldelning_andelar",
                violation_error_message="Andelarna ska tillsammans vara 1.",
            ),
        ),
        migrations.RunPython(forbundets, migrations.RunPython.noop),
    ]
