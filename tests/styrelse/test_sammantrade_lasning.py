"""The sitting as it is read: seats, deputies, votes; in a fixed number of queries."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.models import Anvandare, Medlem
from styrelse.actions.paragrafer import ge_paragrafer, nasta_paragraf
from styrelse.models import Franvaro, Jav, Paragraf, Punkt, Rost, Votering
from styrelse.selectors.sammantrade import sammantradet, tjanstgorande
from tests.styrelse.exempelsittning import ett_arende, sittande

pytestmark = pytest.mark.django_db


def test_vem_som_tjanstgor_foljer_av_uppdrag_narvaro_och_jav() -> None:
    ett = sittande()
    ett.narvarar("Anna", "Eva", "Fia", "Cia")
    oppnande, arende, avslutande = ett.punkter
    Jav.objects.create(punkt=arende, person=ett.personer["Anna"], skal="Närstående")
    cia = ett.mote.narvaro.get(person=ett.personer["Cia"])
    Franvaro.objects.create(narvaro=cia, fran=avslutande)
    namn = {person.pk: fornamn for fornamn, person in ett.personer.items()}
    tjanst = {
        punkt: [namn[p] for p in vid.personer] for punkt, vid in tjanstgorande(ett.mote).items()
    }
    # The chair, then members by name; Fia for Bo throughout, Eva for Anna where she is challenged.
    assert tjanst == {
        oppnande.pk: ["Anna", "Fia", "Cia"],
        arende.pk: ["Eva", "Fia", "Cia"],
        avslutande.pk: ["Anna", "Fia"],
    }


def test_en_medlem_utan_ledamot_har_en_tom_plats() -> None:
    ett = sittande()
    Medlem.objects.create(namn="Aby kommun", kortnamn="Aby", typ="kommun")
    ett.narvarar("Anna", "Bo")
    vid = tjanstgorande(ett.mote)[ett.punkter[0].pk]
    assert [(t.stol.namn, t.person) for t in vid.tjanster][-1] == ("Vakant", None)
    assert not vid.beslutsfor  # 2 of 4


def test_ett_samrad_har_inga_platser() -> None:
    ett = sittande()
    ett.mote.organ = "samrad"
    ett.mote.save()
    assert tjanstgorande(ett.mote)[ett.punkter[0].pk].tjanster == ()


def test_en_votering_raknas_med_ordforandens_utslagsrost() -> None:
    ett = sittande()
    ett.narvarar("Anna", "Bo")
    arende = ett.punkter[1]
    votering = Votering.objects.create(punkt=arende, ja="bifall till förslaget", nej="avslag")
    for fornamn, val in (("Anna", "nej"), ("Bo", "ja")):
        Rost.objects.create(votering=votering, person=ett.personer[fornamn], val=val)
    (bild,) = sammantradet(ett.mote).punkt(arende.pk).voteringar
    assert bild.resultat.vinnare == "nej"
    assert bild.mening == (
        "1 ja-röst och 1 nej-röst. Mötet beslutar genom ordförandens utslagsröst "
        "enligt nej-förslaget: avslag."
    )


def test_lika_manga_fragor_for_ett_kort_och_ett_langt_mote() -> None:
    def antal() -> int:
        with CaptureQueriesContext(connection) as fragor:
            sammantradet(ett.mote)
        return len(fragor)

    ett = sittande()
    ett.narvarar("Anna", "Bo")
    Votering.objects.create(punkt=ett.punkter[1], ja="ja", nej="nej")
    kort = antal()
    ett.narvarar("Cia", "Eva")
    for nr in range(2, 12):
        punkt = Punkt.objects.create(mote=ett.mote, ordning=nr, arende=ett_arende(f"Ärende {nr}"))
        votering = Votering.objects.create(punkt=punkt, ja="ja", nej="nej")
        Rost.objects.create(votering=votering, person=ett.personer["Anna"], val="ja")
        Jav.objects.create(punkt=punkt, person=ett.personer["Bo"])
    assert antal() <= kort + 1  # the voters, who were none before


def nummer(rader: list[Paragraf]) -> list[int]:
    return [rad.nummer for rad in rader]


def test_paragraferna_loper_genom_aret_och_borjar_om_nasta(kansli: Anvandare) -> None:
    forsta = sittande()
    andra = sittande(forsta.mote.datum.replace(month=5), personer=forsta.personer)
    nyar = sittande(forsta.mote.datum.replace(year=2025), personer=forsta.personer)
    assert nummer(ge_paragrafer(forsta.mote, kansli)) == [1, 2, 3]
    assert nummer(ge_paragrafer(andra.mote, kansli)) == [4, 5, 6]
    assert nummer(ge_paragrafer(nyar.mote, kansli)) == [1, 2, 3]
    assert ge_paragrafer(andra.mote, kansli) == []  # once more changes nothing
    assert andra.punkter[1].paragraf.fullt == "§ 5/2024"
    assert Paragraf.history.first().history_user == kansli  # type: ignore[attr-defined]


def test_au_har_sin_egen_foljd(kansli: Anvandare) -> None:
    forsta = sittande()
    ge_paragrafer(forsta.mote, kansli)
    au = sittande(forsta.mote.datum.replace(day=7), personer=forsta.personer)
    au.mote.organ = "au"
    au.mote.save()
    assert nummer(ge_paragrafer(au.mote, kansli)) == [1, 2, 3]


def test_en_punkt_som_laggs_till_far_nasta_nummer(kansli: Anvandare) -> None:
    ett = sittande()
    ge_paragrafer(ett.mote, kansli)
    sen = Punkt.objects.create(mote=ett.mote, ordning=9, arende=ett_arende("Sent"), tillagd=True)
    assert nasta_paragraf(sen, kansli).nummer == 4
    assert nasta_paragraf(sen, kansli).nummer == 4  # keeps it


def test_en_punkt_som_utgick_fore_motet_far_ingen(kansli: Anvandare) -> None:
    ett = sittande()
    ett.punkter[1].utgar = True
    ett.punkter[1].save()
    assert nummer(ge_paragrafer(ett.mote, kansli)) == [1, 2]
    assert not Paragraf.objects.filter(punkt=ett.punkter[1]).exists()


def test_numret_kan_borja_senare_men_aldrig_pa_ett_anvant(kansli: Anvandare) -> None:
    ett = sittande()
    assert nummer(ge_paragrafer(ett.mote, kansli, forsta=45)) == [45, 46, 47]
    nasta = sittande(ett.mote.datum.replace(month=5), personer=ett.personer)
    with pytest.raises(ValidationError, match=r"§ 47 är redan använd. Nästa lediga är § 48\."):
        ge_paragrafer(nasta.mote, kansli, forsta=47)


def test_ett_samrad_har_inga_paragrafer(kansli: Anvandare) -> None:
    ett = sittande()
    ett.mote.organ = "samrad"
    with pytest.raises(ValidationError, match="Medlemssamråd har inga numrerade paragrafer"):
        ge_paragrafer(ett.mote, kansli)
