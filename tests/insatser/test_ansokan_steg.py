"""An application from draft to decision, and what each decision does."""

from datetime import date
from decimal import Decimal as D

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from finsam.models import Medlem
from insatser.actions.ansokan import spara_belopp, ta_steg
from insatser.actions.beslut import besluta
from insatser.actions.fornyelse import fornya
from insatser.calculations.ansokan import Belopp
from insatser.models import Ansokan, Beslutsar, Insats, Insatsbeslut, Insatsbudget
from insatser.selectors.ansokningar import fornyelse, nasta_diarienummer
from tests import rader
from tests.insatser.ansokningsexempel import ansokan_for, ansokan_om

pytestmark = pytest.mark.django_db
IDAG = date(2024, 12, 1)


@pytest.fixture
def agare():
    return Medlem.objects.create(namn="Ås kommun", kortnamn="Ås", typ="kommun")


def beslut(ansokan, **falt):
    return Insatsbeslut(
        **{
            "ansokan": ansokan,
            "utfall": "bifall",
            "beslutsdatum": date(2024, 11, 21),
            "instans": "styrelse",
            "paragraf": "§ 52",
            "belopp": D(1_500_000),
            "fran": date(2025, 1, 1),
            "tom": date(2026, 6, 30),
            **falt,
        }
    )


PER_AR = {2025: D(900_000), 2026: D(600_000)}


def test_the_steps_say_who_and_why(agare, kansli):
    ansokan = ansokan_for(agare, status="utkast", inkom=None)
    for till, ord_ in [
        ("inkommen", ""),
        ("komplettering", "Budgeten saknar lokaler."),
        ("inkommen", ""),
        ("bereds", ""),
    ]:
        ta_steg(ansokan, till, ord_, kansli, IDAG)
    assert ansokan.inkom == IDAG
    steg = list(ansokan.handelser.values_list("fran", "till", "ord", "av"))[1:]
    assert steg == [
        ("utkast", "inkommen", "", kansli.pk),
        ("inkommen", "komplettering", "Budgeten saknar lokaler.", kansli.pk),
        ("komplettering", "inkommen", "", kansli.pk),
        ("inkommen", "bereds", "", kansli.pk),
    ]


@pytest.mark.parametrize(
    ("status", "till", "ord_", "mening"),
    [
        ("utkast", "bereds", "", "Ansökan är utkast och kan inte bli bereds."),
        ("bereds", "beslutad", "", "Ansökan är bereds och kan inte bli beslutad."),
        ("beslutad", "bereds", "", "Ansökan är beslutad och kan inte bli bereds."),
        ("inkommen", "komplettering", "  ", "Skriv vad som behöver kompletteras."),
    ],
)
def test_a_wrong_step_is_refused(agare, kansli, status, till, ord_, mening):
    ansokan = ansokan_for(agare, status=status)
    with pytest.raises(ValidationError) as fel:
        ta_steg(ansokan, till, ord_, kansli, IDAG)
    assert fel.value.messages == [mening]
    assert Ansokan.objects.get().status == status


def test_an_unfinished_application_does_not_come_in(agare, kansli):
    ansokan = ansokan_for(agare, status="utkast", syfte="", slut=date(2025, 12, 31))
    with pytest.raises(ValidationError) as fel:
        ta_steg(ansokan, "inkommen", "", kansli, IDAG)
    assert fel.value.messages == [
        "Skriv insatsens syfte.",
        "Belopp finns för 2026, som ligger utanför perioden.",
    ]
    ansokan.poster.all().delete()
    with pytest.raises(ValidationError, match="Ange vilka medel som söks"):
        ta_steg(ansokan, "inkommen", "", kansli, IDAG)


