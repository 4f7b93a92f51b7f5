"""Which figures a publication hides: the small ones, and others that would give them away.

One release after another, as they come out: what an earlier one has shown stays shown and what it
has hidden stays hidden. First the small figures (1 up to the smallest number that is shown), then
the division by sex around them, then whatever the audit finds that they can be worked out from,
until it finds nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.frigoring import Frigoring
from uppfoljning.calculations.smatal.granskning import Granskning
from uppfoljning.calculations.smatal.kopplingar import Figurplats, Koppling, kopplingar
from uppfoljning.calculations.smatal.modell import Modell, Samband, bygg_modell
from uppfoljning.calculations.smatal.plan import (
    ALLA,
    Figur,
    Figurgrupp,
    Utgava,
    figurgrupper,
    reducerad,
)
from uppfoljning.calculations.smatal.rakning import (
    ALLA_KON,
    Antalsdel,
    Delar,
    Rakning,
    aret,
    fore_aret,
)

KONEN = (matt.KVINNOR, matt.MAN)


@dataclass(frozen=True)
class Doljning:
    """The outcome: for each figure that any release may print, whether it is shown.

    `troskel` is the smallest count that is always shown where nothing else forbids it.
    """

    troskel: int
    antal: Mapping[Antalsdel, int] = field(default_factory=dict)
    visade: Mapping[Delar, bool] = field(default_factory=dict)

    def visas(self, rakning: Rakning) -> bool:
        """Whether a figure may be printed: both parts of a share, and nothing off the list."""
        delar = (rakning.taljare, rakning.namnare or frozenset())
        return all(self._visas(del_) for del_ in delar)

    def _visas(self, delar: Delar) -> bool:
        """A sum by sex of figures that are shown says no more than they do."""
        reda = reducerad(delar, self.antal)
        if not reda or reda in self.visade:
            return not reda or self.visade[reda]
        per_kon = [frozenset(d for d in reda if d.kon == kon) for kon in ALLA_KON]
        return all(self.visade.get(del_, not del_) for del_ in per_kon)


@dataclass(frozen=True)
class Doljningar:
    """The outcome of several years. A figure is settled by the newest year that it counts."""

    troskel: int
    per_ar: Mapping[int, Doljning]

    def visas(self, rakning: Rakning) -> bool:
        """Whether a figure may be printed; one of a year that is not settled may not."""
        aren = {aret(del_) for del_ in rakning.taljare | (rakning.namnare or frozenset())}
        if not aren:
            return True
        doljning = self.per_ar.get(max(aren))
        return doljning is not None and doljning.visas(rakning)


@dataclass
class _Lage:
    """What is settled so far, by the figure's unknowns; `varde` of each that is printed."""

    troskel: int
    visad: dict[Delar, bool] = field(default_factory=dict)
    varde: dict[Delar, int] = field(default_factory=dict)
    # Sums that must not be worked out though they are never printed.
    dolda_summor: dict[Delar, None] = field(default_factory=dict)

    def liten(self, tal: int) -> bool:
        return 0 < tal < self.troskel

    def ar_ute(self, grupper: Iterable[Figurgrupp], beslutat: Doljning) -> None:
        """A release that has been settled together with what came before it."""
        for figur in (f for grupp in grupper for f in grupp.figurer.values() if f.variabler):
            liten = self.liten(figur.varde)
            if figur.trycks:
                visas = beslutat.visas(Rakning(figur.delar))
                self.visad[figur.variabler] = visas and self.visad.get(figur.variabler, True)
                self.varde[figur.variabler] = figur.varde
            elif liten:
                self.dolda_summor[figur.variabler] = None

    def dolj_kommande(self, grupper: Iterable[Figurgrupp]) -> None:
        """The small figures of a release to come must not be worked out."""
        for figur in (f for grupp in grupper for f in grupp.figurer.values()):
            if self.liten(figur.varde) and figur.variabler:
                self.dolda_summor[figur.variabler] = None

    def samband(self, strikt: bool) -> Iterator[Samband]:
        """The shown figures; of those that are hidden, that there is at least one person."""
        for variabler, visad in self.visad.items():
            termer = dict.fromkeys(variabler, 1)
            tal = self.varde[variabler]
            if visad:
                yield Samband(termer, tal, tal, variabler)
            elif strikt and tal:
                yield Samband(termer, 1, None)

    def mal(self, modell: Modell) -> Iterator[Delar]:
        """All that must not be worked out: small figures, small base counts."""
        yield from (v for v, visad in self.visad.items() if not visad and self.liten(self.varde[v]))
        yield from self.dolda_summor
        yield from (frozenset({v}) for v, tal in modell.varden.items() if self.liten(tal))


def skydda(
    antal: Mapping[Antalsdel, int],
    utgavor: Sequence[Utgava],
    troskel: int,
    fore: Sequence[Utgava] = (),
    beslutat: Doljning | None = None,
) -> tuple[Doljning, ...]:
    """What is hidden after each release of a year, given in the order they come out.

    `antal` are the base counts of all their reports, and of those who ended before the year.
    `fore` are the releases of the year before, whose reader knows how this one begins, and
    `beslutat` what they hide; `antal` then holds that year's counts too.
    """
    lage = _Lage(troskel)
    svar: list[Doljning] = []
    visade: dict[Delar, bool] = {}
    tidigare: list[tuple[Figurgrupp, ...]] = []
    koder: set[str] = set()
    alla = (*fore, *utgavor)
    for nr, utgava in enumerate(alla):
        koder |= {fore_aret(utgava.period.ar), *(r.period.kod for r in utgava.i_ar)}
        kanda = {del_: tal for del_, tal in antal.items() if del_.period in koder}
        grupper = figurgrupper(utgava, kanda)
        if beslutat and nr < len(fore):
            lage.ar_ute(grupper, beslutat)
        else:
            # What comes out next of the same reports is not to be given away before it does.
            for nasta in alla[nr + 1 :]:
                if nasta.period.slut == utgava.period.slut:
                    lage.dolj_kommande(figurgrupper(nasta, kanda))
            _Utgivning(lage, grupper, kopplingar(grupper, tidigare), bygg_modell(kanda)).avgor()
        tidigare.append(grupper)
        for figur in (f for grupp in grupper for f in grupp.figurer.values() if f.trycks):
            fortfarande = visade.get(figur.delar, True)
            visade[figur.delar] = fortfarande and lage.visad.get(figur.variabler, True)
        svar.append(Doljning(troskel, antal, dict(visade)))
    return tuple(svar[len(fore) :])


