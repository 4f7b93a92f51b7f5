"""An allocation's way: laid down, locked, corrected, invoiced; populations that stay."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ekonomi.actions.betalplan import gor_betalplan, markera
from ekonomi.actions.tilldelning import faststall_tilldelning, ny_version
from ekonomi.models import Avgiftsfaktura, Avgiftskonto, Avgiftsrat, Konto, Tilldelning
from ekonomi.models.avgift import TilldelningQuerySet
from ekonomi.selectors.avgifter import arsavgifter, avgifter_av
from ekonomi.selectors.avgiftssida import Insyn, Uppskjutet, avgiftssida
from finsam.models import Folkmangd, Forbund, Medlem
from tests import rader

pytestmark = pytest.mark.django_db
IDAG = date(2024, 3, 20)
BESLUT = {"beslutad": date(2024, 3, 14), "paragraf": "§ 9", "idag": IDAG}


@pytest.fixture
def tilldelning() -> Tilldelning:
    """½ of 1 000 000 the state's, ¼ the region's; the municipalities' 250 000 by 3 to 1."""
    for namn, typ, antal in (
        ("Försäkringskassan", "fk", 0),
        ("Arbetsförmedlingen", "af", 0),
        ("Regionen", "region", 0),
        ("Alby kommun", "kommun", 9000),
        ("Ås kommun", "kommun", 3000),
    ):
        medlem = Medlem.objects.create(namn=namn, kortnamn=namn, typ=typ)
        if antal:
            medlem.folkmangder.create(datum=date(2023, 11, 1), antal=antal, kalla="SCB")
    for part, manad, andel in (
        ("stat", 1, "0.5"), ("stat", 7, "0.5"), ("region", 4, "1"), ("kommun", 4, "1"),
    ):  # fmt: skip
        Avgiftsrat.objects.create(part=part, manad=manad, dag=30, andel=Decimal(andel))
    return Tilldelning.objects.create(
        verksamhetsar=2024, belopp=Decimal(1_000_000), folkmangd_datum=date(2023, 11, 1)
    )


@pytest.fixture
def faststalld(tilldelning, ekonom) -> Tilldelning:
    faststall_tilldelning(tilldelning, ekonom, **BESLUT)
    tilldelning.refresh_from_db()
    return tilldelning


