"""A leave to go beyond the grant says by how much at most."""

import finsam.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insatser", "0007_bifall_och_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalrekvisition",
            name="overskrids_belopp",
            field=finsam.fields.KronorField(
                blank=True,
                decimal_places=2,
                max_digits=14,
                null=True,
                verbose_name="tillåtet överskridande, kr",
            ),
        ),
        migrations.AddField(
            model_name="rekvisition",
            name="overskrids_belopp",
            field=finsam.fields.KronorField(
                blank=True,
                decimal_places=2,
                max_digits=14,
                null=True,
                verbose_name="tillåtet överskridande, kr",
            ),
        ),
        migrations.AddConstraint(
            model_name="rekvisition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("overskrids_belopp__isnull", True),
                    models.Q(
                        ("overskrids_belopp__gt", 0),
                        models.Q(("overskrids_namn", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="insatser_rekvisition_overskrids_belopp",
                violation_error_message="Ange vem som tillåtit överskridandet, och ett belopp större än 0.",
            ),
        ),
    ]
