"""A number for each application, one row per decision, and the steps of a final report."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insatser', '0004_insatslivet'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Slutrapporthandelse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fran', models.CharField(blank=True, max_length=20, verbose_name='från')),
                ('till', models.CharField(max_length=20, verbose_name='till')),
                ('ord', models.TextField(blank=True, verbose_name='ord')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='när')),
            ],
            options={
                'verbose_name': 'steg för slutrapport',
                'verbose_name_plural': 'steg för slutrapporter',
                'ordering': ['at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='ansokan',
            name='diarienummer',
            field=models.CharField(default='', error_messages={'unique': 'Diarienumret används av en annan ansökan.'}, max_length=20, unique=True, verbose_name='diarienummer'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='historicalansokan',
            name='diarienummer',
            field=models.CharField(db_index=True, default='', error_messages={'unique': 'Diarienumret används av en annan ansökan.'}, max_length=20, verbose_name='diarienummer'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='historicalinsats',
            name='namn',
            field=models.CharField(db_index=True, error_messages={'unique': 'Namnet används av en annan insats.'}, max_length=200, verbose_name='fullständigt namn'),
        ),
        migrations.AlterField(
            model_name='insats',
            name='namn',
            field=models.CharField(error_messages={'unique': 'Namnet används av en annan insats.'}, max_length=200, unique=True, verbose_name='fullständigt namn'),
        ),
        migrations.AddConstraint(
            model_name='insatsbeslut',
            constraint=models.UniqueConstraint(condition=models.Q(('ansokan__isnull', False)), fields=('ansokan', 'beslutsdatum', 'paragraf'), name='insatser_insatsbeslut_unik_ansokan', violation_error_message='Beslutet om ansökan är redan registrerat.'),
        ),
        migrations.AddConstraint(
            model_name='insatsbeslut',
            constraint=models.UniqueConstraint(condition=models.Q(('ansokan__isnull', True)), fields=('insats', 'beslutsdatum', 'paragraf'), name='insatser_insatsbeslut_unik_insats', violation_error_message='Beslutet om insatsen är redan registrerat.'),
        ),
        migrations.AddField(
            model_name='slutrapporthandelse',
            name='av',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='av'),
        ),
        migrations.AddField(
            model_name='slutrapporthandelse',
            name='slutrapport',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handelser', to='insatser.slutrapport', verbose_name='slutrapport'),
        ),
    ]