def mening(fel: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(fel.value.messages)


def test_andelarna_ar_arets_och_inte_dagens(tilldelning):
    assert (tilldelning.andel_stat, tilldelning.andel_kommun) == (Decimal("0.5"), Decimal("0.25"))
    Forbund.objects.create(
        namn="F",
        andel_stat=Decimal("0.4"),
        andel_region=Decimal("0.3"),
        andel_kommun=Decimal("0.3"),
    )
    assert arsavgifter(2024).stat == 500_000
    nasta = Tilldelning.objects.create(verksamhetsar=2025, belopp=Decimal(1_000_000))
    assert nasta.andel_stat == Decimal("0.4")


def test_faststalld_med_dag_och_paragraf_laser_versionen(faststalld, ekonom):
    assert (faststalld.last, faststalld.beslutad, faststalld.paragraf) == (
        True, date(2024, 3, 14), "§ 9",
    )  # fmt: skip
    assert faststalld.history.first().history_user == ekonom
    with pytest.raises(ValidationError) as fel:
        faststall_tilldelning(faststalld, ekonom, **BESLUT)
    assert mening(fel) == "Tilldelningen är redan fastställd."


def test_det_som_inte_kan_fordelas_kan_inte_faststallas(tilldelning, ekonom):
    Folkmangd.objects.filter(medlem__namn="Ås kommun").delete()
    with pytest.raises(ValidationError) as fel:
        faststall_tilldelning(tilldelning, ekonom, **BESLUT)
    assert mening(fel) == "Folkmängd per 2023-11-01 saknas för Ås kommun."


def test_ett_beslut_ar_inte_i_framtiden(tilldelning, ekonom):
    with pytest.raises(ValidationError) as fel:
        faststall_tilldelning(tilldelning, ekonom, **BESLUT | {"beslutad": date(2024, 3, 21)})
    assert mening(fel) == "Datumet ligger efter dagens datum."


def test_en_rattelse_galler_forst_nar_den_ar_faststalld(faststalld, ekonom):
    ny = ny_version(2024, ekonom)
    assert (ny.version, ny.status, ny.beslutad) == (2, "preliminar", None)
    assert Tilldelning.objects.for_ar(2024) == faststalld
    with pytest.raises(ValidationError, match="Året har redan en preliminär version"):
        ny_version(2024, ekonom)
    faststall_tilldelning(ny, ekonom, **BESLUT)
    assert Tilldelning.objects.for_ar(2024) == ny


def test_betalplanen_ar_en_faktura_per_betalare_och_rat(faststalld, ekonom):
    gor_betalplan(faststalld, ekonom)
    assert list(Avgiftsfaktura.objects.values_list("medlem__namn", "forfaller", "belopp")) == [
        ("Försäkringskassan", date(2024, 1, 30), 250_000),
        ("Alby kommun", date(2024, 4, 30), 187_500),
        ("Regionen", date(2024, 4, 30), 250_000),
        ("Ås kommun", date(2024, 4, 30), 62_500),
        ("Försäkringskassan", date(2024, 7, 30), 250_000),
    ]
    with pytest.raises(ValidationError, match="Betalplanen är redan gjord"):
        gor_betalplan(faststalld, ekonom)


def test_ingen_betalplan_for_en_preliminar(tilldelning, ekonom):
    with pytest.raises(ValidationError, match="när styrelsen har fastställt"):
        gor_betalplan(tilldelning, ekonom)


def test_en_rattelse_raknar_av_det_som_ar_skickat(faststalld, ekonom):
    gor_betalplan(faststalld, ekonom)
    forsta = Avgiftsfaktura.objects.filter(forfaller__lte=date(2024, 1, 30))
    markera(2024, [f.pk for f in forsta], "fakturerad", date(2024, 1, 5), ekonom, IDAG)
    ny = ny_version(2024, ekonom)
    ny.belopp = Decimal(1_200_000)
    ny.save()
    faststall_tilldelning(ny, ekonom, **BESLUT)
    gor_betalplan(ny, ekonom)
    stat = Avgiftsfaktura.objects.filter(medlem__namn="Försäkringskassan").order_by("forfaller")
    # Half of 600 000 is 300 000; 250 000 of the first has been sent, and 50 000 is left of it.
    assert list(stat.values_list("tilldelning__version", "forfaller", "belopp")) == [
        (1, date(2024, 1, 30), 250_000),
        (2, date(2024, 1, 30), 50_000),
        (2, date(2024, 7, 30), 300_000),
    ]
    assert sum(f.belopp for f in Avgiftsfaktura.objects.all()) == 1_200_000


def test_det_som_fakturerats_for_mycket_sags_och_inget_mer_faktureras(
    faststalld, ekonom, ekonom_klient
):
    gor_betalplan(faststalld, ekonom)
    alla = list(Avgiftsfaktura.objects.values_list("pk", flat=True))
    markera(2024, alla, "fakturerad", date(2024, 1, 5), ekonom, IDAG)
    ny = ny_version(2024, ekonom)
    ny.belopp = Decimal(800_000)
    ny.save()
    faststall_tilldelning(ny, ekonom, **BESLUT)
    assert gor_betalplan(ny, ekonom) == []
    sida = ekonom_klient.get(ny.get_absolute_url()).content.decode()
    # Sent 500 000, half of 800 000 is 400 000; the region 250 000 and 200 000.
    for over in ("100", "50"):
        assert f"har fakturerats {over}\u00a0000\u00a0kr mer än avgiften" in sida
    assert "Gör betalplan" not in sida


def test_en_sankning_dras_fran_senare_rater(faststalld, ekonom):
    gor_betalplan(faststalld, ekonom)
    forsta = Avgiftsfaktura.objects.filter(forfaller=date(2024, 1, 30))
    markera(2024, [f.pk for f in forsta], "fakturerad", date(2024, 1, 5), ekonom, IDAG)
    ny = ny_version(2024, ekonom)
    ny.belopp = Decimal(800_000)
    ny.save()
    faststall_tilldelning(ny, ekonom, **BESLUT)
    gor_betalplan(ny, ekonom)
    stat = Avgiftsfaktura.objects.filter(medlem__namn="Försäkringskassan").order_by("forfaller")
    # 400 000 in two: 250 000 is sent, 50 000 above the first half, so 150 000 of the second.
    assert list(stat.values_list("belopp", flat=True)) == [250_000, 150_000]


@pytest.mark.parametrize(
    ("dagar", "mening"),
    [
        ({"fakturerad": "", "betald": ""}, "Dagen kan rättas men inte tas bort."),
        ({"fakturerad": "2099-01-01", "betald": ""}, "Datumet ligger efter dagens datum."),
        ({"fakturerad": "2024-01-05", "betald": "2099-01-01"}, "Datumet ligger efter dagens"),
    ],
)
def test_en_skickad_faktura_tas_inte_tillbaka(faststalld, ekonom, ekonom_klient, dagar, mening):
    gor_betalplan(faststalld, ekonom)
    en = Avgiftsfaktura.objects.first()
    markera(2024, [en.pk], "fakturerad", date(2024, 1, 5), ekonom, IDAG)
    svar = ekonom_klient.post(en.adress, {"forfaller": "2024-01-30", **dagar})
    assert mening in svar.content.decode()
    en.refresh_from_db()
    assert (en.fakturerad, en.betald) == (date(2024, 1, 5), None)


@pytest.mark.parametrize(
    ("falt", "varde", "text"),
    [
        ("belopp", Decimal(1), "Fakturan är skickad: belopp och medlem ändras inte."),
        ("fakturerad", None, "Dagen kan rättas men inte tas bort."),
        ("fakturerad", date(2024, 1, 4), ""),
        ("betald", date(2024, 2, 1), ""),
    ],
)
def test_vad_som_andras_pa_en_skickad_faktura(faststalld, ekonom, falt, varde, text):
    gor_betalplan(faststalld, ekonom)
    en = Avgiftsfaktura.objects.first()
    markera(2024, [en.pk], "fakturerad", date(2024, 1, 5), ekonom, IDAG)
    en.refresh_from_db()
    setattr(en, falt, varde)
    if not text:
        en.full_clean()
        return
    with pytest.raises(ValidationError) as fel:
        en.full_clean()
    assert mening(fel) == text


@pytest.mark.parametrize(("idag", "visas"), [(date(2024, 6, 29), False), (date(2024, 6, 30), True)])
def test_det_som_ar_betalt_i_forskott_sags_forst_nar_dagen_har_kommit(
    faststalld, ekonom, idag, visas
):
    gor_betalplan(faststalld, ekonom)
    alla = list(Avgiftsfaktura.objects.values_list("pk", flat=True))
    for steg in ("fakturerad", "betald"):
        markera(2024, alla, steg, date(2024, 1, 5), ekonom, IDAG)
    sida = avgiftssida(Tilldelning.objects.all(), "", idag, Insyn(bokforing=True, fakturor=True))
    # All of 1 000 000 is paid and half of it is earned; there is no ledger to hold it against.
    vantat = Uppskjutet(date(2024, 6, 30), Decimal(500_000), None)
    assert sida.uppskjutet == (vantat if visas else None)


@pytest.mark.parametrize(
    ("andring", "vagras"),
    [
        ({"tom": date(2023, 12, 31)}, True),
        ({"tom": date(2024, 6, 30)}, False),  # still a member in the year
        ({"fran": date(2025, 1, 1)}, True),
        ({"typ": "region"}, True),
        ({"kortnamn": "Alby"}, False),
    ],
)
def test_medlemmarna_bakom_ett_beslut_star_kvar(faststalld, kansli_klient, andring, vagras):
    alby = Medlem.objects.get(namn="Alby kommun")
    falt = {"namn": alby.namn, "kortnamn": "A", "typ": "kommun", "fran": alby.fran, "tom": ""}
    fore = avgifter_av(faststalld)
    svar = kansli_klient.post(
        reverse("finsam:medlem_update", args=[alby.pk]), falt | andring, follow=True
    )
    text = "Ändringen skulle fördela de fastställda avgifterna 2024 på nytt."
    assert (text in svar.content.decode()) == vagras
    assert avgifter_av(faststalld) == fore


def test_en_ny_medlem_kommer_efter_det_faststallda_aret(faststalld):
    ny = Medlem(namn="Nya kommun", kortnamn="Nya", typ="kommun", fran=date(2024, 7, 1))
    with pytest.raises(ValidationError, match="de fastställda avgifterna 2024"):
        ny.full_clean()
    ny.fran = date(2025, 1, 1)
    ny.full_clean()


@pytest.mark.parametrize(
    ("andelar", "vems"),
    [
        (("-0.5", "0.75", "0.75"), "Statens"),
        (("1.5", "-0.5", "0"), "Regionernas"),
        (("0", "1.5", "-0.5"), "Kommunernas"),
    ],
)
def test_varje_andel_ar_mellan_noll_och_ett(tilldelning, andelar, vems):
    falt = ("andel_stat", "andel_region", "andel_kommun")
    for namn, andel in zip(falt, andelar, strict=True):
        setattr(tilldelning, namn, Decimal(andel))
    with pytest.raises(ValidationError) as fel:
        tilldelning.full_clean()
    assert f"{vems} andel ska vara mellan 0 och 1." in mening(fel)


def test_samma_ar_tva_ganger_sags_i_formularet(tilldelning, ekonom_klient, monkeypatch):
    # The other press of the button comes between the form's question and the saving.
    monkeypatch.setattr(TilldelningQuerySet, "for_ar", lambda self, ar: None)
    assert "Året har redan en tilldelning" in post(ekonom_klient, verksamhetsar="2024")
    assert Tilldelning.objects.count() == 1


def test_betald_fore_fakturerad_vagras(faststalld, ekonom):
    gor_betalplan(faststalld, ekonom)
    en = Avgiftsfaktura.objects.first()
    with pytest.raises(ValidationError) as fel:
        markera(2024, [en.pk], "betald", IDAG, ekonom, IDAG)
    assert mening(fel) == "En faktura kan betalas först när den har skickats."


def test_folkmangden_bakom_ett_beslut_star_kvar(faststalld, kansli_klient):
    rad = Folkmangd.objects.get(medlem__namn="Ås kommun")
    svar = kansli_klient.post(
        reverse("finsam:folkmangd_update", args=[rad.pk]),
        {"medlem": rad.medlem_id, "datum": "2023-11-01", "antal": "4000", "kalla": "SCB"},
    )
    assert "har fördelat de fastställda avgifterna 2024" in svar.content.decode()
    rad.refresh_from_db()
    assert rad.antal == 3000


def test_en_dags_folkmangd_fylls_i_pa_en_sida(tilldelning, kansli_klient):
    alby, as_ = Medlem.objects.kommuner().order_by("namn")
    kansli_klient.post(
        reverse("finsam:folkmangd_dag"),
        {
            "datum": "2024-11-01",
            "kalla": "SCB",
            f"kommun-{alby.pk}": "19 250",
            f"kommun-{as_.pk}": "3\u00a0100",
        },
    )
    nya = Folkmangd.objects.filter(datum=date(2024, 11, 1)).order_by("medlem__namn")
    assert list(nya.values_list("antal", "kalla")) == [(19_250, "SCB"), (3_100, "SCB")]


def post(klient, **annat):
    svar = {
        "verksamhetsar": "2025", "belopp": "1 100 000 kr", "folkmangd_datum": "2023-11-01",
        "andel_stat": "0,5", "andel_region": "0,25", "andel_kommun": "0,25",
    }  # fmt: skip
    return klient.post(reverse("ekonomi:tilldelning_create"), {**svar, **annat}).content.decode()


@pytest.mark.parametrize(
    ("annat", "mening"),
    [
        ({"belopp": "4 682 00"}, "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel"),
        ({"belopp": "1 100"}, "Beloppet är 909 gånger mindre än 2024. Är det angivet i tkr?"),
        ({"belopp": "1 100 000,50"}, "Tilldelningen ska vara i hela kronor."),
        ({"andel_stat": "0,6"}, "Andelarna ska tillsammans vara 1."),
        ({"verksamhetsar": "2024"}, "Året har redan en tilldelning"),
    ],
)
def test_det_som_vagras_i_formularet(tilldelning, ekonom_klient, annat, mening):
    assert mening in post(ekonom_klient, **annat)
    assert Tilldelning.objects.count() == 1


def test_ett_misstankt_belopp_sparas_nar_det_stammer(tilldelning, ekonom_klient):
    assert "Beloppet stämmer, det är i kronor" in post(ekonom_klient, belopp="1 100")
    post(ekonom_klient, belopp="1 100", stammer="on")
    assert Tilldelning.objects.get(verksamhetsar=2025).belopp == 1_100


def test_fordelningen_visas_innan_nagot_sparas(tilldelning, ekonom_klient):
    sida = post(ekonom_klient, forhandsvisa="1")
    # 275 000 by 3 to 1.
    assert "206\u00a0250" in sida and "68\u00a0750" in sida and "Inget är sparat än." in sida
    assert Tilldelning.objects.count() == 1


def test_rater_som_inte_ar_ett_sparas_inte(tilldelning, ekonom_klient):
    rat = Avgiftsrat.objects.get(part="region")
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": rat.pk,
            "form-0-part": "region", "form-0-manad": "4", "form-0-dag": "30",
            "form-0-andel": "0,9"}  # fmt: skip
    svar = ekonom_klient.post(reverse("ekonomi:avgiftsrat_list"), data)
    assert "Raterna för regionen är tillsammans 0,9, de ska vara 1." in svar.content.decode()