def test_a_granted_new_insats(agare, kansli):
    ansokan = ansokan_for(agare)
    bifall = besluta(beslut(ansokan), PER_AR, kansli)
    insats = Insats.objects.get()
    assert (insats.nr, insats.namn, insats.start, insats.slut) == (
        1, "Vägen framåt i samverkan", date(2025, 1, 1), date(2026, 6, 30),
    )  # fmt: skip
    assert (insats.uppfoljningsslag, insats.forvantat_antal) == ("antal", 40)
    assert list(insats.parter.all()) == [agare]
    assert list(insats.malen.values_list("ordning", "maltyp", "text", "malvarde")) == [
        (1, "insats", "Hälften till arbete", ""),
        (2, "effekt", "Färre utan plan", "90 %"),
    ]
    assert dict(insats.budgetar.values_list("verksamhetsar", "belopp")) == PER_AR
    assert dict(bifall.aren.values_list("verksamhetsar", "belopp")) == PER_AR
    ansokan.refresh_from_db()
    assert (ansokan.status, ansokan.insats, bifall.insats) == ("beslutad", insats, insats)
    assert bifall.registrerat_av == kansli
    with pytest.raises(ValidationError, match="Ansökan är beslutad; beslut fattas när"):
        besluta(beslut(ansokan, paragraf="§ 53"), PER_AR, kansli)


def test_more_money_adds_to_the_years_and_takes_the_plan_away(agare, kansli):
    (insats,) = rader.insatser(2)[:1]
    Insatsbudget.objects.create(
        insats=insats, verksamhetsar=2024, belopp=D(400), kvartal1=D(100), kvartal2=D(100),
        kvartal3=D(100), kvartal4=D(100),
    )  # fmt: skip
    ansokan = ansokan_om(insats, slag="tillagg")
    insats.malen.create(text="Hälften till arbete", ordning=4)
    bifall = besluta(
        beslut(ansokan, belopp=D(250), fran=date(2023, 7, 1), tom=date(2024, 6, 30)),
        {2023: D(100), 2024: D(150)},
        kansli,
    )
    assert list(insats.budgetar.values_list("verksamhetsar", "belopp", "kvartal1")) == [
        (2023, D(100), None),
        (2024, D(550), None),
    ]
    # Only what this decision gives, not what the year has had before.
    assert list(bifall.aren.values_list("verksamhetsar", "belopp")) == [(2023, 100), (2024, 150)]
    # The goal that it had is not doubled; the other comes after it.
    assert list(insats.malen.values_list("ordning", "text")) == [
        (4, "Hälften till arbete"),
        (5, "Färre utan plan"),
    ]
    assert Insats.objects.count() == 2


def test_more_time_is_a_post_of_its_own(agare, kansli, insatsansvarig):
    (insats,) = rader.insatser(1)
    insats.ansvariga.add(insatsansvarig)
    ansokan = ansokan_om(insats)
    bifall = besluta(beslut(ansokan), PER_AR, kansli)
    ny = bifall.insats
    assert (ny.nr, ny.forlanger, ny.kortnamn) == (2, insats, insats.kortnamn)
    assert list(ny.ansvariga.all()) == [insatsansvarig]
    ansokan.refresh_from_db()
    assert ansokan.insats == insats
    insats.refresh_from_db()
    assert insats.slut == date(2024, 12, 31)


def test_refused_and_sent_back(agare, kansli):
    ansokan = ansokan_for(agare)
    aterremiss = beslut(ansokan, utfall="aterremiss", motivering="Pröva färre mål.")
    besluta(aterremiss, {}, kansli)
    ansokan.refresh_from_db()
    assert ansokan.status == "bereds"
    assert ansokan.handelser.last().ord == "Återremiss. Pröva färre mål."
    besluta(beslut(ansokan, utfall="avslag", paragraf="§ 9", villkor="x"), {}, kansli)
    ansokan.refresh_from_db()
    assert ansokan.status == "beslutad"
    assert not Insats.objects.exists()
    assert not Beslutsar.objects.exists()
    assert list(ansokan.beslut.values_list("utfall", "belopp", "villkor")) == [
        ("avslag", None, ""),
        ("aterremiss", None, ""),
    ]


