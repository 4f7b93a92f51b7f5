"""A small association that meets: three members, their seats and deputies, and an agenda."""

from dataclasses import dataclass
from datetime import date, time

from finsam.models import Forbund, Medlem
from styrelse.models import Arende, Mote, Narvaro, Person, Punkt, Uppdrag

DAG = date(2024, 3, 21)
# Member, role, order of service, name.
UPPDRAG = (
    ("Ekby kommun", "ordforande", 1, "Anna Alm"),
    ("Ekby kommun", "ersattare", 1, "Eva Ek"),
    ("Ekby kommun", "ersattare", 2, "Dan Dal"),
    ("Region Ek", "vice_ordforande_1", 1, "Bo Berg"),
    ("Region Ek", "ersattare", 1, "Fia Fors"),
    ("Staten", "ledamot", 1, "Cia Ceder"),
)


@dataclass(frozen=True)
class Sittande:
    """The meeting with its items, and people by first name."""

    mote: Mote
    punkter: tuple[Punkt, ...]
    personer: dict[str, Person]

    def narvarar(self, *fornamn: str, form: str = "plats") -> None:
        """Enters them as present, each in the office that they hold."""
        for ett in fornamn:
            person = self.personer[ett]
            uppdrag = person.uppdrag.get()
            roll = "ersattare" if uppdrag.roll == "ersattare" else "ledamot"
            Narvaro.objects.create(
                mote=self.mote, person=person, uppdrag=uppdrag, roll=roll, form=form
            )


def forbundet() -> dict[str, Person]:
    """The association with its board; its people by first name."""
    Forbund.objects.get_or_create(namn="Samordningsförbundet Ek")
    personer = {}
    for medlem, roll, ordning, namn in UPPDRAG:
        typ = "region" if medlem.startswith("Region") else "kommun"
        agare, _ = Medlem.objects.get_or_create(
            namn=medlem, defaults={"kortnamn": medlem, "typ": typ}
        )
        person = Person.objects.create(namn=namn)
        Uppdrag.objects.create(
            person=person, medlem=agare, roll=roll, ordning=ordning, fran=date(2023, 4, 1)
        )
        personer[namn.split()[0]] = person
    return personer


def ett_arende(rubrik: str = "Delårsrapport", **falt: object) -> Arende:
    varden = {"till_beslut": True, "forslag": "att godkänna delårsrapporten", **falt}
    return Arende.objects.create(rubrik=rubrik, **varden)


def sittande(
    dag: date = DAG, status: str = "kallat", personer: dict[str, Person] | None = None
) -> Sittande:
    """A meeting with an opening, one matter and a closing."""
    personer = personer if personer is not None else forbundet()
    mote = Mote.objects.create(organ="fs", datum=dag, start=time(9, 0), plats="Ekby", status=status)
    punkter = (
        Punkt.objects.create(
            mote=mote, plats="forst", ordning=1, slag="oppnande", rubrik="Mötets öppnande"
        ),
        Punkt.objects.create(mote=mote, ordning=1, arende=ett_arende()),
        Punkt.objects.create(
            mote=mote, plats="sist", ordning=1, slag="avslutande", rubrik="Mötets avslutande"
        ),
    )
    return Sittande(mote, punkter, personer)
