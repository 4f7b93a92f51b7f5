"""Offices: who may hold them, the page of the board, and a handover in one form."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Medlem
from styrelse.models import Kansliroll, Person, Revisor, Uppdrag

pytestmark = pytest.mark.django_db
STYRELSEN = "styrelse:styrelsen"


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


@pytest.fixture
def alby(db):
    return Medlem.objects.create(namn="Alby kommun", kortnamn="Alby", typ="kommun")


@pytest.fixture
def fk(db):
    return Medlem.objects.create(namn="Försäkringskassan", kortnamn="FK", typ="fk")


@pytest.fixture
def ada(alby):
    return Uppdrag.objects.create(
        person=Person.objects.create(namn="Ada Alm"),
        medlem=alby,
        roll="ledamot",
        parti="S",
        fran=date(2023, 4, 1),
    )


def blankett(medlem, **annat):
    return {
        "namn": "Ada Alm",
        "organ": "styrelsen",
        "medlem": medlem.pk,
        "roll": "ledamot",
        "fran": "2024-01-01",
        **annat,
    }


def test_den_som_foretrader_en_medlem_far_inte_en_till(kansli_klient, ada, fk):
    sida = text(kansli_klient.post(reverse("styrelse:uppdrag_create"), blankett(fk)))
    assert "Ada Alm företräder redan Alby kommun." in sida
    assert Uppdrag.objects.count() == 1


@pytest.mark.parametrize(
    "annat",
    [
        {"organ": "au"},  # a seat in the committee goes with one in the board
        {"fran": "2019-04-01", "tom": "2023-03-31"},  # the last day before
    ],
)
def test_utskottet_och_en_annan_tid_gar_bra(kansli_klient, ada, fk, annat):
    svar = kansli_klient.post(reverse("styrelse:uppdrag_create"), blankett(fk, **annat))
    assert svar.status_code == 302
    assert Uppdrag.objects.count() == 2


def test_ingen_har_tva_platser_i_samma_organ(kansli_klient, ada, alby):
    data = blankett(alby, roll="ersattare")
    sida = text(kansli_klient.post(reverse("styrelse:uppdrag_create"), data))
    assert "Ada Alm har redan en plats som ledamot under den tiden." in sida
    assert Uppdrag.objects.count() == 1


@pytest.mark.parametrize(
    ("annat", "gar"),
    [
        ({}, False),  # the first has no last day
        ({"organ": "au"}, True),  # the committee has a chair of its own
        ({"roll": "vice_ordforande_1"}, True),
        ({"fran": "2019-04-01", "tom": "2023-03-31"}, True),  # the last day before
    ],
)
def test_tva_ar_inte_ordforande_samma_dag(kansli_klient, ada, fk, annat, gar):
    ada.roll = "ordforande"
    ada.save()
    data = blankett(fk, namn="Bo Berg", **{"roll": "ordforande", **annat})
    svar = kansli_klient.post(reverse("styrelse:uppdrag_create"), data)
    if gar:
        assert svar.status_code == 302
    else:
        assert "Ada Alm är redan ordförande under den tiden." in text(svar)


def test_samma_uppdrag_tva_ganger_sags_i_ord(kansli_klient, ada, alby):
    data = blankett(alby, fran="2023-04-01")
    assert "Uppdraget finns redan." in text(
        kansli_klient.post(reverse("styrelse:uppdrag_create"), data)
    )


def las(mapp, rader):
    (mapp / "uppdrag.csv").write_text(rader, "utf-8")
    return las_in(filer_i(mapp))


def test_filen_vagrar_det_som_blanketten_vagrar(tmp_path, ada, fk):
    fil = (
        "Namn;Utsedd av;Roll;Parti;Från;Till och med\n"
        "Ada Alm;Försäkringskassan;ledamot;;2024-01-01;\n"
        "Bo Berg;Försäkringskassan;ersättare;S;2024-01-01;\n"
    )
    utfall = las(tmp_path, fil)
    assert [fel.text for fel in utfall.alla_fel] == [
        "Ada Alm företräder redan Alby kommun.",
        "”S”: Statens tjänstepersoner företräder inget parti.",
    ]
    assert not utfall.sparad


def test_en_fil_utan_de_nya_kolumnerna_gar_att_lasa(tmp_path, ada, alby):
    fil = "Namn;Utsedd av;Roll;Parti;Från;Till och med\nAda Alm;Alby kommun;ledamot;M;2023-04-01;\n"
    utfall = las(tmp_path, fil)
    assert utfall.sparad, utfall.alla_fel
    ada.refresh_from_db()
    assert (ada.parti, ada.organ, ada.ordning, ada.arvoderas) == ("M", "styrelsen", 1, None)


@pytest.mark.parametrize(
    ("medlem", "arvoderas", "svar"),
    [
        ("alby", None, True),
        ("alby", False, False),
        ("fk", None, False),  # the state's officials sit in service
        ("fk", True, True),
    ],
)
def test_statens_tjanstepersoner_far_inget_arvode_utan_att_nagon_sagt_det(
    request, medlem, arvoderas, svar
):
    uppdrag = Uppdrag(medlem=request.getfixturevalue(medlem), arvoderas=arvoderas)
    assert uppdrag.arvoderad is svar


def test_uppdraget_foreslas_till_mandatperiodens_slut(kansli_klient):
    forslag = kansli_klient.get(reverse("styrelse:uppdrag_create")).context["form"].initial
    assert (forslag["fran"].month, forslag["fran"].day) == (4, 1)
    assert forslag["tom"].year == forslag["fran"].year + 4


def overlamning(**annat):
    grund = {"sista": "2024-09-30", "namn": "Bo  Berg", "parti": "M", "forsta": "2024-10-01"}
    return {**grund, "tom": "2027-03-31", **annat}


def test_ett_byte_gors_i_en_blankett(kansli_klient, ada):
    adress = reverse("styrelse:uppdrag_overlamna", args=[ada.pk])
    svar = kansli_klient.post(adress, overlamning())
    ny = Uppdrag.objects.get(person__namn="Bo Berg")
    assert svar.url == ny.get_absolute_url()
    ada.refresh_from_db()
    assert ada.tom == date(2024, 9, 30)
    assert (ny.medlem, ny.roll, ny.parti) == (ada.medlem, "ledamot", "M")
    assert (ny.fran, ny.tom) == (date(2024, 10, 1), date(2027, 3, 31))
    assert ny.history.first().history_user.roll == "kansli"


@pytest.mark.parametrize(
    ("annat", "mening"),
    [
        ({"forsta": "2024-09-30"}, "Efterträdaren kan börja tidigast 2024-10-01."),
        ({"sista": "2023-03-31"}, "Slutdatum får inte ligga före startdatum."),
        ({"tom": "2024-09-01"}, "Slutdatum får inte ligga före startdatum."),
        ({"namn": "Cia Cedergren"}, "Cia Cedergren företräder redan Försäkringskassan."),
    ],
)
def test_ett_byte_gors_helt_eller_inte_alls(kansli_klient, ada, fk, annat, mening):
    Uppdrag.objects.create(
        person=Person.objects.create(namn="Cia Cedergren"),
        medlem=fk,
        roll="ledamot",
        fran=date(2023, 4, 1),
    )
    adress = reverse("styrelse:uppdrag_overlamna", args=[ada.pk])
    assert mening in text(kansli_klient.post(adress, overlamning(**annat)))
    ada.refresh_from_db()
    assert ada.tom is None and Uppdrag.objects.count() == 2


def test_sidan_visar_den_valda_dagen(ledamot_klient, ada, fk):
    sida = text(ledamot_klient.get(reverse(STYRELSEN), {"per": "2024-05-01"}))
    assert "Styrelsen 1\u00a0maj\u00a02024" in sida and "Ada Alm" in sida
    assert "Alby kommun saknar ersättare." in sida
    assert "Försäkringskassan saknar ledamot." in sida
    assert "Tillsätt" not in sida  # for those who may
    sida = text(ledamot_klient.get(reverse(STYRELSEN), {"per": "2023-03-31"}))
    assert "Alby kommun saknar ledamot." in sida
    assert "<td>Ledamot</td>" in sida  # Ada comes the day after, in the same year


def test_en_dag_som_inte_finns_sags(ledamot_klient):
    assert "Skriv datumet som 2024-12-31." in text(
        ledamot_klient.get(reverse(STYRELSEN), {"per": "i går"})
    )


def test_sidan_laser_lika_ofta_hur_manga_som_an_sitter(ledamot_klient):
    def skapa(antal):
        for nr in range(antal):
            medlem = Medlem.objects.create(namn=f"M{nr}", kortnamn=f"M{nr}", typ="kommun")
            for roll in ("ledamot", "ersattare"):
                person = Person.objects.create(namn=f"{roll} {nr}")
                Uppdrag.objects.create(
                    person=person, medlem=medlem, roll=roll, fran=date(2023, 4, 1)
                )
                Kansliroll.objects.create(person=person, befattning="x", fran=date(2023, 4, 1))

    def fragor():
        with CaptureQueriesContext(connection) as lista:
            text(ledamot_klient.get(reverse(STYRELSEN)))
        return len(lista)

    ledamot_klient.get(reverse(STYRELSEN))
    utan = fragor()
    skapa(9)
    assert fragor() == utan


def test_en_person_hor_till_en_anvandare(kansli_klient, ada, ledamot):
    adress = reverse("styrelse:person_update", args=[ada.person_id])
    data = {"namn": "Ada Alm", "epost": "ada@alm.example", "anvandare": ledamot.pk}
    assert kansli_klient.post(adress, data).status_code == 302
    assert Person.objects.get(namn="Ada Alm").anvandare == ledamot
    bo = Person.objects.create(namn="Bo Berg")
    adress = reverse("styrelse:person_update", args=[bo.pk])
    sida = text(kansli_klient.post(adress, {"namn": "Ada Alm", "anvandare": ledamot.pk}))
    assert "Det finns redan en person med det namnet." in sida
    assert "Användaren hör redan till en annan person." in sida


def test_e_postadressen_ar_for_dem_som_skickar(kansli_klient, ledamot_klient, ada):
    ada.person.epost = "ada@alm.example"
    ada.person.save()
    assert "ada@alm.example" in text(kansli_klient.get(ada.get_absolute_url()))
    assert "ada@alm.example" not in text(ledamot_klient.get(ada.get_absolute_url()))


REVISORN = {"namn": "Rut Rask", "byra": "", "utsedd_av": "kommun_region", "fran": "2025-01-01"}


def test_den_som_far_revisorns_handlingar_laggs_till_med_revisorn(kansli_klient, revisor_klient):
    adress = reverse("styrelse:revisor_create")
    data = {**REVISORN, "mottagare": " Rut  Rask "}
    assert kansli_klient.post(adress, data).status_code == 302
    rut = Revisor.objects.get(namn="Rut Rask")
    assert rut.person == Person.objects.get(namn="Rut Rask")
    andra = reverse("styrelse:revisor_update", args=[rut.pk])
    sida = kansli_klient.get(andra).text
    assert 'value="Rut Rask"' in sida
    assert reverse("styrelse:person_update", args=[rut.person_id]) in sida
    assert revisor_klient.post(andra, data).status_code in (403, 404)
    # Emptied, nobody gets them, and the person is still there.
    assert kansli_klient.post(andra, {**REVISORN, "mottagare": ""}).status_code == 302
    rut.refresh_from_db()
    assert rut.person is None and Person.objects.filter(namn="Rut Rask").exists()


def test_en_ogiltig_revisor_lagger_inte_till_nagon_person(kansli_klient):
    adress = reverse("styrelse:revisor_create")
    data = {**REVISORN, "fran": "i fjol", "mottagare": "Rut Rask"}
    assert kansli_klient.post(adress, data).status_code == 200
    assert not Person.objects.filter(namn="Rut Rask").exists()


@pytest.mark.parametrize(
    ("rader", "person"),
    [
        ("Namn;Byrå;Utsedd av;Från;Till och med\nRut Rask;;kommun_region;2025-01-01;\n", None),
        (
            "Namn;Byrå;Utsedd av;Från;Till och med;Handlingar till\n"
            ";Byrån;stat;2025-01-01;;Rut Rask\n",
            "Rut Rask",
        ),
    ],
)
def test_revisorns_mottagare_i_mappen_och_tillbaka(tmp_path, db, rader, person):
    (tmp_path / "revisorer.csv").write_text(rader, "utf-8")
    las_in(filer_i(tmp_path))
    assert getattr(Revisor.objects.get().person, "namn", None) == person
    skriv_mapp(tmp_path / "ut", exporterade())
    Revisor.objects.all().delete()
    las_in(filer_i(tmp_path / "ut"))
    assert getattr(Revisor.objects.get().person, "namn", None) == person


def test_en_revisorsfil_fran_fore_kolumnen_skickar_till_revisorn_sjalv(tmp_path, db):
    Person.objects.create(namn="Rut Rask")
    fil = tmp_path / "revisorer.csv"
    rubriker = "Namn;Byrå;Utsedd av;Från;Till och med"
    egen, okand = "Rut Rask;;kommun_region;2025-01-01;", "Bo Berg;;kommun_region;2025-01-01;"
    fil.write_text(f"{rubriker}\n{egen}\n{okand}\n;Byrån;stat;2025-01-01;\n", "utf-8")
    las_in(filer_i(tmp_path))

    def fick():
        return {str(r): getattr(r.person, "namn", None) for r in Revisor.objects.all()}

    assert fick() == {"Rut Rask": "Rut Rask", "Bo Berg": None, "Byrån": None}
    # Who has been taken away since stays away.
    rad = Revisor.objects.get(namn="Rut Rask")
    rad.person = None
    rad.save()
    assert las_in(filer_i(tmp_path)).antal_oforandrade == 3
    # A file with the column means what it says: an empty cell is nobody.
    fil.write_text(f"{rubriker};Handlingar till\nRut Rask;;stat;2026-01-01;;\n", "utf-8")
    las_in(filer_i(tmp_path))
    assert Revisor.objects.get(fran="2026-01-01").person is None


def test_kansliet_skrivs_av_kansliet(kansli_klient, revisor_klient):
    data = {"namn": "Cilla Carlsson", "befattning": "förbundschef", "fran": "2025-01-01"}
    assert kansli_klient.post(reverse("styrelse:kansliroll_create"), data).status_code == 302
    assert "Cilla Carlsson" in text(revisor_klient.get(reverse("styrelse:kansliroll_list")))
    assert "Rollen finns redan." in text(
        kansli_klient.post(reverse("styrelse:kansliroll_create"), data)
    )


def test_regeln_galler_den_som_sparas_igen(ada, fk):
    flyttad = Uppdrag(person=ada.person, medlem=fk, roll="ledamot", fran=date(2024, 1, 1))
    with pytest.raises(ValidationError, match=r"Ada Alm företräder redan Alby kommun\."):
        flyttad.full_clean()
    ada.full_clean()  # the row itself is not in its own way
