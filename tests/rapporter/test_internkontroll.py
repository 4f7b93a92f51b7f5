"""The follow-up of internal control as a document: tables, rules, and every form of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from finsam.periods import Period
from finsam.rapporter.dokument import Kontrollutfall, Rapport, Varde
from finsam.rapporter.internkontroll import Kontrollmaterial, stall_upp
from finsam.rapporter.material import Registerunderlag, Systemutfall, Textmaterial, Textunderlag
from finsam.rapporter.selectors import perioder
from tests.rapporter.test_internkontroll_kapitel import AVVIKELSE, PLAN, STICKPROV
from tests.uppfoljning.exempelkontroll import beslutad_plan, moment, skapa_moment, utforande
from uppfoljning.calculations.internkontroll import Plan

H1 = Period(2021, "H", 1)


def rapport(plan: Plan = PLAN, text: str = "", period: Period = H1, **falt: object) -> Rapport:
    texter = {"sammanfattning": Textunderlag(text)} if text else {}
    return stall_upp(
        Kontrollmaterial(
            period=period,
            register=Registerunderlag("Provförbundet", "", "", {}, (), (), ()),
            texter=Textmaterial(texter=texter),
            internkontroll=plan,
            **falt,  # type: ignore[arg-type]
        )
    )


def kontroller(plan: Plan, period: Period = H1) -> dict[str, Kontrollutfall]:
    alla = rapport(plan, period=period).kontroller
    return {k.id: k for k in alla if k.id.startswith("ik-")}


def roda(plan: Plan, period: Period = H1) -> list[str]:
    return [id_ for id_, utfall in kontroller(plan, period).items() if not utfall.ok]


def tal(ett: Rapport, tabell: str) -> dict[str, list[object]]:
    (funnen,) = (t for t in ett.tabeller if t.id == tabell)
    return {
        rad.etikett: [c.tal if isinstance(c, Varde) else c for c in rad.varden]
        for rad in funnen.rader
    }


def test_the_state_is_counted_per_area() -> None:
    # Moment 1 is done for the half-year, with a deviation whose action is open; moment 3 was to
    # be done for two quarters; moment 2 waits for the year.
    assert tal(rapport(), "kontroller-per-omrade") == {
        "Ekonomi och budget": [3, 1, 1, 1],
        "Finansierade insatser": [0, 0, 0, 0],
        "Totalt": [3, 1, 1, 1],
    }


def test_a_control_that_is_not_done_is_red_once_it_has_fallen_due() -> None:
    assert roda(PLAN) == ["ik-gjord:3:2021-K1", "ik-gjord:3:2021-K2"]
    i_maj = replace(PLAN, dag=date(2021, 5, 1))
    assert roda(i_maj) == ["ik-gjord:3:2021-K1"]
    alla = replace(PLAN, moment=PLAN.moment[:2])
    assert roda(alla) == [] and kontroller(alla)["ik-gjord"].vanster == 1
    assert "ik-gjord:2:2021" in roda(alla, Period(2021))


def test_a_draft_is_no_plan_to_follow_up() -> None:
    assert roda(replace(PLAN, last=False, beslutad=None, moment=()))[0] == "ik-beslut"


def test_every_deviation_has_an_action_and_a_late_one_is_told() -> None:
    def med(**andrat: object) -> Plan:
        ett = moment(frekvens="halvar", utforda=(replace(AVVIKELSE, **andrat),))  # type: ignore[arg-type]
        return replace(PLAN, moment=(ett,))

    utan = {"atgard": "", "atgard_senast": None}
    assert roda(med(resultat="avvikelse", **utan)) == ["ik-atgard:1:2021-H1"]
    mindre = kontroller(med(resultat="mindre_avvikelse", **utan))["ik-atgard:1:2021-H1"]
    assert mindre.ok and mindre.text == "Den mindre avvikelsen halvår 1 2021 har ingen åtgärd."
    assert roda(med()) == []
    sen = kontroller(med(atgard_senast=date(2021, 6, 30)))["ik-atgard:1:2021-H1"]
    assert sen.ok and sen.text.startswith("Åtgärden skulle vara klar 2021-06-30")
    klar = med(atgard_senast=date(2021, 6, 30), atgardad=date(2021, 6, 29))
    assert "ik-atgard:1:2021-H1" not in kontroller(klar)


def test_a_sample_is_looked_at_and_its_errors_show() -> None:
    def med(resultat: str, **andrat: int) -> Plan:
        ett = moment(
            frekvens="halvar",
            utforda=(utforande(period=H1, resultat=resultat),),
            stickprov=(replace(STICKPROV, **andrat),),  # type: ignore[arg-type]
        )
        return replace(PLAN, moment=(ett,))

    assert "ik-stickprov:1:2021-H1:7" in roda(med("utan_avvikelse"))
    assert roda(med("utan_avvikelse", ratt=10, fel=0)) == []
    kvar = kontroller(med("utan_avvikelse", ratt=8, fel=0))["ik-stickprov:1:2021-H1:7"]
    assert kvar.text == "2 av 10 dragna poster är inte granskade."
    assert tal(rapport(), "stickprov") == {
        "Verifikationer, halvår 1 2021 (moment 1)": [10, 608, "7", "ab" * 6, 9, 1]
    }


def test_the_systems_findings_stand_under_their_control() -> None:
    fynd = tuple(f"Fynd {nr}." for nr in range(12))
    system = (Systemutfall("a", "Attester", "Två attesterar.", "/x/", fynd),)
    rader = tal(rapport(system=system), "systemkontroller")
    assert rader["Attester. Två attesterar."][1] == 12
    assert list(rader)[1] == "Fynd 0." and list(rader)[-1] == "… och 2 till"


def test_the_covering_text_says_the_same_figures_as_the_tables() -> None:
    ett = rapport(text="{kontroller_gjorda} av {kontroller_att_gora} är gjorda.")
    assert ett.figurer["kontroller_gjorda"].tal == 1  # type: ignore[union-attr]
    assert next(k for k in ett.kontroller if k.id == "okand-siffra").ok


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["json", "html", "pdf", "xlsx"])
def test_every_form_of_the_document(form: str, tmp_path: Path) -> None:
    skapa_moment(beslutad_plan(2024))
    assert [str(period) for period in perioder("internkontroll")] == ["2024"]
    fil = tmp_path / f"rapport.{form}"
    call_command("rapport", "internkontroll", "2024-H1", format=form, ut=fil, verbosity=0)
    assert fil.stat().st_size > 500


@pytest.mark.django_db
def test_a_year_without_a_plan_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Det finns ingen internkontrollplan för 2024"):
        call_command("rapport", "internkontroll", "2024", format="json", ut=tmp_path / "x")
