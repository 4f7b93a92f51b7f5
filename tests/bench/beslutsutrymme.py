"""The decision room's recalculation against an empty view of the same server: at most 6 times.

    ./kor python -m tests.bench.beslutsutrymme [--insatser 80] [--ansokningar 40] [--ar 6]

What htmx asks for at a tick: every application is ticked, and each time another is moved, so that
no two answers are alike. What lies between two ticks is what lies between two page loads: nothing
in the database has changed. The first reading, after a change, is printed by itself.
"""

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tests.bench.matning import i_processen, jamfor

HOGST = 6
VARV = 50
FORSTA = 2021


def fyll(insatser: int, ansokningar: int, antal_ar: int) -> None:
    """The demo's layout and accounts, and as many insatser, years and applications as asked for."""
    from django.conf import settings
    from django.core.management import call_command

    from finsam.mapp.filer import filer_i
    from finsam.mapp.inlasning import las_in
    from finsam.models import Medlem
    from insatser.models import Ansokan, Insats, Insatsbudget

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    assert las_in(filer_i(settings.BASE_DIR / "fixtures" / "uppsala")).sparad
    agare = Medlem.objects.all()[0]
    aren = range(FORSTA, FORSTA + antal_ar)
    for nr in range(900, 900 + insatser - Insats.objects.count()):
        insats = Insats.objects.create(
            nr=nr, namn=f"Insats {nr}", kortnamn=f"I{nr}", insatstyp="individ", insatsagare=agare,
            start=date(FORSTA, 1, 1), slut=date(aren[-1], 12, 31), projektkod=f"Q{nr}",
        )  # fmt: skip
        for ar in aren:
            Insatsbudget.objects.create(insats=insats, verksamhetsar=ar, belopp=100_000 + nr)
    for nr in range(ansokningar):
        ansokan = Ansokan.objects.create(
            diarienummer=f"{FORSTA}-9{nr:02}", slag="ny", status="inkommen", namn=f"Ny {nr}",
            kortnamn=f"Ny {nr}", insatstyp="individ", insatsagare=agare,
            start=date(FORSTA + 1, 1, 1), slut=date(aren[-1], 12, 31), inkom=date(FORSTA, 9, 1),
        )  # fmt: skip
        for ar in aren[1:]:
            ansokan.poster.create(
                verksamhetsar=ar, kostnadsslag="personal", belopp=Decimal(300_000 + nr)
            )


def adresser(ansokningar: int) -> Iterator[str]:
    """The room with every application ticked, one of them moved."""
    from django.utils.http import urlencode

    nummer = [f"{FORSTA}-9{nr:02}" for nr in range(ansokningar)]
    val = urlencode([("per", f"{FORSTA}-10-21"), *(("sokt", ett) for ett in nummer)])
    rum = f"/ekonomi/beslutsutrymme/{FORSTA}/?{val}"
    return itertools.cycle(f"{rum}&flytt-{ett}={steg}" for ett in nummer for steg in (3, 6))


def main() -> None:
    tolk = argparse.ArgumentParser(description=__doc__)
    for namn, antal in (("insatser", 80), ("ansokningar", 40), ("ar", 6)):
        tolk.add_argument(f"--{namn}", type=int, default=antal)
    val = tolk.parse_args()
    with tempfile.TemporaryDirectory() as mapp:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "VAR_DIR": mapp,
            "SECRET_KEY": "endast-for-matning",
            "INSECURE_HTTP": "true",
            "DEBUG": "false",
        }
        import django

        django.setup()
        fyll(val.insatser, val.ansokningar, val.ar)
        mat(val.ansokningar)


def mat(ansokningar: int) -> None:
    from django.test import Client

    from finsam.models import Anvandare

    client = Client(headers={"host": "localhost", "HX-Request": "true"})
    client.force_login(Anvandare.objects.create_user("l", "l@test.example", roll="ledamot"))
    rum = adresser(ansokningar)

    def hamta(adress: str) -> None:
        svar = client.get(adress)
        assert svar.status_code == 200, f"{adress}: {svar.status_code}"

    start = time.perf_counter()
    hamta(next(rum))
    print(f"första läsningen: {time.perf_counter() - start:.3f} s")
    jamfor(
        "omräkning i beslutsrummet / tom vy",
        i_processen(lambda: [hamta(next(rum)) for _ in range(VARV)]),
        i_processen(lambda: [hamta("/tom/") for _ in range(VARV)]),
        hogst=HOGST,
    )


if __name__ == "__main__":
    main()
