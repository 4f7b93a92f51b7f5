"""TOML text → Uppstallningsmall. Every fault is named in Swedish with its place."""

import re
import tomllib
from string import Formatter
from typing import Any

from ekonomi.uppstallning.granska import fel_i_mall
from ekonomi.uppstallning.mall import (
    Innehall,
    Kolumnmall,
    Konton,
    Kvot,
    MotBudget,
    Personaltal,
    Radmall,
    Rubrik,
    Summa,
    Tabellmall,
    Uppstallningsmall,
    Urval,
)
from ekonomi.uppstallning.roller import las_roller
from ekonomi.uppstallning.tomlfalt import RAD_ID, Falt
from ekonomi.uppstallning.utrymmesrader import AVSNITT, fel_i_utrymmesrader, las_utrymmesrader

TABELLSLAG = (
    "resultatrakning",
    "balansrakning",
    "kassaflode",
    "not",
    "driftredovisning",
    "oversikt",
)
KOLUMNSLAG = ("utfall", "budget", "diff", "kvot", "prognos", "agare")
ENHETER = ("kr", "tkr", "mkr")
RADENHETER = (*ENHETER, "procent", "antal")
PERSONALTAL = {"heltidstjanster": "antal", "personalomsattning": "procent"}
INSATSTYPER = ("individ", "struktur", "forstudie", "kompetenshojande")
RUBRIKFALT = ("ar", "start", "slut")
TABELL_ID = re.compile(r"[a-z][a-z0-9_-]*")
SUMMOR = {"summa": "", "forandring": "forandring", "ingaende": "ingaende", "utgaende": "utgaende"}
VARIANTER = ("rubrik", "konton", *SUMMOR, "kvot", "mot_budget", "personal")
GEMENSAMMA = {"id", "etikett", "slag", "niva", "not", "enhet", "dolj_tom"}
KONTONYCKLAR = {
    "konton", "block", "utan_block", "projekt", "insatser", "obokfort_resultat",
    "tecken", "per", "insatstyper", "etikettform",
}  # fmt: skip


class UppstallningFel(ValueError):
    """The layout cannot be used; `fel` holds each fault as a Swedish sentence."""

    def __init__(self, fel: list[str]) -> None:
        super().__init__("\n".join(fel))
        self.fel = tuple(fel)


def las_uppstallning(text: str, fil: str = "uppstallning.toml") -> Uppstallningsmall:
    """The layout that the text describes. Raises UppstallningFel with all its faults."""
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as felet:
        raise UppstallningFel([f"{fil}: texten är inte giltig TOML ({felet})."]) from felet
    fel: list[str] = []
    rot = Falt(data, fil, fel)
    rot.kanda({"giltig_fran", "utan_rad", "roller", AVSNITT, "tabell"})
    if "giltig_fran" not in data:
        rot.anmark("giltig_fran", "värdet saknas. Ange första året, till exempel 2024.")
    mall = Uppstallningsmall(
        giltig_fran=rot.heltal("giltig_fran", 2000, range(1990, 2200)),
        tabeller=tuple(
            _tabell(rot.under(post, f"tabell {_namn(post, nr)}"))
            for nr, post in enumerate(rot.lista("tabell"), 1)
        ),
        utan_rad=rot.konton("utan_rad"),
        utrymmesrader=las_utrymmesrader(rot),
        radroller=las_roller(rot.under(data.get("roller", {}), "roller")),
    )
    fel += [f"{fil}, {sats}" for sats in (*fel_i_mall(mall), *fel_i_utrymmesrader(mall))]
    if fel:
        raise UppstallningFel(fel)
    return mall


def _namn(post: Any, nr: int) -> str:
    """How a table or row is pointed out: by its id, else its words, else its number."""
    if isinstance(post, dict):
        for nyckel in ("id", "rubrik", "etikett"):
            if post.get(nyckel):
                return f"”{post[nyckel]}”"
    return str(nr)


def _tabell(falt: Falt) -> Tabellmall:
    falt.kanda(
        {"id", "slag", "titel", "enhet", "tecken", "matt", "etikettrubrik", "not", "kolumner",
         "rad", "anmarkningar"}
    )  # fmt: skip
    id_ = falt.text("id", krav=True)
    if id_ and not TABELL_ID.fullmatch(id_):
        falt.anmark("id", f"”{id_}” ska bestå av a-z, 0-9, - och _ och börja med en bokstav.")
    slag = falt.val("slag", TABELLSLAG)
    balans = slag == "balansrakning"
    tecken = falt.heltal("tecken", 1 if balans else -1, (1, -1))
    not_ = falt.text("not")
    if (slag == "not") != bool(not_):
        falt.anmark("not", "notens nummer ska anges när slag är ”not”, och bara då.")
    if not falt.lista("kolumner"):
        falt.anmark("kolumner", "tabellen ska ha minst en kolumn.")
    return Tabellmall(
        id=id_,
        slag=slag,
        titel=_periodtext(falt, "titel", krav=True),
        enhet=falt.val("enhet", ENHETER, "kr"),
        kolumner=tuple(
            _kolumn(falt.under(post, f"kolumn {nr}"))
            for nr, post in enumerate(falt.lista("kolumner"), 1)
        ),
        rader=tuple(
            _rad(falt.under(post, f"rad {_namn(post, nr)}"), tecken)
            for nr, post in enumerate(falt.lista("rad"), 1)
        ),
        matt=falt.val("matt", ("rorelse", "utgaende"), "utgaende" if balans else "rorelse"),
        etikettrubrik=falt.text("etikettrubrik"),
        not_=not_,
        anmarkningar=falt.texter("anmarkningar"),
    )


