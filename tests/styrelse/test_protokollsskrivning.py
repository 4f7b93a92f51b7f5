"""The sentences of the minutes, each beside what was noted."""

from dataclasses import replace
from datetime import date

import pytest

from styrelse.calculations.protokoll import las, som_data, spann
from styrelse.calculations.protokollsskrivning import agandes, brister, skriv, upprakning
from styrelse.calculations.protokollsunderlag import Beslutat, Borta, Delegerat, Deltagare, Yttrat
from tests.styrelse import protokollsexempel as ex

PROTOKOLL = skriv(ex.SITTNING)
NB = "\u00a0"


def paragraf(nummer):
    return next(p for p in PROTOKOLL.paragrafer if p.paragraf == nummer)


def enda(underlag):
    (paragrafen,) = skriv(underlag).paragrafer
    return paragrafen


def test_written_as_json_and_read_back_the_same():
    assert las(som_data(PROTOKOLL)) == PROTOKOLL
    with pytest.raises(KeyError):
        las({**som_data(PROTOKOLL), "okant": 1})


def test_minutes_frozen_before_a_field_came_are_read():
    data = som_data(PROTOKOLL)
    for rad in data["paragrafer"]:
        del rad["beslutande"]
    utan = tuple(replace(p, beslutande=()) for p in PROTOKOLL.paragrafer)
    assert las(data) == replace(PROTOKOLL, paragrafer=utan)
    del data["organ"]
    with pytest.raises(KeyError):
        las(data)


def test_who_decided_at_each_paragraph():
    # Ada is disqualified at § 15, and Carl is not there at § 12.
    assert paragraf(15).beslutande == (
        "Eva Ek för Ada Alm", "Bo Friis", "Carl Ceder", "Disa Dahl för Ivar Is"
    )  # fmt: skip
    assert paragraf(12).beslutande == ("Ada Alm", "Bo Friis", "Disa Dahl för Ivar Is")


def test_who_took_part():
    assert [(r.namn, r.vad, r.paragrafer, r.distans) for r in PROTOKOLL.ledamoter] == [
        # Ada is disqualified at § 15, Carl comes to § 14
        ("Ada Alm", "ordförande, Håbo kommun (S)", f"§§{NB}12–14, 16–18", False),
        ("Bo Friis", "ledamot, Region Uppsala (M)", "", True),
        ("Carl Ceder", "ledamot, Försäkringskassan", f"§§{NB}14–18", False),
    ]
    assert [(r.namn, r.for_, r.paragrafer) for r in PROTOKOLL.tjanstgorande] == [
        ("Disa Dahl", "Ivar Is", ""),
        ("Eva Ek", "Ada Alm", f"§{NB}15"),
    ]
    assert PROTOKOLL.ersattare == ()
    assert [(r.namn, r.vad) for r in PROTOKOLL.sekreterare] == [("Fia Falk", "förbundschef")]
    # Who keeps the minutes stands under that, not among the others.
    assert PROTOKOLL.ovriga == ()


@pytest.mark.parametrize(
    ("borta", "mening"),
    [
        (Borta(12, 14, "09.40"), f"Ada Alm ansluter till §{NB}14, klockan{NB}09.40."),
        (Borta(12, 14), f"Ada Alm ansluter till §{NB}14."),
        (Borta(16, None, "11.00"), f"Ada Alm lämnar mötet före §{NB}16, klockan{NB}11.00."),
        (Borta(14, 16), f"Ada Alm lämnar mötet före §{NB}14 och är åter vid §{NB}16."),
    ],
)
def test_who_came_and_went(borta, mening):
    ada = Deltagare(ex.ADA, "Ada Alm", "ledamot", borta=(borta,))
    assert skriv(replace(ex.SITTNING, deltagare=(ada,))).rorelser == (mening,)


@pytest.mark.parametrize(
    ("borta", "vantat"),
    [
        # From the struck item, which goes by the next one's §, and from the first that was taken.
        (Borta(12, 14, "09.20"), (f"Ada Alm ansluter till §{NB}14, klockan{NB}09.20.",)),
        # The item with § 12 was struck at the meeting: § 13 was the first one.
        (Borta(13, 14), (f"Ada Alm ansluter till §{NB}14.",)),
        # Back at an item without a §, after the last: never back.
        (Borta(16, 0), (f"Ada Alm lämnar mötet före §{NB}16.",)),
        (Borta(0, None, "11.30"), ()),
    ],
)
def test_what_was_struck_nobody_was_away_from(borta, vantat):
    ada = Deltagare(ex.ADA, "Ada Alm", "ledamot", borta=(borta,))
    oppnande, *ovriga = ex.SITTNING.punkter
    struket = replace(ex.LAGE, paragraf=0, utgar=True)
    punkter = (struket, replace(oppnande, utgar=borta.fran == 13), *ovriga)
    assert skriv(replace(ex.SITTNING, deltagare=(ada,), punkter=punkter)).rorelser == vantat


