"""What is done with an agenda: moved, added, withdrawn, and by two at once."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.choices import Roll
from styrelse.actions.dagordning import (
    Omkastad,
    aterta,
    flytta,
    fran_mall,
    lagg_till_arende,
    lagg_till_ovrig,
    ta_bort,
)
from styrelse.calculations.dagordningslage import FAST_ORDNING, LAST
from styrelse.models import Beslut, Dagordningsmall, Mote, Paragraf, Punkt
from styrelse.selectors.beredning import kandidater, nasta_styrelsemote
from styrelse.selectors.dagordning import numrerade, punkter_i_ordning
from styrelse.selectors.dagordningsbild import saknade_fasta
from tests.styrelse.dagordningsexempel import (
    bifoga,
    fast_punkt,
    punkt_om,
    skapa_arende,
    skicka,
)
from tests.styrelse.exempelmoten import mote as ett_mote

pytestmark = pytest.mark.django_db


@pytest.fixture
def mote() -> Mote:
    """1 opening, 2 A, 3 B, 4 C, 5 övriga frågor, 6 closing."""
    mote = ett_mote(date(2026, 3, 19))
    fast_punkt(mote, "forst", 1, "oppnande", rubrik="Öppnande")
    for ordning, rubrik in enumerate("ABC", start=1):
        punkt_om(mote, ordning, rubrik)
    fast_punkt(mote, "sist", 1, "formalia", rubrik="Övriga frågor")
    fast_punkt(mote, "sist", 2, "avslutande", rubrik="Avslutning")
    return mote


def ordning(mote: Mote) -> str:
    return " ".join(p.titel for p in punkter_i_ordning(mote))


def punkt(mote: Mote, rubrik: str) -> Punkt:
    return next(p for p in punkter_i_ordning(mote) if p.titel == rubrik)


def skickat(mote: Mote) -> Mote:
    punkter = punkter_i_ordning(mote)
    skicka(mote, dict(zip(punkter, [n.nummer for n in numrerade(mote)], strict=True)), {})
    return mote


@pytest.mark.parametrize(
    ("vilken", "till", "blir"),
    [
        ("C", 2, "Öppnande C A B Övriga frågor Avslutning"),
        ("A", 3, "Öppnande B A C Övriga frågor Avslutning"),
        ("A", 4, "Öppnande B C A Övriga frågor Avslutning"),
        # Matters keep between the fixed items: beyond them is their own end.
        ("B", 1, "Öppnande B A C Övriga frågor Avslutning"),
        ("A", 99, "Öppnande B C A Övriga frågor Avslutning"),
        ("Öppnande", 3, "Öppnande A B C Övriga frågor Avslutning"),
        ("Avslutning", 1, "Öppnande A B C Övriga frågor Avslutning"),
        # Another fixed item goes anywhere before the closing.
        ("Övriga frågor", 2, "Öppnande Övriga frågor A B C Avslutning"),
        ("Övriga frågor", 4, "Öppnande A B Övriga frågor C Avslutning"),
        ("Övriga frågor", 9, "Öppnande A B C Övriga frågor Avslutning"),
    ],
)
def test_en_punkt_flyttas_till_ett_nummer(mote, kansli, vilken, till, blir):
    flytta(punkt(mote, vilken), till, 0, kansli)
    assert ordning(mote) == blir


def test_den_som_kommer_efter_far_veta_det_och_inget_ar_flyttat(mote, kansli, forbundschef):
    assert flytta(punkt(mote, "C"), 2, 0, kansli)
    with pytest.raises(Omkastad):
        flytta(punkt(mote, "A"), 4, 0, forbundschef)
    assert ordning(mote) == "Öppnande C A B Övriga frågor Avslutning"


def test_sidan_visar_den_nya_ordningen_och_erbjuder_flytten_igen(mote, klient, kansli):
    flytta(punkt(mote, "C"), 2, 0, kansli)
    adress = reverse("styrelse:dagordning_ordna", args=[mote.pk])
    a = punkt(mote, "A")
    form = {"punkt": a.pk, "version": 0, "nummer": 2, "till": 2, "steg": "ned"}
    svar = klient(Roll.FORBUNDSCHEF).post(adress, form)
    sida = svar.content.decode()
    assert svar.status_code == 409
    assert f"Dagordningen har ändrats av {kansli} medan du arbetade" in sida
    assert "Din flytt av ”A” till nummer 3 är inte gjord" in sida
    assert [r.punkt.titel for r in svar.context["rader"]][1:4] == ["C", "A", "B"]
    # Once more, from what is seen now: A is 3 already, so to 3 nothing moves; B goes to 2.
    om = {**form, "punkt": punkt(mote, "B").pk, "version": 1, "till": 2, "steg": ""}
    assert klient(Roll.FORBUNDSCHEF).post(adress, om).status_code == 302
    assert ordning(mote) == "Öppnande B C A Övriga frågor Avslutning"


@pytest.mark.parametrize(
    ("form", "mening"),
    [({"till": "tre"}, "Skriv ett nummer."), ({"till": ""}, "Skriv ett nummer.")],
)
def test_ett_nummer_som_inte_ar_nagot(mote, kansli_klient, form, mening):
    adress = reverse("styrelse:dagordning_ordna", args=[mote.pk])
    grund = {"punkt": punkt(mote, "A").pk, "version": 0, "nummer": 2}
    svar = kansli_klient.post(adress, {**grund, **form}, follow=True)
    assert mening in svar.content.decode()
    assert ordning(mote).startswith("Öppnande A B C")


def test_den_flyttade_punkten_sags_och_far_fokus(mote, kansli_klient):
    adress = reverse("styrelse:dagordning_ordna", args=[mote.pk])
    b = punkt(mote, "B")
    form = {"punkt": b.pk, "version": 0, "nummer": 3, "till": 3, "steg": "upp"}
    svar = kansli_klient.post(adress, form, follow=True)
    sida = svar.content.decode()
    assert '<p id="besked" class="besked" role="status">”B” är nu nummer 2.</p>' in sida
    assert f'id="upp-{b.pk}" name="steg" value="upp" class="knapp-sekundar" autofocus' in sida
    assert sida.count("autofocus") == 1


def test_den_som_flyttats_till_ett_nummer_far_fokus_utan_att_vecklas_ut(mote, kansli_klient):
    adress = reverse("styrelse:dagordning_ordna", args=[mote.pk])
    form = {"punkt": punkt(mote, "B").pk, "version": 0, "nummer": 3, "till": 2}
    sida = kansli_klient.post(adress, form, follow=True).content.decode()
    assert '<summary autofocus>Mer<span class="dold"> om B</span>' in sida
    assert sida.count("autofocus") == 1 and "<details open" not in sida


def test_numret_och_det_ovriga_ligger_ihopvikt_for_varje_punkt(mote, kansli_klient):
    sida = kansli_klient.get(reverse("styrelse:dagordning", args=[mote.pk])).content.decode()
    punkten = sida.split(f'id="punkt-{punkt(mote, "B").pk}"')[1].split('<li id="punkt-')[0]
    framme, ihopvikt = punkten.split('<details class="mer">')
    assert 'value="upp"' in framme and 'value="ned"' in framme
    assert "Flytta till nummer" in ihopvikt and "Ta bort från dagordningen" in ihopvikt
    assert "Flytta till nummer" not in framme


def test_en_fast_punkt_byter_plats_och_kommer_inte_igen_ur_mallen(mote, kansli):
    Dagordningsmall.objects.create(organ="fs", plats="sist", ordning=1, rubrik="Övriga frågor")
    for till, plats in ((4, ""), (2, "forst"), (5, "sist")):
        rad = punkt(mote, "Övriga frågor")
        mote.refresh_from_db()
        assert flytta(rad, till, mote.dagordningsversion, kansli)
        assert punkt(mote, "Övriga frågor").plats == plats
        assert fran_mall(mote, kansli) == [] and saknade_fasta(mote) == []


def test_en_flytt_som_inte_blir_av_sags(mote, kansli_klient):
    adress = reverse("styrelse:dagordning_ordna", args=[mote.pk])
    form = {"punkt": punkt(mote, "A").pk, "version": 0, "nummer": 2, "till": 2, "steg": "upp"}
    sida = kansli_klient.post(adress, form, follow=True).content.decode()
    assert "”A” står kvar som nummer 2: ärendena står mellan de inledande" in sida


def test_efter_kallelsen_ligger_numren_fast_och_dagordningen_vaxer(mote, kansli):
    skickat(mote)
    with pytest.raises(ValidationError, match=FAST_ORDNING):
        flytta(punkt(mote, "C"), 2, 0, kansli)
    nytt = lagg_till_arende(mote, skapa_arende("Nytt"), kansli)
    fraga = lagg_till_ovrig(mote, "En fråga", kansli)
    assert nytt.tillagd and fraga.tillagd
    assert {n.punkt: n.nummer for n in numrerade(mote)}[fraga.pk] == 8
    assert ordning(mote) == "Öppnande A B C Övriga frågor Nytt En fråga Avslutning"
    # What has been sent is only marked; what has not is taken away.
    assert not ta_bort(punkt(mote, "B"), kansli)
    assert ta_bort(nytt, kansli)
    assert ordning(mote) == "Öppnande A B C Övriga frågor En fråga Avslutning"
    assert punkt(mote, "B").utgar
    aterta(punkt(mote, "B"), kansli)
    assert not punkt(mote, "B").utgar


def test_fore_kallelsen_tas_punkten_bort_och_arendet_ar_kvar(mote, kansli):
    b = punkt(mote, "B")
    assert ta_bort(b, kansli)
    assert ordning(mote) == "Öppnande A C Övriga frågor Avslutning"
    assert [p.ordning for p in punkter_i_ordning(mote) if p.plats == ""] == [1, 2]
    assert [k.arende.rubrik for k in kandidater(mote)] == ["B"]


def test_en_protokollford_punkt_utgar_inte(mote, kansli):
    skickat(mote)
    a = punkt(mote, "A")
    Paragraf.objects.create(punkt=a, organ="fs", verksamhetsar=2026, nummer=12)
    with pytest.raises(ValidationError, match="Punkten har blivit § 12 och kan inte utgå"):
        ta_bort(a, kansli)


@pytest.mark.parametrize("status", ["hallet", "justerat", "anslaget", "installt"])
def test_ett_mote_som_ar_over_andras_inte(mote, kansli, status):
    mote.status = status
    mote.save()
    for gor in (
        lambda: flytta(punkt(mote, "A"), 3, 0, kansli),
        lambda: lagg_till_arende(mote, skapa_arende("Nytt"), kansli),
        lambda: lagg_till_ovrig(mote, "Fråga", kansli),
        lambda: ta_bort(punkt(mote, "A"), kansli),
        lambda: fran_mall(mote, kansli),
    ):
        with pytest.raises(ValidationError, match=LAST.split(".")[0]):
            gor()
    assert ordning(mote) == "Öppnande A B C Övriga frågor Avslutning"


def test_ett_arende_star_en_gang_och_bara_sa_lange_det_ar_oppet(mote, kansli):
    arende = punkt(mote, "A").arende
    with pytest.raises(ValidationError, match="Ärendet står redan på dagordningen"):
        lagg_till_arende(mote, arende, kansli)
    avslutat = skapa_arende("Klart", avslutat=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="Ärendet är avslutat"):
        lagg_till_arende(mote, avslutat, kansli)


def test_mallens_punkter_laggs_till_en_gang(mote, kansli):
    for plats, nr, slag, rubrik in [
        ("forst", 1, "oppnande", "Öppnande"),
        ("forst", 2, "formalia", "Incheckning"),
        ("sist", 9, "formalia", "Utcheckning"),
    ]:
        Dagordningsmall.objects.create(
            organ="fs", plats=plats, ordning=nr, slag=slag, rubrik=rubrik
        )
    assert [p.titel for p in fran_mall(mote, kansli)] == ["Incheckning", "Utcheckning"]
    assert ordning(mote) == "Öppnande Incheckning A B C Övriga frågor Utcheckning Avslutning"
    assert fran_mall(mote, kansli) == []


def test_arende_fran_arbetsutskottet_gar_vidare_med_dess_forslag(kansli_klient, kansli):
    au, fs = ett_mote(date(2026, 3, 5), "au", status="hallet"), ett_mote(date(2026, 3, 19))
    ett_mote(date(2026, 5, 28))
    p = punkt_om(au, 1, "Ansökan")
    Beslut.objects.create(punkt=p, utfall="andrat", text="att föreslå bifall\natt följa upp")
    skapa_arende("Övrigt")
    assert [(k.arende.rubrik, k.au) for k in kandidater(fs)] == [
        ("Ansökan", ("att föreslå bifall", "att följa upp")),
        ("Övrigt", ()),
    ]
    svar = kansli_klient.post(reverse("styrelse:punkt_ta_upp", args=[p.pk]), follow=True)
    assert "”Ansökan” tas upp på Förbundsstyrelsen 2026-03-19." in svar.content.decode()
    (ny,) = punkter_i_ordning(fs)
    assert ny.arende == p.arende
    sida = kansli_klient.get(reverse("styrelse:dagordning", args=[fs.pk])).content.decode()
    assert "Arbetsutskottet föreslår: att föreslå bifall; att följa upp" in sida


def test_aterremiss_i_utskottet_ar_inget_forslag(kansli):
    au, fs = ett_mote(date(2026, 3, 5), "au", status="hallet"), ett_mote(date(2026, 3, 19))
    p = punkt_om(au, 1, "Ansökan")
    Beslut.objects.create(punkt=p, utfall="aterremiss", text="att återremittera")
    assert [k.au for k in kandidater(fs)] == [()]


def test_sidan_staller_lika_manga_fragor_for_fler_punkter(mote, kansli_klient):
    adress = reverse("styrelse:dagordning", args=[mote.pk])

    def antal() -> int:
        with CaptureQueriesContext(connection) as fragor:
            assert kansli_klient.get(adress).status_code == 200
        return len(fragor)

    skapa_arende("Väntar")
    antal()
    fa = antal()
    for nr in range(20):
        bifoga(punkt_om(mote, 10 + nr, f"P{nr}").arende, f"Bilaga {nr}")
        skapa_arende(f"Väntar {nr}")
    assert antal() == fa


def test_motet_pa_samma_dag_kommer_i_klockans_ordning(kansli):
    au = ett_mote(date(2026, 3, 19), "au", start=time(8), slut=None)
    ett_mote(date(2026, 3, 19))
    p = punkt_om(au, 1, "Ansökan")
    assert str(nasta_styrelsemote(p.mote)) == "Förbundsstyrelsen 2026-03-19"
