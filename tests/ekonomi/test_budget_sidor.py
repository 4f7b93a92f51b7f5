"""The budget's pages: what is typed is read by the server, said at the cell, and never lost."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ekonomi.actions import budget as steg
from ekonomi.actions.budget import Postinnehall
from ekonomi.actions.rakenskapsar import stang_rakenskapsar
from ekonomi.forms.budgetmanader import Manadsform
from ekonomi.forms.budgetruta import Postform
from ekonomi.imports.inklistrat import tolka
from ekonomi.models import Budget, Rakenskapsar
from ekonomi.selectors.budget import budgetbild, postvarden
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
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
NBSP = "\u00a0"
Lasare = Callable[[bytes], list[str]]


@pytest.fixture(autouse=True)
def forbundet(db: None) -> None:
    grund()
    bokslut(2023)
    budget(2024)


@pytest.fixture
def forslag() -> Budget:
    return budget(2025, beslutad=False)


def ifylld(form: Postform | Manadsform, **andrat: str) -> dict[str, str]:
    """What the page would send as it stands, with some of it changed."""
    data = {}
    for namn, falt in form.fields.items():
        varde = falt.prepare_value(form[namn].value()) if "belopp" in namn else form[namn].value()
        data[namn] = "" if varde is None else str(varde)
    return data | andrat


def belopp(rad: Budget) -> dict[object, Decimal]:
    return {nyckel: varde.belopp for nyckel, varde in postvarden(rad).items()}


def skriv(client: Client, rad: Budget, **andrat: str) -> str:
    data = ifylld(Postform(bild=budgetbild(rad)), **andrat)
    svar = client.post(reverse("ekonomi:budget_update", args=[rad.pk]), data, follow=True)
    return str(svar.content.decode())


@pytest.mark.parametrize(
    ("text", "tal"),
    [
        ("−610 000", -610_000),
        (f"-610{NBSP}000 kr", -610_000),
        ("-610\u202f000,50", D("-610000.50")),
        ("-610000", -610_000),
    ],
)
def test_belopp_som_excel_skriver_dem(
    ekonom_klient: Client, forslag: Budget, text: str, tal: Decimal
) -> None:
    assert "Sparat: 1 post är ändrad." in skriv(
        ekonom_klient, forslag, **{f"belopp-{LON.kod}": text}
    )
    assert belopp(forslag)[LON] == tal


def test_ett_olasligt_belopp_sags_vid_rutan_och_star_kvar(
    ekonom_klient: Client, forslag: Budget
) -> None:
    andrat = {f"belopp-{LON.kod}": "4 682 00", f"belopp-{ARVODE.kod}": "-55 000"}
    sida = skriv(ekonom_klient, forslag, **andrat)
    assert "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel 4 682 000." in sida
    assert 'value="4 682 00"' in sida and 'value="-55 000"' in sida
    assert f'href="#id_belopp-{LON.kod}"' in sida  # the summary leads to the cell
    assert belopp(forslag) == POSTER


def test_tomt_belopp_tar_bort_och_ifyllt_forslag_lagger_till(
    ekonom_klient: Client, forslag: Budget
) -> None:
    andrat = {f"belopp-{LOTS.kod}": "", f"belopp-{BRO.kod}": "-600 000"}
    skriv(ekonom_klient, forslag, **andrat)
    assert LOTS not in belopp(forslag) and belopp(forslag)[BRO] == -600_000


def test_ny_post_pa_egen_rad(ekonom_klient: Client, forslag: Budget) -> None:
    rad = {"ny-konto-0": "6110", "ny-block-0": "20", "ny-belopp-0": "-30 000"}
    skriv(ekonom_klient, forslag, **rad, **{"ny-kommentar-0": "Papper"})
    post = forslag.poster.get(konto__nummer="6110")
    assert (post.belopp, post.kostnadsblock.kod, post.kommentar) == (-30_000, "20", "Papper")


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        ({"ny-belopp-0": "-30 000"}, "Välj konto."),
        ({"ny-konto-0": "6110"}, "Ange ett belopp."),
        (
            {"ny-konto-0": "5110", "ny-block-0": "20", "ny-belopp-0": "-1"},
            "Posten för konto, block och insats finns redan.",
        ),
        ({f"kommentar-{BRO.kod}": "Startar i juli"}, "Ange beloppet som kommentaren gäller."),
    ],
)
def test_fel_pa_en_rad_sags_dar(
    ekonom_klient: Client, forslag: Budget, rad: dict[str, str], mening: str
) -> None:
    assert mening in skriv(ekonom_klient, forslag, **rad)
    assert belopp(forslag) == POSTER


def test_rakna_visar_summorna_och_sparar_ingenting(ekonom_klient: Client, forslag: Budget) -> None:
    sida = skriv(ekonom_klient, forslag, rakna="1", **{f"belopp-{LON.kod}": "-700 000"})
    # 1 000 000 − 400 000 − 50 000 − 700 000 = −150 000
    assert f"−150{NBSP}000{NBSP}kr" in sida.split('id="resultat"')[1]
    assert belopp(forslag) == POSTER


def test_fler_rader_behaller_det_skrivna(ekonom_klient: Client, forslag: Budget) -> None:
    sida = skriv(ekonom_klient, forslag, fler="1", **{"ny-kommentar-2": "Kvar"})
    assert 'value="Kvar"' in sida and 'name="ny-konto-7"' in sida and "ny-konto-8" not in sida


def test_tva_som_skriver_samtidigt_skriver_inte_over_varandra(
    ekonom_klient: Client, forslag: Budget
) -> None:
    min_sida = ifylld(Postform(bild=budgetbild(forslag)), **{f"belopp-{LON.kod}": "-1"})
    skriv(ekonom_klient, forslag, **{f"belopp-{ARVODE.kod}": "-60 000"})
    adress = reverse("ekonomi:budget_update", args=[forslag.pk])
    svar = ekonom_klient.post(adress, min_sida)
    sida = svar.content.decode()
    assert "Budgeten har ändrats sedan sidan öppnades." in sida
    assert f"Sparat nu: −60{NBSP}000" in sida  # what the other has stored stands beside
    assert belopp(forslag)[ARVODE] == -60_000 and belopp(forslag)[LON] == -600_000
    nu = svar.context["form"]["stand"].value()
    assert ekonom_klient.post(adress, {**min_sida, "stand": nu}).status_code == 302
    assert belopp(forslag)[LON] == -1


def test_den_som_sparar_efter_att_sidan_last_posterna_skriver_inte_over(
    ekonom_klient: Client, ekonom: Anvandare, forslag: Budget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the form's look and the lock: the other one is first."""
    min_sida = ifylld(Postform(bild=budgetbild(forslag)), **{f"belopp-{LON.kod}": "-1"})
    riktig = steg.spara_poster

    def hinner_fore(*args: Any) -> int:
        riktig(forslag, {ARVODE: Postinnehall(D(-60_000))}, ekonom)
        return riktig(*args)

    monkeypatch.setattr(steg, "spara_poster", hinner_fore)
    adress = reverse("ekonomi:budget_update", args=[forslag.pk])
    svar = ekonom_klient.post(adress, min_sida)
    assert "Budgeten har ändrats sedan sidan öppnades." in svar.content.decode()
    assert belopp(forslag)[ARVODE] == -60_000 and belopp(forslag)[LON] == -600_000
    assert svar.context["form"]["stand"].value() == budgetbild(forslag).stand


