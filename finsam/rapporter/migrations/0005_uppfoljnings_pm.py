from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rapporter', '0004_beslutsdatum'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='faststalldrapport',
            name='rapporter_faststalld_slag',
        ),
        migrations.RemoveConstraint(
            model_name='textblock',
            name='rapporter_textblock_slag',
        ),
        migrations.RemoveConstraint(
            model_name='textutkast',
            name='rapporter_textutkast_slag',
        ),
        migrations.RemoveConstraint(
            model_name='undantag',
            name='rapporter_undantag_slag',
        ),
        migrations.AlterField(
            model_name='faststalldrapport',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AlterField(
            model_name='historicalfaststalldrapport',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AlterField(
            model_name='historicaltextblock',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AlterField(
            model_name='historicalundantag',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AlterField(
            model_name='textblock',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AlterField(
            model_name='textutkast',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AlterField(
            model_name='undantag',
            name='slag',
            field=models.CharField(choices=[('arsredovisning', 'Årsredovisning'), ('uppfoljnings-pm', 'Uppföljnings-PM')], max_length=30, verbose_name='dokument'),
        ),
        migrations.AddConstraint(
            model_name='faststalldrapport',
            constraint=models.CheckConstraint(condition=models.Q(('slag__in', ['arsredovisning', 'uppfoljnings-pm'])), name='rapporter_faststalld_slag', violation_error_message='Välj ett av: Årsredovisning, Uppföljnings-PM.'),
        ),
        migrations.AddConstraint(
            model_name='textblock',
            constraint=models.CheckConstraint(condition=models.Q(('slag__in', ['arsredovisning', 'uppfoljnings-pm'])), name='rapporter_textblock_slag', violation_error_message='Välj ett av: Årsredovisning, Uppföljnings-PM.'),
        ),
        migrations.AddConstraint(
            model_name='textutkast',
            constraint=models.CheckConstraint(condition=models.Q(('slag__in', ['arsredovisning', 'uppfoljnings-pm'])), name='rapporter_textutkast_slag', violation_error_message='Välj ett av: Årsredovisning, Uppföljnings-PM.'),
        ),
        migrations.AddConstraint(
            model_name='undantag',
            constraint=models.CheckConstraint(condition=models.Q(('slag__in', ['arsredovisning', 'uppfoljnings-pm'])), name='rapporter_undantag_slag', violation_error_message='Välj ett av: Årsredovisning, Uppföljnings-PM.'),
        ),
    ]
