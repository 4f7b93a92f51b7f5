"""A table of counts: a row per insats, month or period, measure, category and sex."""

from collections.abc import Iterator, Mapping
from typing import Any

from finsam import typografi
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.tabular.location import Anmarkning, Filfel, Plats
from uppfoljning.antalsfil.celler import TANKSTRECK, Cellfel, Kolumn, heltal, normal, val
from uppfoljning.antalsfil.rader import KON, insatsnummer
from uppfoljning.antalsfil.resultat import Fellista, Filresultat
from uppfoljning.antalsfil.vakt import ser_ut_som_namn, vagran
from uppfoljning.calculations.antal import Konsantal
from uppfoljning.calculations.deltagare import sammanlagt
from uppfoljning.calculations.kontroll import granska_summa
from uppfoljning.calculations.underlag import Antalsnyckel
from uppfoljning.choices import KATEGORIER, Matt

RUBRIKER = ("Insats", "Period", "Mått", "Kategori", "Kön", "Antal")
PERIODRUBRIKER = ("period", "månad", "period/månad")
# A row of all sexes is no count of its own: it is held against the others.
ALLA = "alla"
KON_ELLER_SUMMA = KON | {"totalt": ALLA, "summa": ALLA, "alla": ALLA, "s:a": ALLA}
HELA_PERIODEN = 0


def ar_antalstabell(rubriker: tuple[str, ...]) -> bool:
    """Whether the headings are those of a table of counts."""
    return {"mått", "antal"} <= {normal(rubrik) for rubrik in rubriker}


