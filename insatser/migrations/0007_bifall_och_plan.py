"""A missing amount is a missing amount: said where a comparison with nothing would pass."""

import django.db.models.expressions
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insatser', '0006_rekvisitionens_namn'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='insatsbeslut',
            name='insatser_insatsbeslut_bifall',
        ),
        migrations.RemoveConstraint(
            model_name='insatsbudget',
            name='insatser_insatsbudget_plan',
        ),
        migrations.AddConstraint(
            model_name='insatsbeslut',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('utfall', 'bifall'), _negated=True), models.Q(('belopp__gt', 0), ('belopp__isnull', False), ('fran__isnull', False), ('tom__isnull', False)), _connector='OR'), name='insatser_insatsbeslut_bifall', violation_error_message='Ange belopp och period för det som beviljas.'),
        ),
        migrations.AddConstraint(
            model_name='insatsbudget',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kvartal1__isnull', True), ('kvartal2__isnull', True), ('kvartal3__isnull', True), ('kvartal4__isnull', True)), models.Q(('belopp__gt', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('kvartal1'), '+', models.F('kvartal2')), '+', models.F('kvartal3')), '+', models.F('kvartal4')), '-', models.Value(Decimal('0.005')))), ('belopp__lt', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('kvartal1'), '+', models.F('kvartal2')), '+', models.F('kvartal3')), '+', models.F('kvartal4')), '+', models.Value(Decimal('0.005')))), ('kvartal1__isnull', False), ('kvartal2__isnull', False), ('kvartal3__isnull', False), ('kvartal4__isnull', False)), _connector='OR'), name='insatser_insatsbudget_plan', violation_error_message='Planen ska fyllas i för alla fyra kvartalen och summera till det beviljade beloppet.'),
        ),
    ]
