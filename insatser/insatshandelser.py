"""What this room tells of an insats: its first and last day, the decisions, the final report."""

from collections.abc import Iterable

from finsam import typografi
from insatser.berattelse import Insatshandelse
from insatser.choices import Beslutsinstans, Beslutsutfall
from insatser.medelshandelser import avvikelsehandelser, rekvisitionshandelser
from insatser.models import Insats, Insatsbeslut, Slutrapport


def handelser(insats: Insats) -> Iterable[Insatshandelse]:
    """A fixed number of queries, however much has happened."""
    yield from _perioden(insats)
    yield from _ansokningar(insats)
    yield from _beslut(insats)
    yield from rekvisitionshandelser(insats)
    yield from avvikelsehandelser(insats)
    yield from _externa_projekt(insats)
    yield from _slutrapport(insats)


def _perioden(insats: Insats) -> Iterable[Insatshandelse]:
    yield Insatshandelse(insats.start, "Insats", "Insatsen startar")
    yield Insatshandelse(insats.slut, "Insats", "Sista dagen enligt beslut")


def _ansokningar(insats: Insats) -> Iterable[Insatshandelse]:
    for ansokan in insats.ansokningar.filter(inkom__isnull=False):
        assert ansokan.inkom
        yield Insatshandelse(
            ansokan.inkom,
            "Ansökan",
            f"{ansokan.get_slag_display()} {ansokan.diarienummer} kommer in",
            adress=ansokan.get_absolute_url(),
        )


def _externa_projekt(insats: Insats) -> Iterable[Insatshandelse]:
    for projekt in insats.externa_projekt.all():
        cirka = "ca " if projekt.ungefarligt else ""
        medel = f"{cirka}{typografi.kr_exakt(projekt.belopp)}{typografi.HARDBLANK}kr"
        yield Insatshandelse(
            projekt.fran, "Externt projekt", projekt.namn, f"{projekt.finansiar}, {medel}"
        )


def _beslut(insats: Insats) -> Iterable[Insatshandelse]:
    for beslut in insats.beslut.select_related("ansokan").prefetch_related("aren"):
        yield Insatshandelse(
            beslut.beslutsdatum,
            "Beslut",
            _beslutsrubrik(beslut),
            "\n".join(filter(None, (_per_ar(beslut), beslut.villkor))),
            (beslut.ansokan or beslut).get_absolute_url(),
        )


def _beslutsrubrik(beslut: Insatsbeslut) -> str:
    """ "Styrelsen § 12: Bifall, högst 1 200 000 kr 2024-01-01–2025-12-31"."""
    instans = "Delegationsbeslut" if beslut.instans == Beslutsinstans.DELEGATION else "Styrelsen"
    vem = f"{instans} {beslut.paragraf}".strip()
    vad = beslut.get_utfall_display()
    if beslut.utfall == Beslutsutfall.BIFALL:
        period = f"{typografi.datum(beslut.fran)}–{typografi.datum(beslut.tom)}"
        vad = f"{vad}, högst {typografi.kr_exakt(beslut.belopp)}{typografi.HARDBLANK}kr {period}"
    return f"{vem}: {vad}"


def _per_ar(beslut: Insatsbeslut) -> str:
    """ "2024: 500 000 kr, 2025: 700 000 kr"; nothing for a decision without amounts by year."""
    return ", ".join(
        f"{rad.verksamhetsar}: {typografi.kr_exakt(rad.belopp)}{typografi.HARDBLANK}kr"
        for rad in beslut.aren.all()
    )


def _slutrapport(insats: Insats) -> Iterable[Insatshandelse]:
    rapport = Slutrapport.objects.filter(insats=insats).select_related("godkand_av").first()
    if rapport and rapport.inlamnad:
        yield Insatshandelse(
            rapport.inlamnad, "Slutrapport", "Slutrapporten lämnas in", rapport.sammanfattning
        )
    if rapport and rapport.godkand:
        av = f"Av {rapport.godkand_av}." if rapport.godkand_av else ""
        yield Insatshandelse(rapport.godkand, "Slutrapport", "Slutrapporten godkänns", av)
