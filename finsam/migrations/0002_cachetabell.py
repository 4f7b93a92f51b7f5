"""The table of the database cache, which Django otherwise leaves to a command run by hand."""

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("finsam", "0001_forbund")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop, elidable=False)]
