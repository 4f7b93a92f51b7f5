
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('uppfoljning', '0002_enkat_och_mal'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='deltagarantal',
            name='uppfoljning_deltagarantal_kategori',
        ),
        migrations.AddConstraint(
            model_name='deltagarantal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('matt__in', ('avslutsorsak', 'omfattning', 'alder', 'utbildning', 'forsorjningstid', 'forsorjningsform')), _negated=True), ('kategori', '')), models.Q(('kategori__in', ['subventionerat', 'ej_subventionerat', 'eget_foretag', 'studerande', 'arbetssokande', 'fortsatt_rehab', 'sjukdom', 'foraldraledighet', 'flytt', 'ovrigt']), ('matt', 'avslutsorsak')), models.Q(('kategori__in', ['25', '40', '50', '70', '75', '100']), ('matt', 'omfattning')), models.Q(('kategori__in', ['15-29', '30-44', '45-59', '60-74', 'okand']), ('matt', 'alder')), models.Q(('kategori__in', ['grundskola', 'gymnasium', 'eftergymnasial', 'hogskola_kort', 'hogskola_lang', 'saknas']), ('matt', 'utbildning')), models.Q(('kategori__in', ['under_1', '1-3', '4-6', '7-9', 'over_9', 'ej_tillampligt']), ('matt', 'forsorjningstid')), models.Q(('kategori__in', ['forsorjningsstod', 'sjukpenning', 'aktivitetsersattning', 'aktivitetsstod', 'annan', 'ingen', 'okand']), ('matt', 'forsorjningsform')), _connector='OR'), name='uppfoljning_deltagarantal_kategori', violation_error_message='Kategorin hör inte till måttet.'),
        ),
    ]
