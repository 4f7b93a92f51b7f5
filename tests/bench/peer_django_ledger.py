"""django-ledger with the same transactions: fills a database, then one digest per line it reads.

Run by rapportunderlag.py with an interpreter that has django-ledger. The digest is the whole of
its statements (balance sheet, income statement, cash flow) with roles, groups and ratios.
"""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import django
from django.conf import settings

MAPP, AR = Path(sys.argv[1]), int(sys.argv[2])
settings.configure(
    SECRET_KEY="endast-for-matning",
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": MAPP / "peer.sqlite3"}},
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
        "django_ledger",
    ],
    DJANGO_LEDGER_LOGIN_URL="/",
)
django.setup()


def fyll():  # type: ignore[no-untyped-def]
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django_ledger.models import EntityModel, JournalEntryModel, TransactionModel

    call_command("migrate", verbosity=0)
    user = get_user_model().objects.create_user("e")
    entity = EntityModel.create_entity(
        name="Prov", use_accrual_method=True, admin=user, fy_start_month=1
    )
    coa = entity.create_chart_of_accounts(assign_as_default=True, commit=True, coa_name="Prov")
    entity.populate_default_coa(activate_accounts=True, coa_model=coa)
    konton = list(entity.get_coa_accounts(active=True))
    ledger = entity.create_ledger(name="Prov", posted=True)
    start = datetime(AR, 1, 1, tzinfo=UTC)
    journaler = {
        manad: JournalEntryModel.objects.bulk_create(
            [
                JournalEntryModel(
                    je_number=f"JE-{manad}-{uuid4().hex[:8]}",
                    ledger=ledger,
                    timestamp=start + timedelta(days=30 * (manad - 1) + 5),
                    posted=True,
                    locked=True,
                    activity="op",
                )
            ]
        )[0]
        for manad in range(1, 13)
    }
    rader = json.loads((MAPP / "transaktioner.json").read_text())
    TransactionModel.objects.bulk_create(
        (
            TransactionModel(
                journal_entry=journaler[manad],
                account=konton[nummer % len(konton)],
                tx_type="debit" if ore > 0 else "credit",
                amount=Decimal(abs(ore)) / 100,
            )
            for nummer, manad, _, ore in rader
        ),
        batch_size=2000,
    )
    return entity, user


def main() -> None:
    entity, user = fyll()
    print("klar", flush=True)
    for _ in sys.stdin:
        entity.digest(
            user_model=user,
            from_date=date(AR, 1, 1),
            to_date=date(AR, 12, 31),
            process_roles=True,
            process_groups=True,
            process_ratios=True,
            balance_sheet_statement=True,
            income_statement=True,
            cash_flow_statement=True,
        )
        print("klar", flush=True)


main()
