"""Empty files to fill in: the headings, and a sheet that says what each column holds."""

from operator import itemgetter

from finsam.tabular.export import Exportblad, Exportkolumn, xlsx_bytes
from uppfoljning.antalsfil.rader import FALT
from uppfoljning.antalsfil.tabell import RUBRIKER
from uppfoljning.choices import Matt

Forklaring = tuple[str, str, str]
TABELL: tuple[Forklaring, ...] = (
    ("Insats", "Insatsens nummer eller namn.", "12"),
    ("Period", "Perioden, eller en månad av den.", "2021-04"),
    ("Mått", f"Ett av: {', '.join(str(ord_) for ord_ in Matt.labels)}.", "Avslutningsanledning"),
    ("Kategori", "För mått som delas i kategorier, annars tomt.", "Studerande"),
    ("Kön", "Kvinnor, Män eller Okänt; Totalt kontrolleras mot de andra.", "Kvinnor"),
    ("Antal", "Hur många. 0 där ingen finns.", "3"),
)
INSATSDATA: tuple[Forklaring, ...] = tuple(
    # A file has the year of birth or the age, not both.
    (falt.rubrik, falt.forklaring, falt.exempel)
    for falt in FALT
    if falt.namn != "alder"
)
# Name of the file → what it is, and its columns.
MALLAR: dict[str, tuple[str, tuple[Forklaring, ...]]] = {
    "deltagarantal": ("Tabell över antal", TABELL),
    "insatsdata": ("En rad per deltagare", INSATSDATA),
}


def mall(namn: str) -> bytes:
    """The workbook: an empty sheet with headings, and one that explains them."""
    titel, rader = MALLAR[namn]
    rubriker = RUBRIKER if namn == "deltagarantal" else tuple(rad[0] for rad in rader)
    forklaring = ("Kolumn", "Innehåll", "Exempel")
    return xlsx_bytes([
        Exportblad(titel, [Exportkolumn(rubrik, str) for rubrik in rubriker], []),
        Exportblad(
            "Förklaring",
            [Exportkolumn(rubrik, itemgetter(nr)) for nr, rubrik in enumerate(forklaring)],
            rader,
        ),
    ])  # fmt: skip
