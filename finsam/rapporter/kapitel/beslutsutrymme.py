"""The decision space as table, chart, short facts and named figures. kr, costs positive."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import (
    FORTROENDEVALDA,
    FORVALTNING,
    Arsplan,
    Arsutrymme,
    Utrymmesrad,
    Utrymmesunderlag,
)
from finsam.diagram.fore_efter import fore_och_efter
from finsam.rapporter.dokument import Cell, Diagram, Kalla, Lage, Lista, Rad, Tabell, Varde
from finsam.typografi import datum, med_enhet

TABELL = "ekonomisk-information"
SLAGNAMN = {"utfall": "Utfall", "budget": "Budget", "prognos": "Prognos"}
NEGATIVT = Lage("Negativt", "dalig")
# The rows that rules look for.
INGAENDE, TOTALT, RESULTAT, UTRYMME = "ingaende", "totalt", "resultat", "utrymme"
SERIER = ("Före ansökningarna", "Efter ansökningarna")


def kolumnrubrik(plan: Arsplan) -> str:
    """ "Budget 2022"; a year written on from an earlier budget says so."""
    return f"Framskrivning {plan.ar}" if plan.budget_fran else f"{SLAGNAMN[plan.slag]} {plan.ar}"


def tabell(underlag: Utrymmesunderlag) -> Tabell:
    """The table of the board's paper: a column per year, the current one as budget and forecast."""
    return Tabell(
        id=TABELL,
        titel="Ekonomisk information, belopp i tkr",
        enhet="tkr",
        kolumner=("Insatsägare", *(kolumnrubrik(plan) for plan in underlag.planer)),
        rader=tuple(_Tabellbygge(underlag).rader()),
        etikettrubrik="Namn på insats",
        anmarkningar=tuple(_anmarkningar(underlag)),
    )