def test_rakna_tar_inte_bort_varningen(ekonom_klient: Client, forslag: Budget) -> None:
    min_sida = ifylld(Postform(bild=budgetbild(forslag)), **{f"belopp-{LON.kod}": "-1"})
    skriv(ekonom_klient, forslag, **{f"belopp-{ARVODE.kod}": "-60 000"})
    adress = reverse("ekonomi:budget_update", args=[forslag.pk])
    svar = ekonom_klient.post(adress, {**min_sida, "rakna": "1"})
    assert svar.context["form"]["stand"].value() == min_sida["stand"]


def test_det_som_beslutas_ar_det_som_visades(
    ekonom_klient: Client, ekonom: Anvandare, forslag: Budget
) -> None:
    adress = reverse("ekonomi:budget_faststall", args=[forslag.pk])
    data = {"samrad": "2024-11-06", "beslutad": "2024-11-20", "paragraf": "§ 40"}
    data["stand"] = ekonom_klient.get(adress).context["stand"]
    steg.spara_poster(forslag, {LON: Postinnehall(D(-1))}, ekonom)
    svar = ekonom_klient.post(adress, data)
    assert "Budgeten har ändrats sedan sidan öppnades. Granska igen" in svar.content.decode()
    forslag.refresh_from_db()
    assert not forslag.last
    nu = svar.context["stand"]
    assert f'name="stand" value="{nu}"' in svar.content.decode() and nu != data["stand"]
    assert ekonom_klient.post(adress, {**data, "stand": nu}).status_code == 302