def test_a_name_that_is_taken_stops_everything(agare, kansli):
    (insats,) = rader.insatser(2)[1:]
    ansokan = ansokan_for(agare, namn=insats.namn)
    with pytest.raises(ValidationError) as fel:
        besluta(beslut(ansokan), PER_AR, kansli)
    assert fel.value.messages == ["Namnet används av en annan insats."]
    ansokan.refresh_from_db()
    assert ansokan.status == "bereds" and not Insatsbeslut.objects.exists()


def test_one_owner_has_one_insats_of_a_short_name_at_a_time():
    (insats,) = rader.insatser(1)  # 2023-01-01–2024-12-31
    ny = Insats(
        nr=9, namn="Annat", kortnamn=insats.kortnamn.lower(), insatstyp="individ",
        insatsagare=insats.insatsagare, start=date(2024, 12, 31), slut=date(2025, 12, 31),
    )  # fmt: skip
    with pytest.raises(ValidationError) as fel:
        ny.full_clean()
    assert fel.value.message_dict == {"kortnamn": ["Namnet används av en annan insats."]}
    ny.forlanger = insats
    ny.full_clean()
    ny.forlanger, ny.start = None, date(2025, 1, 1)
    ny.full_clean()


def test_prolongations_do_not_run_in_a_ring():
    ett, tva, tre = rader.insatser(3)
    tva.forlanger, tre.forlanger = ett, tva
    tva.save()
    tre.save()
    ett.forlanger = tre
    with pytest.raises(ValidationError, match="Förlängningarna går i ring"):
        ett.full_clean()
    ett.forlanger = None
    ett.full_clean()
    tre.full_clean()


def test_the_same_decision_twice(agare):
    ansokan = ansokan_for(agare)
    beslut(ansokan, utfall="avslag").save()
    with pytest.raises(ValidationError, match="är redan registrerat"):
        beslut(ansokan, utfall="avslag").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        beslut(ansokan, utfall="avslag").save()


def test_a_renewal_copies_and_shows_what_changed(agare, kansli):
    ansokan = ansokan_for(agare)
    insats = besluta(beslut(ansokan), PER_AR, kansli).insats
    ny = fornya(Ansokan.objects.get(), kansli, date(2026, 3, 1))
    assert (ny.diarienummer, ny.slag, ny.status, ny.insats) == (
        "2026-1", "forlangning", "utkast", insats,
    )  # fmt: skip
    # 18 months from 2026-07-01; 2025 and 2026 become 2026 and 2027.
    assert (ny.start, ny.slut) == (date(2026, 7, 1), date(2027, 12, 31))
    assert sorted(ny.poster.values_list("verksamhetsar", "belopp"))[0] == (2026, D(100_000))
    assert [m.text for m in ny.malen.all()] == ["Hälften till arbete", "Färre utan plan"]
    ny.metod = "Grupper"
    ny.save()
    spara_belopp(ny, [Belopp(2026, "personal", "sof", D(850_000))])
    skillnad = fornyelse(ny)
    assert [s.rubrik for s in skillnad.falt] == [
        "Fullständigt namn", "Startdatum", "Slutdatum", "Metod",
    ]  # fmt: skip
    assert ("Personal, SOF-medel", "2025 → 2026", D(50_000)) in [
        (etikett, aren, s.skillnad) for etikett, aren, s in skillnad.belopp
    ]


def test_amounts_that_stand_are_not_written_again(agare):
    ansokan = ansokan_for(agare)
    post = ansokan.poster.get(kostnadsslag="lokal")
    spara_belopp(
        ansokan,
        [Belopp(2025, "lokal", "sof", D(100_000)), Belopp(2025, "resor", "sof", D("10.50"))],
    )
    assert [(p.kostnadsslag, p.belopp) for p in ansokan.poster.all()] == [
        ("lokal", D(100_000)), ("resor", D("10.50")),
    ]  # fmt: skip
    assert post.history.count() == 1


def test_the_next_number_of_the_year(agare):
    assert nasta_diarienummer(2024) == "2024-1"
    for nummer in ("2024-9", "2024-10", "2024-x", "2023-44"):
        ansokan_for(agare, diarienummer=nummer)
    assert nasta_diarienummer(2024) == "2024-11"