class _Utgivning:
    """One release: settles the figures that no earlier one has printed."""

    def __init__(
        self,
        lage: _Lage,
        grupper: Sequence[Figurgrupp],
        kopplade: Sequence[Koppling],
        modell: Modell,
    ) -> None:
        self.lage = lage
        self.modell = modell
        self.kopplade = kopplade
        self.nya: dict[Delar, list[tuple[Figurgrupp, str]]] = {}
        for grupp in grupper:
            for kon, figur in grupp.figurer.items():
                self._lagg_till(grupp, kon, figur)

    def _lagg_till(self, grupp: Figurgrupp, kon: str, figur: Figur) -> None:
        if not figur.variabler:
            return
        if not figur.trycks:
            if self.lage.liten(figur.varde):
                self.lage.dolda_summor[figur.variabler] = None
            return
        if figur.variabler in self.nya or figur.variabler not in self.lage.visad:
            self.nya.setdefault(figur.variabler, []).append((grupp, kon))
            self.lage.visad[figur.variabler] = not self.lage.liten(figur.varde)
            self.lage.varde[figur.variabler] = figur.varde

    def avgor(self) -> None:
        """Hides until nothing small can be worked out.

        The reader is first taken to know that a hidden figure is at least 1; where what earlier
        releases have settled leaves no way to hold with that, only that it is not negative.
        """
        self._kring_sma()
        self._granska(strikt=True) or self._granska(strikt=False)

    def _granska(self, strikt: bool) -> bool:
        """Whether nothing small can be worked out, after as much was hidden as could help."""
        sakra: set[Delar] = set()
        frigoring: Frigoring | None = None
        while True:
            samband = [*self.modell.samband, *self.lage.samband(strikt)]
            granskning = Granskning(self.modell.varden, samband)
            rojda = granskning.rojda(m for m in self.lage.mal(self.modell) if m not in sakra)
            # What was safe stays so: hiding more never tells more.
            sakra |= granskning.sakra
            if not rojda:
                return True
            frigoring = frigoring or Frigoring(self.modell.varden, samband, self._priser())
            valda = set().union(*(frigoring.valj(mal) for mal in rojda))
            if not valda:
                return False
            self.lage.visad.update(dict.fromkeys(valda, False))

    def _priser(self) -> dict[Delar, float]:
        """Of the shown figures that are this release's own: what it costs to hide them."""
        return {
            variabler: min(_kostnad(grupp, kon) for grupp, kon in platser)
            for variabler, platser in self.nya.items()
            if self.lage.visad[variabler]
        }

    def _kring_sma(self) -> None:
        """Hides until no sum has one hidden figure only, as far as this release decides."""
        igen = True
        while igen:
            igen = any([self._dolj_en_till(koppling) for koppling in self.kopplade])

    def _dolj_en_till(self, koppling: Koppling) -> bool:
        """Whether one more of the sum's figures was hidden."""
        dolda = {figur.variabler for figur in map(_figur, koppling) if self._dold(figur)}
        return len(dolda) == 1 and self._dolj(koppling)

    def _dold(self, figur: Figur) -> bool:
        """Whether a reader lacks it: one hidden that is not 0, or never printed and small."""
        if not figur.trycks:
            return self.lage.liten(figur.varde)
        return figur.varde > 0 and not self.lage.visad.get(figur.variabler, True)

    def _dolj(self, bland: Sequence[Figurplats]) -> bool:
        """Hides the cheapest of the figures that is shown and this release's own.

        A division by sex comes before a sum, a row before all, a small number before a large.
        """
        val = [(grupp, kon) for grupp, kon in bland if self._kan_doljas(grupp.figurer[kon])]
        if not val:
            return False
        grupp, kon = min(val, key=_pris)
        for ett in (*KONEN, ALLA) if kon == ALLA else KONEN:
            if self._kan_doljas(grupp.figurer[ett]):
                self.lage.visad[grupp.figurer[ett].variabler] = False
        return True

    def _kan_doljas(self, figur: Figur) -> bool:
        v = figur.variabler
        return v in self.nya and self.lage.visad[v] and figur.varde > 0


def _figur(plats: Figurplats) -> Figur:
    grupp, kon = plats
    return grupp.figurer[kon]


def _pris(plats: Figurplats) -> tuple[object, ...]:
    """In order of price; those that cost the same in a fixed order."""
    grupp, kon = plats
    return (_kostnad(grupp, kon), sorted(grupp.figurer[kon].delar), grupp.matt, kon)


def _kostnad(grupp: Figurgrupp, kon: str) -> float:
    """A division by sex before a sum, a row before all, a small number before a large, 0 last."""
    varde = grupp.figurer[kon].varde
    return (1 + varde / 100 if varde else 50) * (8 if kon == ALLA else 1) * (1 + 3 * grupp.niva)
