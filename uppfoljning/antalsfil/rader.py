"""What a row-per-participant file holds: its columns, by the headings they go by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from uppfoljning.antalsfil.celler import (
    Cellfel,
    Kolumn,
    dag,
    heltal,
    ja_nej,
    kravd_dag,
    normal,
    val,
)
from uppfoljning.choices import (
    Avslutsorsak,
    Forsorjningsform,
    Forsorjningstid,
    Kon,
    Omfattning,
    Utbildning,
)

KON = {
    **{"kvinna": Kon.K, "kvinnor": Kon.K, "k": Kon.K, "man": Kon.M, "män": Kon.M, "m": Kon.M},
    **{"okänt": Kon.OKANT, "okänd": Kon.OKANT, "annat": Kon.OKANT, "uppgift saknas": Kon.OKANT},
}


@dataclass(frozen=True)
class Falt:
    """A column: the name the counting uses, its heading, other headings, and what is told of it."""

    namn: str
    rubrik: str
    alias: tuple[str, ...]
    forklaring: str
    exempel: str
    kravs: bool = False


FALT = (
    Falt("insats", "Insats", ("insatsnamn", "insatsens namn", "insatsnummer"),
         "Insatsens nummer eller namn.", "12", kravs=True),
    Falt("kon", "Kön", (), "Kvinna, Man eller Okänt.", "Kvinna", kravs=True),
    Falt("fodelsear", "Födelseår", (), "Fyra siffror; eller använd kolumnen Ålder.", "1994"),
    Falt("alder", "Ålder", (), "Ålder i hela år vid starten; eller använd kolumnen Födelseår.", ""),
    Falt("start", "Startdatum", ("start", "inskriven", "inskrivningsdatum"),
         "Första dagen i insatsen.", "2021-02-15", kravs=True),
    Falt("slut", "Slutdatum", ("slut", "avslutad", "avslutsdatum", "utskriven"),
         "Sista dagen, tomt för den som är kvar.", "2021-05-31", kravs=True),
    Falt("orsak", "Avslutningsanledning", ("avslutsorsak", "avslutningsorsak"),
         "Varför deltagandet avslutades.", "Studerande"),
    Falt("omfattning", "Omfattning", ("omfattning av arbete",),
         "Procent av heltid för den som har gått till arbete.", ""),
    Falt("plan", "Plan", ("handlingsplan", "med plan"), "Ja om det fanns en plan vid avslut.",
         "Ja"),
    Falt("utbildning", "Utbildning", ("utbildningsnivå",), "Högsta utbildning.", "Gymnasium"),
    Falt("tid", "Tid i offentlig försörjning", ("försörjningstid",), "Tid före insatsen.",
         "1–3 år"),
    Falt("form", "Försörjning", ("försörjningsform", "försörjning före insatsen"),
         "Försörjning före insatsen.", "Försörjningsstöd"),
    Falt("anonym", "Anonym", ("anonymt registrerad",),
         "Ja för den som är registrerad anonymt; räknas för sig.", "Nej"),
)  # fmt: skip
RUBRIKER = tuple(ett.rubrik for ett in FALT)


def hitta(rubriker: tuple[str, ...]) -> tuple[dict[str, int], list[str]]:
    """Which column holds which field, and the headings that nobody knows."""
    namn = {normal(r): ett.namn for ett in FALT for r in (ett.rubrik, *ett.alias)}
    platser: dict[str, int] = {}
    okanda = []
    for plats, rubrik in enumerate(rubriker):
        falt = namn.get(normal(rubrik))
        if falt and falt not in platser:
            platser[falt] = plats
        elif normal(rubrik):
            okanda.append(rubrik)
    return platser, okanda


def saknade(platser: Mapping[str, int]) -> list[str]:
    return [ett.rubrik for ett in FALT if ett.kravs and ett.namn not in platser]


def kolumner(platser: Mapping[str, int], insatser: Callable[[Any], int]) -> dict[str, Kolumn]:
    """A reader for each column that the file has."""
    lasare: dict[str, Callable[[Any], Any]] = {
        "insats": insatser,
        "kon": val(KON, "Skriv Kvinna, Man eller Okänt.", tomt=Kon.OKANT),
        "fodelsear": heltal,
        "alder": heltal,
        "start": kravd_dag,
        "slut": dag,
        "orsak": _lista(Avslutsorsak, ""),
        "omfattning": omfattning,
        "plan": ja_nej,
        "utbildning": _lista(Utbildning, Utbildning.SAKNAS),
        "tid": _lista(Forsorjningstid, Forsorjningstid.EJ_TILLAMPLIGT),
        "form": _lista(Forsorjningsform, Forsorjningsform.OKAND),
        "anonym": ja_nej,
    }
    rubriker = {ett.namn: ett.rubrik for ett in FALT}
    return {namn: Kolumn(rubriker[namn], plats, lasare[namn]) for namn, plats in platser.items()}


def _lista(lista: Any, tomt: str) -> Callable[[Any], str]:
    ord_ = {str(namn): str(varde) for varde, namn in lista.choices}
    varden = {str(varde): str(varde) for varde in lista.values}
    return val(varden | ord_, f"Välj ett av: {', '.join(ord_)}.", tomt=tomt)


def omfattning(varde: Any) -> str:
    """The extent of work: 50, "50 %", "Arbetar 50 %" or, as a spreadsheet's per cent, 0.5."""
    if isinstance(varde, float) and 0 < varde <= 1:
        varde = round(varde * 100)
    text = normal(varde).removeprefix("arbetar ").removesuffix("%").strip()
    ord_ = {v: v for v in Omfattning.values}
    procent = ", ".join(Omfattning.values)
    return val(ord_, f"Skriv procent av heltid: {procent}.", tomt="")(text)


def insatsnummer(insatser: Mapping[str, int]) -> Callable[[Any], int]:
    """Reader of a cell that names an insats; what is no insats is not repeated."""

    def las(varde: Any) -> int:
        nr = insatser.get(normal(varde))
        if nr is None:
            raise Cellfel("Insatsen finns inte bland dina insatser. Skriv dess nummer eller namn.")
        return nr

    return las