def test_bara_den_senast_beslutade_revideras(ekonom_klient: Client) -> None:
    aldre = Budget.objects.get(verksamhetsar=2024)
    nyare = budget(2024, version=2)
    assert "Revidera" not in ekonom_klient.get(aldre.get_absolute_url()).content.decode()
    assert "Revidera" in ekonom_klient.get(nyare.get_absolute_url()).content.decode()
    svar = ekonom_klient.post(reverse("ekonomi:budget_revidera", args=[aldre.pk]), follow=True)
    assert "Version 2 är beslutad senare: revidera den i stället." in svar.content.decode()
    assert not Budget.objects.forslag().exists()


def test_per_manad_fran_jamnt_och_beloppet_foljer_manaderna(
    ekonom_klient: Client, forslag: Budget
) -> None:
    skriv(ekonom_klient, forslag, **{f"fordelning-{LON.kod}": "manad"})
    assert postvarden(forslag)[LON].manader == (D(-50_000),) * 12
    sida = skriv(ekonom_klient, forslag, **{f"belopp-{LON.kod}": "-1"})
    assert f"Månaderna summerar till −600{NBSP}000{NBSP}kr." in sida
    adress = reverse("ekonomi:budget_manader", args=[forslag.pk])
    data = ifylld(Manadsform(bild=budgetbild(forslag)), **{f"m12-{LON.kod}": "−60 000"})
    assert ekonom_klient.post(adress, data).status_code == 302
    assert belopp(forslag)[LON] == -610_000  # 11 × 50 000 + 60 000


def test_halvfyllda_manader_sags_och_en_rad_fylls_jamnt(
    ekonom_klient: Client, forslag: Budget
) -> None:
    adress = reverse("ekonomi:budget_manader", args=[forslag.pk])
    data = ifylld(Manadsform(bild=budgetbild(forslag)), **{f"m1-{LON.kod}": "-1"})
    sida = ekonom_klient.post(adress, data).content.decode()
    assert "Fyll i alla tolv månaderna, med 0 där inget budgeteras, eller ingen." in sida
    sida = ekonom_klient.post(adress, {**data, "jamnt": LON.kod}).content.decode()
    assert sida.count(f'value="−50{NBSP}000"') == 12
    assert postvarden(forslag)[LON].manader is None


def test_inklistrade_rader_forstas_som_filens_celler() -> None:
    text = (
        "3010\t\t\t1 100 000 kr\r\n5110\t20\t\t−650 000\r\n4531\t\tLots\t-300\u00a0000,00\r\n"
        + "\t".join(["5010", "10", "", "", *["-5000"] * 12])
        + "\r\n\r\n"
    )
    inklistrat = tolka(text, {LON: "Avtal"})
    assert inklistrat.antal_fel == 0
    innehall = inklistrat.innehall()
    assert {nyckel: post.belopp for nyckel, post in innehall.items()} == {
        AVGIFT: 1_100_000, LON: -650_000, LOTS: -300_000, ARVODE: -60_000,
    }  # fmt: skip
    assert innehall[LON].kommentar == "Avtal"
    assert innehall[ARVODE].manader == (D(-5000),) * 12


def test_rubriker_ger_kolumnernas_ordning() -> None:
    inklistrat = tolka("Belopp\tKommentar\tKonto\tKostnadsblock\n-1\tPapper\t6110\t20\n", {})
    ((nyckel, post),) = inklistrat.innehall().items()
    assert (nyckel.konto, nyckel.block, post.belopp, post.kommentar) == ("6110", "20", -1, "Papper")


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        ("9999\t\t\t1", "Konto: Kontot 9999 finns inte i kontoplanen."),
        ("5110\t99\t\t1", "Kostnadsblock: Kostnadsblocket ”99” finns inte."),
        ("5110\t20\t\t4 682 00", "Beloppet ”4 682 00” kan inte tolkas."),
        ("5110\t20", "Ange ett belopp."),
        ("\t20\t\t5", "Ange konto."),
        ("5110\t20\t\t\t1\t2", "Fyll i alla tolv månaderna"),
        ("5110\t20\t\t5" + "\t1" * 12, "Månaderna summerar inte till beloppet."),
        ("3010\t\t\t1\n3010\t\t\t2", "Raden upprepar rad 1."),
    ],
)
def test_en_rad_som_inte_gar_att_lasa(rad: str, mening: str) -> None:
    (fel,) = (ett.fel for ett in tolka(rad, {}).rader if ett.fel)
    assert fel[0].startswith(mening)


