"""§§ approved at once in the folder: who signed them, their text, their notices."""

import hashlib

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Data, Datum, Text, Val
from styrelse.choices import Justeringsroll
from styrelse.imports.sammantrade import AV_PUNKTEN, PERSON, punkten, punktens_las
from styrelse.models import Anslag, Omedelbarjustering, Paragrafunderskrift

SUMMA = hashlib.sha256(b"").hexdigest()


def justeringens_las(rad: Omedelbarjustering) -> str:
    return punktens_las(rad.punkt)


PARAGRAFUNDERSKRIFTER = Tabellfil(
    namn="paragrafunderskrifter",
    rubrik="Underskrifter av paragrafer",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per person som har undertecknat en paragraf som justeras omedelbart.",
    tabell=Tabell(
        Paragrafunderskrift,
        las=AV_PUNKTEN,
        nyckel=("punkt", "person"),
        kolumner=(
            punkten(),
            PERSON,
            Kolumn("Roll", "roll", Val(Justeringsroll), "I vilken egenskap.", "Justerare"),
            Kolumn("Undertecknat", "dag", Datum(), "Dagen.", "2026-03-19"),
            Kolumn("Textens kontrollsumma", "avtryck", Text(), "SHA-256 av texten.", SUMMA),
        ),
    ),
)

OMEDELBART_JUSTERADE = Tabellfil(
    namn="omedelbart_justerade",
    rubrik="Omedelbart justerade paragrafer",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per paragraf som har justerats för sig, med texten som den undertecknades.",
    tabell=Tabell(
        Omedelbarjustering,
        las=AV_PUNKTEN,
        nyckel=("punkt",),
        kolumner=(
            punkten(),
            Kolumn("Justerat", "justerat", Datum(), "Dagen.", "2026-03-19"),
            Kolumn(
                "Innehåll",
                "innehall",
                Data(),
                "Paragrafen som den undertecknades.",
                '{"organ": "fs", "paragrafer": []}',
            ),
            Kolumn("Kontrollsumma", "sha256", Text(), "SHA-256 av innehållet.", SUMMA),
        ),
    ),
)

PARAGRAFANSLAG = Tabellfil(
    namn="paragrafanslag",
    rubrik="Anslag om omedelbart justerade paragrafer",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per paragraf. De som sattes upp tillsammans har samma dagar och plats.",
    tabell=Tabell(
        Anslag,
        las=Las(justeringens_las, agare="omedelbar"),
        nyckel=("omedelbar",),
        urval={"omedelbar__isnull": False},
        kolumner=(
            Kolumn(
                "Paragraf",
                "omedelbar",
                Ref(
                    Omedelbarjustering,
                    ("mappnamn",),
                    med=("punkt__mote", "punkt__paragraf"),
                ),
                "Paragrafen, med organ och år.",
                "FS § 45/2021",
            ),
            Kolumn("Anslaget", "anslaget", Datum(), "Dagen då det sattes upp.", "2026-03-20"),
            Kolumn("Tas ned", "tas_ned", Datum(), "Dagen då det tas ned.", "2026-04-11"),
            Kolumn("Anslagstavla", "plats", Text(), "Var det sattes upp.", "Anslagstavlan"),
            Kolumn("Förvaras", "forvaras", Text(), "Var paragrafen förvaras.", "Kansliet"),
        ),
    ),
)

OMEDELBART = (PARAGRAFUNDERSKRIFTER, OMEDELBART_JUSTERADE, PARAGRAFANSLAG)
