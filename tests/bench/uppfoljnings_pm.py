"""The memo of a half-year over 80 insatser × 12 quarters against 15 × 2, per row that is shown.

    ./kor python -m tests.bench.uppfoljnings_pm

Two associations of the same kind in a database each: every insats counts its participants, and has
answered every question. The large one has ten times as many reports behind what the memo shows.
"""

import os
import random
import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.bench.matning import Prov, i_processen, jamfor

STORT, LITET = (80, 12), (15, 2)
HOGST = 1.5
FORSTA_AR = 2021


def fyll(insatser: int, kvartal: int) -> None:
    """Insatser with their reports and counts, from the first quarter of the first year."""
    from django.core.management import call_command
    from django.db.models import QuerySet
    from django.utils import timezone

    from finsam.models import Forbund, Medlem
    from insatser.models import Insats
    from uppfoljning.fragor import FRAGOR
    from uppfoljning.models import Deltagarantal, Kvartalsrapport

    call_command("migrate", verbosity=0)
    Forbund.objects.create(namn="Samordningsförbundet Byarum")
    agare = Medlem.objects.create(namn="Östby kommun", kortnamn="Östby", typ="kommun")
    slump = random.Random(1)
    svar = {fraga.falt: fraga.bra[0] for fraga in FRAGOR}
    for nr in range(1, insatser + 1):
        insats = Insats.objects.create(
            nr=nr, namn=f"Insats {nr}", kortnamn=f"Insats {nr}", insatstyp="individ",
            insatsagare=agare, start=date(FORSTA_AR, 1, 1), slut=date(2030, 12, 31),
            uppfoljningsslag="antal",
        )  # fmt: skip
        for del_ in range(kvartal):
            rapport = Kvartalsrapport.objects.create(
                insats=insats, period=f"{FORSTA_AR + del_ // 4}-K{del_ % 4 + 1}",
                status="inlamnad", inlamnad_at=timezone.now(), forfaller=date(2024, 1, 1), **svar,
            )  # fmt: skip
            rader = [
                Deltagarantal(
                    rapport=rapport, matt=m, kategori=k, kon=kon, antal=slump.randrange(9)
                )
                for m, k in _matt()
                for kon in ("K", "M")
            ]
            QuerySet(Deltagarantal).bulk_create(rader)


def _matt() -> list[tuple[str, str]]:
    """Every measure, and every category of those that are divided."""
    from uppfoljning.choices import KATEGORIER, Matt

    return [
        (matt.value, kategori)
        for matt in Matt
        for kategori in (KATEGORIER[matt].values if matt in KATEGORIER else ("",))
    ]


def byt_databas(fil: Path) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = str(fil)


def main() -> int:
    mapp = Path(tempfile.mkdtemp())
    os.environ["DATABASE_URL"] = f"sqlite:///{mapp / 'stort.sqlite3'}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "finsam.settings")
    os.environ.setdefault("SECRET_KEY", "x")
    # In debug the log of statements is cut, and the count with it.
    os.environ["DEBUG"] = "0"
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from finsam.periods import Period
    from finsam.rapporter.dokument import Rapport
    from finsam.rapporter.uppfoljnings_pm import build_uppfoljnings_pm

    period = Period(FORSTA_AR, "H", 1)
    filer = {matt: mapp / f"{matt[0]}.sqlite3" for matt in (STORT, LITET)}
    rader, fragor = {}, {}

    def bygg(matt: tuple[int, int]) -> Rapport:
        byt_databas(filer[matt])
        return build_uppfoljnings_pm(period, date(2024, 1, 1))

    for matt, fil in filer.items():
        byt_databas(fil)
        fyll(*matt)
        with CaptureQueriesContext(connection) as fragorna:
            rapport = bygg(matt)
        rader[matt] = sum(len(tabell.rader) for tabell in rapport.alla_tabeller)
        fragor[matt] = len(fragorna)
    print(f"rader {rader[STORT]} och {rader[LITET]}; frågor {fragor[STORT]} och {fragor[LITET]}")

    def per_rad(matt: tuple[int, int]) -> Prov:
        return Prov(i_processen(lambda: bygg(matt))().sekunder / rader[matt])

    kvot = jamfor(
        "PM 80 × 12 / 15 × 2, per visad rad",
        lambda: per_rad(STORT),
        lambda: per_rad(LITET),
        hogst=HOGST,
    )
    return int(kvot > HOGST or fragor[STORT] != fragor[LITET])


if __name__ == "__main__":
    sys.exit(main())