class _Tabellbygge:
    """The rows, each with a cell for the owner and one per column."""

    def __init__(self, underlag: Utrymmesunderlag) -> None:
        self.underlag = underlag
        self.utrymmen = underlag.utrymmen

    def rader(self) -> Iterator[Rad]:
        yield self._rad("Finansiella anslag", "sum", 0, lambda u: u.plan.intakter)
        yield from self._linjer(1, lambda plan: plan.intaktsrader)
        yield self._rad(
            "Över-/underskott från tidigare år", "line", 1, lambda u: u.ingaende, INGAENDE,
            lambda u: self.underlag.adresser.get("ingaende", "")
            if u.plan.ar == self.underlag.ar else "",
        )  # fmt: skip
        yield self._rad("Totalt ingående beslutsutrymme", "sum", 0, lambda u: u.totalt, TOTALT)
        for nyckel, namn in ((FORTROENDEVALDA, "Förtroendevalda"), (FORVALTNING, "Förvaltning")):
            yield self._rad(
                namn, "line", 1, lambda u, n=nyckel: getattr(u.plan, n), nyckel,  # type: ignore[misc]
                lambda u, n=nyckel: u.plan.adresser.get(n, ""),  # type: ignore[misc]
            )  # fmt: skip
        yield from self._samverkan()
        yield self._rad("Årets beräknade resultat", "total", 0, lambda u: u.resultat, RESULTAT)
        yield self._rad("Beslutsutrymme", "total", 0, lambda u: u.utrymme, UTRYMME)
        yield from self._ansokningar()

    def _samverkan(self) -> Iterator[Rad]:
        yield self._rad("Samverkansinsatser", "sum", 0, lambda u: u.samverkan, "samverkan")
        yield self._rubrik("Namn på insats")
        yield from self._linjer(2, lambda plan: plan.insatser)
        yield self._rad("S:a samverkansinsatser", "sum", 1, lambda u: u.plan.insatssumma)
        if any(u.plan.ovriga for u in self.utrymmen):
            yield self._rubrik("Övriga samverkansinsatser")
            yield from self._linjer(2, lambda plan: plan.ovriga)
            yield self._rad("S:a övriga samverkansinsatser", "sum", 1, lambda u: u.plan.ovrigsumma)

    def _ansokningar(self) -> Iterator[Rad]:
        """What is asked for; the space after it from the first year that something is."""
        if not self.underlag.sokta:
            return
        yield self._rad(
            "Ansökningar som ej är beviljade", "line", 1, lambda u: u.sokt or None, "sokt"
        )
        yield from self._linjer(2, lambda plan: plan.sokta, med_nummer=True)
        forsta = min((u.plan.ar for u in self.utrymmen if u.sokt), default=None)

        def efter(u: Arsutrymme) -> Decimal | None:
            return u.efter if forsta is not None and u.plan.ar >= forsta else None

        yield self._rad("Beslutsutrymme efter ovanstående ansökningar", "total", 0, efter, "efter")
        if any(u.utrymme < 0 or u.efter < 0 for u in self.utrymmen):
            lagen = (NEGATIVT if u.utrymme < 0 or u.efter < 0 else None for u in self.utrymmen)
            yield Rad("Läge", (None, *lagen), "line", 1, id="lage")

    def _rubrik(self, namn: str) -> Rad:
        return Rad(namn, (None,) * (len(self.utrymmen) + 1), "heading", 1)

    def _rad(
        self,
        namn: str,
        slag: str,
        niva: int,
        belopp: Callable[[Arsutrymme], Decimal | None],
        id_: str = "",
        adress: Callable[[Arsutrymme], str] = lambda u: "",
    ) -> Rad:
        celler = (self._cell(namn, u.plan, belopp(u), adress(u)) for u in self.utrymmen)
        return Rad(namn, (None, *celler), slag, niva, id=id_)

    def _cell(self, namn: str, plan: Arsplan, belopp: Decimal | None, adress: str) -> Cell:
        if belopp is None:
            return None
        # What is worked out here leads to the room, where it can be taken apart.
        adress = adress or self.underlag.adresser.get("rum", "")
        kalla = Kalla(adress, f"{namn}, {kolumnrubrik(plan)}") if adress else None
        return Varde(belopp, "tkr", kalla)

    def _linjer(
        self, niva: int, rader: Callable[[Arsplan], Sequence[Utrymmesrad]], med_nummer: bool = False
    ) -> Iterator[Rad]:
        """A row per line that any column has, in the order of the lists."""
        per_kolumn = [{rad.nyckel: rad for rad in rader(u.plan)} for u in self.utrymmen]
        alla = {rad.nyckel: rad for kolumn in per_kolumn for rad in kolumn.values()}
        for nyckel, forsta in sorted(alla.items(), key=lambda par: par[1].plats):
            namn = f"{forsta.namn} ({nyckel})" if med_nummer else forsta.namn
            celler = (
                self._cell(namn, u.plan, kolumn[nyckel].belopp, kolumn[nyckel].adress)
                if nyckel in kolumn
                else None
                for u, kolumn in zip(self.utrymmen, per_kolumn, strict=True)
            )
            yield Rad(namn, (forsta.agare or None, *celler), "line", niva, id=nyckel)


def _anmarkningar(underlag: Utrymmesunderlag) -> Iterator[str]:
    mellan = ", ".join(f"{SLAGNAMN[p.slag].lower()} {p.ar}" for p in underlag.mellan)
    rullat = f", med {mellan}" if mellan else ""
    yield (
        f"Läget per {datum(underlag.per)}. Första årets över- eller underskott är eget kapital "
        f"utan reservfond enligt bokslutet {underlag.bokslutsar}{rullat}."
    )
    if underlag.forslag:
        yield underlag.forslag
    framskrivna = {plan.ar: plan.budget_fran for plan in underlag.planer if plan.budget_fran}
    if framskrivna:
        aren = " och ".join(str(ar) for ar in framskrivna)
        fran = max(framskrivna.values())
        yield (
            f"Budget saknas för {aren}: intäkter, förtroendevalda, förvaltning och övriga "
            f"samverkansinsatser är som i budgeten för {fran}, om inte årets tilldelning är känd."
        )
    if underlag.utanfor:
        x = med_enhet(underlag.utanfor, "tkr")
        yield f"Ansökningarna gäller också {x} för år som inte visas."


def laget(underlag: Utrymmesunderlag) -> Lista:
    """The few figures that the board asks for first, in words."""
    forsta = underlag.utrymmen[0]
    matande = next(u for u in underlag.utrymmen if u.plan.foder)
    poster = [
        ("Läget per", datum(underlag.per)),
        (
            f"Ackumulerat överskott efter {underlag.bokslutsar}, reservfonden ej medräknad",
            med_enhet(underlag.bokslut, "tkr"),
        ),
        (
            f"Beslutsutrymme när {forsta.plan.ar} är slut, enligt {kolumnrubrik(matande.plan)}",
            med_enhet(matande.utrymme, "tkr"),
        ),
    ]
    if underlag.bokslutsresultat is not None:
        resultat = (f"Resultat {underlag.bokslutsar}", med_enhet(underlag.bokslutsresultat, "tkr"))
        poster.insert(1, resultat)
    return Lista("laget", tuple(poster))


