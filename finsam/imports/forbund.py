"""forbund.toml ↔ the association's one row."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from finsam.choices import Bilagenumrering, Rytm
from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.radkontroll import kontrollera
from finsam.mapp.rapport import Andring, Filrapport, Handling, Planrad
from finsam.mapp.skrivning import spara
from finsam.models import Forbund
from finsam.permissions import Ratt
from finsam.tabular.export import taltext
from finsam.tabular.location import Anmarkning, Filfel, Plats
from finsam.tabular.textfile import bara_kommentarer, las_text, las_toml

# Key, what it means, an example.
NYCKLAR = (
    ("namn", "Förbundets namn.", "Samordningsförbundet Exempel"),
    ("orgnr", "Organisationsnummer.", "000000-0000"),
    ("sate", "Orten där förbundet har sitt säte.", "Exempelstad"),
    ("rytm", "Uppföljning per kvartal eller tertial.", "kvartal"),
    ("rapportperioder", "Delar av året med rapport, till exempel H1 eller T1, T2.", ["H1"]),
    (
        "forsta_rapportperiod",
        "Första perioden med kvartalsrapport; tomt: senaste året.",
        "2024-K1",
    ),
    ("andel_stat", "Statens andel av medlemsavgiften.", Decimal("0.5")),
    ("andel_region", "Regionernas andel.", Decimal("0.25")),
    ("andel_kommun", "Kommunernas andel.", Decimal("0.25")),
    ("minsta_antal", "Färre personer än så visas inte.", 5),
    ("mal_nara", "Så stor del av målvärdet, i procent, räknas som nära målet.", 90),
    (
        "visa_sma_tal_internt",
        "Om fler än kansliet och revisorerna ser antal under minsta antalet.",
        True,
    ),
    ("rekvisition_kraver_rapport", "Om en rekvisition kräver periodens rapport.", True),
    ("kvot_lag", "Lägsta förbrukningskvot utan varning, procent.", 80),
    ("kvot_hog", "Högsta förbrukningskvot utan varning, procent.", 110),
    ("bilagenumrering", "Mötets bilagor numreras per punkt eller löpande (lopande).", "punkt"),
    ("kallelsedagar", "Så många dagar före mötet skickas kallelsen.", 7),
    (
        "distans_fran",
        "Dagen då styrelsen medgav deltagande på distans; utan dag är det inte medgivet.",
        date(2022, 3, 24),
    ),
    ("distansbeslut", "Var beslutet om distans står.", "Styrelsen 2022-03-24, § 9"),
)
# What a text may be, where it is one of a few.
VAL = {"rytm": Rytm.values, "bilagenumrering": Bilagenumrering.values}

MALLHUVUD = "# Ta bort # framför raderna med = och skriv förbundets egna uppgifter.\n"
TYPER: dict[type, str] = {
    bool: "true eller false",
    str: "text inom citattecken",
    list: 'en lista: ["H1"]',
    int: "ett heltal",
    date: "ett datum: 2024-12-31",
}


class Forbundsfil:
    """The association itself."""

    namn = "forbund"
    rubrik = "Förbundet"
    filmonster = ("forbund.toml",)
    ratt = Ratt.FORBUND_ANDRA

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        rapport = Filrapport(kallor[0].namn, self.rubrik)
        try:
            text, varningar = las_text(rapport.fil, kallor[0].innehall())
            if bara_kommentarer(text):
                return [rapport]
            varden = _som_datum(las_toml(rapport.fil, text))
        except Filfel as fel:
            rapport.fel.append(fel.anmarkning)
            return [rapport]
        rapport.varningar.extend(varningar)
        rapport.fel.extend(_fel(rapport.fil, varden))
        if not rapport.fel:
            self._spara(varden, rapport, tillfalle.anvandare)
        return [rapport]

    def _spara(self, varden: dict[str, Any], rapport: Filrapport, anvandare: Any) -> None:
        forbund = Forbund.objects.first()
        ny = forbund is None
        forbund = forbund or Forbund()
        andringar = tuple(
            Andring(falt, _visat(getattr(forbund, falt)), _visat(varde))
            for falt, varde in varden.items()
            if _visat(getattr(forbund, falt)) != _visat(varde)
        )
        if not ny and not andringar:
            rapport.oforandrade = 1
            return
        for falt, varde in varden.items():
            setattr(forbund, falt, varde)
        try:
            kontrollera(forbund)
        except ValidationError as fel:
            for falt, texter in fel.message_dict.items():
                plats = Plats(rapport.fil, kolumn="" if falt == "__all__" else falt)
                rapport.fel.extend(Anmarkning(plats, text) for text in texter)
            return
        spara(forbund, anvandare, rapport.fil)
        handling = Handling.NY if ny else Handling.ANDRAD
        rapport.rader.append(Planrad(None, forbund.namn, handling, () if ny else andringar))

    def exportera(self) -> Iterable[Utfil]:
        if forbund := Forbund.objects.first():
            yield Utfil("forbund.toml", _toml(lambda nyckel, _: getattr(forbund, nyckel), ""))

    def mallar(self) -> Iterable[Utfil]:
        mall = MALLHUVUD.encode() + _toml(lambda _, exempel: exempel, "# ")
        yield Utfil("forbund.toml", mall)


def _fel(fil: str, varden: dict[str, Any]) -> Iterable[Anmarkning]:
    kanda = {nyckel: type(exempel) for nyckel, _, exempel in NYCKLAR}
    for nyckel, varde in varden.items():
        if nyckel not in kanda:
            yield Anmarkning(
                Plats(fil, kolumn=nyckel),
                f"Nyckeln känns inte igen. Välj bland: {', '.join(kanda)}.",
            )
        elif not _ratt_typ(varde, kanda[nyckel]):
            vantat = TYPER.get(kanda[nyckel], "ett tal mellan 0 och 1")
            yield Anmarkning(Plats(fil, kolumn=nyckel), f"”{varde}” ska vara {vantat}.")
        elif varde not in VAL.get(nyckel, (varde,)):
            val = " eller ".join(VAL[nyckel])
            yield Anmarkning(Plats(fil, kolumn=nyckel), f"”{varde}” ska vara {val}.")
    if "namn" not in varden:
        yield Anmarkning(Plats(fil), "Filen saknar nyckeln ”namn”.")


def _som_datum(varden: dict[str, Any]) -> dict[str, Any]:
    """The same, with days that were written as text made days; what is no day stays."""
    for nyckel in (n for n, _, exempel in NYCKLAR if isinstance(exempel, date)):
        with suppress(KeyError, ValueError, TypeError):
            varden[nyckel] = date.fromisoformat(varden[nyckel])
    return varden


def _ratt_typ(varde: Any, typ: type) -> bool:
    if typ is Decimal:
        return isinstance(varde, Decimal | int) and not isinstance(varde, bool)
    if typ is list:
        return isinstance(varde, list) and all(isinstance(ett, str) for ett in varde)
    if typ is date:
        return type(varde) is date
    return isinstance(varde, typ) and isinstance(varde, bool) == (typ is bool)


def _visat(varde: Any) -> str:
    """The value as TOML writes it."""
    if isinstance(varde, Decimal):
        return taltext(varde).replace(",", ".")
    if isinstance(varde, date):
        return varde.isoformat()
    if varde is None:
        return ""
    # A JSON string or list of strings is a TOML one too.
    return json.dumps(varde, ensure_ascii=False)


def _toml(varde: Callable[[str, Any], Any], marke: str) -> bytes:
    """Every key under its explanation; `marke` stands before the keys of a template.

    TOML has no word for nothing: a day that is not set is left out.
    """
    rader = []
    for nyckel, forklaring, exempel in NYCKLAR:
        rader.append(f"# {forklaring}")
        if (satt := varde(nyckel, exempel)) is not None:
            rader.append(f"{marke}{nyckel} = {_visat(satt)}")
    return ("\n".join(rader) + "\n").encode()