def test_inklistrat_visas_innan_det_sparas(ekonom_klient: Client, forslag: Budget) -> None:
    adress = reverse("ekonomi:budget_klistra", args=[forslag.pk])
    rader = "5110\t20\t\t-650 000\n6110\t20\t\t-10"
    sida = ekonom_klient.post(adress, {"rader": rader}).content.decode()
    assert "Spara raderna" in sida and "Ny</td>" in sida and "Ändrad</td>" in sida
    assert belopp(forslag) == POSTER
    fel = f"{rader}\n9999\t\t\t1"
    sida = ekonom_klient.post(adress, {"rader": fel, "bekrafta": "1"}).content.decode()
    assert "Spara raderna" not in sida and "9999\t\t\t1" in sida
    assert belopp(forslag) == POSTER
    assert ekonom_klient.post(adress, {"rader": rader, "bekrafta": "1"}).status_code == 302
    assert belopp(forslag)[LON] == -650_000


def test_fastall_sidan_varnar_och_vagrar(ekonom_klient: Client) -> None:
    rad = budget(2025, {LON: -700_000}, beslutad=False)
    adress = reverse("ekonomi:budget_faststall", args=[rad.pk])
    sida = ekonom_klient.get(adress).content.decode()
    # Free equity 100 000 when 2023 ended, and 2024 is planned at −50 000.
    assert f"Underskottet 700{NBSP}tkr är större än fritt eget kapital 50{NBSP}tkr." in sida
    svar = ekonom_klient.post(adress, {"beslutad": "2024-12-02", "paragraf": "§ 40"})
    sida = svar.content.decode()
    assert "Samråd med medlemmarna ska vara genomfört före beslutet." in sida
    assert "Budgeten ska fastställas senast 30 november." in sida
    data = {"samrad": "2024-11-06", "beslutad": "2024-11-20", "paragraf": "§ 40"}
    assert ekonom_klient.post(adress, data).status_code == 302
    # Locked: each page that would change it leads back with the reason.
    for namn in ("update", "manader", "klistra", "faststall", "delete"):
        svar = ekonom_klient.post(reverse(f"ekonomi:budget_{namn}", args=[rad.pk]), {}, follow=True)
        assert "Budgeten är fastställd och ändras inte: revidera den." in svar.content.decode()
    uppgifter = reverse("ekonomi:budget_uppgifter", args=[rad.pk])
    assert ekonom_klient.post(uppgifter, {"kommentar": "x"}).status_code == 404
    assert belopp(rad) == {LON: -700_000}


def test_revideringens_andringar_visas_post_for_post(ekonom_klient: Client) -> None:
    rad = Budget.objects.get(verksamhetsar=2024)
    ekonom_klient.post(reverse("ekonomi:budget_revidera", args=[rad.pk]))
    ny = Budget.objects.get(version=2)
    skriv(ekonom_klient, ny, **{f"belopp-{LON.kod}": "-610 000", f"belopp-{LOTS.kod}": ""})
    adress = reverse("ekonomi:budget_diff", args=[ny.pk])
    sida = ekonom_klient.get(adress).content.decode()
    assert "Borttagen" in sida and "Ändrad" in sida and f"−10{NBSP}000" in sida
    assert f"från −50{NBSP}000{NBSP}kr till 340{NBSP}000{NBSP}kr" in sida  # 400 000 − 10 000 more


def test_en_ledamot_ser_inga_forslag(ledamot_klient: Client, forslag: Budget) -> None:
    for namn in ("detail", "csv", "diff"):
        assert (
            ledamot_klient.get(reverse(f"ekonomi:budget_{namn}", args=[forslag.pk])).status_code
            == 404
        )
    fast = Budget.objects.get(verksamhetsar=2024)
    sida = ledamot_klient.get(fast.get_absolute_url()).content.decode()
    assert "Fastställd" in sida and "Revidera" not in sida