def figurer(underlag: Utrymmesunderlag) -> dict[str, Varde]:
    """What texts may quote: the last accounts, this year, and each year of the table by its own.

    bokslutsresultat, overskott      the latest accounts' result, and the surplus without the fund
    resultat, utrymme                the year's, as forecast, outcome or budget
    resultat_budget, resultat_prognos    the year's own; also intakter, fortroendevalda, forvaltning
    utrymme_2022, resultat_2022, sokt_2022, efter_2022    a year's own; sokt: of all years
    """
    rum = underlag.adresser.get("rum", "")
    matande = [u for u in underlag.utrymmen if u.plan.foder]

    def varde(belopp: Decimal | None, text: str, adress: str = "") -> Varde:
        adress = adress or rum
        return Varde(belopp, "tkr", Kalla(adress, text) if adress else None)

    bokslut = underlag.adresser.get("ingaende", "")
    ut = {
        "bokslutsresultat": varde(underlag.bokslutsresultat, f"Resultat {underlag.bokslutsar}",
                                  underlag.adresser.get("resultat", "")),
        "overskott": varde(underlag.bokslut, "Eget kapital utan reservfond", bokslut),
        "resultat": varde(matande[0].resultat, kolumnrubrik(matande[0].plan)),
        "utrymme": varde(matande[0].utrymme, kolumnrubrik(matande[0].plan)),
        "sokt": varde(sum((s.summa for s in underlag.sokta), Decimal(0)), "Ansökningarna"),
    }  # fmt: skip
    for u in underlag.utrymmen:
        if u.plan.slag in ("budget", "prognos") and u.plan.ar == underlag.ar:
            for figur, belopp in (
                ("resultat", u.resultat), ("intakter", u.plan.intakter),
                ("fortroendevalda", u.plan.fortroendevalda), ("forvaltning", u.plan.forvaltning),
            ):  # fmt: skip
                ut[f"{figur}_{u.plan.slag}"] = varde(belopp, kolumnrubrik(u.plan))
    for u in matande:
        namn = kolumnrubrik(u.plan)
        for figur, belopp in (
            ("utrymme", u.utrymme), ("resultat", u.resultat), ("sokt", u.sokt), ("efter", u.efter),
        ):  # fmt: skip
            ut[f"{figur}_{u.plan.ar}"] = varde(belopp, namn)
    return ut


def diagram(underlag: Utrymmesunderlag) -> Diagram:
    """The space when each year ends, before and after the pending applications."""
    matande = [u for u in underlag.utrymmen if u.plan.foder]
    aren = [str(u.plan.ar) for u in matande]
    fore, efter = [u.utrymme for u in matande], [u.efter for u in matande]
    titel = f"Beslutsutrymme {aren[0]}–{aren[-1]}, tkr"
    slutsats = _slutsats(matande)
    id_ = "diagram-beslutsutrymme"
    return Diagram(
        id="beslutsutrymme",
        titel=titel,
        slutsats=slutsats,
        svg=fore_och_efter(id_, aren, fore, efter, SERIER, slutsats),
        tabell=Tabell(
            id=id_,
            titel=titel,
            enhet="tkr",
            kolumner=tuple(aren),
            rader=tuple(
                Rad(namn, tuple(Varde(tal, "tkr") for tal in belopp))
                for namn, belopp in zip(SERIER, (fore, efter), strict=True)
            ),
        ),
    )


def _slutsats(matande: Sequence[Arsutrymme]) -> str:
    """The lowest year, and which are negative, in words."""
    lagst = min(matande, key=lambda u: u.efter)
    negativa = [str(u.plan.ar) for u in matande if u.efter < 0]
    mening = (
        f"Om ansökningarna i tabellen beviljas är beslutsutrymmet som lägst {lagst.plan.ar}, "
        f"{med_enhet(lagst.efter, 'tkr')}."
    )
    return f"{mening} Negativt: {', '.join(negativa)}." if negativa else mening
