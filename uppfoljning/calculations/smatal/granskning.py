"""The audit: which counts a reader can work out from what is shown.

A count is safe when there is another set of whole numbers, consistent with all that the reader
knows, in which it is different. Such a set is looked for by linear programming (HiGHS) and always
verified exactly, in whole numbers, before it counts as proof.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from uppfoljning.calculations.smatal.losare import Losare, Vektor
from uppfoljning.calculations.smatal.modell import Samband
from uppfoljning.calculations.smatal.rakning import Antalsdel, Delar

# How many that can be worked out are looked for at a time, in each part of the problem.
SLAG = 20


class Granskning:
    """What a reader can work out of sums of unknowns who knows all of `samband`."""

    def __init__(self, varden: Mapping[Antalsdel, int], samband: Sequence[Samband]) -> None:
        self.bundna = _bindningar(varden, samband)
        # The unknowns that are not bound to one value, by what ties them together.
        self.delproblem = list(_dela(varden, samband, self.bundna))
        self.hemma = {v: nr for nr, del_ in enumerate(self.delproblem) for v in del_.platser}
        # Those proved safe so far.
        self.sakra: set[Delar] = set()

    def rojda(self, mal: Iterable[Delar]) -> list[Delar]:
        """Some that can be worked out, at least one if any can; `sakra` are then also known.

        A sum is safe when one of its parts is: the parts of the problem move by themselves.
        """
        delarna = {m: self._delat(m) for m in dict.fromkeys(mal)}
        fasta: set[tuple[int, Delar]] = set()
        for nr, del_ in enumerate(self.delproblem):
            egna = [del_mal for m in delarna.values() for n, del_mal in m if n == nr]
            rorliga, fast = del_.prova(list(dict.fromkeys(egna)))
            fasta |= {(nr, ett) for ett in fast}
            self.sakra |= {
                m for m, d in delarna.items() if any(n == nr and x in rorliga for n, x in d)
            }
        kvar = (m for m in delarna if m not in self.sakra)
        return [m for m in kvar if all(ett in fasta for ett in delarna[m])]

    def _delat(self, mal: Delar) -> list[tuple[int, Delar]]:
        """The sum's unknowns that are not bound, by part of the problem."""
        per_del: dict[int, set[Antalsdel]] = defaultdict(set)
        for variabel in mal:
            if variabel in self.hemma:
                per_del[self.hemma[variabel]].add(variabel)
        return [(nr, frozenset(delar)) for nr, delar in sorted(per_del.items())]


class Delproblem:
    """Unknowns tied together by their relations, apart from all others."""

    def __init__(
        self,
        variabler: Sequence[Antalsdel],
        samband: Sequence[Samband],
        varden: Mapping[Antalsdel, int],
    ) -> None:
        self.platser = {variabel: nr for nr, variabel in enumerate(variabler)}
        self.samband = samband
        self.sant = np.array([varden[variabel] for variabel in variabler], dtype=float)
        self.rader = [
            [(self.platser[v], tal) for v, tal in s.termer.items() if v in self.platser]
            for s in samband
        ]
        fast = np.array(
            [
                sum(n * varden[v] for v, n in s.termer.items() if v not in self.platser)
                for s in samband
            ]
        )
        self.minst = np.array([-np.inf if s.minst is None else s.minst for s in samband]) - fast
        self.hogst = np.array([np.inf if s.hogst is None else s.hogst for s in samband]) - fast
        # The rows one after another, each with at least one unknown: added up in whole numbers.
        termer = [term for rad in self.rader for term in rad]
        self.index = np.array([plats for plats, _ in termer], dtype=np.int64)
        self.koefficienter = np.array([tal for _, tal in termer], dtype=np.int64)
        self.borjor = np.cumsum([0, *(len(rad) for rad in self.rader[:-1])])
        self._losare: Losare | None = None

    def prova(self, mal: Sequence[Delar]) -> tuple[set[Delar], list[Delar]]:
        """Sums that can be something else than they are, and the first found that cannot."""
        vektorer = {m: self._vektor(m) for m in mal}
        bevisade: set[Delar] = set()
        fasta: list[Delar] = []

        def ga(riktning: Vektor) -> float:
            """How far the sum can go that way; what the found point proves is noted."""
            punkt = self._los(riktning)
            hel = np.rint(punkt)
            if self._haller(hel):
                skillnad = hel - self.sant
                bevisade.update(m for m, v in vektorer.items() if v @ skillnad)
            return float(riktning @ (punkt - self.sant))

        brus = np.random.default_rng(1).random(len(self.platser)) / 100
        alla = sum(vektorer.values(), np.zeros(len(self.platser)))
        for riktning in (alla, -alla, alla * brus, -alla * brus) if mal else ():
            ga(riktning)
        for ett, vektor in vektorer.items():
            for riktning in (vektor, -vektor):
                # The way may be open, but the corner it leads to not whole: then one near it.
                if ett not in bevisade and ga(riktning) > 1 - 1e-6 and ett not in bevisade:
                    ga(riktning + brus)
            if ett not in bevisade:
                fasta.append(ett)
                if len(fasta) == SLAG:
                    break
        return bevisade, fasta

    def _vektor(self, mal: Delar) -> Vektor:
        vektor = np.zeros(len(self.platser))
        vektor[[self.platser[variabel] for variabel in mal]] = 1
        return vektor

    def _los(self, riktning: Vektor) -> Vektor:
        """The farthest point that way. The solver goes on from where it stood."""
        if self._losare is None:
            # Farther than any count goes: the way may otherwise have no end.
            tak = self.sant + self.sant.sum() + len(self.sant)
            self._losare = Losare(tak, self.rader, self.minst, self.hogst)
        return self._losare.los(-riktning)

    def _haller(self, punkt: Vektor) -> bool:
        """Whether the whole numbers satisfy every relation exactly."""
        heltal = punkt.astype(np.int64)
        if not self.rader:
            return bool(heltal.min() >= 0)
        summor = np.add.reduceat(heltal[self.index] * self.koefficienter, self.borjor)
        inom = (self.minst <= summor) & (summor <= self.hogst)
        return bool(heltal.min() >= 0 and inom.all())


