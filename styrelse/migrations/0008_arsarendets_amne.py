from django.db import migrations, models

NYCKEL = models.CharField(
    blank=True,
    help_text="Till exempel ”delarsrapport {ar}-H1”, eller ”{ar+1}” för nästa års budget.",
    max_length=60,
    verbose_name="ämnets nyckel",
)
SAMRAD = models.BooleanField(
    default=False,
    help_text="Ett samråd med medlemmarna ska vara hållet före beslutet.",
    verbose_name="kräver samråd före",
)
AMNE = models.CharField(blank=True, max_length=40, verbose_name="ämne")


def _falten(modell):
    return [
        migrations.RenameField(modell, "period", "nyckel"),
        migrations.AlterField(modell, "nyckel", NYCKEL),
        migrations.AlterField(modell, "amnesslag", AMNE),
        migrations.AddField(modell, "efter_samrad", SAMRAD),
    ]


class Migration(migrations.Migration):
    dependencies = [("styrelse", "0007_arendets_diarienummer")]

    operations = [
        *_falten("arsarende"),
        *_falten("historicalarsarende"),
        migrations.AddConstraint(
            model_name="arsarende",
            constraint=models.CheckConstraint(
                condition=models.Q(amnesslag="", nyckel="")
                | (~models.Q(amnesslag="") & ~models.Q(nyckel="")),
                name="styrelse_arsarende_amne",
                violation_error_message="Ange både ämne och nyckel, eller inget av dem.",
            ),
        ),
    ]
