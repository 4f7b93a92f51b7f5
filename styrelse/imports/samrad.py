"""Who took part in consultations and dialogs, in the folder."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Text, Val
from styrelse.actions.samrad import deltagarhinder
from styrelse.choices import Samradsroll
from styrelse.imports.moten import MOTET
from styrelse.imports.sammantrade import PERSON
from styrelse.models import Samradsdeltagare

SAMRADSDELTAGARE = Tabellfil(
    namn="samradsdeltagare",
    rubrik="Deltagare i samråd och dialoger",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per person som deltog i ett samråd eller en dialog, och för vem.",
    tabell=Tabell(
        Samradsdeltagare,
        las=Las(deltagarhinder, agare="mote"),
        nyckel=("mote", "person"),
        kolumner=(
            PERSON,
            Kolumn("Deltar", "roll", Val(Samradsroll), "I vilken egenskap.", "Från förbundet"),
            Kolumn(
                "Medlem",
                "medlem",
                Ref(Medlem, ("namn", "kortnamn")),
                "Medlemmen, bara för den som företräder en medlem.",
                "",
            ),
            Kolumn("Titel", "titel", Text(), "Personens titel eller uppdrag.", "Förbundschef"),
        ),
    ),
    foralder=MOTET,
)