def _periodtext(falt: Falt, nyckel: str, krav: bool = False) -> str:
    """Words in which {ar}, {start} and {slut} stand for the period's."""
    text = falt.text(nyckel, krav=krav)
    try:
        namn = {falt_ for _, falt_, _, _ in Formatter().parse(text) if falt_ is not None}
    except ValueError:
        namn = {text}
    for okant in sorted(namn - set(RUBRIKFALT)):
        falt.anmark(nyckel, f"”{{{okant}}}” är okänt. Använd {{ar}}, {{start}} eller {{slut}}.")
    return text


def _kolumn(falt: Falt) -> Kolumnmall:
    falt.kanda({"slag", "ar", "rubrik", "helar", "form", "fran_ar"})
    return Kolumnmall(
        slag=falt.val("slag", KOLUMNSLAG),
        ar=falt.heltal("ar", 0, range(-20, 4)),
        rubrik=_periodtext(falt, "rubrik"),
        helar=bool(falt.ja_nej("helar")),
        form=falt.val("form", ("kort", "namn"), "kort"),
        fran_ar=falt.heltal("fran_ar", 2000, range(1990, 2200)) if "fran_ar" in falt.post else None,
    )


def _rad(falt: Falt, tecken: int) -> Radmall:
    varianter = [nyckel for nyckel in VARIANTER if nyckel in falt.post]
    if not varianter and "obokfort_resultat" in falt.post:
        varianter = ["konton"]
    if len(varianter) != 1:
        falt.anmark(
            ", ".join(varianter) or "rubrik",
            f"raden ska ha precis en av nycklarna {', '.join(VARIANTER)}.",
        )
        return Radmall("", "", Rubrik())
    variant = varianter[0]
    if variant == "rubrik":
        return _rubrikrad(falt)
    falt.kanda(GEMENSAMMA | (KONTONYCKLAR if variant == "konton" else {variant}))
    innehall = _innehall(falt, variant, tecken)
    id_ = falt.text("id", krav=True)
    if id_ and not RAD_ID.fullmatch(id_):
        falt.anmark("id", f"”{id_}” ska bestå av a-z, 0-9 och _ och börja med en bokstav.")
    per = isinstance(innehall, Konton) and innehall.per
    return Radmall(
        id=id_,
        etikett=_periodtext(falt, "etikett", krav=not per),
        innehall=innehall,
        slag=falt.val("slag", ("line", "sum", "total"), "sum" if variant == "summa" else "line"),
        niva=falt.heltal("niva", 0 if variant == "summa" else 1, range(4)),
        not_=falt.text("not"),
        enhet=falt.val("enhet", RADENHETER, _enhet(innehall) or "kr")
        if "enhet" in falt.post
        else _enhet(innehall),
        dolj_tom=bool(falt.ja_nej("dolj_tom")),
    )


def _rubrikrad(falt: Falt) -> Radmall:
    falt.kanda({"rubrik", "niva", "not"})
    return Radmall(
        id="",
        etikett=_periodtext(falt, "rubrik", krav=True),
        innehall=Rubrik(),
        slag="heading",
        niva=falt.heltal("niva", 0, range(4)),
        not_=falt.text("not"),
    )


def _innehall(falt: Falt, variant: str, tecken: int) -> Innehall:
    if variant == "konton":
        return _konton(falt, tecken)
    if variant == "kvot":
        termer = falt.termer("kvot")
        if len(termer) != 2 or any(term.tecken < 0 for term in termer):
            falt.anmark("kvot", "ange två rad-id utan minus: täljare och nämnare.")
            return Rubrik()
        return Kvot(termer[0].rad, termer[1].rad)
    if variant == "mot_budget":
        return MotBudget(falt.text("mot_budget", krav=True))
    if variant == "personal":
        return Personaltal(falt.val("personal", tuple(PERSONALTAL)))
    return Summa(falt.termer(variant), SUMMOR[variant])


def _konton(falt: Falt, tecken: int) -> Konton:
    per = falt.val("per", ("konto", "insats"), "") if "per" in falt.post else ""
    insatser = falt.ja_nej("insatser")
    if per == "insats" and insatser is False:
        falt.anmark("insatser", '”false” går inte ihop med per = "insats".')
    urval = Urval(
        konton=falt.konton("konton"),
        block=falt.texter("block"),
        utan_block=falt.texter("utan_block"),
        projekt=falt.texter("projekt"),
        insatser=True if per == "insats" else insatser,
        obokfort_resultat=bool(falt.ja_nej("obokfort_resultat")),
    )
    if not urval.konton and not urval.obokfort_resultat:
        falt.anmark("konton", 'listan är tom. Skriv till exempel ["3010-3099", "3150"].')
    return Konton(
        urval=urval,
        tecken=falt.heltal("tecken", tecken, (1, -1)),
        per=per,
        insatstyper=falt.texter("insatstyper", INSATSTYPER),
        etikettform=falt.val("etikettform", ("kort", "kort_agare"), "kort"),
    )


def _enhet(innehall: Innehall) -> str | None:
    """The unit that follows from what the row shows; None is the table's."""
    if isinstance(innehall, Kvot | MotBudget):
        return "procent"
    return PERSONALTAL.get(innehall.slag) if isinstance(innehall, Personaltal) else None
