"""A claim from draft to attested: who may do what, what stops it, and what is kept of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from finsam.choices import Roll
from finsam.models import Anvandare
from insatser.actions import rekvisition as steg
from insatser.models import Insats, Rekvisition
from insatser.rekvisitionshinder import Hinder
from tests.conftest import SkapaAnvandare
from tests.insatser.exempel import insats

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rummen_ar_tysta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other rooms' hindrances have tests of their own."""
    monkeypatch.setattr(steg, "hinder", lambda insats, period: [])


@pytest.fixture
def en_insats() -> Insats:
    return insats(budget={2024: 1_000_000})


@pytest.fixture
def rekvisition(en_insats: Insats) -> Rekvisition:
    return Rekvisition.objects.create(insats=en_insats, period="2024-K1")


@pytest.fixture
def ansvarig(en_insats: Insats, insatsansvarig: Anvandare) -> Anvandare:
    en_insats.ansvariga.add(insatsansvarig)
    return insatsansvarig


def fyll(rekvisition: Rekvisition, vem: Anvandare, personal: int, lokal: int = 0) -> None:
    belopp = {"personal": Decimal(personal), "lokal": Decimal(lokal) if lokal else None}
    steg.spara_belopp(rekvisition, belopp, "", vem)


def inlamnad(rekvisition: Rekvisition, vem: Anvandare, personal: int = 250_000) -> Rekvisition:
    fyll(rekvisition, vem, personal)
    steg.lamna_in(rekvisition, vem)
    rekvisition.refresh_from_db()
    return rekvisition


def fel(gor: Any, *argument: Any) -> list[str]:
    with pytest.raises(ValidationError) as undantag:
        gor(*argument)
    return undantag.value.messages


def test_hela_vagen(
    rekvisition: Rekvisition, ansvarig: Anvandare, ekonom: Anvandare, kansli: Anvandare
) -> None:
    inlamnad(rekvisition, ansvarig)
    steg.skicka_ater(rekvisition, ekonom, "Underlag för hyran saknas.")
    steg.lamna_in(rekvisition, ansvarig)
    steg.attestera(rekvisition, ekonom)
    steg.attestera(rekvisition, kansli)
    rekvisition.refresh_from_db()
    assert rekvisition.status == "attesterad"
    assert (rekvisition.inlamnad_av, rekvisition.attest1_av) == (ansvarig, ekonom)
    assert rekvisition.attest2_av == kansli
    assert [(h.fran, h.till, h.ord, h.av) for h in rekvisition.handelser.all()] == [
        ("utkast", "inlamnad", "", ansvarig),
        ("inlamnad", "ater", "Underlag för hyran saknas.", ekonom),
        ("ater", "inlamnad", "", ansvarig),
        ("inlamnad", "granskad", "", ekonom),
        ("granskad", "attesterad", "", kansli),
    ]
    assert rekvisition.history.latest().history_user == kansli


def test_tva_olika_personer_attesterar_och_ingen_sin_egen(
    rekvisition: Rekvisition, kansli: Anvandare, ekonom: Anvandare
) -> None:
    inlamnad(rekvisition, kansli)
    assert fel(steg.attestera, rekvisition, kansli) == [
        "Den som lämnat in en rekvisition får inte attestera den."
    ]
    steg.attestera(rekvisition, ekonom)
    assert fel(steg.attestera, rekvisition, ekonom) == [
        "Den andra attesten ska göras av en annan person."
    ]
    rekvisition.refresh_from_db()
    assert rekvisition.status == "granskad"


def test_ater_tar_bort_den_forsta_attesten(
    rekvisition: Rekvisition, ansvarig: Anvandare, ekonom: Anvandare
) -> None:
    inlamnad(rekvisition, ansvarig)
    steg.attestera(rekvisition, ekonom)
    steg.skicka_ater(rekvisition, ekonom, "Fel belopp.")
    rekvisition.refresh_from_db()
    assert (rekvisition.status, rekvisition.attest1_av) == ("ater", None)