def test_kontona_valjs_pa_en_sida(tilldelning, ekonom_klient):
    konto = Konto.objects.create(nummer="3019", namn="Avgift", kontotyp="I")
    region = Medlem.objects.get(namn="Regionen")
    adress = reverse("ekonomi:avgiftskonto_list")
    ekonom_klient.post(adress, {f"medlem-{region.pk}": konto.pk})
    assert Avgiftskonto.objects.get().konto == konto
    ekonom_klient.post(adress, {f"medlem-{region.pk}": ""})
    assert not Avgiftskonto.objects.exists()


def test_sidan_fragar_lika_ofta_hur_manga_fakturor_det_an_ar(faststalld, ekonom, ekonom_klient):
    rader.ar()
    adress = faststalld.get_absolute_url()
    gor_betalplan(faststalld, ekonom)

    def fragor() -> int:
        with CaptureQueriesContext(connection) as fangade:
            assert ekonom_klient.get(adress).status_code == 200
        return len(fangade)

    fragor()
    fore = fragor()
    for nr in range(10):
        medlem = Medlem.objects.create(namn=f"K{nr}", kortnamn=f"K{nr}", typ="kommun")
        medlem.folkmangder.create(datum=date(2023, 11, 1), antal=100)
        Avgiftsfaktura.objects.create(
            tilldelning=faststalld, medlem=medlem, forfaller=date(2024, 5, nr + 1), belopp=1
        )
    assert fragor() == fore
