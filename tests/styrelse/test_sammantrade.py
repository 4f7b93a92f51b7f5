"""A sitting from opening to closing: attendance, decisions, votes; what is refused, in words."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from finsam.models import Anvandare, Forbund
from styrelse.actions import behandling, narvaro, sittning, votering
from styrelse.actions.dagordning import aterta, lagg_till_arende, lagg_till_ovrig
from styrelse.actions.motesroller import valj
from styrelse.actions.verkstallighet import avsluta
from styrelse.models import Arende, Beslut, Delarende, Justering, Mote, Punkt
from styrelse.selectors.motesavslut import avslutshinder
from styrelse.selectors.sammantrade import sammantradet
from tests.styrelse.exempelsittning import Sittande, ett_arende, sittande

pytestmark = pytest.mark.django_db
FORSLAG = "att godkänna delårsrapporten"


@pytest.fixture
def mote(kansli: Anvandare) -> Sittande:
    """An open meeting where the three ledamöter are present."""
    ett = sittande()
    oppet = sittning.oppna(ett.mote, time(9, 2), None, kansli)
    ett.narvarar("Anna", "Bo", "Cia")
    ett.leds()
    return Sittande(oppet, ett.punkter, ett.personer)


def bifall(text: str = FORSLAG, utfall: str = "bifall") -> behandling.Beslutsord:
    return behandling.Beslutsord(utfall, text, FORSLAG)


def test_motet_oppnas_en_gang_och_bara_efter_kallelsen(kansli: Anvandare) -> None:
    ett = sittande(status="planerat")
    with pytest.raises(ValidationError, match="när kallelsen är skickad"):
        sittning.oppna(ett.mote, time(9), None, kansli)
    ett.mote.status = "kallat"
    ett.mote.save()
    mote = sittning.oppna(ett.mote, time(9, 2), None, kansli)
    assert (mote.status, mote.oppnades) == ("pagar", time(9, 2))
    assert [p.paragraf.nummer for p in ett.punkter] == [1, 2, 3]
    with pytest.raises(ValidationError, match="redan öppnat"):
        sittning.oppna(mote, time(9), None, kansli)


def test_motet_oppnas_tidigast_sin_dag(kansli: Anvandare) -> None:
    idag = timezone.localdate()
    ett = sittande(idag + timedelta(days=1))
    with pytest.raises(ValidationError, match="och öppnas den dagen"):
        sittning.oppna(ett.mote, time(9), None, kansli)
    ett.mote.datum = idag
    ett.mote.save()
    assert sittning.oppna(ett.mote, time(9), None, kansli).status == "pagar"


def test_ett_mote_utan_punkter_oppnas_inte(kansli: Anvandare) -> None:
    ett = sittande()
    for punkt in ett.punkter:
        punkt.delete()
    with pytest.raises(ValidationError, match="Dagordningen är tom"):
        sittning.oppna(ett.mote, time(9), None, kansli)


def test_distans_kraver_styrelsens_beslut_fore_motets_dag(
    mote: Sittande, kansli: Anvandare
) -> None:
    eva = mote.personer["Eva"]
    with pytest.raises(ValidationError, match="Styrelsen har inte beslutat om deltagande på"):
        narvaro.satt_narvaro(mote.mote, eva, "distans", kansli)
    forbund = Forbund.objects.get()
    forbund.distans_fran = date(2024, 3, 22)  # the day after
    forbund.save()
    with pytest.raises(ValidationError, match="Styrelsen har inte beslutat"):
        narvaro.satt_narvaro(mote.mote, eva, "distans", kansli)
    forbund.distans_fran = date(2024, 3, 21)
    forbund.save()
    with pytest.raises(ValidationError, match="Mötet hålls inte på distans"):
        narvaro.satt_narvaro(mote.mote, eva, "distans", kansli)
    mote.mote.distans = True
    mote.mote.save()
    rad = narvaro.satt_narvaro(mote.mote, eva, "distans", kansli)
    assert rad is not None and (rad.roll, rad.form) == ("ersattare", "distans")


def test_en_adjungerad_far_delta_pa_distans_och_hittas_pa_namnet(
    mote: Sittande, kansli: Anvandare
) -> None:
    rad = narvaro.adjungera(mote.mote, " Karin  Kvist ", "Utredare", "distans", kansli)
    assert (rad.person.namn, rad.roll, rad.titel) == ("Karin Kvist", "adjungerad", "Utredare")
    with pytest.raises(ValidationError, match="redan antecknad"):
        narvaro.adjungera(mote.mote, "Karin Kvist", "", "plats", kansli)


def test_den_som_gar_ersatts_och_den_som_atervander_tar_plats(
    mote: Sittande, kansli: Anvandare
) -> None:
    mote.narvarar("Eva")
    anna = mote.mote.narvaro.get(person=mote.personer["Anna"])
    oppnande, arende, avslutande = mote.punkter
    narvaro.satt_franvaro(anna, arende, avslutande, time(9, 30), kansli)
    eva, anna_pk = mote.personer["Eva"].pk, mote.personer["Anna"].pk
    bild = sammantradet(mote.mote)
    forst = [bild.punkt(p.pk).tjanst.personer[0] for p in mote.punkter]
    assert forst == [anna_pk, eva, anna_pk]
    with pytest.raises(ValidationError, match="redan antecknad som frånvarande"):
        narvaro.satt_franvaro(anna, oppnande, None, None, kansli)
    with pytest.raises(ValidationError, match="Återkomsten måste ligga efter"):
        narvaro.satt_franvaro(anna, avslutande, arende, None, kansli)


def test_beslutet_star_bredvid_forslaget_och_kan_tas_tillbaka(
    mote: Sittande, kansli: Anvandare
) -> None:
    arende = mote.punkter[1]
    behandling.spara_beslut(arende, None, bifall(), kansli)
    andrat = bifall("att godkänna delårsrapporten med tillägg", "andrat")
    rad = behandling.spara_beslut(arende, None, andrat, kansli)
    assert rad is not None
    assert (rad.forslag, rad.att_satser) == (FORSLAG, ("att godkänna delårsrapporten med tillägg",))
    assert behandling.spara_beslut(arende, None, bifall(utfall=""), kansli) is None
    assert not Beslut.objects.exists()
    with pytest.raises(ValidationError, match="Skriv vad mötet beslutade"):
        behandling.spara_beslut(arende, None, bifall(" "), kansli)


def test_en_del_av_ett_annat_arende_gar_inte(mote: Sittande, kansli: Anvandare) -> None:
    del_ = Delarende.objects.create(arende=ett_arende("Annat"), ordning=1, rubrik="A")
    with pytest.raises(ValidationError, match="Delen hör till ett annat ärende"):
        behandling.spara_beslut(mote.punkter[1], del_, bifall(), kansli)


def test_javig_och_icke_tjanstgorande_far_inte_rosta(mote: Sittande, kansli: Anvandare) -> None:
    mote.narvarar("Eva", "Dan")
    arende = mote.punkter[1]
    anna, eva, dan = (mote.personer[namn] for namn in ("Anna", "Eva", "Dan"))
    behandling.anmal_jav(arende, anna, "Närstående till sökanden", kansli)
    ett = votering.begar(arende, None, "bifall", "avslag", kansli)
    with pytest.raises(ValidationError, match=r"Anna Alm har anmält jäv i ärendet\."):
        votering.rosta(ett, anna, "ja", kansli)
    with pytest.raises(ValidationError, match="Dan Dal tjänstgör inte vid punkten"):
        votering.rosta(ett, dan, "ja", kansli)
    votering.rosta(ett, eva, "ja", kansli)  # steps in for Anna
    with pytest.raises(ValidationError, match="Eva Ek har röstat i ärendet"):
        behandling.anmal_jav(arende, eva, "", kansli)
    votering.rosta(ett, eva, "nej", kansli)
    assert ett.roster.get().val == "nej"
    assert votering.rosta(ett, eva, "", kansli) is None and not ett.roster.exists()


def test_de_som_undertecknar_ar_narvarande_och_skilda(mote: Sittande, kansli: Anvandare) -> None:
    anna, bo, eva = (mote.personer[namn] for namn in ("Anna", "Bo", "Eva"))
    valj(mote.mote, {"ordforande": [anna], "justerare": [bo]}, kansli)
    valj(mote.mote, {"ordforande": [bo], "justerare": [anna]}, kansli)  # they change places
    roller = Justering.objects.values_list("person__namn", "roll")
    roller = roller.exclude(roll="sekreterare")
    assert sorted(roller) == [("Anna Alm", "justerare"), ("Bo Berg", "ordforande")]
    with pytest.raises(ValidationError, match="Eva Ek är inte antecknad som närvarande"):
        valj(mote.mote, {"justerare": [eva]}, kansli)
    with pytest.raises(ValidationError, match="i två egenskaper"):
        valj(mote.mote, {"ordforande": [bo], "justerare": [bo]}, kansli)
    karin = narvaro.adjungera(mote.mote, "Karin Kvist", "Sekreterare", "plats", kansli).person
    with pytest.raises(ValidationError, match="Karin Kvist är varken ledamot eller ersättare"):
        valj(mote.mote, {"justerare": [karin]}, kansli)
    valj(mote.mote, {"sekreterare": [karin]}, kansli)
    with pytest.raises(ValidationError, match="vald att underteckna"):
        narvaro.satt_narvaro(mote.mote, karin, "", kansli)


def test_en_punkt_under_motet_far_nasta_paragraf(mote: Sittande, kansli: Anvandare) -> None:
    punkt = sittning.ny_punkt(mote.mote, None, "Övrig fråga", kansli)
    assert (punkt.paragraf.nummer, punkt.tillagd) == (4, True)
    arende = ett_arende("Sent ärende")
    assert sittning.ny_punkt(mote.mote, arende, "", kansli).paragraf.nummer == 5


def test_det_som_laggs_till_pa_dagordningen_under_motet_far_paragraf(
    mote: Sittande, kansli: Anvandare
) -> None:
    nytt = lagg_till_arende(mote.mote, ett_arende("Sent ärende"), kansli)
    ovrigt = lagg_till_ovrig(mote.mote, "Övrig fråga", kansli)
    assert [Punkt.objects.get(pk=p.pk).paragraf.nummer for p in (nytt, ovrigt)] == [4, 5]
    # Struck before the meeting opened, it had none; taken up again it gets the next.
    ovrigt.paragraf.delete()
    ovrigt.utgar = True
    ovrigt.save()
    aterta(ovrigt, kansli)
    assert Punkt.objects.get(pk=ovrigt.pk).paragraf.nummer == 5


def test_en_punkt_utan_paragraf_ar_ett_hinder(mote: Sittande, kansli: Anvandare) -> None:
    mote.punkter[0].paragraf.delete()
    behandling.spara_beslut(mote.punkter[1], None, bifall(), kansli)
    with pytest.raises(ValidationError, match="Mötets öppnande: Paragrafnummer saknas"):
        avsluta(mote.mote, time(11), kansli)


def test_motet_avslutas_inte_utan_ordforande_och_sekreterare(
    mote: Sittande, kansli: Anvandare
) -> None:
    behandling.spara_beslut(mote.punkter[1], None, bifall(), kansli)
    valj(mote.mote, {"ordforande": [], "sekreterare": []}, kansli)
    with pytest.raises(ValidationError) as fel:
        avsluta(mote.mote, time(11), kansli)
    assert fel.value.messages == [
        "Mötet har ingen ordförande. Välj vem det är bland de närvarande.",
        "Mötet har ingen sekreterare. Välj vem det är bland de närvarande.",
    ]
    valj(mote.mote, {"ordforande": [mote.personer["Bo"]]}, kansli)
    with pytest.raises(ValidationError, match=r"^\['Mötet har ingen sekreterare"):
        avsluta(mote.mote, time(11), kansli)
    valj(mote.mote, {"sekreterare": [mote.personer["Cia"]]}, kansli)
    avsluta(mote.mote, time(11), kansli)


def test_ett_samrad_har_varken_ordforande_eller_sekreterare(
    mote: Sittande, kansli: Anvandare
) -> None:
    valj(mote.mote, {"ordforande": [], "sekreterare": []}, kansli)
    assert len(avslutshinder(sammantradet(mote.mote))) == 3  # and a decision
    mote.mote.organ = "samrad"
    assert [h.text for h in avslutshinder(sammantradet(mote.mote))] == [
        "§ 2 Delårsrapport: Beslut saknas."
    ]


def test_motet_avslutas_inte_utan_beslut_eller_med_oavgjord_votering(
    mote: Sittande, kansli: Anvandare
) -> None:
    arende = mote.punkter[1]
    with pytest.raises(ValidationError) as fel:
        avsluta(mote.mote, time(11), kansli)
    assert fel.value.messages == ["§ 2 Delårsrapport: Beslut saknas."]
    behandling.spara_beslut(arende, None, bifall(), kansli)
    # Cia leads nothing; Anna does and abstains: 1-1 is open.
    ett = votering.begar(arende, None, "bifall", "avslag", kansli)
    for namn, val in (("Anna", "avstar"), ("Bo", "ja"), ("Cia", "nej")):
        votering.rosta(ett, mote.personer[namn], val, kansli)
    with pytest.raises(ValidationError, match=r"Rösterna är lika\. Ordförandens röst avgör"):
        avsluta(mote.mote, time(11), kansli)
    votering.rosta(ett, mote.personer["Anna"], "ja", kansli)
    # Bo turns out to have left before the vote.
    bo = mote.mote.narvaro.get(person=mote.personer["Bo"])
    borta = narvaro.satt_franvaro(bo, arende, None, None, kansli)
    with pytest.raises(ValidationError, match="Bo Berg har röstat men tjänstgör inte"):
        avsluta(mote.mote, time(11), kansli)
    narvaro.ta_bort_franvaro(borta, kansli)
    avsluta(mote.mote, time(11), kansli)
    assert Mote.objects.values_list("status", "avslutades").get() == ("hallet", time(11))


@pytest.mark.parametrize(
    ("utfall", "avslutat"),
    [("bifall", True), ("avslag", True), ("aterremiss", False), ("bordlaggning", False)],
)
def test_det_som_kommer_tillbaka_ar_oppet(
    mote: Sittande, kansli: Anvandare, utfall: str, avslutat: bool
) -> None:
    arende = mote.punkter[1]
    behandling.spara_beslut(arende, None, bifall(utfall=utfall), kansli)
    avsluta(mote.mote, time(11), kansli)
    arende.arende.refresh_from_db()  # type: ignore[union-attr]  # it has one
    assert (arende.arende.avslutat == mote.mote.datum) == avslutat  # type: ignore[union-attr]


def test_arendet_foljer_beslutet_nar_det_rattas_efter_motet(
    mote: Sittande, kansli: Anvandare
) -> None:
    punkt = mote.punkter[1]
    behandling.spara_beslut(punkt, None, bifall(), kansli)
    avsluta(mote.mote, time(11), kansli)
    for utfall, avslutat in (("aterremiss", None), ("bifall", mote.mote.datum), ("", None)):
        punkt = Punkt.objects.get(pk=punkt.pk)
        behandling.spara_beslut(punkt, None, bifall(utfall=utfall), kansli)
        assert Arende.objects.get(pk=punkt.arende_id).avslutat == avslutat


def test_en_verkstalld_paragraf_ror_ingen(mote: Sittande, kansli: Anvandare) -> None:
    oppnande, punkt, avslutande = mote.punkter
    anna, bo_ = mote.personer["Anna"], mote.personer["Bo"]
    yrkande = behandling.yttra(punkt, anna, "yrkande", "Avslag", kansli)
    jav = behandling.anmal_jav(punkt, bo_, "", kansli)
    rad = mote.mote.narvaro.get(person=anna)
    borta = narvaro.satt_franvaro(rad, punkt, avslutande, None, kansli)
    beslut = behandling.spara_beslut(punkt, None, bifall(), kansli)
    assert beslut is not None
    beslut.verkstallt_at = timezone.now()
    beslut.save()
    avsluta(mote.mote, time(11), kansli)
    forsok = (
        lambda: behandling.spara_protokollstext(punkt, "Ny text", kansli),
        lambda: behandling.yttra(punkt, anna, "yrkande", "Bifall", kansli),
        lambda: behandling.ta_bort_yttrande(yrkande, kansli),
        lambda: behandling.anmal_jav(punkt, anna, "", kansli),
        lambda: behandling.ta_bort_jav(jav, kansli),
        lambda: narvaro.ta_bort_franvaro(borta, kansli),
        lambda: narvaro.satt_franvaro(
            mote.mote.narvaro.get(person=bo_), oppnande, None, None, kansli
        ),
        lambda: narvaro.satt_narvaro(mote.mote, bo_, "", kansli),
        lambda: narvaro.satt_narvaro(mote.mote, mote.personer["Eva"], "plats", kansli),
    )
    for ett_forsok in forsok:
        with pytest.raises(ValidationError, match=r"Beslutet under § 2 är verkställt\."):
            ett_forsok()
    behandling.spara_protokollstext(oppnande, "Välkomna.", kansli)
    narvaro.satt_franvaro(rad, avslutande, None, None, kansli)


def test_arbetsutskottet_bereder_bara(mote: Sittande, kansli: Anvandare) -> None:
    Mote.objects.get()
    mote.mote.organ = "au"
    mote.mote.save()
    arende = mote.punkter[1]
    behandling.spara_beslut(arende, None, bifall(), kansli)
    avsluta(mote.mote, time(11), kansli)
    arende.arende.refresh_from_db()  # type: ignore[union-attr]  # it has one
    assert arende.arende.avslutat is None  # type: ignore[union-attr]


def test_ett_justerat_mote_vagrar_allt(mote: Sittande, kansli: Anvandare) -> None:
    arende, anna = mote.punkter[1], mote.personer["Anna"]
    ett = votering.begar(arende, None, "bifall", "avslag", kansli)
    yrkande = behandling.yttra(arende, anna, "yrkande", "Avslag", kansli)
    jav = behandling.anmal_jav(mote.punkter[0], anna, "", kansli)
    rad = mote.mote.narvaro.get(person=anna)
    mote.mote.status = "justerat"
    mote.mote.save()
    forsok = (
        lambda: narvaro.satt_narvaro(mote.mote, anna, "", kansli),
        lambda: narvaro.adjungera(mote.mote, "Ny", "", "plats", kansli),
        lambda: narvaro.satt_franvaro(rad, arende, None, None, kansli),
        lambda: valj(mote.mote, {"ordforande": [anna]}, kansli),
        lambda: behandling.spara_beslut(arende, None, bifall(), kansli),
        lambda: behandling.spara_protokollstext(arende, "Ny text", kansli),
        lambda: behandling.yttra(arende, anna, "yrkande", "Bifall", kansli),
        lambda: behandling.ta_bort_yttrande(yrkande, kansli),
        lambda: behandling.anmal_jav(arende, anna, "", kansli),
        lambda: behandling.ta_bort_jav(jav, kansli),
        lambda: votering.begar(arende, None, "ja", "nej", kansli),
        lambda: votering.rosta(ett, anna, "ja", kansli),
        lambda: votering.ta_bort(ett, kansli),
        lambda: sittning.satt_tider(mote.mote, time(9), None, kansli),
        lambda: sittning.ny_punkt(mote.mote, None, "Sen", kansli),
        lambda: avsluta(mote.mote, time(11), kansli),
    )
    for ett_forsok in forsok:
        with pytest.raises(ValidationError, match="Protokollet är justerat"):
            ett_forsok()
