from django.db import migrations

from finsam.datamigrering import spara

SKAL = "Mötet där beslutet anmäldes, efter anmälningsdagen"


def peka_ut_motet(apps, schema_editor):
    """Decisions that were told of before have a day: the board's item of that day, if only one."""
    Insatsbeslut = apps.get_model("insatser", "Insatsbeslut")
    Punkt = apps.get_model("styrelse", "Punkt")
    for beslut in Insatsbeslut.objects.filter(anmalt__isnull=False, anmalt_vid=None):
        punkter = Punkt.objects.filter(
            mote__organ="fs",
            mote__datum=beslut.anmalt,
            mote__status__in=["hallet", "justerat", "anslaget"],
            slag="delegationsbeslut",
            utgar=False,
        )
        if len(alla := list(punkter[:2])) == 1:
            beslut.anmalt_vid = alla[0]
            spara(apps, beslut, SKAL)


class Migration(migrations.Migration):
    dependencies = [("insatser", "0011_anmalda_vid"), ("finsam", "0003_sigill")]

    operations = [migrations.RunPython(peka_ut_motet, migrations.RunPython.noop)]
