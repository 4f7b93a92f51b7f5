from django.db import migrations

from finsam.datamigrering import spara

SKAL = "Handlingarna skickas till personen med revisorns namn"


def peka_ut_mottagare(apps, schema_editor):
    """An auditor's papers went to the person of exactly that name, before somebody was named."""
    Person = apps.get_model("styrelse", "Person")
    Revisor = apps.get_model("styrelse", "Revisor")
    for revisor in Revisor.objects.filter(person=None).exclude(namn="").order_by("pk"):
        if person := Person.objects.filter(namn=revisor.namn).first():
            revisor.person = person
            spara(apps, revisor, SKAL)


class Migration(migrations.Migration):
    dependencies = [("styrelse", "0009_dokumenten_som_amnen")]

    operations = [migrations.RunPython(peka_ut_mottagare, migrations.RunPython.noop)]
