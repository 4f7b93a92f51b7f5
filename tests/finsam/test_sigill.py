"""The sealed log: complete, chained, and closed to changes."""

from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from finsam.choices import Handelseslag, Handelsevag, Medlemstyp, Roll
from finsam.models import Anvandare, Folkmangd, Forbund, Medlem, Sigill
from finsam.querysets import SpardQuerySet, UtanHistorik
from finsam.sigill import FORSTA, granska, hash_av, huvud
from finsam.triggers import TEXT, lay_triggers
from tests.conftest import SkapaKlient

pytestmark = pytest.mark.django_db


@pytest.fixture
def medlem() -> Medlem:
    """Created and changed once: two seals."""
    medlem = Medlem.objects.create(namn="Heby kommun", kortnamn="Heby", typ=Medlemstyp.KOMMUN)
    medlem.kortnamn = "Heby k:n"
    medlem.save()
    return medlem


def test_varje_handelse_far_ett_sigill_som_bygger_pa_det_forra(medlem: Medlem) -> None:
    forsta, andra = Sigill.objects.om(medlem).order_by("pk")
    assert (forsta.handelse, andra.handelse) == (Handelseslag.SKAPAD, Handelseslag.ANDRAD)
    assert (forsta.forra, andra.forra) == (FORSTA, forsta.hash)
    assert andra.hash == hash_av(andra) == huvud()
    assert (forsta.falt["kortnamn"], andra.falt["kortnamn"]) == ("Heby", "Heby k:n")
    assert andra.vag == Handelsevag.KOMMANDO


def test_hel_historik_med_alla_slags_falt(medlem: Medlem) -> None:
    # Dates as text, decimals with few digits, lists: as the forms and the files give them.
    Folkmangd.objects.create(medlem=medlem, datum="2024-11-01", antal="14000")  # type: ignore[misc]
    Forbund.objects.create(namn="Provförbundet", andel_stat=Decimal("0.5"), rapportperioder=["H1"])
    medlem.tom = date(2024, 12, 31)
    medlem.save()
    assert list(granska()) == []


def test_en_andrad_rad_pekas_ut(medlem: Medlem) -> None:
    forsta = Sigill.objects.om(medlem).earliest("pk")
    Sigill.objects.filter(pk=forsta.pk).update(objekt="Knivsta kommun")
    (fel,) = granska()
    assert fel.startswith(f"Rad {forsta.pk} (Skapad: Knivsta kommun): innehållet är ändrat")


def test_en_borttagen_rad_pekas_ut(medlem: Medlem) -> None:
    forsta, andra = Sigill.objects.om(medlem).order_by("pk")
    Sigill.objects.filter(pk=forsta.pk).delete()
    kedjan, historiken = granska()
    assert kedjan.startswith(f"Rad {andra.pk} (Ändrad: Heby kommun): kedjan är bruten")
    assert historiken.endswith("har inget sigill.")


def test_en_andrad_historikrad_pekas_ut(medlem: Medlem) -> None:
    rad = medlem.history.first()  # type: ignore[attr-defined]
    medlem.history.filter(pk=rad.pk).update(kortnamn="Annat")  # type: ignore[attr-defined]
    assert list(granska()) == [
        f"Historiken för medlem, rad {rad.pk}, är ändrad efter sigilleringen."
    ]


def test_kommandot_sager_hel_eller_bruten(medlem: Medlem) -> None:
    ut = StringIO()
    call_command("verifiera_logg", sigill=huvud(), stdout=ut)
    assert "Historiken är hel: 2 händelser." in ut.getvalue()
    with pytest.raises(CommandError, match="finns inte i kedjan"):
        call_command("verifiera_logg", sigill="f" * 64)
    Sigill.objects.update(skal="påhittat")
    with pytest.raises(CommandError, match="innehållet är ändrat"):
        call_command("verifiera_logg")


@pytest.mark.parametrize("vad", ["UPDATE {} SET {}", "DELETE FROM {}"])
@pytest.mark.parametrize(
    ("tabell", "satt"),
    [("finsam_sigill", "skal = 'x'"), ("finsam_historicalmedlem", "namn = 'x'")],
)
def test_databasen_sjalv_vagrar(medlem: Medlem, vad: str, tabell: str, satt: str) -> None:
    lay_triggers()
    lay_triggers()  # A second migrate changes nothing.
    with (
        pytest.raises(DatabaseError, match=TEXT),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(vad.format(tabell, satt))
    # What is logged can still happen: deleting the member is one more row.
    medlem.delete()
    assert [s.handelse for s in Sigill.objects.order_by("pk")] == ["+", "~", "-"]
    assert list(granska()) == []


def test_skrivningar_forbi_historiken_vagras(medlem: Medlem) -> None:
    with pytest.raises(UtanHistorik):
        Medlem.objects.filter(pk=medlem.pk).update(kortnamn="x")
    with pytest.raises(UtanHistorik):
        Medlem.objects.bulk_create([Medlem(namn="x")])
    with pytest.raises(UtanHistorik):
        medlem.folkmangder.bulk_update([], ["antal"])


def sparade() -> list[Any]:
    return [m for m in apps.get_models() if hasattr(m._meta, "simple_history_manager_attribute")]


@pytest.mark.parametrize("modell", sparade(), ids=lambda m: m.__name__)
def test_varje_modell_med_historik_ar_vaktad(modell: Any) -> None:
    # Users keep Django's own manager, which makes them with a hashed password.
    assert modell is Anvandare or isinstance(modell._default_manager.all(), SpardQuerySet)


def test_inloggningen_ar_ingen_andring_men_rollen_ar_det(klient: SkapaKlient) -> None:
    klient(Roll.KANSLI)  # logs in, which writes last_login
    anvandare = Anvandare.objects.get()
    assert [s.handelse for s in Sigill.objects.om(anvandare)] == ["+"]
    anvandare.roll = Roll.EKONOM
    anvandare.save()
    senaste = Sigill.objects.om(anvandare).latest("pk")
    assert senaste.falt["roll"] == "ekonom"
    assert "password" not in senaste.falt


def test_anvandare_med_historik_kan_inte_tas_bort(klient: SkapaKlient) -> None:
    kansli = klient(Roll.KANSLI)
    kansli.post(
        "/medlemmar/ny/",
        {"namn": "Heby kommun", "kortnamn": "Heby", "typ": "kommun", "fran": "2024-01-01"},
    )
    anvandare = Anvandare.objects.get()
    sigill = Sigill.objects.om(Medlem.objects.get()).get()
    assert (sigill.anvandare, sigill.vag) == (anvandare, Handelsevag.WEBB)
    with pytest.raises(ProtectedError):
        anvandare.delete()