def test_overstiger_beviljade_medel(
    en_insats: Insats, rekvisition: Rekvisition, ansvarig: Anvandare
) -> None:
    inlamnad(rekvisition, ansvarig, 700_000)
    andra = Rekvisition.objects.create(insats=en_insats, period="2024-K2")
    fyll(andra, ansvarig, 300_000, lokal=500)
    # 1 000 000 - 700 000 = 300 000 left; 300 500 is 500 too much.
    assert fel(steg.lamna_in, andra, ansvarig) == [
        "Rekvisitionen överstiger beviljade medel med 500\u00a0kr."
    ]
    fyll(andra, ansvarig, 300_000)
    steg.lamna_in(andra, ansvarig)


def test_ar_for_sig(en_insats: Insats, ansvarig: Anvandare) -> None:
    """The grant of one year is not used for another, though the insats runs over both."""
    nasta_ar = Rekvisition.objects.create(insats=en_insats, period="2025-K1")
    fyll(nasta_ar, ansvarig, 1)
    assert fel(steg.lamna_in, nasta_ar, ansvarig) == [
        "Rekvisitionen överstiger beviljade medel med 1\u00a0kr."
    ]


def test_overskridande_tillats_vid_namn_och_med_skal(
    rekvisition: Rekvisition, ansvarig: Anvandare, forbundschef: Anvandare
) -> None:
    fyll(rekvisition, ansvarig, 1_000_001)
    assert fel(steg.tillat_overskridande, rekvisition, forbundschef, " ") == [
        "Ange skälet till att beviljade medel får överskridas."
    ]
    steg.tillat_overskridande(rekvisition, forbundschef, "Beslut § 12.")
    steg.lamna_in(rekvisition, ansvarig)
    rekvisition.refresh_from_db()
    assert (rekvisition.status, rekvisition.overskrids_av) == ("inlamnad", forbundschef)
    assert rekvisition.handelser.first().ord == (  # type: ignore[union-attr]
        "Överskridande med 1\u00a0kr tillåts: Beslut § 12."
    )
    assert rekvisition.overskrids_belopp == 1


def test_tillatelsen_galler_inte_ett_storre_belopp(
    rekvisition: Rekvisition, ansvarig: Anvandare, forbundschef: Anvandare
) -> None:
    fyll(rekvisition, ansvarig, 1_000_001)
    steg.tillat_overskridande(rekvisition, forbundschef, "Beslut § 12.")
    fyll(rekvisition, ansvarig, 1_000_002)
    assert fel(steg.lamna_in, rekvisition, ansvarig) == [
        "Rekvisitionen överstiger beviljade medel med 2\u00a0kr."
    ]


def test_tillatelsen_galler_sitt_belopp_nar_andra_tar_av_medlen(
    en_insats: Insats, rekvisition: Rekvisition, ansvarig: Anvandare, klient: Any
) -> None:
    fyll(rekvisition, ansvarig, 1_000_001)
    chef, adress = klient(Roll.FORBUNDSCHEF), rekvisition.get_absolute_url()
    chef.post(f"{adress}overskrid/", {"overskrid-ord": "Beslut § 12."})
    sida = chef.get(adress).content.decode()
    assert "högst 1,00 kr: Beslut § 12." in sida and "overskrid/" not in sida
    inlamnad(Rekvisition.objects.create(insats=en_insats, period="2024-K2"), ansvarig, 4)
    # 1 000 001 + 4 of 1 000 000: 5 above, where 1 was allowed.
    mening = "Rekvisitionen överstiger beviljade medel med 5\u00a0kr; högst 1\u00a0kr är tillåtet."
    assert fel(steg.lamna_in, rekvisition, ansvarig) == [mening]
    # The leave is asked for again, now for 5.
    assert "overskrid/" in chef.get(adress).content.decode()
    chef.post(f"{adress}overskrid/", {"overskrid-ord": "Beslut § 13."})
    steg.lamna_in(rekvisition, ansvarig)