@pytest.mark.parametrize(
    ("nummer", "text"),
    [
        ([], ""),
        ([3], f"§{NB}3"),
        ([3, 4, 5, 8], f"§§{NB}3–5, 8"),
        ([1, 3], f"§§{NB}1, 3"),
    ],
)
def test_a_span_of_paragraphs(nummer, text):
    assert spann(nummer) == text


@pytest.mark.parametrize(
    ("nummer", "meningar"),
    [
        (12, (f"Ordföranden Ada Alm öppnar mötet klockan{NB}09.00.",)),
        (13, ("Bo Friis utses att tillsammans med ordföranden justera protokollet.",)),
        (14, ("Föredragande: Fia Falk.",)),
        (15, ("Bo Friis leder mötet under paragrafen.",)),
        (16, ("Ett beslut som har fattats på delegation anmäls:",)),
        (17, ("Styrelsen tar del av informationen och diskuterar ärendet.",)),
        (18, (f"Ordföranden avslutar mötet klockan{NB}11.30.",)),
    ],
)
def test_what_each_item_says_by_itself(nummer, meningar):
    assert paragraf(nummer).meningar == meningar


def test_delegated_decisions_are_told():
    assert paragraf(16).delegationsbeslut == (
        ("D 2021:3", "Avtal om lokal: Tecknas på ett år (Fia Falk, 2021-09-01)."),
    )
    # One of an insats has no number, no words but its heading, and nobody named.
    utan = Delegerat("", date(2021, 9, 30), "Avslag om Steget", "", "")
    assert enda(ex.med(ex.DELEGATION, delegerat=(utan,))).delegationsbeslut == (
        ("", "Avslag om Steget (2021-09-30)."),
    )
    assert enda(ex.med(ex.DELEGATION, delegerat=())).meningar == (
        "Inga beslut på delegation anmäls.",
    )


def test_previous_minutes_are_gone_through():
    punkt = replace(ex.OPPNANDE, slag="foregaende_protokoll", rubrik="Föregående protokoll")
    mening = (
        f"Protokollet från mötet den 23{NB}september{NB}2021 gås igenom och läggs till "
        "handlingarna."
    )
    assert enda(ex.med(punkt)).meningar == (mening,)
    assert enda(ex.med(punkt, anteckning="Protokollet rättas.")).meningar == ()


def test_motion_proposition_vote_and_reservation():
    budget = paragraf(14)
    assert budget.yrkanden == ("Bo Friis yrkar återremiss av ärendet.",)
    assert budget.proposition == (
        "Ordföranden ställer proposition på förslagen i ordningen "
        "1. förslaget i handlingarna; 2. Bo Friis yrkande.",
    )
    (votering,) = budget.voteringar
    assert votering.meningar == (
        "Votering begärs och genomförs öppet.",
        "Ja-röst för: att fastställa budgeten. Nej-röst för: återremiss.",
    )
    assert (votering.ja, votering.nej, votering.avstar) == (
        ("Ada Alm", "Carl Ceder"), ("Bo Friis",), ("Disa Dahl",)
    )  # fmt: skip
    assert votering.resultat == "2 ja-röster och 1 nej-röst; 1 avstår."
    assert budget.reservationer == ("Bo Friis reserverar sig mot beslutet.",)
    assert budget.bilagor == (("3.1", "Budgetförslag"),)


def test_without_a_vote_the_chair_finds():
    budget = enda(ex.med(ex.BUDGET, rostningar=()))
    assert (
        budget.proposition[1]
        == "Ordföranden finner att styrelsen bifaller förslaget i handlingarna."
    )
    egen = enda(ex.med(ex.BUDGET, propositionsordning=("återremiss", "avgörande i dag")))
    assert egen.proposition[0].endswith("1. återremiss; 2. avgörande i dag.")
    ett = enda(ex.med(ex.BUDGET, propositionsordning=("bifall till förslaget",)))
    assert ett.proposition[0] == "Ordföranden ställer proposition på bifall till förslaget."


def test_disqualified_and_who_serves_instead():
    assert paragraf(15).jav == (
        "Ada Alm anmäler jäv (anställd hos sökanden) och deltar inte i handläggningen av ärendet. "
        "Eva Ek tjänstgör i stället.",
    )


LIKA = {"text": ("att anta planen",), "forslag": ("att anta planen.",)}
OLIKA = {"text": ("att anta planen i del",), "forslag": ("att anta planen",)}


