"""A report to read: each answer in words beside the period before."""

from dataclasses import dataclass

from finsam import typografi
from finsam.periods import las_period
from insatser.choices import Malstatus
from insatser.models import Insatsmal
from uppfoljning.calculations.antal import Konsantal, rakna
from uppfoljning.calculations.kontroll import Fynd, granska
from uppfoljning.calculations.underlag import Antal
from uppfoljning.choices import KATEGORIER, Matt, Svar
from uppfoljning.forms.antal import lagrade_antal
from uppfoljning.fragor import GRUPPER, TEXTFALT, Fraga
from uppfoljning.models import Kvartalsrapport
from uppfoljning.selectors.rapporter import insatsfakta
from uppfoljning.selectors.varden import foregaende, fragor_till

FARG_MAL = {Malstatus.UPPNATT: "ok", Malstatus.DELVIS: "varning", Malstatus.EJ_UPPNATT: "fel"}


@dataclass(frozen=True)
class Svarsrad:
    """A question or goal with its answer and colour, and the answer of the period before."""

    text: str
    svar: str
    farg: str
    forra: str
    utfall: str = ""

    @property
    def andrad(self) -> bool:
        return bool(self.forra) and self.forra != self.svar


@dataclass(frozen=True)
class Antalsrad:
    """A count by sex, and its sum the period before (None: not reported)."""

    text: str
    antal: Konsantal
    forra: int | None
    niva: int = 0


@dataclass(frozen=True)
class Textrad:
    rubrik: str
    text: str
    forra: str


@dataclass(frozen=True)
class Lasbild:
    """What the page of a report shows."""

    grupper: tuple[tuple[str, tuple[Svarsrad, ...]], ...]
    mal: tuple[Svarsrad, ...]
    antal: tuple[Antalsrad, ...]
    texter: tuple[Textrad, ...]
    fynd: tuple[Fynd, ...]
    forra: Kvartalsrapport | None


def lasbild(rapport: Kvartalsrapport) -> Lasbild:
    """The report as it was handed in; at most 7 queries."""
    forra = foregaende(rapport)
    antal = lagrade_antal(rapport)
    forra_antal = lagrade_antal(forra) if forra else None
    fynd = granska(antal, insatsfakta(rapport.insats), las_period(rapport.period), forra_antal)
    fragade = fragor_till(rapport)
    return Lasbild(
        grupper=tuple(
            (grupp.rubrik, tuple(_svar(f, rapport, forra) for f in grupp.fragor if f in fragade))
            for grupp in GRUPPER
        ),
        mal=_malrader(rapport, forra),
        antal=tuple(_antalsrader(antal, forra_antal)),
        texter=tuple(_texter(rapport, forra)),
        fynd=fynd if antal else (),
        forra=forra,
    )


def svarsfarg(fraga: Fraga, svar: str) -> str:
    """The class of components/status.html for an answer; none where there is no answer."""
    if svar == Svar.EJ_BESVARAD:
        return ""
    if svar in fraga.bra:
        return "ok"
    return "varning" if svar in fraga.halvbra else "fel"


def _svar(fraga: Fraga, rapport: Kvartalsrapport, forra: Kvartalsrapport | None) -> Svarsrad:
    svar = getattr(rapport, fraga.falt)
    fore = str(Svar(getattr(forra, fraga.falt)).label) if forra else ""
    return Svarsrad(fraga.text, str(Svar(svar).label), svarsfarg(fraga, svar), fore)


def _malrader(rapport: Kvartalsrapport, forra: Kvartalsrapport | None) -> tuple[Svarsrad, ...]:
    utfall = {rad.mal_id: rad for rad in rapport.malutfall.all()}
    fore = {rad.mal_id: rad.get_status_display() for rad in forra.malutfall.all()} if forra else {}
    rader = []
    for mal in Insatsmal.objects.filter(insats=rapport.insats_id).order_by("ordning"):
        rad = utfall.get(mal.pk)
        status = Malstatus(rad.status) if rad else Malstatus.EJ_BEDOMT
        rader.append(
            Svarsrad(
                mal.text,
                str(status.label),
                FARG_MAL.get(status, ""),
                fore.get(mal.pk, ""),
                rad.utfall if rad else "",
            )
        )
    return tuple(rader)


def _antalsrader(antal: Antal, forra: Antal | None) -> list[Antalsrad]:
    """Each measure that is reported, and its categories with somebody in them."""
    rader = []
    for ett in Matt:
        if (summa := rakna(antal, ett)) is None:
            continue
        rader.append(Antalsrad(str(ett.label), summa, _summa(forra, ett)))
        for kategori, ord_ in KATEGORIER[ett].choices if ett in KATEGORIER else ():
            del_ = rakna(antal, ett, [kategori])
            if del_ and del_.summa:
                rader.append(Antalsrad(str(ord_), del_, _summa(forra, ett, kategori), niva=1))
    return rader


def _summa(antal: Antal | None, matt: str, kategori: str = "") -> int | None:
    if antal is None:
        return None
    summa = rakna(antal, matt, [kategori] if kategori else None)
    return summa.summa if summa else None


def _texter(rapport: Kvartalsrapport, forra: Kvartalsrapport | None) -> list[Textrad]:
    rader = []
    for falt in TEXTFALT:
        namn = Kvartalsrapport._meta.get_field(falt).verbose_name  # type: ignore[union-attr]
        fore = getattr(forra, falt) if forra else ""
        rader.append(Textrad(typografi.versal(str(namn)), getattr(rapport, falt), fore))
    return [rad for rad in rader if rad.text]
