"""The register of insatser and their grants as table files."""

from collections.abc import Iterator
from decimal import Decimal

from finsam.mapp.kolumner import Kolumn, Ref, Reflista
from finsam.mapp.misstankar import fel_enhet
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, JaNej, Text, Val
from insatser.choices import Insatstyp, Maluppfyllelse, Uppfoljningsslag
from insatser.models import Insats, Insatsbudget

MEDLEMSNAMN = ("namn", "kortnamn")
INSATSNAMN = ("nr", "namn", "projektkod", "kortnamn")


def budget_i_fel_enhet() -> Iterator[str]:
    """An insats whose grant is five hundred times that of the year before, or a part of it."""
    per_insats: dict[str, list[tuple[int, Decimal]]] = {}
    for post in Insatsbudget.objects.select_related("insats"):
        namn = f"Budgeten för {post.insats.kortnamn}"
        per_insats.setdefault(namn, []).append((post.verksamhetsar, post.belopp))
    for namn, belopp in per_insats.items():
        yield from fel_enhet(namn, belopp)


INSATSER = Tabellfil(
    namn="insatser",
    rubrik="Insatser",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per insats som förbundet finansierar eller har finansierat.",
    tabell=Tabell(
        Insats,
        nyckel=("nr",),
        kolumner=(
            Kolumn("Nr", "nr", Heltal(), "Insatsens nummer, ger ordningen i listor.", "12"),
            Kolumn("Fullständigt namn", "namn", Text(), "Hela namnet.", "Vägen framåt Håbo"),
            Kolumn("Kort namn", "kortnamn", Text(), "Namnet i tabeller.", "Vägen framåt"),
            Kolumn("Typ", "insatstyp", Val(Insatstyp), "Insatsens typ.", "Individinsats"),
            Kolumn("Förrehabiliterande", "forrehabiliterande", JaNej(), "Ja eller nej.", "nej"),
            Kolumn(
                "Insatsägare",
                "insatsagare",
                Ref(Medlem, MEDLEMSNAMN),
                "Medlemmen som driver insatsen, med namn som i medlemmar.csv.",
                "Håbo kommun",
            ),
            Kolumn(
                "Ägare i tabeller",
                "agartext",
                Text(),
                "Hur ägaren skrivs i tabeller när flera äger, annars tomt.",
                "",
            ),
            Kolumn(
                "Parter",
                "parter",
                Reflista(Medlem, MEDLEMSNAMN),
                "Medlemmarna som samverkar, med kommatecken mellan.",
                "Håbo kommun, Arbetsförmedlingen",
            ),
            Kolumn("Start", "start", Datum(), "Första dagen.", "2023-01-01"),
            Kolumn("Slut", "slut", Datum(), "Sista dagen enligt beslut.", "2025-12-31"),
            Kolumn("Projektkod", "projektkod", Text(), "Koden i bokföringens projekt.", "P012"),
            Kolumn("Målgrupp", "malgrupp", Text(), "Vilka insatsen vänder sig till.", "Unga vuxna"),
            Kolumn("Syfte", "syfte", Text(), "Vad insatsen ska leda till.", "Steg mot arbete"),
            Kolumn("Förväntat antal", "forvantat_antal", Heltal(), "Deltagare per år.", "40"),
            Kolumn(
                "Måluppfyllelse",
                "maluppfyllelse",
                Val(Maluppfyllelse),
                "Styrgruppens bedömning när insatsen är avslutad.",
                "Ej bedömd",
            ),
            Kolumn(
                "Uppföljning",
                "uppfoljningsslag",
                Val(Uppfoljningsslag),
                "Hur deltagarna följs upp.",
                "Deltagare som antal",
            ),
            Kolumn("Behovsgrupp", "behovsgrupp", Text(), "Vilka som till slut får nytta.", ""),
            Kolumn("Metod", "metod", Text(), "Hur insatsen arbetar.", "Metodhandledning"),
            Kolumn(
                "Förlänger",
                "forlanger",
                Ref(Insats, INSATSNAMN),
                "Numret på insatsen som den här förlänger, annars tomt.",
                "",
            ),
            Kolumn(
                "Implementering",
                "implementering",
                Text(),
                "Hur arbetssättet tas över i ordinarie verksamhet.",
                "",
            ),
        ),
    ),
)

INSATSBUDGET = Tabellfil(
    namn="insatsbudget",
    rubrik="Insatsernas budget",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per insats och år: de beviljade medlen, ett tak.",
    tabell=Tabell(
        Insatsbudget,
        nyckel=("insats", "verksamhetsar"),
        kolumner=(
            Kolumn(
                "Insats",
                "insats",
                Ref(Insats, INSATSNAMN),
                "Insatsens nummer eller namn som i insatser.csv.",
                "12",
            ),
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Belopp", "belopp", Belopp(), "Beviljat belopp i kronor.", "1 250 000"),
            *(
                Kolumn(
                    f"Plan kvartal {nr}",
                    f"kvartal{nr}",
                    Belopp(),
                    "Insatsens plan i kronor, alla fyra kvartal eller inget.",
                    "312 500",
                )
                for nr in (1, 2, 3, 4)
            ),
        ),
    ),
    misstankar=(budget_i_fel_enhet,),
)
