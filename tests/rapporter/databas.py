"""The association of tests/rapporter/underlag.py in the database."""

from datetime import date

from ekonomi.models import (
    Budget,
    Budgetpost,
    Dimension,
    Konto,
    Objekt,
    Rakenskapsar,
    Saldo,
    Uppstallning,
)
from finsam.models import Forbund, Medlem
from insatser.models import Insats
from styrelse.models import Person, Uppdrag
from tests.rapporter import underlag


def lagg_upp() -> None:
    Forbund.objects.create(namn="Samordningsförbundet Byarum")
    alby = Medlem.objects.create(namn="Alby kommun", kortnamn="Alby", typ="kommun")
    Medlem.objects.create(namn="Region Byarum", kortnamn="Region By", typ="region")
    ada = Person.objects.create(namn="Ada Ek")
    Uppdrag.objects.create(person=ada, medlem=alby, roll="ordforande", fran=date(2019, 1, 1))
    konton = {
        k.nummer: Konto.objects.create(nummer=k.nummer, namn=k.namn, kontotyp=k.kontotyp)
        for k in underlag.KONTON
    }
    dimensioner = {nr: Dimension.objects.create(nummer=nr, namn=str(nr)) for nr in (1, 6)}
    block = {k: Objekt.objects.create(dimension=dimensioner[1], kod=k) for k in ("10", "20")}
    projekt = {k: Objekt.objects.create(dimension=dimensioner[6], kod=k) for k in ("P1", "P2")}
    insatser = {
        i.nr: Insats.objects.create(
            nr=i.nr, namn=i.namn, kortnamn=i.kortnamn, insatstyp="individ", insatsagare=alby,
            start=i.start, slut=i.slut, projektkod=i.projektkod,
        )
        for i in underlag.INSATSER
    }  # fmt: skip
    for insats, belopp in zip(insatser.values(), (700_000, 110_000), strict=True):
        insats.budgetar.create(verksamhetsar=2019, belopp=belopp)
    aret = Rakenskapsar.objects.create(
        verksamhetsar=2019, start=date(2019, 1, 1), slut=date(2019, 12, 31)
    )
    for rad in underlag.SALDON:
        Saldo.objects.create(
            rakenskapsar=aret, konto=konton[rad.konto], manad=rad.manad, belopp=rad.belopp,
            kostnadsblock=block.get(rad.block), projekt=projekt.get(rad.projekt),
        )  # fmt: skip
    budget = Budget.objects.create(
        verksamhetsar=2019,
        status="faststalld",
        beslutad=date(2018, 11, 20),
        paragraf="§ 4",
        samrad=date(2018, 11, 1),
    )
    for post in underlag.BUDGET:
        Budgetpost.objects.create(
            budget=budget, konto=konton[post.konto], kostnadsblock=block.get(post.block),
            insats=insatser.get(post.insats), belopp=post.belopp,
        )  # fmt: skip
    Uppstallning.objects.create(giltig_fran=2019, innehall=underlag.UPPSTALLNING)
