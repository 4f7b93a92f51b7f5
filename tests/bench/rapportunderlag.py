"""All statements of a year: 10 000 000 transactions against 100 000, and against django-ledger.

    ./kor python -m tests.bench.rapportunderlag [PYTHON]

The statements read the balance table that is kept with the ledger, so that table is what is filled
here, two years of each size. For the first ratio transactions fall on 400 accounts × 12 months ×
66 objects alike, far wider than any association's, so that the table has all it can have at
10 000 000. For the second they fall as a ledger's do: 94 accounts, projekt on those of insatser,
blocks on those of the association's own costs. django-ledger gets the very same 100 000 in a
process of its own. PYTHON is an interpreter that has it (it is GPL, hence never a dependency);
without one a temporary environment is made.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path

from tests.bench.matning import Korning, i_processen, jamfor

PEER = "django-ledger==0.8.5"
LITET, STORT = 100_000, 10_000_000
STORT_AR, LITET_AR, FORBUND_AR = 2003, 2013, 2023
# Account classes: first number, how many, type; and how many of them an association's ledger uses.
KLASSER = ((1000, 100, "T"), (2000, 60, "S"), (3000, 40, "I"), (4000, 200, "K"))
FORBUNDETS = {1000: 30, 2000: 20, 3000: 10, 4000: 34}
BLOCK, PROJEKT, INSATSKONTON = 6, 60, 4
OBJEKT = range(BLOCK + PROJEKT)

# Account, month, object (blocks first, then projekt; None for neither), amount in öre.
Transaktion = tuple[int, int, int | None, int]


def breda() -> Iterator[Transaktion]:
    slump = random.Random(1)
    nummer = [forst + nr for forst, antal, _ in KLASSER for nr in range(antal)]
    for _ in range(LITET):
        konto, manad, objekt = slump.choice(nummer), slump.randint(1, 12), slump.choice(OBJEKT)
        yield konto, manad, objekt, slump.randrange(-1_000_000, 1_000_000)


def forbundets() -> Iterator[Transaktion]:
    slump = random.Random(2)
    nummer = [forst + nr for forst, antal in FORBUNDETS.items() for nr in range(antal)]
    for _ in range(LITET):
        konto = slump.choice(nummer)
        objekt = None
        if konto >= 4000 + INSATSKONTON:
            objekt = slump.randrange(BLOCK)
        elif konto >= 4000:
            objekt = BLOCK + slump.randrange(PROJEKT)
        yield konto, slump.randint(1, 12), objekt, slump.randrange(-1_000_000, 1_000_000)


def alla_rutor() -> Iterator[Transaktion]:
    """10 000 000 over 316 800 squares leave none empty (32 in each): a sum for every one."""
    slump = random.Random(3)
    for forst, antal, _ in KLASSER:
        for ruta in product(range(forst, forst + antal), range(1, 13), OBJEKT):
            yield *ruta, slump.randrange(-(10**8), 10**8)


def uppstallning() -> str:
    """A layout as large as an annual report's: statements, a note per line, rows per insats."""
    kolumner = """kolumner = [
  {slag = "utfall", rubrik = "{ar}"},
  {slag = "utfall", ar = -1, rubrik = "{ar}"},
  {slag = "budget", rubrik = "Budget"},
  {slag = "diff", rubrik = "Diff"},
]"""
    rr = _rader("rr", [(f"{n}-{n + 19}", -1) for n in range(3000, 3040, 20)])
    rr += _rader("kostnad", [(f"{n}-{n + 19}", -1) for n in range(4000, 4200, 20)])
    br = _rader("tillgang", [(f"{n}-{n + 9}", 1) for n in range(1000, 1100, 10)])
    br += _rader("skuld", [(f"{n}-{n + 9}", -1) for n in range(2000, 2060, 10)])
    br += ['{id = "br_resultat", etikett = "Resultat", obokfort_resultat = true, tecken = -1}']
    delar = [
        _tabell("rr", "resultatrakning", kolumner, rr),
        _tabell("br", "balansrakning", kolumner, br),
        _tabell("kf", "kassaflode", kolumner, [
            f'{{id = "kf{nr}", etikett = "Förändring", forandring = ["tillgang{nr}"]}}'
            for nr in range(10)
        ]),
        _tabell("drift", "driftredovisning", kolumner, [
            f'{{id = "block{nr}", etikett = "Block", konton = ["4000-4199"], block = ["{nr}"],'
            " insatser = false}"
            for nr in range(BLOCK)
        ] + ['{id = "insats", per = "insats", konton = ["4000-4199"]}']),
    ]  # fmt: skip
    for nr, start in enumerate(range(4000, 4200, 20), 1):
        rad = (
            f'{{id = "not{nr}", per = "konto", konton = ["{start}-{start + 19}"], dolj_tom = true}}'
        )
        delar.append(_tabell(f"not-{nr}", "not", f'not = "{nr}"\n{kolumner}', [rad]))
    return "giltig_fran = 2000\n" + "\n".join(delar)


def _rader(id_: str, intervall: list[tuple[str, int]]) -> list[str]:
    return [
        f'{{id = "{id_}{nr}", etikett = "Rad {nr}", konton = ["{konton}"], tecken = {tecken}}}'
        for nr, (konton, tecken) in enumerate(intervall)
    ]


