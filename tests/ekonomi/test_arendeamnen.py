"""The board's decision on a budget and on the fees, taken in a meeting."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from ekonomi.actions.tilldelning import ny_version
from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.models import Konto, Tilldelning
from finsam.models import Medlem
from styrelse.amnen import GorsForHand, Motesbeslut, amnesslag, frys
from styrelse.models import Arendebilaga
from tests.ekonomi.budgetexempel import AVGIFT, BRO, LON, budget, grund

pytestmark = pytest.mark.django_db
MATERIAL = Postnyckel("6110")
BUDGET, AVGIFTER = amnesslag("budget"), amnesslag("tilldelning")
UTAN_BILAGA = "{} Styrelsen hade ingen bilaga härifrån att jämföra med."
SAMRAD = "Samråd med medlemmarna ska vara genomfört före beslutet."


def beslut(utfall: str = "bifall", nyckel: str = "2024", **underlag) -> Motesbeslut:
    return Motesbeslut(nyckel, utfall, date(2023, 11, 20), "§ 40/2023", underlag)


@pytest.fixture
def forslag():
    grund()
    return budget(beslutad=False)


def test_bifall_faststaller_arets_forslag(forslag, forbundschef):
    assert [a.nyckel for a in BUDGET.kandidater(date(2023, 11, 1))] == ["2024"]
    visat = BUDGET.form("2024", "bifall", None)["visat"].value()
    klart = beslut(samrad="2023-11-06", visat=visat)
    assert BUDGET.verkan(klart) == UTAN_BILAGA.format("Budgeten för 2024, version 1, fastställs.")
    gjort = BUDGET.verkstall(klart, forbundschef)
    assert gjort == "Budgeten för 2024, version 1, är fastställd."
    forslag.refresh_from_db()
    assert (forslag.status, forslag.paragraf, forslag.samrad) == (
        "faststalld",
        "§ 40/2023",
        date(2023, 11, 6),
    )
    redan = "Budgeten för 2024, version 1, är redan fastställd."
    assert BUDGET.verkstall(klart, forbundschef) == redan
    annan = replace(klart, paragraf="§ 41/2023")
    with pytest.raises(ValidationError, match="inget budgetförslag för 2024"):
        BUDGET.verkstall(annan, forbundschef)
    # A change that the meeting made and the economist has decided on the budget's page.
    assert BUDGET.verkstall(replace(klart, utfall="andrat"), forbundschef) == redan


def test_utan_samrad_vagras_det_innan_nagot_gors(forslag, forbundschef):
    for gor in (lambda: BUDGET.verkan(beslut()), lambda: BUDGET.verkstall(beslut(), forbundschef)):
        with pytest.raises(ValidationError) as fel:
            gor()
        assert SAMRAD in fel.value.messages
    forslag.refresh_from_db()
    assert forslag.status == "forslag"


def test_poster_som_andrats_efter_forslaget_vagras(forslag, forbundschef):
    tom = BUDGET.form("2024", "bifall", None)
    visat, poster = tom["visat"].value(), tom["poster"].value()
    post = forslag.poster.first()
    post.belopp += 1
    post.save()
    fore = {"samrad": "2023-11-06", "visat": visat, "poster": poster}
    # 1 000 000 − 400 000 − 50 000 − 600 000 = −50 000 kr, and one krona more income.
    fel = (
        "Budgetens poster är andra än när beslutet antecknades. Årets resultat: då stod "
        "−50 000 kr, i dag står −49 999 kr. 3010 Medlemsavgifter: då stod 1 000 000 kr, i dag "
        "står 1 000 001 kr. Granska budgeten, kryssa i ”Läs in budgeten på nytt”"
    )
    for gor in (
        lambda: BUDGET.verkan(beslut(**fore)),
        lambda: BUDGET.verkstall(beslut(**fore), forbundschef),
    ):
        with pytest.raises(ValidationError) as svar:
            gor()
        assert fel in " ".join(svar.value.messages).replace("\u00a0", " ")
    forslag.refresh_from_db()
    assert forslag.status == "forslag"
    # Saved again, the old mark holds; it is renewed only by who asks for it.
    sparad = BUDGET.form("2024", "bifall", fore)
    assert sparad.is_valid() and sparad.cleaned_data["visat"] == visat
    ny = BUDGET.form("2024", "bifall", {**fore, "nytt": "on"})
    assert ny.is_valid() and set(ny.cleaned_data) == {"samrad", "visat", "poster"}
    assert "1\u00a0000\u00a0001" in ny.cleaned_data["poster"]
    nytt = beslut(samrad="2023-11-06", visat=ny.cleaned_data["visat"])
    assert "nytt" not in BUDGET.form("2024", "bifall", nytt.underlag).fields
    BUDGET.verkstall(nytt, forbundschef)
    forslag.refresh_from_db()
    assert forslag.status == "faststalld"


def test_andrat_och_avslag_faststaller_inget(forslag, forbundschef):
    with pytest.raises(GorsForHand, match="Mötet ändrade förslaget"):
        BUDGET.verkstall(beslut("andrat"), forbundschef)
    assert BUDGET.verkstall(beslut("avslag"), forbundschef) == ""
    forslag.refresh_from_db()
    assert forslag.status == "forslag"


def test_ett_ar_utan_forslag_kan_planeras_men_inte_beslutas(db, forbundschef):
    assert BUDGET.hitta("2027").lage == "Inget förslag än"
    assert BUDGET.hitta("tjugo") is None
    with pytest.raises(ValidationError, match="inget budgetförslag för 2027"):
        BUDGET.verkan(beslut(nyckel="2027"))


@pytest.fixture
def tilldelning():
    for namn, typ in (("Fk", "fk"), ("Region", "region"), ("Ås kommun", "kommun")):
        medlem = Medlem.objects.create(namn=namn, kortnamn=namn, typ=typ)
        if typ == "kommun":
            medlem.folkmangder.create(datum=date(2023, 11, 1), antal=100, kalla="SCB")
    return Tilldelning.objects.create(
        verksamhetsar=2024, belopp=Decimal(1_000_000), folkmangd_datum=date(2023, 11, 1)
    )


def test_bifall_faststaller_medlemsavgifterna(tilldelning, forbundschef):
    rad = tilldelning
    assert [a.nyckel for a in AVGIFTER.kandidater(date(2023, 11, 1))] == ["2024"]
    gjort = AVGIFTER.verkstall(beslut(), forbundschef)
    assert gjort == "Medlemsavgifterna för 2024, version 1, är fastställda."
    rad.refresh_from_db()
    assert (rad.last, rad.beslutad, rad.paragraf) == (True, date(2023, 11, 20), "§ 40/2023")
    assert "är redan fastställda" in AVGIFTER.verkstall(beslut(), forbundschef)


def test_avgifter_som_inte_kan_fordelas_vagras(db, forbundschef):
    rad = Tilldelning.objects.create(
        verksamhetsar=2024, belopp=Decimal(1_000_000), folkmangd_datum=date(2023, 11, 1)
    )
    with pytest.raises(ValidationError):
        AVGIFTER.verkstall(beslut(), forbundschef)
    rad.refresh_from_db()
    assert not rad.last


def sagt(gor) -> str:
    """What it says, or why it refuses."""
    try:
        return gor().replace("\u00a0", " ")
    except ValidationError as fel:
        return " ".join(fel.messages).replace("\u00a0", " ")


def test_budgeten_faststalls_som_styrelsen_hade_den(forslag, forbundschef):
    fryst = BUDGET.bygg("2024", False)
    assert (fryst.titel, fryst.kalla, fryst.slag) == ("Budget 2024", "budget 2024", "rapport")
    (bilaga,) = BUDGET.utkast("2024").bilagor
    assert f"{bilaga.dokument} {bilaga.period}" == fryst.kalla
    klart = replace(beslut(samrad="2023-11-06"), bilagor={fryst.kalla: fryst.data})
    assert BUDGET.verkan(klart) == "Budgeten för 2024, version 1, fastställs."
    # 30 000 kr less for wages, and a new post of 10 000 kr: the result from −50 to −30 tkr.
    lon = forslag.poster.get(konto__nummer="5110")
    lon.belopp += 30_000
    lon.save()
    forslag.poster.create(konto=Konto.objects.get(nummer="6110"), belopp=-10_000)
    fel = (
        "Budgeten är inte som i bilagan. Årets resultat: styrelsen hade −50 000 kr, i dag står "
        "−30 000 kr. 5110 Löner, Kansli: styrelsen hade −600 000 kr, i dag står −570 000 "
        "kr. 6110 Kontorsmaterial: styrelsen hade inget, i dag står −10 000 kr. Ändra tillbaka "
        "till det som styrelsen hade. Om mötet beslutade det som står i dag: anteckna ”Bifall med "
        "ändring” och besluta på budgetens sida."
    )
    assert sagt(lambda: BUDGET.verkan(klart)) == fel
    assert sagt(lambda: BUDGET.verkstall(klart, forbundschef)) == fel
    forslag.refresh_from_db()
    assert forslag.status == "forslag"


def test_budgetens_dokument_visar_fjolarets_budget_och_summerar(forslag):
    budget(2023, {LON: -500_000, AVGIFT: 900_000, BRO: -300_000, MATERIAL: -1_000})
    (tabell,) = BUDGET.bygg("2024", False).data["tables"]
    assert tabell["columns"] == ["2024", "Budget 2023"]
    assert [(r["label"], r["values"]) for r in tabell["rows"] if r["kind"] != "heading"] == [
        ("3010 Medlemsavgifter", [1_000_000, 900_000]),
        ("Summa Medlemsavgifter", [1_000_000, 900_000]),
        ("5010 Arvoden", [-50_000, None]),
        ("Summa Förtroendevalda", [-50_000, None]),
        ("5110 Löner", [-600_000, -500_000]),
        ("Summa Kansli", [-600_000, -500_000]),
        ("Lots, Östby", [-400_000, None]),
        ("Bro, Östby", [None, -300_000]),
        ("Summa Samverkansinsatser", [-400_000, -300_000]),
        # A block that only last year had.
        ("6110 Kontorsmaterial", [None, -1_000]),
        ("Summa Utanför uppställningen", [None, -1_000]),
        ("Årets resultat", [-50_000, 99_000]),
    ]
    # What only last year had is no difference.
    fryst = BUDGET.bygg("2024", False)
    klart = replace(beslut(samrad="2023-11-06"), bilagor={fryst.kalla: fryst.data})
    assert BUDGET.verkan(klart) == "Budgeten för 2024, version 1, fastställs."


@pytest.mark.parametrize("nyckel", ["2031", "tjugo"])
def test_ett_ar_utan_forslag_ar_inget_dokument(nyckel, forslag):
    with pytest.raises(ValidationError, match=f"inget budgetförslag för {nyckel}"):
        BUDGET.bygg(nyckel, False)
    with pytest.raises(ValidationError, match=rf"[Ii]ngen .*tilldelning.* för {nyckel}"):
        AVGIFTER.bygg(nyckel, False)


def test_avgifterna_faststalls_som_styrelsen_hade_dem(tilldelning, forbundschef):
    tilldelning.nns_fast = Decimal(5_000)
    tilldelning.save()
    fryst = AVGIFTER.bygg("2024", False)
    (bilaga,) = AVGIFTER.utkast("2024").bilagor
    assert f"{bilaga.dokument} {bilaga.period}" == fryst.kalla == "tilldelning 2024"
    assert fryst.titel == "Fastställande av medlemsavgifter 2024"
    assert "att fastställa medlemsavgifterna för 2024" in str(fryst.data["sections"])
    klart = replace(beslut(), bilagor={fryst.kalla: fryst.data})
    namn = "Medlemsavgifterna för 2024, version 1"
    assert AVGIFTER.verkan(klart) == f"{namn}, fastställs."
    rapport = frys("medlemsavgifter", "2024")
    assert rapport.titel == "Preliminära medlemsavgifter 2024"
    med_rapporten = replace(beslut(), bilagor={rapport.kalla: rapport.data})
    assert AVGIFTER.verkan(med_rapporten) == f"{namn}, fastställs."
    assert AVGIFTER.verkan(beslut()) == UTAN_BILAGA.format(f"{namn}, fastställs.")
    tilldelning.belopp, tilldelning.nns_fast = Decimal(1_200_000), Decimal(6_000)
    tilldelning.save()
    # Half of it the state, a quarter each the region and the only municipality.
    fel = (
        "Medlemsavgifterna är inte som i bilagan. Totalt: styrelsen hade 1 000 000 kr, i dag står "
        "1 200 000 kr. Fk: styrelsen hade 500 000 kr, i dag står 600 000 kr. Region: styrelsen "
        "hade 250 000 kr, i dag står 300 000 kr. 4 rader till skiljer. Ändra tillbaka till det "
        "som styrelsen hade."
    )
    assert sagt(lambda: AVGIFTER.verkan(klart)).startswith(fel)
    assert sagt(lambda: AVGIFTER.verkstall(klart, forbundschef)).startswith(fel)
    tilldelning.refresh_from_db()
    assert not tilldelning.last
    tilldelning.belopp, tilldelning.nns_fast = Decimal(1_000_000), Decimal(5_000)
    tilldelning.save()
    AVGIFTER.verkstall(klart, forbundschef)
    tilldelning.refresh_from_db()
    assert tilldelning.last


def test_en_medlem_som_bytt_namn_ar_samma_betalare(tilldelning, forbundschef):
    Medlem.objects.create(namn="Af", kortnamn="Af", typ="af")
    fryst = AVGIFTER.bygg("2024", False)
    klart = replace(beslut(), bilagor={fryst.kalla: fryst.data})
    # One of them twice, and one of the two that pay as one.
    for fran, till in (("Region", "Regionen"), ("Regionen", "Region Ek"), ("Fk", "Statens kassa")):
        medlem = Medlem.objects.get(namn=fran)
        medlem.namn = till
        medlem.save()
    assert AVGIFTER.verkan(klart) == "Medlemsavgifterna för 2024, version 1, fastställs."
    # A krona that differs is told of under the name that the board had before it.
    tilldelning.belopp = Decimal(1_200_000)
    tilldelning.save()
    fel = sagt(lambda: AVGIFTER.verkan(klart))
    assert "Fk och Af genom Fk: styrelsen hade 500 000 kr, i dag står 600 000 kr." in fel
    assert "Region: styrelsen hade 250 000 kr, i dag står 300 000 kr." in fel
    tilldelning.belopp = Decimal(1_000_000)
    tilldelning.save()
    # Another payer in its place is no change of name.
    ny = Medlem.objects.create(namn="Öby kommun", kortnamn="Öby", typ="kommun")
    ny.folkmangder.create(datum=date(2023, 11, 1), antal=100, kalla="SCB")
    Medlem.objects.filter(namn="Ås kommun").get().delete()
    assert sagt(lambda: AVGIFTER.verkstall(klart, forbundschef)).startswith(
        "Medlemsavgifterna är inte som i bilagan. Ås kommun: styrelsen hade 250 000 kr, i dag står "
        "inget. Öby kommun: styrelsen hade inget, i dag står 250 000 kr."
    )


def test_ett_arende_om_budgeten_far_den_som_bilaga_och_visar_da_och_nu(forslag, kansli_klient):
    nytt = f"{reverse('styrelse:arende_create')}?amne=budget&nyckel=2024"
    formular = kansli_klient.get(nytt)
    assert "Budget 2024" in formular.content.decode()
    data = {**formular.context["form"].initial, "rubrik": "Budget 2024", "till_beslut": "on"}
    delar = {f"delar-{falt}": 0 for falt in ("TOTAL_FORMS", "INITIAL_FORMS")}
    alla = {falt: varde for falt, varde in {**data, **delar}.items() if varde is not None}
    assert kansli_klient.post(nytt, alla).status_code == 302
    bilaga = Arendebilaga.objects.get()
    assert (bilaga.kalla, bilaga.titel, bilaga.slag) == ("budget 2024", "Budget 2024", "rapport")
    assert "Årets resultat" in kansli_klient.get(bilaga.get_absolute_url()).content.decode()
    lon = forslag.poster.get(konto__nummer="5110")
    lon.belopp += 30_000
    lon.save()
    da_nu = reverse("rapporter:bilaga_da_nu", args=[bilaga.pk])
    sida = kansli_klient.get(da_nu).content.decode().replace("\u00a0", " ")
    assert "5110 Löner" in sida and "−600 000" in sida and "−570 000" in sida
    for post in forslag.poster.all():
        post.delete()
    sida = kansli_klient.get(da_nu).content.decode()
    assert "kan inte göras om i dag: Det finns inget budgetförslag för 2024" in sida


def test_en_rattelse_av_avgifterna_beslutas_som_den_star(tilldelning, kansli, forbundschef):
    AVGIFTER.verkstall(beslut(), forbundschef)
    ny = ny_version(2024, kansli)
    ny.belopp = Decimal(800_000)
    ny.save()
    fryst = AVGIFTER.bygg("2024", False)
    assert fryst.data["figures"]["tilldelning"]["value"] == 800_000
    senare = replace(beslut(), paragraf="§ 44/2023", bilagor={fryst.kalla: fryst.data})
    gjort = "Medlemsavgifterna för 2024, version 2, är fastställda."
    assert AVGIFTER.verkstall(senare, forbundschef) == gjort
