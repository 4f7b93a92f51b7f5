import re

from django.db import migrations

from finsam.datamigrering import spara

# Documents that a matter could be named by, before they were all reports.
DOKUMENT = [
    "arsredovisning",
    "delarsrapport",
    "tertialrapport",
    "budgetuppfoljning",
    "uppfoljnings-pm",
    "beslutsutrymme",
    "internkontroll",
    "ansvarsfrihet",
    "motesplan",
]
PERIOD = re.compile(r"\d{4}(-[HTKA]\d{1,2})?")
AVGIFTER, TILLDELNING = "medlemsavgifter", "tilldelning"
SOM_RAPPORT = "Ämnet skrivet som den rapport eller tilldelning det är"


def namnge_amnen(apps, schema_editor):
    """What is named by a document's own code becomes the subject that a decision acts on."""
    Arende = apps.get_model("styrelse", "Arende")
    for arende in Arende.objects.filter(amnesslag__in=[*DOKUMENT, AVGIFTER]).order_by("pk"):
        if arende.amnesslag == AVGIFTER:
            arende.amnesslag = TILLDELNING
        elif PERIOD.fullmatch(arende.amnesnyckel):
            arende.amnesnyckel = f"{arende.amnesslag} {arende.amnesnyckel}"
            arende.amnesslag = "rapport"
        else:
            continue
        spara(apps, arende, SOM_RAPPORT)


class Migration(migrations.Migration):
    dependencies = [("styrelse", "0008_revisorns_person"), ("finsam", "0003_sigill")]

    operations = [migrations.RunPython(namnge_amnen, migrations.RunPython.noop)]