class Antalstabell:
    """The table's rows as counts; a row that cannot be read is a fault of the file."""

    def __init__(
        self,
        plats: Plats,
        rubriker: tuple[str, ...],
        insatser: Mapping[str, int],
        period: Period,
    ) -> None:
        self.plats = plats
        self.period = period
        self.fel = Fellista()
        platser = _platser(plats, rubriker)
        lasare = (
            insatsnummer(insatser),
            self._manad,
            val(_matt(), _matten()),
            lambda varde: varde,
            val(KON_ELLER_SUMMA, "Skriv Kvinnor, Män, Okänt eller Totalt."),
            heltal,
        )
        self.kolumner = [
            Kolumn(rubrik, platser[rubrik], las)
            for rubrik, las in zip(RUBRIKER, lasare, strict=True)
        ]
        self._rader: dict[tuple[int, int, str, str, str], tuple[int, int]] = {}

    def las(self, rader: Iterator[tuple[int, tuple[Any, ...]]]) -> Filresultat:
        antal = 0
        for nr, varden in rader:
            antal += 1
            self._las_rad(nr, varden)
        if not antal:
            raise Filfel(self.plats, "Filen har inga rader under rubrikerna.")
        self._granska_summor()
        svar = self._per_insats()
        self._granska_manader(svar)
        if self.fel.fel:
            svar = {}
        return Filresultat(svar, tuple(self.fel.fel), rader=antal, fler_fel=self.fel.fler)

    def _las_rad(self, nr: int, varden: tuple[Any, ...]) -> None:
        lasta: list[Any] = []
        for kolumn in self.kolumner:
            try:
                lasta.append(kolumn.las(varden))
            except Cellfel as fynd:
                cell = varden[kolumn.plats] if kolumn.plats < len(varden) else ""
                self._vagra_namn(nr, kolumn.rubrik, cell)
                self._fel(nr, kolumn.rubrik, f"”{cell}”: {fynd}" if cell else str(fynd))
                return
        insats, manad, matt, kategoritext, kon, tal = lasta
        if tal is None:
            self._fel(nr, "Antal", "Antalet saknas. Skriv 0 där ingen finns.")
            return
        kategori = self._kategori(nr, matt, kategoritext)
        if kategori is None:
            return
        nyckel = (insats, manad, matt, kategori, kon)
        if nyckel in self._rader:
            self._fel(nr, "Antal", f"Uppgiften finns redan på rad {self._rader[nyckel][1]}.")
        else:
            self._rader[nyckel] = (tal, nr)

    def _vagra_namn(self, nr: int, kolumn: str, varde: Any) -> None:
        """A cell that no list knows may hold a name, which is not repeated."""
        if ser_ut_som_namn(varde):
            raise vagran(Plats(self.plats.fil, self.plats.blad, nr, kolumn), "namn")

    def _kategori(self, nr: int, matt: str, cell: Any) -> str | None:
        text = normal(cell)
        lista = KATEGORIER.get(matt)
        if lista is None:
            if text:
                self._vagra_namn(nr, "Kategori", cell)
                self._fel(nr, "Kategori", "Måttet delas inte i kategorier; lämna cellen tom.")
                return None
            return ""
        for varde, ord_ in lista.choices:
            if text in (normal(varde), normal(ord_)):
                return str(varde)
        self._vagra_namn(nr, "Kategori", cell)
        kategorier = ", ".join(str(ord_) for ord_ in lista.labels)
        self._fel(nr, "Kategori", f"”{cell}” känns inte igen. Välj ett av: {kategorier}.")
        return None

    def _manad(self, varde: Any) -> int:
        """The month of the chosen period, or 0 for the period itself."""
        text = TANKSTRECK.sub("-", str(varde or "").strip()).upper()
        if text == self.period.kod:
            return HELA_PERIODEN
        for manad in range(self.period.forsta_manad, self.period.sista_manad + 1):
            if text in (f"{self.period.ar}-{manad:02}", f"{self.period.ar}{manad:02}"):
                return manad
        if _ar_period(text):
            raise Cellfel(f"Raden hör inte till {self.period.kod}, som du har valt.")
        exempel = f"{self.period.ar}-{self.period.forsta_manad:02}"
        raise Cellfel(f"Skriv {self.period.kod} eller en månad, till exempel {exempel}.")

    def _granska_summor(self) -> None:
        for (insats, manad, matt, kategori, kon), (angiven, nr) in self._rader.items():
            if kon != ALLA:
                continue
            delar = Konsantal(*(
                self._rader.get((insats, manad, matt, kategori, ett), (0, 0))[0]
                for ett in ("K", "M", "okant")
            ))  # fmt: skip
            if fynd := granska_summa(delar, angiven):
                self._fel(nr, "Antal", fynd.text)

    def _granska_manader(
        self, svar: Mapping[int, Mapping[int, Mapping[Antalsnyckel, int]]]
    ) -> None:
        """Where both the period and its months are told, they say the same."""
        for insats, manader in svar.items():
            hela = manader.get(HELA_PERIODEN, {})
            av_manader = sammanlagt([manader[nr] for nr in sorted(manader) if nr])
            for nyckel, tal in hela.items():
                if av_manader.get(nyckel, tal) != tal:
                    rad = self._rader[insats, HELA_PERIODEN, *_delar(nyckel)][1]
                    text = (
                        f"Månaderna ger {typografi.antal(av_manader[nyckel])}, "
                        f"perioden {typografi.antal(tal)}."
                    )
                    self._fel(rad, "Antal", text)

    def _per_insats(self) -> dict[int, dict[int, dict[Antalsnyckel, int]]]:
        svar: dict[int, dict[int, dict[Antalsnyckel, int]]] = {}
        for (insats, manad, matt, kategori, kon), (tal, _) in self._rader.items():
            if kon != ALLA:
                nyckel = Antalsnyckel(matt, kategori, kon)
                svar.setdefault(insats, {}).setdefault(manad, {})[nyckel] = tal
        return svar

    def _fel(self, nr: int, kolumn: str, text: str) -> None:
        plats = Plats(self.plats.fil, self.plats.blad, nr, kolumn)
        self.fel.lagg_till(Anmarkning(plats, text))


def _platser(plats: Plats, rubriker: tuple[str, ...]) -> dict[str, int]:
    normala = [normal(rubrik) for rubrik in rubriker]
    svar = {}
    for rubrik in RUBRIKER:
        namn = PERIODRUBRIKER if rubrik == "Period" else (normal(rubrik),)
        traff = next((nr for nr, ett in enumerate(normala) if ett in namn), None)
        if traff is None:
            raise Filfel(plats, f"Filen saknar kolumnen {rubrik}.")
        svar[rubrik] = traff
    okanda = [r for nr, r in enumerate(rubriker) if r and nr not in svar.values()]
    if okanda:
        raise Filfel(
            plats,
            f"Kolumnen ”{okanda[0]}” hör inte hit; ta bort den. "
            f"Filen får ha kolumnerna {', '.join(RUBRIKER)}.",
        )
    return svar


def _matt() -> dict[str, str]:
    varden = {str(varde): str(varde) for varde in Matt.values}
    return varden | {str(ord_): str(varde) for varde, ord_ in Matt.choices}


def _matten() -> str:
    return f"Välj ett av: {', '.join(str(ord_) for ord_ in Matt.labels)}."


def _ar_period(text: str) -> bool:
    try:
        las_period(text)
    except OgiltigPeriod:
        return text[:4].isdigit() and text[4:].replace("-", "").isdigit()
    return True


def _delar(nyckel: Antalsnyckel) -> tuple[str, str, str]:
    return nyckel.matt, nyckel.kategori, nyckel.kon
