"""A meeting's papers as they come out of its rows."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from styrelse.calculations.handlingar import Skrivelse, las, som_data
from styrelse.models import Beslut, Delarende, Delegationsbeslut, Person
from styrelse.selectors.arenden import motets_brister
from styrelse.selectors.beredning import au_forslag, satserna
from styrelse.selectors.forslag import delforslagen, forslaget
from styrelse.selectors.handlingar import handlingar
from tests.styrelse.dagordningsexempel import (
    bifoga,
    fast_punkt,
    punkt_om,
    skapa_arende,
    skapa_forbund,
    skapa_mote,
    skicka,
)

pytestmark = pytest.mark.django_db
FIGURER = {"figures": {"arets_resultat": {"value": -1864314, "unit": "kr"}}}


def mote_med_handlingar():
    """Opening; a report with its writing and two annexes; a matter in two parts; closing."""
    skapa_forbund()
    mote = skapa_mote(slut=time(12, 30), plats="Rådhuset", kallelsedatum=date(2026, 3, 10))
    fast_punkt(mote, "forst", 1, "oppnande", rubrik="Öppnande")
    rapport = skapa_arende(
        "Delårsrapport",
        till_information=True,
        forslag="att godkänna rapporten\n\natt notera resultatet {arets_resultat|tkr}",
        arendet="Resultatet är {arets_resultat|tkr}.",
        undertecknare="Anna Ek, förbundschef",
        foredragande="Anna Ek",
        skrivelsedatum=date(2026, 3, 9),
    )
    punkt_om(mote, 1, "", arende=rapport)
    bifoga(rapport, "PM")
    bifoga(rapport, "Delår", innehall=FIGURER, kalla="delarsrapport 2025-H1", i_skrivelsen=True)
    val = skapa_arende("Val", har_skrivelse=False, arendet="Två val ska göras.")
    Delarende.objects.create(arende=val, ordning=2, rubrik="Ersättare", forslag="att utse B")
    Delarende.objects.create(arende=val, ordning=1, rubrik="Ledamot", forslag="att utse A")
    punkt_om(mote, 2, "", arende=val)
    fast_punkt(mote, "sist", 1, "avslutande", rubrik="Avslutning")
    return mote


def test_handlingarna_med_nummer_och_siffror():
    svar = handlingar(mote_med_handlingar())
    assert (svar.forbund, svar.organ, svar.start, svar.slut) == (
        "Provförbundet",
        "fs",
        "09.00",
        "12.30",
    )
    assert [(p.nummer, p.rubrik) for p in svar.punkter] == [
        ("1", "Öppnande"),
        ("2", "Delårsrapport"),
        ("3", "Val"),
        ("4", "Avslutning"),
    ]
    rapport, val = svar.punkter[1:3]
    satser = ("att godkänna rapporten", "att notera resultatet −1\u00a0864\u00a0tkr")
    assert rapport.typer == ("information", "beslut") and rapport.forslag == satser
    assert rapport.skrivelse == Skrivelse(
        nummer="2",
        forslag=satser,
        arendet="Resultatet är −1\u00a0864\u00a0tkr.",
        bedomning="",
        undertecknare="Anna Ek, förbundschef",
        datum=date(2026, 3, 9),
    )
    assert [(b.nummer, b.titel, b.i_skrivelsen) for b in rapport.bilagor] == [
        ("2", "Delår", True),
        ("2.1", "PM", False),
    ]
    assert val.skrivelse is None and val.text == "Två val ska göras."
    assert [(d.nummer, d.rubrik, d.forslag) for d in val.delar] == [
        ("3 A", "Ledamot", ("att utse A",)),
        ("3 B", "Ersättare", ("att utse B",)),
    ]
    assert las(som_data(svar)) == svar


def test_lika_manga_fragor_for_varje_dagordning(django_assert_num_queries):
    mote = mote_med_handlingar()
    # Items, parts, annexes, AU's proposals, sent annexes, annexes by number, the association for
    # the habit and for its name.
    with django_assert_num_queries(8):
        handlingar(mote)
    for nr in range(3, 9):
        punkt = punkt_om(mote, nr, f"Ärende {nr}")
        Delarende.objects.create(arende=punkt.arende, ordning=1, rubrik="Del")
        bifoga(punkt.arende, f"Bilaga {nr}")
    with django_assert_num_queries(8):
        handlingar(mote)


def test_okand_siffra_stoppar_och_namnger_arendet():
    mote = mote_med_handlingar()
    arende = mote.punkter.get(arende__rubrik="Val").arende
    arende.arendet = "Kostar {kostnad|tkr}."
    arende.save()
    with pytest.raises(ValidationError) as fel:
        handlingar(mote)
    assert fel.value.messages == ["Ärendet ”Val”: Siffran ”kostnad” finns inte."]


AU_BESLUT = """att föreslå styrelsen att godkänna rapporten
att föreslå styrelsen att tacka kansliet
att kansliet kompletterar underlaget"""


def test_styrelsen_ser_utskottets_forslag():
    mote = mote_med_handlingar()
    rapport = mote.punkter.get(arende__rubrik="Delårsrapport").arende
    au = skapa_mote(date(2026, 3, 5), "au", status="hallet")
    punkt = punkt_om(au, 1, "", arende=rapport)
    Beslut.objects.create(punkt=punkt, utfall="andrat", text=AU_BESLUT)
    rad = handlingar(mote).punkter[1]
    assert rad.au_forslag == ("att godkänna rapporten", "att tacka kansliet")
    assert forslaget(rad) == rad.au_forslag
    # Approved as it was, the board has the office's words; the committee's stand beside them.
    Beslut.objects.filter(punkt=punkt).get().delete()
    Beslut.objects.create(punkt=punkt, utfall="bifall", text=AU_BESLUT)
    rad = handlingar(mote).punkter[1]
    assert (rad.au_forslag[0], forslaget(rad)) == ("att godkänna rapporten", rad.forslag)
    assert rad.forslag and rad.forslag != rad.au_forslag
    assert handlingar(au).punkter[0].au_forslag == ()


@pytest.mark.parametrize(
    ("utfall", "status"),
    [
        ("avslag", "hallet"),
        ("aterremiss", "justerat"),
        ("bordlaggning", "hallet"),
        ("handlingarna", "anslaget"),
        ("bifall", "pagar"),
        ("bifall", "installt"),
    ],
)
def test_bara_vad_utskottet_har_sagt_ja_till_ar_dess_forslag(utfall, status):
    mote = mote_med_handlingar()
    rapport = mote.punkter.get(arende__rubrik="Delårsrapport").arende
    tidigare = punkt_om(skapa_mote(date(2026, 2, 5), "au", status="hallet"), 1, "", arende=rapport)
    Beslut.objects.create(punkt=tidigare, utfall="andrat", text="att avvakta")
    punkt = punkt_om(skapa_mote(date(2026, 3, 5), "au", status=status), 1, "", arende=rapport)
    Beslut.objects.create(punkt=punkt, utfall=utfall, text="att avslå förslaget")
    # What it said a month before holds until a held meeting has said something else.
    hallet = status not in ("pagar", "installt")
    assert handlingar(mote).punkter[1].au_forslag == (() if hallet else ("att avvakta",))


def test_utskottets_forslag_om_delarna_foljer_delarna():
    mote = mote_med_handlingar()
    val = mote.punkter.get(arende__rubrik="Val")
    a, b = val.arende.delar.all()
    punkt = punkt_om(skapa_mote(date(2026, 3, 5), "au", status="hallet"), 1, "", arende=val.arende)
    Beslut.objects.create(
        punkt=punkt, delarende=a, utfall="andrat", text="att föreslå styrelsen att utse C"
    )
    Beslut.objects.create(punkt=punkt, delarende=b, utfall="avslag", text="att avslå förslaget")
    rad = handlingar(mote).punkter[2]
    assert [(d.forslag, d.au_forslag, d.au_andrat) for d in rad.delar] == [
        (("att utse A",), ("att utse C",), True),
        (("att utse B",), (), False),
    ]
    # The decision on the part begins with what the committee changed it to.
    assert delforslagen(rad, [a, b]) == {a.pk: ("att utse C",), b.pk: ("att utse B",)}
    assert satserna(au_forslag([val.arende_id], mote.datum), val.arende) == ("att utse C",)
    assert las(som_data(handlingar(mote))) == handlingar(mote)
    # A pack that was sent before the committee's proposals followed the parts.
    data = som_data(handlingar(mote))
    for del_ in data["punkter"][2]["delar"]:
        del del_["au_forslag"], del_["au_andrat"]
    assert las(data).punkter[2].delar[0].au_forslag == ()


def test_delegationsbesluten_star_under_sin_punkt():
    mote = mote_med_handlingar()
    punkt = fast_punkt(mote, "sist", 0, "delegationsbeslut", rubrik="Anmälan")
    Delegationsbeslut.objects.create(
        verksamhetsar=2026,
        lopnummer=4,
        datum=date(2026, 2, 3),
        rubrik="Utbildningsdag",
        beslut="bevilja",
        delegat=Person.objects.create(namn="Anna Ek"),
        stod="3.2",
        anmalt_vid=punkt,
    )
    rad = handlingar(mote).punkter[3]
    assert rad.text == "- D 2026:4, 2026-02-03: Utbildningsdag (Anna Ek)"


def test_tillagget_har_bara_det_nya():
    mote = mote_med_handlingar()
    forsta = handlingar(mote)
    punkter = {p.pk: p for p in mote.punkter.all()}
    bilagor = {b.pk: b for p in punkter.values() if p.arende for b in p.arende.bilagor.all()}
    paket = skicka(
        mote,
        {punkter[r.punkt]: int(r.nummer) for r in forsta.punkter},
        {bilagor[b.bilaga]: b.nummer for r in forsta.punkter for b in r.bilagor},
        innehall=som_data(forsta),
    )
    assert paket.nummer == 1
    rapport = next(p.arende for p in punkter.values() if p.titel == "Delårsrapport")
    bifoga(rapport, "Sen bilaga")
    ny = punkt_om(mote, 9, "Nytt ärende", tillagd=True)
    rader = handlingar(mote, 2).punkter
    assert [(r.nummer, r.rubrik, [b.nummer for b in r.bilagor]) for r in rader] == [
        ("2", "Delårsrapport", ["2.2"]),
        ("5", "Nytt ärende", []),
    ]
    assert rader[0].skrivelse is None and rader[0].forslag == ()
    assert rader[1].punkt == ny.pk and rader[1].tillagd


def test_motets_brister_per_punkt(django_assert_num_queries):
    mote = mote_med_handlingar()
    punkt = punkt_om(mote, 3, "Ofärdigt")
    with django_assert_num_queries(3):
        svar = motets_brister(mote)
    assert [str(b) for b in svar[punkt.pk]] == [
        "Ärendet ska beslutas men har inget förslag till beslut.",
        "Tjänsteskrivelsen saknar text under Ärendet.",
        "Tjänsteskrivelsen saknar undertecknare.",
    ]
    assert list(svar) == [punkt.pk]