def test_den_som_ryms_behover_ingen_tillatelse(
    rekvisition: Rekvisition, ansvarig: Anvandare, forbundschef: Anvandare
) -> None:
    fyll(rekvisition, ansvarig, 1_000_000)
    assert fel(steg.tillat_overskridande, rekvisition, forbundschef, "Säkert.") == [
        "Rekvisitionen ryms inom beviljade medel."
    ]


def test_utanfor_beviljad_period(en_insats: Insats, ansvarig: Anvandare) -> None:
    sen = Rekvisition.objects.create(insats=en_insats, period="2026-K1")
    fyll(sen, ansvarig, 1)
    assert fel(steg.lamna_in, sen, ansvarig)[0] == (
        "Insatsen är beviljad 2024-01-01–2025-12-31; rekvisitionen avser 2026-K1."
    )


@pytest.mark.parametrize("stoppar", [True, False])
def test_rummens_hinder(
    rekvisition: Rekvisition, ansvarig: Anvandare, monkeypatch: pytest.MonkeyPatch, stoppar: bool
) -> None:
    saknas = "Kvartalsrapport 2024-K1 saknas; den skulle ha lämnats 2024-04-30."
    monkeypatch.setattr(steg, "hinder", lambda insats, period: [Hinder(saknas, stoppar)])
    fyll(rekvisition, ansvarig, 1)
    if stoppar:
        assert fel(steg.lamna_in, rekvisition, ansvarig) == [saknas]
    else:
        steg.lamna_in(rekvisition, ansvarig)


@pytest.mark.parametrize(
    ("period", "slut", "varnar"),
    [
        ("2024-K4", date(2025, 12, 31), True),
        ("2024-K3", date(2025, 12, 31), False),
        ("2024-K2", date(2024, 5, 31), True),  # the last claim of an insats that ends
    ],
)
def test_ej_nyttjade_medel(
    en_insats: Insats, kansli: Anvandare, period: str, slut: date, varnar: bool
) -> None:
    en_insats.slut = slut
    en_insats.save()
    sista = Rekvisition.objects.create(insats=en_insats, period=period)
    fyll(sista, kansli, 999_000)
    mening = (
        "Ej nyttjade medel 1\u00a0000\u00a0kr återgår till förbundet om ingen avvikelse godkänns."
    )
    assert (mening in [ett.text for ett in steg.medelshinder(sista)]) == varnar
    steg.lamna_in(sista, kansli)  # told, not stopped


def test_utan_belopp(rekvisition: Rekvisition, ansvarig: Anvandare) -> None:
    assert fel(steg.lamna_in, rekvisition, ansvarig) == ["Fyll i minst ett belopp."]


@pytest.mark.parametrize(
    ("gor", "vad"),
    [
        (lambda r, u: fyll(r, u, 1), "ändras"),
        (steg.lamna_in, "lämnas in"),
        (steg.ta_bort_utkast, "tas bort"),
    ],
    ids=["ändra", "lämna in", "ta bort"],
)
def test_inlamnad_ror_man_inte(
    rekvisition: Rekvisition, ansvarig: Anvandare, gor: Any, vad: str
) -> None:
    inlamnad(rekvisition, ansvarig)
    assert fel(gor, rekvisition, ansvarig) == [f"Rekvisitionen är inlämnad och kan inte {vad}."]


def test_tomt_belopp_tar_bort_raden(rekvisition: Rekvisition, kansli: Anvandare) -> None:
    fyll(rekvisition, kansli, 100, lokal=50)
    fyll(rekvisition, kansli, 100)
    assert [(p.kostnadsslag, p.belopp) for p in rekvisition.poster.all()] == [("personal", 100)]


