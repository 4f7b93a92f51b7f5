from collections import Counter

from django.db import migrations, models


def numrera(apps, schema_editor):
    """Matters that are there get numbers of the year they were made in, in that order."""
    tagna = Counter()
    Arende = apps.get_model("styrelse", "Arende")
    for arende in Arende.objects.order_by("skapat_at", "pk"):
        ar = arende.skapat_at.year
        tagna[ar] += 1
        Arende.objects.filter(pk=arende.pk).update(diarienummer=f"{ar}-{tagna[ar]}")


class Migration(migrations.Migration):
    dependencies = [("styrelse", "0006_uppdrag_arvoderas")]

    operations = [
        migrations.AddField(
            model_name="arende",
            name="diarienummer",
            field=models.CharField(default="", max_length=20),
        ),
        migrations.AddField(
            model_name="historicalarende",
            name="diarienummer",
            field=models.CharField(
                blank=True,
                db_index=True,
                default="",
                error_messages={"unique": "Diarienumret används av ett annat ärende."},
                help_text="Tomt: nästa nummer i årets följd.",
                max_length=20,
                verbose_name="diarienummer",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(numrera, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="arende",
            name="diarienummer",
            field=models.CharField(
                blank=True,
                error_messages={"unique": "Diarienumret används av ett annat ärende."},
                help_text="Tomt: nästa nummer i årets följd.",
                max_length=20,
                unique=True,
                verbose_name="diarienummer",
            ),
        ),
        migrations.AlterField(
            model_name="arende",
            name="amnesnyckel",
            field=models.CharField(blank=True, max_length=120, verbose_name="ämnets nyckel"),
        ),
        migrations.AlterField(
            model_name="historicalarende",
            name="amnesnyckel",
            field=models.CharField(blank=True, max_length=120, verbose_name="ämnets nyckel"),
        ),
    ]
