from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("styrelse", "0004_protokollets_uppgifter")]

    operations = [
        migrations.RemoveConstraint(model_name="mote", name="styrelse_mote_unikt"),
        migrations.AddConstraint(
            model_name="mote",
            constraint=models.UniqueConstraint(
                fields=["organ", "datum", "start"],
                name="styrelse_mote_unikt",
                violation_error_message="Det finns redan ett sådant möte den dagen och tiden.",
            ),
        ),
    ]