def _tabell(id_: str, slag: str, ovrigt: str, rader: list[str]) -> str:
    rad = ",\n  ".join(rader)
    return (
        f'[[tabell]]\nid = "{id_}"\nslag = "{slag}"\ntitel = "T"\n{ovrigt}\nrad = [\n  {rad}\n]\n'
    )


def fyll() -> None:
    """Accounts, objects, insatser and four years of balances."""
    from django.core.management import call_command

    from ekonomi.models import Dimension, Konto, Objekt, Rakenskapsar, Uppstallning
    from finsam.models import Medlem
    from insatser.models import Insats

    call_command("migrate", verbosity=0)
    konton = {
        forst + nr: Konto.objects.create(nummer=str(forst + nr), namn=f"Konto {nr}", kontotyp=typ)
        for forst, antal, typ in KLASSER
        for nr in range(antal)
    }
    dim = {nr: Dimension.objects.create(nummer=nr, namn=str(nr)) for nr in (1, 6)}
    block = [Objekt.objects.create(dimension=dim[1], kod=str(nr)) for nr in range(BLOCK)]
    projekt = [Objekt.objects.create(dimension=dim[6], kod=f"P{nr}") for nr in range(PROJEKT)]
    agare = Medlem.objects.create(namn="Östby kommun", kortnamn="Östby", typ="kommun")
    for nr in range(PROJEKT):
        Insats.objects.create(
            nr=nr, namn=f"Insats {nr}", kortnamn=f"Insats {nr}", insatstyp="individ",
            insatsagare=agare, start=date(2000, 1, 1), slut=date(2030, 1, 1), projektkod=f"P{nr}",
        )  # fmt: skip
    Uppstallning.objects.create(giltig_fran=2000, innehall=uppstallning())
    for ar, alla in ((STORT_AR, alla_rutor), (LITET_AR, breda), (FORBUND_AR, forbundets)):
        for aret in (ar - 1, ar):
            rakenskapsar = Rakenskapsar.objects.create(
                verksamhetsar=aret, start=date(aret, 1, 1), slut=date(aret, 12, 31)
            )
            skriv(rakenskapsar.pk, alla(), konton, [*block, *projekt])


def skriv(ar: int, alla: Iterator[Transaktion], konton: Mapping, objekt: Sequence) -> None:  # type: ignore[type-arg]
    """The year's balance table."""
    from django.db import connection

    summor: dict[tuple[int, int, int | None], int] = defaultdict(int)
    for konto, manad, nr, ore in alla:
        summor[konto, manad, nr] += ore
    poster = []
    for (konto, manad, nr), ore in summor.items():
        pk = None if nr is None else objekt[nr].pk
        block, projekt = (pk, None) if nr is not None and nr < BLOCK else (None, pk)
        poster.append((ar, konton[konto].pk, manad, block, projekt, ore / 100))
    sql = (
        "INSERT INTO ekonomi_saldo (rakenskapsar_id, konto_id, manad, kostnadsblock_id, projekt_id,"
        " belopp) VALUES (%s, %s, %s, %s, %s, %s)"
    )
    with connection.cursor() as cursor:
        cursor.executemany(sql, poster)


def statements(ar: int) -> Korning:
    from ekonomi.selectors.uppstallning import berakning
    from finsam.periods import Period

    return i_processen(lambda: berakning(Period(ar)).tabeller)


def fragor(ar: int) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as fangade:
        statements(ar)()
    return len(fangade)


@contextmanager
def django_ledger(python: str | None, mapp: str) -> Iterator[Korning]:
    """The peer in a process of its own, filled and waiting; each run asks it once more."""
    if not python:
        subprocess.run([sys.executable, "-m", "venv", f"{mapp}/peer"], check=True)
        python = f"{mapp}/peer/bin/python"
        subprocess.run([python, "-m", "pip", "install", "-q", PEER, "Django<6"], check=True)
    with open(f"{mapp}/transaktioner.json", "w") as fil:
        json.dump(list(forbundets()), fil)
    skript = Path(__file__).with_name("peer_django_ledger.py")
    process = subprocess.Popen(
        [python, skript, mapp, str(LITET_AR)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        _vanta(process)

        def fraga() -> None:
            assert process.stdin
            process.stdin.write("igen\n")
            process.stdin.flush()
            _vanta(process)

        yield i_processen(fraga)
        process.terminate()


def _vanta(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    if process.stdout.readline() != "klar\n":
        raise SystemExit("django-ledger svarade inte.")


def main() -> None:
    with tempfile.TemporaryDirectory() as mapp:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "finsam.settings",
            "VAR_DIR": mapp,
            "SECRET_KEY": "endast-for-matning",
            "INSECURE_HTTP": "true",
        }
        import django

        django.setup()
        fyll()
        print(f"frågor: {LITET} transaktioner {fragor(LITET_AR)}, {STORT} {fragor(STORT_AR)}")
        jamfor(
            "årets alla räkningar, 10 000 000 / 100 000 transaktioner",
            statements(STORT_AR),
            statements(LITET_AR),
            hogst=5,
        )
        with django_ledger(next(iter(sys.argv[1:]), None), mapp) as peer:
            jamfor(
                "årets alla räkningar / django-ledger, 100 000 transaktioner",
                statements(FORBUND_AR),
                peer,
                hogst=0.2,
            )


if __name__ == "__main__":
    main()
