"""Rows for lists: `skapa[modell](n)` makes n of them, each unlike the others."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

from django.db.models import Model

from ekonomi.models import (
    Avgiftsfaktura,
    Budget,
    Dimension,
    Inlasning,
    Kontering,
    Konto,
    Objekt,
    Prognos,
    Rakenskapsar,
    Scenario,
    Tilldelning,
    Verifikation,
)
from finsam.models import Folkmangd, Medlem
from insatser.models import (
    Ansokan,
    Avvikelse,
    ExterntProjekt,
    Insats,
    Insatsbudget,
    Rekvisition,
    Rekvisitionspost,
)
from styrelse.models import (
    Ansvarsfrihet,
    Arende,
    Arsarende,
    Arvodeskorning,
    Arvodesreglemente,
    Dagordningsmall,
    Delegationsbeslut,
    Ersattningskrav,
    Kansliroll,
    Mote,
    Person,
    Revisor,
    Uppdrag,
)
from tests.insatser.ansokningsexempel import ansokan_om
from tests.styrelse import exempelprotokoll
from tests.styrelse.arvodesexempel import attesterad_korning, hallet, krav, reglemente
from tests.styrelse.exempelmoten import arsarende, mote
from tests.uppfoljning.exempelkontroll import skapa_moment, skapa_plan
from uppfoljning.models import (
    Aktivitet,
    Deltagarantal,
    Enkat,
    Internkontrollplan,
    Kvartalsrapport,
)


def medlemmar(n: int) -> list[Medlem]:
    return [
        Medlem.objects.create(namn=f"Kommun {i:02}", kortnamn=f"K{i:02}", typ="kommun")
        for i in range(n)
    ]


def uppdrag(n: int) -> list[Uppdrag]:
    return [
        Uppdrag.objects.create(
            person=Person.objects.create(namn=f"Person {i:02}"),
            medlem=medlem,
            roll="ledamot",
            fran=date(2023, 4, 1),
        )
        for i, medlem in enumerate(medlemmar(n))
    ]


def kansliroller(n: int) -> list[Kansliroll]:
    return [
        Kansliroll.objects.create(
            person=Person.objects.create(namn=f"Person {i:02}"),
            befattning=f"Befattning {i:02}",
            fran=date(2023, 1, 1),
        )
        for i in range(n)
    ]


def arvodeskorningar(n: int) -> list[Arvodeskorning]:
    return [attesterad_korning(date(1990 + i, 1, 1)) for i in range(n)]


def arvodesreglementen(n: int) -> list[Arvodesreglemente]:
    return [reglemente(date(1990 + i, 1, 1)) for i in range(n)]


def ersattningskrav(n: int) -> list[Ersattningskrav]:
    return [krav(hallet(date(2024, 5, i + 1), en), en) for i, en in enumerate(uppdrag(n))]


def ansvarsfriheter(n: int) -> list[Ansvarsfrihet]:
    return [
        Ansvarsfrihet.objects.create(
            medlem=medlem, verksamhetsar=2023, utfall="beviljad", beslutad=date(2024, 6, 10)
        )
        for medlem in medlemmar(n)
    ]


def revisorer(n: int) -> list[Revisor]:
    return [
        Revisor.objects.create(
            namn=f"Revisor {i:02}",
            person=Person.objects.create(namn=f"Revisor {i:02}"),
            utsedd_av="stat",
            fran=date(2023, 1, 1),
        )
        for i in range(n)
    ]


def moten(n: int) -> list[Mote]:
    return [mote(date(1990 + i, 3, 1)) for i in range(n)]


def arsarenden(n: int) -> list[Arsarende]:
    return [arsarende(f"arende-{i}") for i in range(n)]


def fasta_punkter(n: int) -> list[Dagordningsmall]:
    return [
        Dagordningsmall.objects.create(
            organ="fs", plats="forst", ordning=i + 1, rubrik=f"Punkt {i:02}"
        )
        for i in range(n)
    ]


def insatser(n: int) -> list[Insats]:
    return [
        Insats.objects.create(
            nr=i + 1,
            namn=f"Insatsen {i:02}",
            kortnamn=f"I{i:02}",
            insatstyp="individ",
            insatsagare=medlem,
            start=date(2023, 1, 1),
            slut=date(2024, 12, 31),
            projektkod=f"P{i:02}",
        )
        for i, medlem in enumerate(medlemmar(n))
    ]


def ansokningar(n: int) -> list[Ansokan]:
    return [
        ansokan_om(insats, diarienummer=f"2024-{i + 1}", status="inkommen")
        for i, insats in enumerate(insatser(n))
    ]


def rekvisitioner(n: int) -> list[Rekvisition]:
    ut = []
    for i, insats in enumerate(insatser(n)):
        rekvisition = Rekvisition.objects.create(insats=insats, period=f"2024-K{i % 4 + 1}")
        for slag, belopp in (("personal", 100_000 + i), ("lokal", 5_000)):
            Rekvisitionspost.objects.create(
                rekvisition=rekvisition, kostnadsslag=slag, belopp=belopp
            )
        ut.append(rekvisition)
    return ut


def avvikelser(n: int) -> list[Avvikelse]:
    return [
        Avvikelse.objects.create(
            insats=insats,
            period="2024-K4",
            slag="budget",
            beskrivning=f"Avvikelse {i:02}",
            anmald=date(2024, 12, i % 28 + 1),
        )
        for i, insats in enumerate(insatser(n))
    ]


def externa_projekt(n: int) -> list[ExterntProjekt]:
    return [
        ExterntProjekt.objects.create(
            namn=f"Projekt {i:02}",
            finansiar="ESF",
            belopp=1_000_000 + i,
            fran=date(2024, 1, 1),
            insats=insats,
        )
        for i, insats in enumerate(insatser(n))
    ]


def attesterade(n: int) -> list[Rekvisition]:
    """Attested claims that nobody has booked."""
    ar()
    ut = rekvisitioner(n)
    for rekvisition in ut:
        rekvisition.status, rekvisition.inlamnad_at = "attesterad", "2024-05-01T10:00Z"
        rekvisition.attest1_namn, rekvisition.attest2_namn = "Ada Alm", "Bo Berg"
        rekvisition.save()
    return ut


def insatser_med_medel(n: int) -> list[Insats]:
    ar()
    ut = insatser(n)
    for insats in ut:
        Insatsbudget.objects.create(insats=insats, verksamhetsar=2024, belopp=100_000)
    return ut


def konton(n: int) -> list[Konto]:
    return [
        Konto.objects.create(nummer=str(4000 + i), namn=f"Konto {i}", kontotyp="K")
        for i in range(n)
    ]


def ar(verksamhetsar: int = 2024) -> Rakenskapsar:
    return Rakenskapsar.objects.get_or_create(
        verksamhetsar=verksamhetsar,
        defaults={"start": date(verksamhetsar, 1, 1), "slut": date(verksamhetsar, 12, 31)},
    )[0]


def verifikationer(n: int) -> list[Verifikation]:
    return [
        Verifikation.objects.create(
            rakenskapsar=ar(),
            serie="A",
            nummer=str(i + 1),
            ordning=i + 1,
            datum=date(2024, 1 + i % 12, 1),
            text=f"Faktura {i + 1}",
        )
        for i in range(n)
    ]


def konteringar(n: int) -> list[Kontering]:
    dimension, _ = Dimension.objects.get_or_create(nummer=6, defaults={"namn": "Projekt"})
    return [
        Kontering.objects.create(
            verifikation=verifikation,
            radnr=1,
            konto=konto,
            projekt=Objekt.objects.create(dimension=dimension, kod=f"P{konto.nummer}"),
            belopp=Decimal("100.10"),
        )
        for verifikation, konto in zip(verifikationer(n), konton(n), strict=True)
    ]


def rakenskapsar(n: int) -> list[Rakenskapsar]:
    return [ar(1990 + i) for i in range(n)]


def budgetar(n: int) -> list[Budget]:
    return [Budget.objects.create(verksamhetsar=1990 + i) for i in range(n)]


def prognoser(n: int) -> list[Prognos]:
    return [
        Prognos.objects.create(verksamhetsar=1990 + i, upprattad=date(1990 + i, 9, 1))
        for i in range(n)
    ]


def tilldelningar(n: int) -> list[Tilldelning]:
    return [
        Tilldelning.objects.create(verksamhetsar=1990 + i, belopp=Decimal(20_000_000))
        for i in range(n)
    ]


def avgiftsfakturor(n: int) -> list[Avgiftsfaktura]:
    return [
        Avgiftsfaktura.objects.create(
            tilldelning=tilldelning, medlem=medlem, forfaller=date(2024, 4, 30), belopp=1000 + i
        )
        for i, (tilldelning, medlem) in enumerate(zip(tilldelningar(n), medlemmar(n), strict=True))
    ]


def folkmangder(n: int) -> list[Folkmangd]:
    return [
        Folkmangd.objects.create(medlem=medlem, datum=date(2023, 11, 1), antal=9000)
        for medlem in medlemmar(n)
    ]


def scenarier(n: int) -> list[Scenario]:
    return [
        Scenario.objects.create(
            namn=f"Scenario {i:02}", verksamhetsar=2021, per=date(2021, 10, 21), fraga="sokt=x"
        )
        for i in range(n)
    ]


def inlasningar(n: int) -> list[Inlasning]:
    return [
        Inlasning.objects.create(
            rakenskapsar=ar(1990 + i),
            filnamn=f"{1990 + i}.se",
            sha256="0" * 64,
            teckenkodning="PC8",
            antal_verifikationer=1,
            antal_konteringar=2,
        )
        for i in range(n)
    ]


def kvartalsrapporter(n: int) -> list[Kvartalsrapport]:
    return [
        Kvartalsrapport.objects.create(
            insats=insats,
            period="2024-K1",
            status="inlamnad",
            forfaller=date(2024, 4, 30),
            inlamnad_at=datetime(2024, 4, 20, tzinfo=UTC),
        )
        for insats in insatser(n)
    ]


def antal(n: int) -> list[Deltagarantal]:
    return [
        Deltagarantal.objects.create(rapport=rapport, matt="inskrivna", kon="K", antal=7)
        for rapport in kvartalsrapporter(n)
    ]


def aktiviteter(n: int) -> list[Aktivitet]:
    return [
        Aktivitet.objects.create(
            datum=date(2024, 1 + i % 12, 1), titel=f"Webbinarium {i}", form="webbinarium", kvinnor=i
        )
        for i in range(n)
    ]


def enkater(n: int) -> list[Enkat]:
    return [Enkat.objects.create(titel=f"Enkät {i:02}") for i in range(n)]


def internkontrollplaner(n: int) -> list[Internkontrollplan]:
    return [skapa_moment(skapa_plan(1990 + i)).plan for i in range(n)]


def arenden(n: int) -> list[Arende]:
    return [Arende.objects.create(rubrik=f"Ärende {i:02}", till_beslut=True) for i in range(n)]


def delegationsbeslut(n: int) -> list[Delegationsbeslut]:
    delegat = Person.objects.create(namn="Delegaten")
    return [
        Delegationsbeslut.objects.create(
            verksamhetsar=2026,
            lopnummer=i + 1,
            datum=date(2026, 1, 15),
            rubrik=f"Ärende {i:02}",
            beslut="Att köpa",
            delegat=delegat,
            stod="3.2",
        )
        for i in range(n)
    ]


LISTOR: dict[str, Callable[[int], list[Model]]] = {
    "finsam:medlem_list": medlemmar,
    "styrelse:delegationsbeslut_list": delegationsbeslut,
    "styrelse:beslut_list": exempelprotokoll.beslut,
    "styrelse:atgard_list": exempelprotokoll.atgarder,
    "styrelse:uppdrag_list": uppdrag,
    "styrelse:revisor_list": revisorer,
    "styrelse:mote_list": moten,
    "styrelse:arsarende_list": arsarenden,
    "styrelse:dagordningsmall_list": fasta_punkter,
    "styrelse:arende_list": arenden,
    "styrelse:kansliroll_list": kansliroller,
    "styrelse:ansvarsfrihet_list": ansvarsfriheter,
    "styrelse:arvodeskorning_list": arvodeskorningar,
    "styrelse:arvodesreglemente_list": arvodesreglementen,
    "styrelse:ersattningskrav_list": ersattningskrav,
    "insatser:insats_list": insatser,
    "insatser:ansokan_list": ansokningar,
    "uppfoljning:antal_list": antal,
    "uppfoljning:kvartalsrapport_list": kvartalsrapporter,
    "uppfoljning:aktivitet_list": aktiviteter,
    "uppfoljning:enkat_list": enkater,
    "uppfoljning:internkontrollplan_list": internkontrollplaner,
    "insatser:rekvisition_list": rekvisitioner,
    "insatser:avvikelse_list": avvikelser,
    "insatser:externt_projekt_list": externa_projekt,
    "ekonomi:konto_list": konton,
    "ekonomi:verifikation_list": verifikationer,
    "ekonomi:kontering_list": konteringar,
    "ekonomi:rakenskapsar_list": rakenskapsar,
    "ekonomi:budget_list": budgetar,
    "ekonomi:prognos_list": prognoser,
    "ekonomi:tilldelning_list": tilldelningar,
    "ekonomi:avgiftsfaktura_list": avgiftsfakturor,
    "finsam:folkmangd_list": folkmangder,
    "ekonomi:scenario_list": scenarier,
    "ekonomi:inlasning_list": inlasningar,
    "ekonomi:forbrukning_list": insatser_med_medel,
    "ekonomi:rekvisitionsavstamning": attesterade,
}
