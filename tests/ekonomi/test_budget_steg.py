"""A budget's way: proposed, filled in, decided, revised; the rules refuse, nothing is half done."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ekonomi.actions import budget as steg
from ekonomi.actions.budget import Postinnehall
from ekonomi.actions.budgetforslag import skapa_forslag
from ekonomi.calculations.budgetdiff import Postvarde
from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.choices import Budgetgrund, Budgetstatus
from ekonomi.models import Budget, Budgetpost, Konto, Prognos, Prognospost, Uppstallning
from ekonomi.selectors.budget import budgetbild, foregangare, gallande_budget, postvarden
from ekonomi.selectors.budgetdelar import budgetdelar
from ekonomi.selectors.budgetprovning import budgetprovning, fritt_eget_kapital
from ekonomi.selectors.kapital import eget_kapital
from finsam.models import Anvandare
from tests.ekonomi.budgetexempel import (
    ARVODE,
    AVGIFT,
    BRO,
    LON,
    LOTS,
    POSTER,
    bokslut,
    budget,
    grund,
)

pytestmark = pytest.mark.django_db
D = Decimal
IDAG = date(2024, 10, 17)


@pytest.fixture(autouse=True)
def forbundet(db: None) -> None:
    grund()


def belopp(rad: Budget) -> dict[Postnyckel, Decimal]:
    return {nyckel: varde.belopp for nyckel, varde in postvarden(rad).items()}


def test_forslag_ur_forra_arets_budget_med_insatserna_efter_beviljat(ekonom: Anvandare) -> None:
    budget(2024)
    (ny,) = skapa_forslag([2025], Budgetgrund.FG_AR, True, IDAG, ekonom)
    # Lots has 300 000 and Bro 600 000 for 2025; Bro goes on the account where Lots stands.
    assert belopp(ny) == {
        AVGIFT: 1_000_000, ARVODE: -50_000, LON: -600_000, LOTS: -300_000, BRO: -600_000,
    }  # fmt: skip
    assert (ny.version, ny.status, ny.upprattad) == (1, Budgetstatus.FORSLAG, IDAG)
    assert ny.history.get().history_user == ekonom
    assert {post.history.get().history_user for post in ny.poster.all()} == {ekonom}


def test_budget_och_plan_i_ett(ekonom: Anvandare) -> None:
    budget(2024)
    nya = skapa_forslag([2025, 2026, 2027], Budgetgrund.FG_AR, False, IDAG, ekonom)
    assert [ny.verksamhetsar for ny in nya] == [2025, 2026, 2027]
    assert {tuple(belopp(ny).items()) for ny in nya} == {tuple(belopp(nya[0]).items())}
    assert belopp(nya[2]) == POSTER


def test_arets_senaste_version_ar_ocksa_en_grund(ekonom: Anvandare) -> None:
    budget(2024)
    budget(2025, {LON: -1}, beslutad=False)
    (ny,) = skapa_forslag([2025], Budgetgrund.SENASTE, False, IDAG, ekonom)
    assert (ny.version, belopp(ny)) == (2, {LON: -1})
    (tom,) = skapa_forslag([2025], Budgetgrund.TOM, False, IDAG, ekonom)
    assert (tom.version, belopp(tom)) == (3, {})


def test_utan_budget_att_utga_fran(ekonom: Anvandare) -> None:
    with pytest.raises(ValidationError, match="ingen budget för 2024 eller tidigare att utgå"):
        skapa_forslag([2025], Budgetgrund.FG_AR, False, IDAG, ekonom)
    assert not Budget.objects.exists()


def test_poster_andras_laggs_till_och_tas_bort(ekonom: Anvandare) -> None:
    rad = budget(2025, beslutad=False)
    antal = steg.spara_poster(
        rad,
        {
            AVGIFT: Postinnehall(D(1_000_000)),  # as it was
            LON: Postinnehall(D(-610_000), "Löneökning"),
            LOTS: None,
            BRO: Postinnehall(D(-250_000)),
        },
        ekonom,
    )
    assert antal == 3
    assert belopp(rad) == {AVGIFT: 1_000_000, ARVODE: -50_000, LON: -610_000, BRO: -250_000}
    assert rad.poster.get(konto__nummer="3010").history.count() == 1  # made, not written again
    assert rad.poster.get(konto__nummer="5110").kommentar == "Löneökning"


def test_ett_fel_sparar_ingenting(ekonom: Anvandare) -> None:
    rad = budget(2025, beslutad=False)
    with pytest.raises(ValidationError, match=r"Kontot 9999 finns inte i kontoplanen\."):
        steg.spara_poster(rad, {LON: None, Postnyckel("9999"): Postinnehall(D(1))}, ekonom)
    assert belopp(rad) == POSTER


def test_manader_foljer_med_och_summerar(ekonom: Anvandare) -> None:
    rad = budget(2025, {LON: -12}, beslutad=False)
    manader = tuple(D(-1) for _ in range(12))
    steg.spara_poster(rad, {LON: Postinnehall(D(-12), "", manader)}, ekonom)
    assert postvarden(rad) == {LON: Postvarde(D(-12), manader)}
    with pytest.raises(ValidationError, match="så att de summerar till årets belopp"):
        steg.spara_poster(rad, {LON: Postinnehall(D(-13), "", manader)}, ekonom)


def test_samradet_ska_vara_fore_beslutet(ekonom: Anvandare) -> None:
    rad = budget(2025, beslutad=False)
    dag = date(2024, 11, 20)
    for samrad in (None, date(2024, 11, 21)):
        with pytest.raises(ValidationError) as fel:
            steg.faststall(rad, dag, "§ 40", samrad, ekonom)
        assert fel.value.messages == ["Samråd med medlemmarna ska vara genomfört före beslutet."]
    with pytest.raises(ValidationError, match=r"Ange paragrafen i styrelsens protokoll\."):
        steg.faststall(rad, dag, "", date(2024, 11, 6), ekonom)
    steg.faststall(rad, dag, "§ 40", date(2024, 11, 6), ekonom)
    rad.refresh_from_db()
    assert (rad.status, rad.last) == (Budgetstatus.FASTSTALLD, True)
    assert rad.history.first().history_user == ekonom


def test_en_tom_budget_faststalls_inte(ekonom: Anvandare) -> None:
    rad = budget(2025, {}, beslutad=False)
    with pytest.raises(ValidationError, match=r"Budgeten har inga poster att besluta om\."):
        steg.faststall(rad, date(2024, 11, 20), "§ 40", date(2024, 11, 6), ekonom)


def test_en_beslutad_ar_last(ekonom: Anvandare) -> None:
    rad = budget(2024)
    text = "Budgeten är fastställd och ändras inte: revidera den."
    with pytest.raises(ValidationError, match=text):
        steg.spara_poster(rad, {LON: None}, ekonom)
    with pytest.raises(ValidationError, match=text):
        steg.ta_bort(rad, ekonom)
    with pytest.raises(ValidationError, match=text):
        steg.faststall(rad, date(2023, 12, 1), "§ 50", date(2023, 11, 6), ekonom)
    assert belopp(rad) == POSTER


def test_revideringen_ar_en_kopia_som_blir_arets_budget_nar_den_beslutas(
    ekonom: Anvandare,
) -> None:
    rad = budget(2024)
    Budgetpost.objects.filter(konto__nummer="5110").get()
    ny = steg.revidera(rad, ekonom, IDAG)
    assert (ny.version, ny.status, belopp(ny)) == (2, Budgetstatus.FORSLAG, POSTER)
    with pytest.raises(ValidationError, match=r"Version 2 är redan ett förslag till revidering\."):
        steg.revidera(rad, ekonom, IDAG)
    with pytest.raises(ValidationError, match="ett förslag: ändra det i stället"):
        steg.revidera(ny, ekonom, IDAG)
    assert gallande_budget(2024) == rad and foregangare(ny) == rad
    # A revision needs no samråd of its own.
    steg.faststall(ny, date(2024, 3, 18), "§ 8", None, ekonom)
    ny.refresh_from_db()
    assert ny.status == Budgetstatus.REVIDERAD and gallande_budget(2024) == ny


def test_en_aldre_version_beslutas_inte_efter_en_nyare(ekonom: Anvandare) -> None:
    forsta = budget(2025, beslutad=False)
    budget(2025, version=2)
    with pytest.raises(ValidationError, match="Version 2 är redan beslutad"):
        steg.faststall(forsta, date(2024, 11, 25), "§ 41", date(2024, 11, 6), ekonom)


def test_ett_forslag_tas_bort_med_sina_poster(ekonom: Anvandare) -> None:
    rad = budget(2025, beslutad=False)
    steg.ta_bort(rad, ekonom)
    assert not Budget.objects.exists() and not Budgetpost.objects.exists()
    assert Budgetpost.history.filter(history_type="-").count() == len(POSTER)
    with pytest.raises(ValidationError, match=r"Förslaget är borttaget\."):
        steg.spara_poster(rad, {}, ekonom)


def test_fritt_eget_kapital_ur_bokslut_och_budget() -> None:
    assert fritt_eget_kapital(2025, None) is None
    bokslut(2023, fritt=100_000)
    budget(2024)  # 1 000 000 − 400 000 − 50 000 − 600 000 = −50 000
    assert fritt_eget_kapital(2024, 2023) == 100_000
    assert fritt_eget_kapital(2025, 2023) == 50_000  # 100 000 − 50 000
    budget(2024, {LON: -30_000}, version=2, beslutad=False)
    assert fritt_eget_kapital(2025, 2023) == 50_000  # a proposal is no budget
    rad = budget(2025, {LON: -60_000}, beslutad=False)
    assert budgetprovning(budgetbild(rad), date(2024, 12, 2)).varningar == (
        "Budgeten ska fastställas senast 30 november.",
        "Underskottet 60\u00a0tkr är större än fritt eget kapital 50\u00a0tkr.",
    )


def test_ett_halvt_bokfort_ar_ar_inget_bokslut() -> None:
    """2024 is booked through June: it is rolled as forecast, −70 000, before it is as budgeted."""
    bokslut(2023, fritt=100_000)
    bokslut(2024, fritt=900_000, manad=6)
    budget(2024)
    rad = budget(2025, {LON: -60_000}, beslutad=False)
    assert budgetbild(rad).utfallsar == 2023
    assert budgetprovning(budgetbild(rad), None).fritt == 50_000
    prognos = Prognos.objects.create(
        verksamhetsar=2024, status="lagd", upprattad=date(2024, 8, 20), utfall_tom=date(2024, 6, 30)
    )
    konto = Konto.objects.get(nummer="5110")
    Prognospost.objects.create(prognos=prognos, konto=konto, belopp=-70_000)
    assert budgetprovning(budgetbild(rad), None).fritt == 30_000
    assert eget_kapital(2023, date(2026, 1, 1)) == 150_000  # 50 000 in the reserve fund
    assert eget_kapital(2024, date(2026, 1, 1)) is None


def test_en_uppstallning_som_inte_gar_att_lasa_fallar_inte_budgeten() -> None:
    bokslut(2023)
    Uppstallning.objects.create(giltig_fran=2023, innehall="giltig_fran = ")
    provning = budgetprovning(budgetbild(budget(2025, {LON: -60_000}, beslutad=False)), None)
    assert provning.fritt is None


def test_bilden_har_forra_aret_och_beviljat_bredvid() -> None:
    bokslut(2023)
    budget(2024)
    bild = budgetbild(budget(2025, {LON: -610_000}, beslutad=False))
    tal = {p.nyckel: (p.belopp, p.fg_budget, p.fg_utfall, p.beviljat) for p in bild.poster}
    assert tal == {
        LON: (-610_000, -600_000, -20_000, None),
        AVGIFT: (None, 1_000_000, None, None),
        ARVODE: (None, -50_000, None, None),
        LOTS: (None, -400_000, None, -300_000),
        BRO: (None, None, None, -600_000),
    }
    assert (bild.jamford.verksamhetsar, bild.utfallsar) == (2024, 2023)
    assert (bild.summor().belopp, bild.summor().fg_budget) == (-610_000, -50_000)


def test_delar_av_aret_efter_insatsens_manader() -> None:
    bild = budgetbild(budget(2025, {LON: -120, BRO: -60}, beslutad=False))
    delar = budgetdelar(bild, "H")
    # Salaries −120 × 6/12 each half; Bro runs July–December only.
    assert [(grupp.namn, belopp) for grupp, belopp in delar.rader] == [
        ("Kansli", (-60, -60)),
        ("Samverkansinsatser", (0, -60)),
    ]
    assert delar.totalt == (-60, -120)
    assert budgetdelar(bild, "x").slag == "K"  # the association's own rhythm


def test_lika_manga_fragor_for_manga_poster_som_for_fa() -> None:
    bokslut(2023)
    budget(2024)
    fa, manga = budget(2025, {LON: -1}, beslutad=False), budget(2025, version=2, beslutad=False)

    def fragor(rad: Budget) -> int:
        with CaptureQueriesContext(connection) as fangade:
            budgetbild(rad)
        return len(fangade)

    assert fragor(fa) == fragor(manga) <= 18
