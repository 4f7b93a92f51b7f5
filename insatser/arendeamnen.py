"""Applications and final reports as what a matter is about."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone

from finsam.models import Anvandare
from finsam.permissions import Ratt
from finsam.typografi import HARDBLANK, antal, datum, kr_exakt
from insatser.actions.beslut import besluta
from insatser.beslutsvarning import varningar
from insatser.calculations.ansokan import summera
from insatser.choices import Ansokningsstatus, Beslutsinstans, Beslutsutfall, Slutrapportstatus
from insatser.forms.beslut import STAENDE_VILLKOR, BeslutForm, MotesbeslutForm
from insatser.models import Ansokan, Insatsbeslut, Slutrapport
from insatser.selectors.ansokningar import sokta_belopp
from styrelse.amnen import Amne, Amnesslag, Arendeutkast, Filutkast, Motesbeslut
from styrelse.choices import Beslutstyp

ANSOKAN, SLUTRAPPORT = "ansokan", "slutrapport"
UTFALL = {
    Beslutstyp.BIFALL.value: Beslutsutfall.BIFALL,
    Beslutstyp.ANDRAT.value: Beslutsutfall.BIFALL,
    Beslutstyp.AVSLAG.value: Beslutsutfall.AVSLAG,
    Beslutstyp.ATERREMISS.value: Beslutsutfall.ATERREMISS,
}


def _ansokan(nyckel: str) -> Ansokan | None:
    rader = Ansokan.objects.select_related("insats", "insatsagare")
    return rader.filter(diarienummer=nyckel).first()


def _kravd(nyckel: str) -> Ansokan:
    """The application, in preparation. Raises ValidationError in Swedish."""
    ansokan = _ansokan(nyckel)
    if ansokan is None:
        raise ValidationError(f"Ansökan {nyckel} finns inte längre.")
    if ansokan.status != Ansokningsstatus.BEREDS:
        lage = ansokan.get_status_display().lower()
        raise ValidationError(f"Ansökan är {lage}; beslut fattas när den har beretts.")
    return ansokan


def _amne(ansokan: Ansokan) -> Amne:
    return Amne(
        slag=ANSOKAN,
        nyckel=ansokan.diarienummer,
        namn=f"{ansokan.diarienummer} {ansokan.namn}",
        adress=ansokan.get_absolute_url(),
        lage=ansokan.get_status_display(),
    )


def _beredda(idag: date) -> list[Amne]:
    return [_amne(a) for a in Ansokan.objects.filter(status=Ansokningsstatus.BEREDS)]


def _hittad(nyckel: str) -> Amne | None:
    ansokan = _ansokan(nyckel)
    return _amne(ansokan) if ansokan else None


def _utkast(nyckel: str) -> Arendeutkast:
    ansokan = _ansokan(nyckel)
    assert ansokan
    sokt = summera(sokta_belopp(ansokan)).sof
    return Arendeutkast(
        rubrik=f"{ansokan.get_slag_display()}: {ansokan.namn}",
        forslag="\n".join(_att_satser(ansokan, sokt)),
        arendet="\n\n".join(_arendet(ansokan, sokt)),
        bedomning=ansokan.bedomning,
        filer=tuple(Filutkast(bilaga.filnamn, bilaga.fil) for bilaga in ansokan.bilagor.all()),
    )


def _att_satser(ansokan: Ansokan, sokt: Decimal) -> Iterator[str]:
    yield f"att bevilja {ansokan.insatsagare} medel till {ansokan.namn}"
    yield (
        f"att avsätta maximalt {kr_exakt(sokt)}{HARDBLANK}kr under perioden "
        f"{datum(ansokan.start)} – {datum(ansokan.slut)}"
    )
    for villkor in STAENDE_VILLKOR.splitlines():
        yield f"att {villkor[0].lower()}{villkor[1:].rstrip('.')}"


def _arendet(ansokan: Ansokan, sokt: Decimal) -> Iterator[str]:
    yield (
        f"{ansokan.insatsagare} söker {kr_exakt(sokt)}{HARDBLANK}kr till {ansokan.namn} "
        f"för perioden {datum(ansokan.start)} – {datum(ansokan.slut)}."
    )
    for rubrik, text in (
        ("Syfte", ansokan.syfte),
        ("Målgrupp", ansokan.malgrupp),
        ("Metod", ansokan.metod),
    ):
        if text:
            yield f"## {rubrik}\n\n{text}"
    if ansokan.forvantat_antal:
        yield f"Förväntat antal deltagare per år: {antal(ansokan.forvantat_antal)}."


def _form(nyckel: str, utfall: str, data: object) -> MotesbeslutForm | None:
    """What is granted, of an application in preparation; nothing is asked of another outcome."""
    ansokan = _ansokan(nyckel)
    if ansokan is None or ansokan.status != Ansokningsstatus.BEREDS:
        return None
    if UTFALL.get(utfall) != Beslutsutfall.BIFALL:
        return None
    return MotesbeslutForm(ansokan, timezone.localdate(), data)


def _redan(beslut: Motesbeslut, utfall: Beslutsutfall) -> str:
    """That the application's own page has the decision already; empty where it has not."""
    rader = Insatsbeslut.objects.filter(
        ansokan__diarienummer=beslut.nyckel,
        beslutsdatum=beslut.datum,
        instans=Beslutsinstans.STYRELSE,
        utfall=utfall,
    )
    if any(beslut.togs(rad.beslutsdatum, rad.paragraf) for rad in rader):
        return f"Ansökan {beslut.nyckel}: beslutet är redan registrerat."
    return ""