def _bindningar(varden: Mapping[Antalsdel, int], samband: Sequence[Samband]) -> set[Antalsdel]:
    """The unknowns that follow one by one from single relations.

    A relation with one unknown left gives it; one whose unknowns can only add gives them all when
    nothing is left for them.
    """
    bundna: set[Antalsdel] = set()
    per_variabel: dict[Antalsdel, list[Samband]] = defaultdict(list)
    for ett in samband:
        for variabel in ett.termer:
            per_variabel[variabel].append(ett)
    ko = [ett for ett in samband if ett.hogst is not None]
    while ko:
        ett = ko.pop()
        okanda = {v: tal for v, tal in ett.termer.items() if v not in bundna}
        if okanda and _ger(ett, okanda, varden):
            bundna |= okanda.keys()
            ko += [a for v in okanda for a in per_variabel[v] if a.hogst is not None]
    return bundna


def _ger(
    samband: Samband, okanda: Mapping[Antalsdel, int], varden: Mapping[Antalsdel, int]
) -> bool:
    """Whether the relation leaves its unknowns one value only."""
    if samband.likhet and len(okanda) == 1:
        return True
    kvar = (samband.hogst or 0) - sum(
        tal * varden[v] for v, tal in samband.termer.items() if v not in okanda
    )
    bara_plus = all(tal > 0 for tal in okanda.values())
    bara_minus = all(tal < 0 for tal in okanda.values())
    return kvar == 0 and (bara_plus or (bara_minus and samband.likhet))


def _dela(
    varden: Mapping[Antalsdel, int],
    samband: Sequence[Samband],
    bundna: Collection[Antalsdel],
) -> Iterator[Delproblem]:
    """The problems that are left, each of unknowns that no relation ties to any other."""
    rot = {variabel: variabel for variabel in varden if variabel not in bundna}

    def finn(variabel: Antalsdel) -> Antalsdel:
        while rot[variabel] != variabel:
            rot[variabel] = rot[rot[variabel]]
            variabel = rot[variabel]
        return variabel

    fria = [(ett, [v for v in ett.termer if v not in bundna]) for ett in samband]
    for _, okanda in fria:
        for variabel in okanda[1:]:
            rot[finn(variabel)] = finn(okanda[0])
    grupper: dict[Antalsdel, list[Antalsdel]] = defaultdict(list)
    per_grupp: dict[Antalsdel, list[Samband]] = defaultdict(list)
    for variabel in sorted(rot):
        grupper[finn(variabel)].append(variabel)
    for ett, okanda in fria:
        if okanda:
            per_grupp[finn(okanda[0])].append(ett)
    for huvud, variabler in grupper.items():
        yield Delproblem(variabler, per_grupp[huvud], varden)