def test_ledamot_ser_inga_rekvisitioner_och_ansvarig_bara_sina(
    rekvisition: Rekvisition, ansvarig: Anvandare, klient: Any, anvandare: SkapaAnvandare
) -> None:
    annans = Rekvisition.objects.create(insats=insats(2), period="2024-K1")
    client = klient(ansvarig)
    assert client.get(rekvisition.get_absolute_url()).status_code == 200
    for adress in ("", "belopp/"):
        assert client.get(f"{annans.get_absolute_url()}{adress}").status_code == 404
    for adress in ("lamna-in/", "summa/", "ta-bort/", "bilagor/"):
        assert client.post(f"{annans.get_absolute_url()}{adress}").status_code == 404
    lista = client.get("/insatser/rekvisitioner/")
    assert [rad.record for rad in lista.context["table"].rows] == [rekvisition]
    assert klient(Roll.LEDAMOT).get(rekvisition.get_absolute_url()).status_code == 404
    # Nor may the insatsansvarig attest.
    assert client.post(f"{rekvisition.get_absolute_url()}attestera/").status_code == 404


def test_sidorna_fran_ny_till_inlamnad(ansvarig: Anvandare, en_insats: Insats, klient: Any) -> None:
    client = klient(ansvarig)
    ny = client.post(
        "/insatser/rekvisitioner/ny/", {"insats": en_insats.pk, "period": "2024-K2"}, follow=True
    )
    rekvisition = Rekvisition.objects.get()
    assert "Kvar att rekvirera" in ny.content.decode()
    adress = rekvisition.get_absolute_url()
    raknat = client.post(f"{adress}summa/", {"personal": "400 000", "lokal": "x"}).content.decode()
    # 1 000 000 - 400 000; what cannot be read yet is not counted.
    assert "600\u00a0000,00" in raknat
    utan_skript = client.post(f"{adress}belopp/", {"personal": "400 000", "rakna": "1"})
    assert "600\u00a0000,00" in utan_skript.content.decode()
    assert not rekvisition.poster.exists()
    fel = client.post(f"{adress}belopp/", {"personal": "4 00"}).content.decode()
    assert "Beloppet ”4 00” kan inte tolkas." in fel and 'value="4 00"' in fel
    client.post(f"{adress}belopp/", {"personal": "1 000 001", "kommentar": "Enligt bifogat."})
    stopp = client.post(f"{adress}lamna-in/").content.decode()
    assert "Rekvisitionen överstiger beviljade medel med 1\u00a0kr." in stopp
    client.post(f"{adress}belopp/", {"personal": "1 000 000"})
    klart = client.post(f"{adress}lamna-in/", follow=True).content.decode()
    assert "Rekvisitionen är inlämnad." in klart


def test_steget_som_vagras_sager_varfor(
    rekvisition: Rekvisition, ansvarig: Anvandare, klient: Any
) -> None:
    fyll(rekvisition, ansvarig, 1_000_001)
    adress = rekvisition.get_absolute_url()
    client = klient(Roll.FORBUNDSCHEF)
    sida = client.post(f"{adress}ater/", {"ater-ord": "Hyran saknas"}).content.decode()
    assert "Rekvisitionen är utkast och kan inte skickas åter." in sida
    sida = client.post(f"{adress}overskrid/", {"overskrid-ord": " "}).content.decode()
    assert "måste fyllas i" in sida


def test_flera_rekvisitioner_i_samma_period_numreras(
    rekvisition: Rekvisition, kansli_klient: Any
) -> None:
    data = {"insats": rekvisition.insats_id, "period": "2024-K1"}
    kansli_klient.post("/insatser/rekvisitioner/ny/", data)
    assert sorted(Rekvisition.objects.values_list("lopnr", flat=True)) == [1, 2]


def test_beloppens_sida_oppnas_inte_nar_de_inte_far_andras(
    rekvisition: Rekvisition, ansvarig: Anvandare, klient: Any
) -> None:
    inlamnad(rekvisition, ansvarig)
    client, adress = klient(ansvarig), rekvisition.get_absolute_url()
    for svar in (
        client.get(f"{adress}belopp/", follow=True),
        client.post(f"{adress}belopp/", {"personal": "1"}, follow=True),
    ):
        assert svar.redirect_chain == [(adress, 302)]
        assert "Rekvisitionen är inlämnad och kan inte ändras." in svar.content.decode()