@pytest.mark.parametrize(
    ("utfall", "falt", "inledning", "satser", "forslag"),
    [
        ("bifall", LIKA, "Styrelsen beslutar i enlighet med förslaget", LIKA["text"], ()),
        ("bifall", OLIKA, "Styrelsen beslutar", OLIKA["text"], OLIKA["forslag"]),
        ("bifall", {"text": ()}, "Styrelsen beslutar i enlighet med förslaget.", (), ()),
        (
            "andrat", OLIKA, "Styrelsen beslutar, med ändring av förslaget,",
            OLIKA["text"], OLIKA["forslag"],
        ),
        ("avslag", LIKA, "Styrelsen avslår förslaget.", (), LIKA["forslag"]),
        (
            "avslag", OLIKA, "Styrelsen avslår förslaget och beslutar",
            OLIKA["text"], OLIKA["forslag"],
        ),
        (
            "aterremiss", LIKA, "Styrelsen återremitterar ärendet för ytterligare beredning.",
            (), LIKA["forslag"],
        ),
        ("bordlaggning", LIKA, "Styrelsen bordlägger ärendet.", (), LIKA["forslag"]),
        (
            "handlingarna", {"text": ()}, "Styrelsen lägger ärendet till handlingarna.", (), ()
        ),
    ],
)  # fmt: skip
def test_decision_in_words(utfall, falt, inledning, satser, forslag):
    (del_,) = enda(ex.med(ex.BUDGET, beslut=(Beslutat(utfall, **falt),))).beslut
    assert (del_.inledning, del_.att_satser, del_.forslag) == (inledning, satser, forslag)


def test_the_committee_proposes_to_the_board():
    au = replace(ex.med(ex.BUDGET, till_styrelsen=True), organ="au")
    (del_,) = enda(au).beslut
    assert del_.inledning == "Arbetsutskottet föreslår styrelsen i enlighet med förslaget"
    egna = Beslutat("bifall", ("att föreslå styrelsen att anta planen",), ("att anta planen",))
    au = replace(ex.med(ex.BUDGET, till_styrelsen=True, beslut=(egna,)), organ="au")
    assert enda(au).beslut[0].inledning == "Arbetsutskottet beslutar"


@pytest.mark.parametrize(
    ("text", "mening"),
    [
        ("Avslag på förslaget.", "Bo Friis yrkar avslag på förslaget."),
        ("Yrkar bifall", "Bo Friis yrkar bifall."),
        ("att Håbo kommun lämnas utanför", "Bo Friis yrkar att Håbo kommun lämnas utanför."),
    ],
)
def test_a_motion_as_a_sentence(text, mening):
    assert enda(ex.med(ex.BUDGET, yrkanden=(Yttrat("Bo Friis", text),))).yrkanden == (mening,)


def test_an_item_taken_away_says_only_that():
    utgar = enda(ex.med(ex.BUDGET, utgar=True))
    assert utgar.meningar == ("Punkten utgår.",)
    assert (utgar.beslut, utgar.bakgrund, utgar.bilagor) == ((), "", ())


@pytest.mark.parametrize(
    ("underlag", "brist"),
    [
        (replace(ex.SITTNING, avslutades=""), "Ange när mötet avslutades."),
        (ex.med(ex.BUDGET, beslut=()), f"§{NB}14 Budget 2022 saknar beslut."),
        (ex.med(ex.BUDGET, odelat=("A. Ramen",)), f"§{NB}14, A. Ramen saknar beslut."),
        (ex.med(ex.BUDGET, paragraf=0), "”Budget 2022” har ingen paragraf."),
        (
            replace(ex.SITTNING, undertecknare=ex.SITTNING.undertecknare[1:]),
            "Ange sekreterare för protokollet.",
        ),
        (
            replace(ex.SITTNING, undertecknare=ex.SITTNING.undertecknare[::2]),
            "Ange minst en justerare för protokollet.",
        ),
    ],
)
def test_what_is_missing_before_approval(underlag, brist):
    assert brister(underlag) == (brist,)
    assert brister(ex.SITTNING) == ()
    assert brister(ex.med(ex.BUDGET, beslut=(), utgar=True)) == ()


def test_approved_by_the_last_signature():
    assert PROTOKOLL.justerat is None
    dagar = (date(2021, 10, 28), date(2021, 11, 2), None)
    tecknat = tuple(
        replace(u, dag=dag) for u, dag in zip(ex.SITTNING.undertecknare, dagar, strict=True)
    )
    assert skriv(replace(ex.SITTNING, undertecknare=tecknat)).justerat is None
    alla = (*tecknat[:2], replace(tecknat[2], dag=date(2021, 10, 29)))
    klart = skriv(replace(ex.SITTNING, undertecknare=alla))
    assert klart.justerat == date(2021, 11, 2)
    assert [u.roll for u in klart.underskrifter] == ["Ordförande", "Justerare", "Sekreterare"]
    assert klart.spann == f"§§{NB}12–18"


def test_words_together():
    assert [upprakning(n) for n in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a och b", "a, b och c"
    ]  # fmt: skip
    assert (agandes("Ada Alm"), agandes("Bo Friis")) == ("Ada Alms", "Bo Friis")
