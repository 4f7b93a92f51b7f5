"""The hash of what a frozen scenario says, beside that of its PDF."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ekonomi", "0010_andelar_mellan_noll_och_ett")]

    operations = [
        migrations.AddField(
            model_name=modell,
            name="sha256_innehall",
            field=models.CharField(
                default="", max_length=64, verbose_name="innehållets kontrollsumma (SHA-256)"
            ),
            preserve_default=False,
        )
        for modell in ("scenariobilaga", "historicalscenariobilaga")
    ]