def _verkan(beslut: Motesbeslut) -> str:
    utfall = UTFALL.get(beslut.utfall)
    if utfall is None:
        return ""
    if redan := _redan(beslut, utfall):
        return redan
    ansokan = _kravd(beslut.nyckel)
    namn = f"Ansökan {ansokan.diarienummer} {ansokan.kortnamn}"
    if utfall != Beslutsutfall.BIFALL:
        ord_ = "avslås" if utfall == Beslutsutfall.AVSLAG else "återremitteras"
        return f"{namn} {ord_}."
    if not beslut.underlag:
        return f"{namn} beviljas."
    form = _ifylld(ansokan, beslut, utfall)
    rad = form.instance
    beviljas = (
        f"{namn} beviljas högst {kr_exakt(rad.belopp)}{HARDBLANK}kr för {datum(rad.fran)} – "
        f"{datum(rad.tom)}."
    )
    return " ".join([beviljas, *varningar(form.per_ar(), beslut.datum)])


def _ifylld(ansokan: Ansokan, beslut: Motesbeslut, utfall: Beslutsutfall) -> BeslutForm:
    """The decision's own form, filled in by the meeting. Raises ValidationError in Swedish."""
    data = {
        "motivering": beslut.motivering,
        **beslut.underlag,
        "utfall": utfall.value,
        "beslutsdatum": beslut.datum.isoformat(),
        "instans": Beslutsinstans.STYRELSE.value,
        "paragraf": beslut.paragraf,
    }
    form = BeslutForm(ansokan, timezone.localdate(), data)
    if not form.is_valid():
        texter = [str(text) for fel in form.errors.values() for text in fel]
        raise ValidationError(list(dict.fromkeys(texter)))
    return form


def _verkstall(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    utfall = UTFALL.get(beslut.utfall)
    if utfall is None:
        return ""
    if redan := _redan(beslut, utfall):
        return redan
    ansokan = _kravd(beslut.nyckel)
    form = _ifylld(ansokan, beslut, utfall)
    rad = besluta(form.instance, form.per_ar(), anvandare)
    if utfall != Beslutsutfall.BIFALL:
        return f"Ansökan {ansokan.diarienummer}: {rad.get_utfall_display().lower()} är registrerat."
    return (
        f"{rad.insats} är beviljad högst {kr_exakt(rad.belopp or 0)}{HARDBLANK}kr för "
        f"{datum(rad.fran)} – {datum(rad.tom)}."
    )


def _slutrapportamne(rapport: Slutrapport) -> Amne:
    return Amne(
        slag=SLUTRAPPORT,
        nyckel=str(rapport.insats.nr),
        namn=f"Slutrapport {rapport.insats.namn}",
        adress=rapport.get_absolute_url(),
        lage=rapport.get_status_display(),
    )


def _slutrapporter(idag: date) -> list[Amne]:
    klara = Slutrapport.objects.exclude(status=Slutrapportstatus.UTKAST)
    return [_slutrapportamne(r) for r in klara.select_related("insats__insatsagare")]


def _slutrapport(nyckel: str) -> Slutrapport | None:
    if not nyckel.isdecimal():
        return None
    return Slutrapport.objects.filter(insats__nr=nyckel).select_related("insats").first()


def _hittad_slutrapport(nyckel: str) -> Amne | None:
    rapport = _slutrapport(nyckel)
    return _slutrapportamne(rapport) if rapport else None


def _slutrapportutkast(nyckel: str) -> Arendeutkast:
    rapport = _slutrapport(nyckel)
    assert rapport
    delar = (rapport.sammanfattning, rapport.resultat)
    return Arendeutkast(
        rubrik=f"Slutrapport {rapport.insats.namn}",
        forslag="att lägga slutrapporten till handlingarna",
        arendet="\n\n".join(del_ for del_ in delar if del_),
        till_beslut=False,
        till_information=True,
    )


def _ingen_verkan(beslut: Motesbeslut) -> str:
    """A final report is told of: nothing is done with it."""
    return ""


def _inget_gors(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    return ""


AMNEN = (
    Amnesslag(
        kod=ANSOKAN,
        namn="Ansökningar som bereds",
        ratt=Ratt.INSATSER_LASA,
        kandidater=_beredda,
        hitta=_hittad,
        utkast=_utkast,
        verkan=_verkan,
        verkstall=_verkstall,
        verkstall_ratt=Ratt.INSATSER_ANDRA,
        form=_form,
    ),
    Amnesslag(
        kod=SLUTRAPPORT,
        namn="Slutrapporter",
        ratt=Ratt.INSATSER_LASA,
        kandidater=_slutrapporter,
        hitta=_hittad_slutrapport,
        utkast=_slutrapportutkast,
        verkan=_ingen_verkan,
        verkstall=_inget_gors,
    ),
)
