"""A small report for tests: every kind of block, a few figures."""

from decimal import Decimal

from finsam.periods import Period
from finsam.rapporter.dokument import (
    Avsnitt,
    Diagram,
    Kalla,
    Kontrollutfall,
    Lista,
    Rad,
    Rapport,
    Tabell,
    Text,
    Undertryckt,
    Varde,
)

KALLA = Kalla("/rapporter/arsredovisning/2024/underlag/resultatrakning/intakter/0/", "Underlag")


def kr(tal: int | str | None) -> Varde:
    return Varde(None if tal is None else Decimal(tal), "kr", KALLA)


def tkr(tal: int | str | None) -> Varde:
    return Varde(None if tal is None else Decimal(tal), "tkr", KALLA)


RESULTATRAKNING = Tabell(
    id="resultatrakning",
    titel="Resultaträkning",
    enhet="kr",
    kolumner=("2024-01-01 2024-12-31", "2023-01-01 2023-12-31"),
    rader=(
        Rad("Intäkter", (None, None), "heading", 0),
        Rad("Medlemsavgifter", (kr("23322000"), kr("23036000")), not_="1", id="intakter"),
        Rad("=Kostnader", (kr("-26532540.40"), kr(None)), id="kostnader"),
        Rad("Årets resultat", (kr("-3210540.40"), kr(None)), "total", 0, id="arets_resultat"),
    ),
    anmarkningar=("Beloppen är i kronor.",),
)
OVERSIKT = Tabell(
    id="oversikt-5-ar",
    titel="Översikt",
    enhet="tkr",
    kolumner=("2024", "2023"),
    rader=(
        Rad("Resultat", (tkr("-1864314"), tkr("-504053")), id="resultat"),
        Rad("Soliditet", (Varde(Decimal("0.4599"), "procent", KALLA), None), id="soliditet"),
        Rad("Deltagare", (Varde(12, "antal"), Undertryckt()), id="deltagare"),
        Rad("Resultat, mnkr", (Varde(Decimal("-1864314"), "mkr"), "saknas"), id="mnkr"),
    ),
)
FIGURER = {
    "arets_resultat": kr("-1864314.35"),
    "soliditet": Varde(Decimal("0.4599"), "procent", KALLA),
    "arbetsloshet": Varde(Decimal("0.061"), "procent", decimaler=1),
}
RAPPORT = Rapport(
    slag="arsredovisning",
    titel="Årsredovisning 2024",
    period=Period(2024),
    forbund="Samordningsförbundet Byarum",
    avsnitt=(
        Avsnitt(
            "ordforande",
            "Ordföranden har ordet",
            1,
            (Text("ordforande", "Resultatet är {arets_resultat|tkr}.\n\n## Tack", FIGURER),),
            textid="ordforande",
            ledtext="Vad vill ordföranden säga?",
        ),
        Avsnitt("personal", "Personal", 1, (), textid="personal", ledtext="Skriv om personalen."),
        Avsnitt("oversikt", "Översikt", 1, (OVERSIKT,)),
        Avsnitt(
            "diagram",
            "Diagram",
            2,
            (Diagram("d", "Kostnader", "Kostnaderna ökar.", "<svg></svg>", OVERSIKT),),
        ),
        Avsnitt("resultatrakning", "Resultaträkning", 1, (RESULTATRAKNING,)),
        Avsnitt(
            "underskrifter",
            "Underskrifter",
            1,
            (Lista("underskrifter", (("Åsa Ek", "ordförande"),), "underskrifter"),),
        ),
    ),
    figurer=FIGURER,
    kontroller=(
        Kontrollutfall("balans", "Balans", True, Decimal(1), Decimal(1), "balansrakning"),
        Kontrollutfall("obunden", "Obunden", False, "53 %", None, "text", "Oj", "Godkänd (Åsa)"),
    ),
)
