"""The folder's member fees: allocations, when they are paid, on which account, and invoices."""

from collections.abc import Iterator

from ekonomi.calculations.betalplan import ratfel
from ekonomi.choices import Avgiftsstatus
from ekonomi.imports import avgiftslas
from ekonomi.models import Avgiftsfaktura, Avgiftskonto, Avgiftsrat, Konto, Tilldelning
from finsam.choices import Part
from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.misstankar import fel_enhet
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Decimaltal, Heltal, Text, Val

ANDEL = Decimaltal(4)


def tilldelning_i_fel_enhet() -> Iterator[str]:
    """A year's allocation that is five hundred times the one before, or a part of it."""
    return fel_enhet(
        "Tilldelningen",
        Tilldelning.objects.order_by("version").values_list("verksamhetsar", "belopp"),
    )


TILLDELNING = Tabellfil(
    namn="tilldelning",
    rubrik="Tilldelning",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per år och version: medlemmarnas samlade bidrag.",
    tabell=Tabell(
        Tilldelning,
        las=avgiftslas.TILLDELNING,
        nyckel=("verksamhetsar", "version"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Version", "version", Heltal(), "1 är den första.", "1"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor, alla parter tillsammans.", "23 322 000"),
            Kolumn("Status", "status", Val(Avgiftsstatus), "Avgifternas läge.", "Fastställd"),
            Kolumn(
                "Folkmängd per",
                "folkmangd_datum",
                Datum(),
                "Dagen vars folkmängd fördelar kommunernas del.",
                "2023-11-01",
            ),
            Kolumn(
                "Beslutad",
                "beslutad",
                Datum(),
                "Dagen för styrelsens beslut.",
                "2024-03-14",
                frivillig=True,
            ),
            Kolumn(
                "Paragraf", "paragraf", Text(), "I styrelsens protokoll.", "§ 9", frivillig=True
            ),
            Kolumn(
                "Statens andel",
                "andel_stat",
                ANDEL,
                "0–1; tomt: förbundets andelar.",
                "0,5",
                frivillig=True,
            ),
            Kolumn("Regionernas andel", "andel_region", ANDEL, "0–1.", "0,25", frivillig=True),
            Kolumn("Kommunernas andel", "andel_kommun", ANDEL, "0–1.", "0,25", frivillig=True),
            Kolumn(
                "NNS promille",
                "nns_promille",
                Decimaltal(3),
                "Serviceavgiften till NNS.",
                "1",
                frivillig=True,
            ),
            Kolumn(
                "NNS fast avgift", "nns_fast", Belopp(), "Kronor per år.", "20 000", frivillig=True
            ),
            Kolumn(
                "Källa",
                "kalla",
                Text(),
                "Var beloppet kommer ifrån.",
                "Beslut av FK",
                frivillig=True,
            ),
        ),
    ),
    misstankar=(tilldelning_i_fel_enhet,),
)


def rater_skilda_fran_ett() -> Iterator[str]:
    """The instalments of a part that has any are together the whole fee."""
    yield from ratfel(Avgiftsrat.objects.values_list("part", "andel"))


AVGIFTSRATER = Tabellfil(
    namn="avgiftsrater",
    rubrik="Avgiftsrater",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per part och dag: när parten betalar vilken del av sin avgift varje år.",
    tabell=Tabell(
        Avgiftsrat,
        nyckel=("part", "manad", "dag"),
        kolumner=(
            Kolumn("Part", "part", Val(Part), "Staten, regionen eller kommunerna.", "Staten"),
            Kolumn("Månad", "manad", Heltal(), "1–12.", "4"),
            Kolumn("Dag", "dag", Heltal(), "Dagen i månaden då betalningen förfaller.", "30"),
            Kolumn("Andel", "andel", ANDEL, "0–1; partens rater är tillsammans 1.", "0,5"),
        ),
    ),
    kontroller=(rater_skilda_fran_ett,),
)

MEDLEM = Kolumn(
    "Medlem", "medlem", Ref(Medlem, ("namn", "kortnamn")), "Namnet som i medlemmar.", "Håbo kommun"
)

AVGIFTSKONTON = Tabellfil(
    namn="avgiftskonton",
    rubrik="Avgiftskonton",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per medlem: kontot där medlemmens avgift bokförs som intäkt.",
    tabell=Tabell(
        Avgiftskonto,
        nyckel=("medlem",),
        kolumner=(
            MEDLEM,
            Kolumn(
                "Konto",
                "konto",
                Ref(Konto, ("nummer",), saknas="Kontot {text} finns inte i kontoplanen."),
                "Numret som i kontoplanen; medlemmar som betalar som en har samma.",
                "3013",
            ),
        ),
    ),
)

AVGIFTSFAKTUROR = Tabellfil(
    namn="avgiftsfakturor",
    rubrik="Avgiftsfakturor",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per del av en medlems avgift: vad som ska betalas när, och om det är gjort.",
    foralder=Foralder(
        "tilldelning",
        Tabell(
            Tilldelning,
            nyckel=("verksamhetsar", "version"),
            kolumner=(
                Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
                Kolumn("Version", "version", Heltal(), "Som i tilldelning.", "1"),
            ),
        ),
        saknas="Tilldelningen finns inte. Läs in den i tilldelning först.",
    ),
    tabell=Tabell(
        Avgiftsfaktura,
        las=avgiftslas.FAKTURA,
        nyckel=("tilldelning", "medlem", "forfaller"),
        kolumner=(
            MEDLEM,
            Kolumn("Förfaller", "forfaller", Datum(), "Sista dag att betala.", "2024-04-30"),
            Kolumn("Belopp", "belopp", Belopp(), "Hela kronor.", "330 398"),
            Kolumn("Fakturerad", "fakturerad", Datum(), "Dagen, tomt tills dess.", "2024-04-02"),
            Kolumn("Betald", "betald", Datum(), "Dagen, tomt tills dess.", "2024-04-26"),
        ),
    ),
)
