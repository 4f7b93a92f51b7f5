"""The house rules that a machine can read: sizes, names, and what may stand where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROT: Path = settings.BASE_DIR
RUM = [Path(a.path) for a in apps.get_app_configs() if Path(a.path).is_relative_to(ROT)]
RUM = [rum for rum in RUM if rum.parent == ROT and ".venv" not in rum.parts]
PYTHON = sorted(fil for rum in RUM for fil in rum.rglob("*.py") if "migrations" not in fil.parts)
PROV = sorted((ROT / "tests").rglob("*.py"))
MALLAR = sorted((ROT / "templates").rglob("*.html"))
STATISKA = sorted(
    fil for andelse in ("css", "js") for fil in (ROT / "static").rglob(f"*.{andelse}")
)
# What is calculated and read without a database, so that it can be tested and reused without one.
RENA = re.compile(
    r"(/calculations(\.py|/)|ekonomi/(sie|uppstallning)/"
    r"|finsam/(money|periods|typografi|alfabet|fordelning)\.py|finsam/rapporter/dokument\.py)"
)
# Templates that a library asks for by name.
ANDRAS = ("account/", "allauth/", "mfa/", "usersessions/", "django/", "admin/")


def namn(fil: Path) -> str:
    return fil.relative_to(ROT).as_posix()


def langd(fil: Path) -> int:
    return len(fil.read_text("utf-8").splitlines())


def noder(fil: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(fil.read_text("utf-8")))


def test_det_finns_nagot_att_granska() -> None:
    assert len(RUM) >= 4 and len(PYTHON) > 50 and MALLAR and STATISKA


def test_filer_ar_korta() -> None:
    assert [namn(fil) for fil in PYTHON + PROV + STATISKA if langd(fil) > 500] == []
    assert [namn(fil) for fil in MALLAR if langd(fil) > 120] == []


def test_funktioner_ar_korta() -> None:
    for fil in PYTHON:
        tak = 30 if fil.name == "views.py" or fil.parent.name == "views" else 40
        for nod in noder(fil):
            if isinstance(nod, ast.FunctionDef):
                rader = (nod.end_lineno or nod.lineno) - nod.lineno + 1
                assert rader <= tak, f"{namn(fil)}: {nod.name} är {rader} rader"


def test_namn_ar_ascii_och_ingen_fil_heter_utils() -> None:
    assert [namn(fil) for fil in PYTHON if fil.name in ("utils.py", "helpers.py")] == []
    for fil in PYTHON + PROV:
        for nod in noder(fil):
            for falt in ("name", "id", "arg", "attr"):
                ord_ = getattr(nod, falt, "")
                assert not isinstance(ord_, str) or ord_.isascii(), f"{namn(fil)}: {ord_}"


def importer(fil: Path) -> Iterator[str]:
    for nod in noder(fil):
        if isinstance(nod, ast.Import):
            yield from (alias.name for alias in nod.names)
        elif isinstance(nod, ast.ImportFrom) and nod.module:
            yield nod.module


def test_det_som_raknas_kan_inte_django() -> None:
    rena = [fil for fil in PYTHON if RENA.search(fil.as_posix())]
    assert len(rena) > 5
    skyldiga = [
        f"{namn(fil)}: {modul}"
        for fil in rena
        for modul in importer(fil)
        if modul.split(".")[0] == "django" or ".models" in modul
    ]
    assert skyldiga == []
    klockor = [
        namn(fil)
        for fil in rena
        for nod in noder(fil)
        if isinstance(nod, ast.Attribute) and nod.attr in ("now", "today")
    ]
    assert klockor == []


@pytest.mark.parametrize("rum", RUM, ids=lambda rum: rum.name)
def test_modellernas_namn_borjar_med_liten_bokstav(rum: Path) -> None:
    for modell in apps.get_models(include_auto_created=False):
        if modell.__module__.split(".")[0] != rum.name or modell.__name__.startswith("Historical"):
            continue
        for ord_ in (modell._meta.verbose_name, modell._meta.verbose_name_plural):
            assert str(ord_)[0].islower() or str(ord_)[:2].isupper(), f"{modell.__name__}: {ord_}"
        # Django's own fallback is the class name in pieces: a name of one's own is asked for.
        assert "verbose_name" in modell._meta.original_attrs, modell.__name__


# The CSP refuses each of these, silently for the reader of the page.
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(\ssrc=|application/json))|javascript:", re.I
)
KOMMENTAR = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.S)


def test_ingen_stil_och_inget_skript_star_i_sidan() -> None:
    for fil in MALLAR:
        traff = INLINE.search(KOMMENTAR.sub("", fil.read_text("utf-8")))
        assert not traff, f"{namn(fil)}: {traff and traff[0]}"


def test_varje_mall_anvands() -> None:
    text = "".join(fil.read_text("utf-8") for fil in PYTHON + MALLAR + [ROT / "finsam/settings.py"])
    modeller = {
        f"{m._meta.app_label}/{m._meta.model_name}_{roll}.html"
        for m in apps.get_models()
        for roll in ("detail", "list", "form", "confirm_delete")
    }
    mallar = {fil.relative_to(ROT / "templates").as_posix() for fil in MALLAR}
    egna = {mall for mall in mallar if "/" in mall and not mall.startswith(ANDRAS)} - modeller
    assert sorted(mall for mall in egna if mall not in text) == []


def test_provens_las_ar_driftens_och_nagot_till() -> None:
    def paket(las: str) -> set[str]:
        rader = (ROT / las).read_text("utf-8").splitlines()
        # Markers differ where a test package wants the same package everywhere.
        return {rad.split(" ")[0] for rad in rader if re.match(r"[a-z0-9]", rad)}

    assert paket("requirements.lock") < paket("requirements-test.lock")