def test_en_ledamot_ser_utfallet_av_stangda_ar(
    ledamot_klient: Client, ekonom_klient: Client
) -> None:
    adress = budget(2025).get_absolute_url()
    # 2023 is open: its −20 000 of salaries is for those who keep the books.
    sida = ledamot_klient.get(adress).content.decode()
    assert "Utfall 2023" not in sida and f"−20{NBSP}000" not in sida
    assert "Utfall 2023" in ekonom_klient.get(adress).content.decode()
    stang_rakenskapsar(Rakenskapsar.objects.get(), None)
    assert "Utfall 2023" in ledamot_klient.get(adress).content.decode()


def test_en_ledamot_jamfor_inte_med_ett_forslag(
    ledamot_klient: Client, ekonom_klient: Client
) -> None:
    budget(2025, {LON: -777_000}, beslutad=False)
    adress = budget(2026).get_absolute_url()
    sida = ledamot_klient.get(adress).content.decode()
    assert "Budget 2025" not in sida and f"−777{NBSP}000" not in sida
    assert f"−777{NBSP}000" in ekonom_klient.get(adress).content.decode()


def fil(client: Client, rad: Budget) -> bytes:
    return b"".join(client.get(reverse("ekonomi:budget_csv", args=[rad.pk])))  # type: ignore[arg-type]


@pytest.fixture
def las(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """Reads the bytes in as budget.csv and gives the faults."""

    def las_filen(innehall: bytes) -> list[str]:
        (tmp_path / "budget.csv").write_bytes(innehall)
        return [str(fel) for fel in las_in(filer_i(tmp_path)).alla_fel]

    return las_filen


def test_versionens_fil_gar_att_lasa_in_igen(
    ekonom_klient: Client, forslag: Budget, las: Lasare
) -> None:
    innehall = fil(ekonom_klient, forslag)
    assert las(innehall) == [] and belopp(forslag) == POSTER
    assert las(innehall.replace(b"-600000,00", b"-610000,00").replace(b"-600000", b"-610000")) == []
    assert belopp(forslag)[LON] == -610_000
    adress = reverse("ekonomi:budget_las_in")
    svar = ekonom_klient.post(adress, {"fil": SimpleUploadedFile("vilken som helst.csv", innehall)})
    assert svar.status_code == 302 and "/inlasning/" in svar["Location"]
    svar = ekonom_klient.post(adress, {"fil": SimpleUploadedFile("budget.pdf", b"%PDF")})
    assert "Filtypen .pdf tillåts inte." in svar.content.decode()


def test_ingen_fil_andrar_en_beslutad_budget(
    ekonom_klient: Client, forslag: Budget, las: Lasare
) -> None:
    fast = Budget.objects.get(verksamhetsar=2024)
    innehall = fil(ekonom_klient, fast)
    assert las(innehall) == []  # unchanged rows are no change
    (fel,) = las(innehall.replace(b"-600000", b"-610000"))
    assert "Budgeten är fastställd: revidera den på dess sida." in fel
    rubriker, *rader = innehall.decode("utf-8-sig").splitlines()
    ny = rader[0].replace("3010", "6110")
    assert "revidera den på dess sida" in las("\n".join([rubriker, *rader, ny]).encode())[0]
    # Nor does it decide on a proposal.
    beslutat = (
        fil(ekonom_klient, forslag)
        .decode("utf-8-sig")
        .replace(";Förslag;;;;;", ";Fastställd;2024-11-20;§ 40;;2024-11-06;")
    )
    assert any("fastställ den på dess sida" in ett for ett in las(beslutat.encode()))
    assert belopp(fast) == POSTER


def test_en_ersatt_budget_sager_vad_som_galler(revisor_klient: Client) -> None:
    """2024 is fastställd as version 1 and revised as version 2: the first points at the second."""
    forsta = Budget.objects.get(verksamhetsar=2024)
    andra = budget(2024, version=2, status="reviderad")
    ersatt = "Den här budgeten gäller inte längre."
    sidor = {b.version: revisor_klient.get(b.get_absolute_url()) for b in (forsta, andra)}
    assert ersatt in sidor[1].text and f'href="{andra.get_absolute_url()}"' in sidor[1].text
    assert ersatt not in sidor[2].text
