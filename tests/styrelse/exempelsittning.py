"""A small association that meets: three members, their seats and deputies, and an agenda."""

from dataclasses import dataclass
from datetime import date, time

from finsam.models import Forbund, Medlem
from styrelse.actions.omedelbart import underteckna
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.calculations.handlingar import som_data
from styrelse.choices import HALLNA
from styrelse.models import (
    Arende,
    Arendebilaga,
    Beslut,
    Franvaro,
    Jav,
    Justering,
    Mote,
    Motespaket,
    Narvaro,
    Person,
    Punkt,
    Uppdrag,
    Votering,
    Yttrande,
)
from styrelse.selectors.handlingar import handlingar

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

    def leds(self, ordforande: str = "Anna", sekreterare: str = "Cia") -> None:
        """Enters who leads the meeting and who keeps its minutes."""
        for roll, ett in (("ordforande", ordforande), ("sekreterare", sekreterare)):
            Justering.objects.create(mote=self.mote, person=self.personer[ett], roll=roll)

    def justerar_omedelbart(self, nr: int = 1) -> None:
        """Anna, who leads, and Bo, who checks, sign the item's § on the day of the meeting."""
        bo = self.personer["Bo"]
        Justering.objects.get_or_create(mote=self.mote, person=bo, roll="justerare")
        for ett in ("Anna", "Bo"):
            underteckna(self.punkter[nr], self.personer[ett], self.mote.datum, None)


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


def skicka(mote: Mote) -> None:
    """The meeting's notice, with its agenda as it stands now."""
    Motespaket.objects.create(
        mote=mote,
        nummer=1,
        innehall=som_data(handlingar(mote)),
        fil="kallelse.pdf",
        storlek=1,
        sidor=1,
        sha256="0" * 64,
    )


def skapa_sittning() -> dict[str, int]:
    """A meeting that is going on in a world that has a board; a key for each kind of its rows."""
    mote = Mote.objects.create(
        organ="fs", datum=DAG, start=time(13, 0), status="pagar", oppnades=time(13, 2)
    )
    punkt = Punkt.objects.create(mote=mote, ordning=1, arende=ett_arende("Pågående ärende"))
    ge_paragrafer(mote, None)
    uppdrag = Uppdrag.objects.under(DAG, DAG).i_styrelsen().exclude(roll="ersattare")[0]
    narvaro = Narvaro.objects.create(
        mote=mote, person=uppdrag.person, uppdrag=uppdrag, roll="ledamot"
    )
    hos = {"punkt": punkt, "person": uppdrag.person}
    votering = Votering.objects.create(punkt=punkt, ja="bifall", nej="avslag")
    votering.roster.create(person=uppdrag.person, val="ja")
    return {
        "sittning": mote.pk,
        "sittningspunkt": punkt.pk,
        # What a ledamot may read of a meeting is what was sent, and what has been held.
        "hallen_punkt": Punkt.objects.filter(mote__status__in=HALLNA).earliest("pk").pk,
        "paragrafnummer": punkt.paragraf.nummer,
        "narvaro": narvaro.pk,
        "franvaro": Franvaro.objects.create(narvaro=narvaro, fran=punkt).pk,
        "yttrande": Yttrande.objects.create(**hos, slag="yrkande", text="Bifall").pk,
        "jav": Jav.objects.create(**hos, skal="Närstående").pk,
        "votering": votering.pk,
        "motesbeslut": Beslut.objects.create(punkt=punkt, utfall="bifall", text="att godkänna").pk,
        "dokumentbilaga": _bilaga(punkt).pk,
    }


def _bilaga(punkt: Punkt) -> Arendebilaga:
    """The year's fees as they were frozen: an empty document, so that all of today's differs."""
    return Arendebilaga.objects.create(
        arende=punkt.arende,
        ordning=1,
        titel="Medlemsavgifter",
        slag="rapport",
        kalla="medlemsavgifter 2024",
        innehall={"tables": [], "sections": []},
        sha256="0" * 64,
    )
