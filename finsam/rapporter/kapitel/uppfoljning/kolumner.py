"""Which questions stand in which table of the memo, under which heading. Data."""

from dataclasses import dataclass

from uppfoljning.fragor import FRAGOR, Fraga

PER_FALT = {fraga.falt: fraga for fraga in FRAGOR}


@dataclass(frozen=True)
class Fragetabell:
    """A table with a column per question: the field and the heading above its answers."""

    id: str
    titel: str
    kolumner: tuple[tuple[str, str], ...]
    anmarkningar: tuple[str, ...] = ()

    @property
    def fragor(self) -> tuple[Fraga, ...]:
        return tuple(PER_FALT[falt] for falt, _ in self.kolumner)

    @property
    def rubriker(self) -> tuple[str, ...]:
        return tuple(rubrik for _, rubrik in self.kolumner)


MAL = Fragetabell(
    "nulage-mal",
    "Nuläge mål",
    (
        ("i_fas", "Insatsen ligger i fas gällande uppsatta mål"),
        ("prognos_maluppfyllelse", "Styrgruppens prognos för måluppfyllelse"),
    ),
)
FORUTSATTNINGAR = Fragetabell(
    "forutsattningar-utfall",
    "Förutsättningar för utfall",
    (
        ("start_i_tid", "Start i tid*"),
        ("vakanser_sof", "Vakanser SOF-medel"),
        ("vakanser_egna", "Vakanser egenfinansierade resurser"),
        ("avvikelse_budget", "Inkomna avvikelser gällande budget"),
    ),
    ("*Redovisas endast för nystartade insatser.",),
)
KVALITET = Fragetabell(
    "kvalitetssakring",
    "Kvalitetssäkring",
    (
        ("styrgruppsmoten", "Styrgruppsmöten enl. avtal"),
        ("ordinarie_representanter", "Alla ord. representanter i styrgruppen deltagit"),
        ("uppfoljning_enligt_avtal", "Uppföljning enl. avtal"),
        ("kontroll_metod", "Kontroll av metod"),
        ("kontroll_malgrupp", "Kontroll av målgrupp"),
        ("jamlikhet", "Jämlikhet"),
        ("jamstalldhet", "Jämställdhet"),
        ("avvikelse_mal_malgrupp", "Avvikelse mål/målgrupp"),
    ),
)
# Asked later than the others: the table is left out where nobody was asked.
IMPLEMENTERING = Fragetabell(
    "vald-och-implementering",
    "Våldsfrågor och implementering",
    (
        ("valdsfragor", "Frågor om våld ställs"),
        ("implementering", "Implementering i ordinarie verksamhet"),
    ),
)
FRAGETABELLER = (MAL, FORUTSATTNINGAR, KVALITET, IMPLEMENTERING)
