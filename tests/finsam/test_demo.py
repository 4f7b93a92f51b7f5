"""The demo's own data: who gets in, with what, and whose database is left alone."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command

from finsam.choices import Roll
from finsam.demodata import ar_demons_databas, inloggningar, nytt_losenord
from finsam.models import Anvandare, Forbund

pytestmark = pytest.mark.django_db


def test_en_inloggning_per_roll_som_bara_agaren_kan_lasa(tmp_path: Path) -> None:
    fil = tmp_path / "inloggningar.json"
    losenord = inloggningar(fil)
    assert list(losenord) == list(Roll)
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600
    for roll, ord_ in losenord.items():
        anvandare = Anvandare.objects.get(email=f"{roll}@demo.example")
        assert anvandare.roll == roll
        assert anvandare.check_password(ord_)
        assert not (anvandare.is_superuser or anvandare.is_staff)
        assert EmailAddress.objects.get(user=anvandare).verified


def test_losenorden_ar_desamma_nasta_gang(tmp_path: Path) -> None:
    fil = tmp_path / "inloggningar.json"
    forsta = inloggningar(fil)
    assert inloggningar(fil) == forsta
    Anvandare.objects.all().delete()  # a new database with the old file beside it
    assert inloggningar(fil) == forsta
    assert Anvandare.objects.get(email="ekonom@demo.example").check_password(forsta[Roll.EKONOM])


def test_forlorad_fil_ger_nya_losenord_som_galler(tmp_path: Path) -> None:
    fil = tmp_path / "inloggningar.json"
    forsta = inloggningar(fil)
    fil.unlink()
    andra = inloggningar(fil)
    assert andra != forsta == json.loads(json.dumps(forsta))
    assert Anvandare.objects.get(email="revisor@demo.example").check_password(andra[Roll.REVISOR])


def test_losenord_ar_langa_nog_och_olika() -> None:
    flera = {nytt_losenord() for _ in range(50)}
    assert len(flera) == 50
    assert {len(ord_) for ord_ in flera} == {19}  # 4 × 4 tecken och 3 streck; kravet är 15


def test_tom_databas_och_demons_egen_duger(tmp_path: Path) -> None:
    assert ar_demons_databas()
    inloggningar(tmp_path / "inloggningar.json")
    Forbund.objects.create(namn="Exempelförbundet")
    assert ar_demons_databas()


@pytest.mark.parametrize("vad", ["forbund", "anvandare"])
def test_annans_databas_ror_demon_inte(vad: str, tmp_path: Path, settings: Any) -> None:
    settings.VAR_DIR = tmp_path
    if vad == "forbund":
        Forbund.objects.create(namn="Ett förbund i drift")
    else:
        Anvandare.objects.create_user(username="a", email="a@forbund.example", roll=Roll.EKONOM)
    with pytest.raises(CommandError, match="som demon inte har lagt in"):
        call_command("demo", "--forbered")
    assert not Anvandare.objects.filter(email__endswith="@demo.example").exists()
    assert list(tmp_path.iterdir()) == []


def test_demon_kraver_att_http_utan_tls_ar_valt(settings: Any) -> None:
    settings.INSECURE_HTTP = False
    with pytest.raises(CommandError, match="INSECURE_HTTP=true"):
        call_command("demo", "--forbered")
