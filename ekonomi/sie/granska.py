"""Everything that must hold before a ledger is stored, in one pass over its posts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ekonomi.sie import balanser
from ekonomi.sie.balanser import ForegaendeAr, Saldon, kronor
from ekonomi.sie.fynd import Fynd, fel, varning
from ekonomi.sie.nummer import Nummerserier
from ekonomi.sie.poster import (
    SALDOETIKETTER,
    Arspost,
    Huvudpost,
    Kontopost,
    Kontrollsumma,
    Objektpar,
    Objektpost,
    OkandPost,
    Post,
    Saldopost,
    Verifikation,
)

MAX_FYND = 200
MED_VERIFIKATIONER = "4"
# What the columns of the ledger hold.
LANGDER = {"serie": 10, "nummer": 20, "signatur": 60}


@dataclass(frozen=True, slots=True)
class Bokforing:
    """What the installation knows, against which a file is checked.

    kontoplan: account → type (T, S, I or K); foregaende: None where no year before is stored;
    idag: vouchers after this day are refused, None for no such limit.
    """

    kontoplan: Mapping[str, str]
    foregaende: Mapping[int, ForegaendeAr]
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
        self.saldon = Saldon(fynd=self.fynd)
        self.antal_verifikationer = 0
        self.antal_konteringar = 0
        self._rorelse: dict[str, int] = {}
        self._sedd: dict[str, int] = {}  # account → the row that first used it
        self._namngivna: dict[str, int] = {}  # account → its row #KONTO
        self._objekt: set[tuple[int, str]] = set()
        self._par: set[Objektpar] = set()
        self._okanda: dict[str, int] = {}
        self._serier = Nummerserier()
        self._forsta_dag: date | None = None
        self._sista_dag: date | None = None
        self._utelamnade = 0

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
            self._namngivna[post.konto] = post.rad
        elif isinstance(post, Objektpost):
            self._objekt.add((post.dimension, post.kod))
        elif isinstance(post, OkandPost):
            self._okanda.setdefault(post.etikett, post.rad)
        elif isinstance(post, Kontrollsumma) and post.angiven != post.beraknad:
            varde = f"angiven {post.angiven}, beräknad {post.beraknad}"
            self._lagg(varning("Kontrollsumman stämmer inte.", post.rad, varde))

    def _lagg(self, ett: Fynd) -> None:
        if len(self.fynd) < MAX_FYND:
            self.fynd.append(ett)
        else:
            self._utelamnade += ett.ar_fel

    @property
    def har_fel(self) -> bool:
        return self._utelamnade > 0 or any(ett.ar_fel for ett in self.fynd)

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
            self._lagg(
                fel(
                    "Filen är redan inläst (#FLAGGA 1).",
                    post.rad,
                    ratt="Exportera den på nytt; då står #FLAGGA 0.",
                )
            )
        if post.etikett == "VALUTA" and post.falt and post.falt[0] != "SEK":
            self._lagg(fel("Bokföringen är inte i kronor.", post.rad, post.falt[0], "#VALUTA SEK"))

    def _arspost(self, post: Arspost) -> None:
        self.ar = post
        if post.start.year != post.slut.year or post.start >= post.slut:
            self._lagg(
                fel(
                    "Räkenskapsåret ligger inte inom ett kalenderår.",
                    post.rad,
                    f"{post.start}–{post.slut}",
                    "Lag 2018:597: räkenskapsåret är kalenderåret.",
                )
            )

    def _saldopost(self, post: Saldopost) -> None:
        if post.etikett in SALDOETIKETTER:
            self.saldon.ta(post)
        if post.belopp:
            self._sedd.setdefault(post.konto, post.rad)

    def _verifikation(self, ver: Verifikation) -> None:
        self.antal_verifikationer += 1
        self.antal_konteringar += len(ver.rader)
        rorelse, summa = self._rorelse, 0
        for rad in ver.rader:
            if rad.objekt:
                self._par.add(rad.objekt)
            if rad.slag == "trans":
                summa += rad.belopp
                try:
                    rorelse[rad.konto] += rad.belopp
                    continue
                except KeyError:
                    rorelse[rad.konto] = rad.belopp
            if rad.konto not in self._sedd:
                self._sedd[rad.konto] = ver.radnummer[ver.rader.index(rad)]
        if summa:
            self._obalans(ver)
        self._dag(ver)
        self._serier.ta(ver.serie, ver.nummer)
        if len(ver.serie) > 10 or len(ver.nummer) > 20 or ver.signatur:
            self._langder(ver)

    def _obalans(self, ver: Verifikation) -> None:
        belopp = [rad.belopp for rad in ver.rader if rad.slag == "trans"]
        debet = sum(ett for ett in belopp if ett > 0)
        kredit = debet - sum(belopp)
        self._lagg(
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
            self._lagg(
                fel(
                    f"Datum {dag} ligger utanför räkenskapsåret.",
                    ver.rad,
                    ver.namn,
                    f"Året är {self.ar.start}–{self.ar.slut}.",
                )
            )
        elif self.bokforing.idag and dag > self.bokforing.idag:
            self._lagg(fel("Datumet ligger efter dagens datum.", ver.rad, f"{ver.namn} {dag}"))

    def _langder(self, ver: Verifikation) -> None:
        for falt, langd in LANGDER.items():
            varde = getattr(ver, falt)
            if len(varde) > langd:
                vad = f"{falt.capitalize()} får ha högst {langd} tecken."
                self._lagg(fel(vad, ver.rad, varde[:80]))

    def avsluta(self) -> None:
        """Check what only the whole file can tell; call once, after the last post."""
        self._slut_huvud()
        self._slut_konton()
        self._slut_objekt()
        typer, saldon = self.bokforing.kontoplan, self.saldon
        if saldon.finns:
            kontroller = [
                balanser.fel_slag(saldon, typer),
                balanser.overgang_i_filen(saldon, typer),
                balanser.ingaende_balanserar(saldon),
            ]
            if self.ar:
                fore = self.bokforing.foregaende.get(self.ar.start.year - 1)
                kontroller.append(balanser.overgang_fran_lagrat(saldon, fore, typer))
            if self.sietyp == MED_VERIFIKATIONER:
                kontroller.append(balanser.stammer(saldon, self._rorelse, typer))
            for fynden in kontroller:
                for ett in fynden:
                    self._lagg(ett)
        for ett in self._serier.fynd():
            self._lagg(ett)
        if self._utelamnade:
            self.fynd.append(fel(f"Ytterligare {self._utelamnade} fel visas inte."))

    def _slut_huvud(self) -> None:
        if "FLAGGA" not in self.huvud:
            self._lagg(varning("#FLAGGA saknas; den ska stå först i filen."))
        if self.ar is None and not self.enbart_verifikationer:
            self._lagg(
                fel("#RAR saknas.", ratt="Skriv till exempel #RAR 0 20240101 20241231 i huvudet.")
            )
        for etikett, rad in self._okanda.items():
            self._lagg(varning(f"Etiketten {etikett} är okänd och läses inte.", rad))

    def _slut_konton(self) -> None:
        kontoplan = self.bokforing.kontoplan
        plan = " ".join(["", *self.huvud.get("KPTYP", ())[:1]])
        for konto, rad in self._sedd.items():
            if konto not in kontoplan:
                self._lagg(
                    fel(
                        f"Kontot {konto} finns inte i kontoplanen{plan}.",
                        rad,
                        ratt="Lägg till kontot i kontoplanen och läs in filen igen.",
                    )
                )
        oanvanda = [
            konto for konto in self._namngivna if konto not in kontoplan and konto not in self._sedd
        ]
        if oanvanda:
            visade = ", ".join(oanvanda[:20]) + (" …" if len(oanvanda) > 20 else "")
            self._lagg(varning(f"Oanvända konton finns inte i kontoplanen: {visade}."))

    def _slut_objekt(self) -> None:
        """Objects that rows use and no #OBJEKT names, in the order of the file's rows."""
        saknas = sorted({ett for par in self._par for ett in par} - self._objekt)
        if saknas:
            visade = ", ".join(f"{dim} {kod}" for dim, kod in saknas[:20])
            fler = " …" if len(saknas) > 20 else ""
            self._lagg(varning(f"Objekt som används saknas bland #OBJEKT: {visade}{fler}."))

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
        return self._objekt | {ett for par in self._par for ett in par}
