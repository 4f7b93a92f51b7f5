"""Everything that must hold before a ledger is stored, in one pass over its posts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ekonomi.sie import balanser
from ekonomi.sie.balanser import ForegaendeAr, Saldon, kronor
from ekonomi.sie.falt import objektpar
from ekonomi.sie.fynd import Fynd, fel, varning
from ekonomi.sie.nummer import Nummerserier
from ekonomi.sie.poster import (
    SALDOETIKETTER,
    Arspost,
    Dimensionspost,
    Huvudpost,
    Kontopost,
    Kontrollsumma,
    Objektlista,
    Objektpost,
    OkandPost,
    Post,
    Saldopost,
    Verifikation,
)

MAX_FYND = 200
MED_VERIFIKATIONER = "4"
# What the columns of the ledger hold.
LANGDER = {"serie": 10, "nummer": 20}
LANGSTA_KOD = 20
STORSTA_DIMENSION = 32_767


@dataclass(frozen=True, slots=True)
class Bokforing:
    """What the installation knows, against which a file is checked.

    kontoplan: account → type (T, S, I or K); foregaende: what is stored for a year, if anything;
    idag: vouchers after this day are refused, None for no such limit.
    """

    kontoplan: Mapping[str, str]
    foregaende: Callable[[int], ForegaendeAr | None]
    idag: date | None = None


class Granskning:
    """Hand it every post in the file's order with `ta`, then `avsluta`; `fynd` says the rest.

    Memory is bounded: what grows with the file is eight bytes per voucher.
    """

    def __init__(self, bokforing: Bokforing) -> None:
        self.bokforing = bokforing
        self.fynd: list[Fynd] = []
        self.ar: Arspost | None = None
        self.huvud: dict[str, tuple[str, ...]] = {}
        self.saldon = Saldon()
        self.antal_verifikationer = 0
        self.antal_konteringar = 0
        self._rorelse: dict[str, int] = {}
        self._anvanda: set[str] = set()
        self._namngivna: list[str] = []
        self._objekt: set[tuple[int, str]] = set()
        self._listor: set[Objektlista] = set()
        self._okanda: dict[str, int] = {}
        self._serier = Nummerserier()
        self._forsta_dag: date | None = None
        self._sista_dag: date | None = None
        self.antal_fel = 0

    def ta(self, post: Post) -> None:
        if isinstance(post, Verifikation):
            self._verifikation(post)
        elif isinstance(post, Huvudpost):
            self._huvudpost(post)
        elif isinstance(post, Saldopost):
            self._saldopost(post)
        elif isinstance(post, Arspost) and post.arsnr == 0:
            self._arspost(post)
        elif isinstance(post, Kontopost) and post.etikett == "KONTO":
            self._namngivna.append(post.konto)
        elif isinstance(post, Objektpost):
            self._objekt.add((post.dimension, post.kod))
            self._ryms(post.dimension, post.kod, post.rad)
        elif isinstance(post, Dimensionspost):
            self._ryms(post.nummer, "", post.rad)
            self._ryms(post.overordnad or post.nummer, "", post.rad)
        elif isinstance(post, OkandPost):
            self._okanda.setdefault(post.etikett, post.rad)
        elif isinstance(post, Kontrollsumma) and post.angiven != post.beraknad:
            varde = f"angiven {post.angiven}, beräknad {post.beraknad}"
            self.lagg(varning("Kontrollsumman stämmer inte.", post.rad, varde))

    def lagg(self, ett: Fynd) -> None:
        """Add a finding; past the limit only the faults are counted."""
        self.antal_fel += ett.ar_fel
        if len(self.fynd) < MAX_FYND:
            self.fynd.append(ett)

    @property
    def sietyp(self) -> str:
        """ "1"–"4" as #SIETYP says; without it a file with vouchers is a 4."""
        angiven = self.huvud.get("SIETYP", ())
        return angiven[0] if angiven else ("4" if self.antal_verifikationer else "1")

    @property
    def enbart_verifikationer(self) -> bool:
        """True for 4I: vouchers to be added to a ledger, no balances."""
        return self.sietyp == MED_VERIFIKATIONER and not self.saldon.finns

    def _huvudpost(self, post: Huvudpost) -> None:
        self.huvud[post.etikett] = post.falt
        if post.etikett == "FLAGGA" and post.falt[:1] == ("1",):
            self.lagg(
                fel(
                    "Filen är redan inläst (#FLAGGA 1).",
                    post.rad,
                    ratt="Exportera den på nytt; då står #FLAGGA 0.",
                )
            )
        if post.etikett == "VALUTA" and post.falt and post.falt[0] != "SEK":
            self.lagg(fel("Bokföringen är inte i kronor.", post.rad, post.falt[0], "#VALUTA SEK"))

    def _arspost(self, post: Arspost) -> None:
        self.ar = post
        if post.start.year != post.slut.year or post.start >= post.slut:
            self.lagg(
                fel(
                    "Räkenskapsåret ligger inte inom ett kalenderår.",
                    post.rad,
                    f"{post.start}–{post.slut}",
                    "Lag 2018:597: räkenskapsåret är kalenderåret.",
                )
            )

    def _saldopost(self, post: Saldopost) -> None:
        if post.etikett in SALDOETIKETTER and (dubblett := self.saldon.ta(post)):
            self.lagg(dubblett)
        if post.belopp and post.konto not in self._anvanda:
            self._konto(post.konto, post.rad)

    def _konto(self, konto: str, rad: int) -> None:
        """The first use of an account: it must be in the plan."""
        self._anvanda.add(konto)
        if konto not in self.bokforing.kontoplan:
            plan = " ".join(["", *self.huvud.get("KPTYP", ())[:1]])
            self.lagg(
                fel(
                    f"Kontot {konto} finns inte i kontoplanen{plan}.",
                    rad,
                    ratt="Lägg till kontot i kontoplanen och läs in filen igen.",
                )
            )

    def _verifikation(self, ver: Verifikation) -> None:
        self.antal_verifikationer += 1
        self.antal_konteringar += len(ver.rader)
        rorelse, listor, summa = self._rorelse, self._listor, 0
        for rad in ver.rader:
            slag, konto, objekt, ore, _, _, _, _ = rad
            if objekt not in listor:
                self._lista(objekt, ver.radnummer[ver.rader.index(rad)])
            if slag == "trans":
                summa += ore
                if konto in rorelse:
                    rorelse[konto] += ore
                    continue
                rorelse[konto] = ore
            if konto not in self._anvanda:
                self._konto(konto, ver.radnummer[ver.rader.index(rad)])
        if summa:
            self._obalans(ver)
        self._dag(ver)
        self._serier.ta(ver.serie, ver.nummer)
        if len(ver.serie) > 10 or len(ver.nummer) > 20:
            self._langder(ver)

    def _lista(self, lista: Objektlista, rad: int) -> None:
        """The first use of a list of objects: each must have room in its columns."""
        self._listor.add(lista)
        for dimension, kod in objektpar(lista):
            self._ryms(dimension, kod, rad)

    def _ryms(self, dimension: int, kod: str, rad: int) -> None:
        if len(kod) > LANGSTA_KOD or not 0 < dimension <= STORSTA_DIMENSION:
            self.lagg(
                fel(
                    f"Objektet {dimension} {kod} kan inte lagras."
                    if kod
                    else f"Dimensionen {dimension} kan inte lagras.",
                    rad,
                    ratt=f"Dimensionen är ett tal från 1, koden högst {LANGSTA_KOD} tecken.",
                )
            )

    def _obalans(self, ver: Verifikation) -> None:
        belopp = [rad.belopp for rad in ver.rader if rad.slag == "trans"]
        debet = sum(ett for ett in belopp if ett > 0)
        kredit = debet - sum(belopp)
        self.lagg(
            fel(
                f"Verifikation {ver.namn} balanserar inte.",
                ver.rad,
                ratt=f"Debet {kronor(debet)} och kredit {kronor(kredit)} ska vara lika.",
            )
        )

    def _dag(self, ver: Verifikation) -> None:
        dag = ver.datum
        if self._forsta_dag is None or dag < self._forsta_dag:
            self._forsta_dag = dag
        if self._sista_dag is None or dag > self._sista_dag:
            self._sista_dag = dag
        if self.ar and not self.ar.start <= dag <= self.ar.slut:
            self.lagg(
                fel(
                    f"Datum {dag} ligger utanför räkenskapsåret.",
                    ver.rad,
                    ver.namn,
                    f"Året är {self.ar.start}–{self.ar.slut}.",
                )
            )
        elif self.bokforing.idag and dag > self.bokforing.idag:
            self.lagg(fel("Datumet ligger efter dagens datum.", ver.rad, f"{ver.namn} {dag}"))

    def _langder(self, ver: Verifikation) -> None:
        for falt, langd in LANGDER.items():
            varde = getattr(ver, falt)
            if len(varde) > langd:
                vad = f"{falt.capitalize()} får ha högst {langd} tecken."
                self.lagg(fel(vad, ver.rad, varde[:80]))

    def avsluta(self, hel: bool = True) -> None:
        """Check what only the whole file can tell; call once, after the last post.

        hel: False when records were left out, whose absence would make every sum look wrong.
        """
        self._slut_huvud()
        self._slut_konton()
        self._slut_objekt()
        if hel:
            self._slut_balanser()
            for ett in self._serier.fynd():
                self.lagg(ett)
        if dolda := self.antal_fel - sum(ett.ar_fel for ett in self.fynd):
            self.fynd.append(fel(f"Ytterligare {dolda} fel visas inte."))

    def _slut_balanser(self) -> None:
        typer, saldon = self.bokforing.kontoplan, self.saldon
        if not saldon.finns:
            return
        kontroller = [
            balanser.fel_slag(saldon, typer),
            balanser.overgang_i_filen(saldon, typer),
            balanser.ingaende_balanserar(saldon),
        ]
        if self.ar:
            fore = self.bokforing.foregaende(self.ar.start.year - 1)
            kontroller.append(balanser.overgang_fran_lagrat(saldon, fore, typer))
        if self.sietyp == MED_VERIFIKATIONER:
            kontroller.append(balanser.stammer(saldon, self._rorelse, typer))
        for ett in chain.from_iterable(kontroller):
            self.lagg(ett)

    def _slut_huvud(self) -> None:
        if "FLAGGA" not in self.huvud:
            self.lagg(varning("#FLAGGA saknas; den ska stå först i filen."))
        if self.ar is None and not self.enbart_verifikationer:
            self.lagg(
                fel("#RAR saknas.", ratt="Skriv till exempel #RAR 0 20240101 20241231 i huvudet.")
            )
        for etikett, rad in self._okanda.items():
            self.lagg(varning(f"Etiketten {etikett} är okänd och läses inte.", rad))

    def _slut_konton(self) -> None:
        kontoplan = self.bokforing.kontoplan
        oanvanda = [
            konto
            for konto in self._namngivna
            if konto not in kontoplan and konto not in self._anvanda
        ]
        if oanvanda:
            visade = ", ".join(oanvanda[:20]) + (" …" if len(oanvanda) > 20 else "")
            self.lagg(varning(f"Oanvända konton finns inte i kontoplanen: {visade}."))

    def _slut_objekt(self) -> None:
        """Objects that rows use and no #OBJEKT names."""
        saknas = sorted(self.objekt - self._objekt)
        if saknas:
            visade = ", ".join(f"{dim} {kod}" for dim, kod in saknas[:20])
            fler = " …" if len(saknas) > 20 else ""
            self.lagg(varning(f"Objekt som används saknas bland #OBJEKT: {visade}{fler}."))

    @property
    def rakenskapsar(self) -> tuple[date, date] | None:
        """First and last day; for 4I without #RAR the calendar year of its vouchers."""
        if self.ar:
            return self.ar.start, self.ar.slut
        if self._forsta_dag and self._sista_dag and self._forsta_dag.year == self._sista_dag.year:
            ar = self._forsta_dag.year
            return date(ar, 1, 1), date(ar, 12, 31)
        return None

    @property
    def objekt(self) -> set[tuple[int, str]]:
        """Every (dimension, object) that is named or used."""
        return self._objekt | {ett for lista in self._listor for ett in objektpar(lista)}
