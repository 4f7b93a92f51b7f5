"""bokforing-2024.se ↔ a year's ledger: one SIE file per financial year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ekonomi.actions.sie import las_in_sie
from ekonomi.actions.sieutfall import Handling as Siehandling
from ekonomi.actions.sieutfall import Sieutfall
from ekonomi.calculations.ersattning import ersattning
from ekonomi.models import Rakenskapsar
from ekonomi.selectors.bokforingsbild import Bokforingsbild, bokforingsbild
from ekonomi.selectors.sie import sie_for_ar
from ekonomi.sie.fynd import Fynd
from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.rapport import Andring, Filrapport, Handling, Planrad
from finsam.permissions import Ratt
from finsam.tabular.location import Anmarkning, Plats
from finsam.typografi import antal, kr

FILANDELSER = (".se", ".si", ".sie")
# So many vouchers are named before the rest are counted.
VISADE = 20


class Siefiler:
    """The ledger; one file per year, which the export names bokforing-ÅÅÅÅ.se."""

    namn = "bokforing"
    rubrik = "Bokföring"
    filmonster = tuple(f"*{andelse}" for andelse in FILANDELSER)
    ratt = Ratt.EKONOMI_ANDRA

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        """In the order of the names; two files for one year are refused, each by name."""
        per_ar: dict[int, str] = {}
        # Taken before anything is read: the file itself says which year it replaces.
        fore = {
            ar: bokforingsbild(ar)
            for ar in Rakenskapsar.objects.values_list("verksamhetsar", flat=True)
        }
        rapporter = []
        for nr, kalla in enumerate(kallor):

            def framsteg(andel: float, nr: int = nr) -> None:
                tillfalle.framsteg((nr + andel) / len(kallor))

            utfall = las_in_sie(kalla.sokvag, kalla.namn, tillfalle.anvandare, framsteg=framsteg)
            rapporter.append(self._rapport(utfall, per_ar, fore))
        return rapporter

    def _rapport(
        self, utfall: Sieutfall, per_ar: dict[int, str], fore: Mapping[int, Bokforingsbild]
    ) -> Filrapport:
        rapport = Filrapport(utfall.filnamn, self.rubrik)
        rapport.fel = [_anmarkning(utfall.filnamn, ett) for ett in utfall.fel]
        rapport.varningar = [_anmarkning(utfall.filnamn, ett) for ett in utfall.varningar]
        ar = utfall.verksamhetsar
        if utfall.handling == Siehandling.OFORANDRAT:
            rapport.oforandrade = 1
        elif not rapport.fel:
            rapport.rader = [_planrad(utfall, fore)]
        if ar is not None and utfall.handling != Siehandling.TILLAGT:
            annan = per_ar.setdefault(ar, utfall.filnamn)
            if annan != utfall.filnamn:
                rapport.fel.append(
                    Anmarkning(
                        Plats(utfall.filnamn),
                        f"Även {annan} innehåller räkenskapsåret {ar}. Behåll en av filerna.",
                    )
                )
        return rapport

    def exportera(self) -> Iterable[Utfil]:
        for ar in Rakenskapsar.objects.order_by("verksamhetsar"):
            yield Utfil(f"bokforing-{ar.verksamhetsar}.se", b"".join(sie_for_ar(ar)))

    def mallar(self) -> Iterable[Utfil]:
        """None: the file is made by the bookkeeping program."""
        return ()


def _anmarkning(filnamn: str, ett: Fynd) -> Anmarkning:
    return Anmarkning(Plats(filnamn, rad=ett.rad), replace(ett, rad=None).mening)


def _planrad(utfall: Sieutfall, fore: Mapping[int, Bokforingsbild]) -> Planrad:
    """The act in words, with the vouchers and accounts that it changes."""
    nya = utfall.antal_verifikationer, utfall.antal_konteringar
    vad = (
        f"Räkenskapsåret {utfall.verksamhetsar}: {antal(nya[0])} verifikation"
        f"{'' if nya[0] == 1 else 'er'}, {antal(nya[1])} kontering{'' if nya[1] == 1 else 'ar'}"
    )
    ersatter = utfall.inlasning.ersatter if utfall.inlasning else None
    if utfall.handling == Siehandling.NYTT:
        return Planrad(None, vad, Handling.NY)
    if ersatter is None:
        return Planrad(None, f"{vad} läggs till", Handling.ANDRAD)
    andringar = tuple(_andringar(utfall.verksamhetsar or 0, fore))
    return Planrad(None, f"{vad}; ersätter {ersatter.filnamn}", Handling.ANDRAD, andringar)


def _andringar(verksamhetsar: int, fore: Mapping[int, Bokforingsbild]) -> Iterator[Andring]:
    # A year that an earlier file of the same folder made is not there before; it is refused.
    gammal = fore.get(verksamhetsar, Bokforingsbild({}, {}))
    ny = bokforingsbild(verksamhetsar)
    skillnad = ersattning(gammal.konton, ny.konton, gammal.verifikationer, ny.verifikationer)
    for rubrik, namn in (
        ("nya verifikationer", skillnad.nya),
        ("ändrade verifikationer", skillnad.andrade),
        ("borttagna verifikationer", skillnad.borttagna),
    ):
        if namn:
            mer = f" och {antal(len(namn) - VISADE)} till" if len(namn) > VISADE else ""
            yield Andring(f"{rubrik} ({antal(len(namn))})", "", ", ".join(namn[:VISADE]) + mer)
    for konto, belopp_fore, belopp_efter in skillnad.konton:
        yield Andring(f"konto {konto}", kr(belopp_fore, 2), kr(belopp_efter, 2))
