"""The only reads for runs of allowances."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time

from styrelse.calculations.arvode import (
    Ambete,
    Betald,
    Deltagande,
    Krav,
    Post,
    Sats,
    Satser,
    arsarvoden,
    att_betala,
    gallande,
    kravposter,
    motesarvoden,
)
from styrelse.calculations.narvarotid import Borta, narvarotid
from styrelse.choices import (
    HALLNA,
    Korningsstatus,
    Narvaroroll,
    Organ,
    Uppdragsorgan,
    Uppdragsroll,
)
from styrelse.models import (
    Arvodesrad,
    Arvodesreglemente,
    Ersattningskrav,
    Mote,
    Narvaro,
    Uppdrag,
)
from styrelse.selectors.dagordning import i_ordning
from styrelse.selectors.sammantrade import tjanstgorande

# Where an office of the one meets as the other.
MOTESORGAN: dict[str, str] = {Uppdragsorgan.STYRELSEN: Organ.FS, Uppdragsorgan.AU: Organ.AU}


def poster_att_betala(fran: date, tom: date, utom: int | None = None) -> tuple[Post, ...]:
    """What is to be paid for the days that no attested run has paid yet.

    `fran` is the first day of a month, `tom` the last of one. Meetings that have not been held
    are not in it. `utom` is the key of a run whose own rows are not counted as paid.
    """
    satser = satserna()
    uppdrag = list(Uppdrag.objects.under(fran, tom).select_related("medlem"))
    arvoderade = {u.pk for u in uppdrag if u.arvoderad}
    poster = [
        *arsarvoden(_ambeten(uppdrag), satser, fran, tom),
        *motesarvoden(_deltagande(fran, tom, satser, arvoderade), satser),
        *kravposter(_krav(fran, tom, uppdrag), satser),
    ]
    return att_betala(poster, betalda(fran, tom, utom))


def satserna() -> tuple[Satser, ...]:
    """Every rate set; 2 queries."""
    return tuple(
        Satser(
            reglemente.galler_fran,
            tuple(
                Sats(sats.slag, sats.belopp, sats.roll, sats.organ, sats.fran_timmar)
                for sats in reglemente.satser.all()
            ),
        )
        for reglemente in Arvodesreglemente.objects.prefetch_related("satser")
    )


def betalda(fran: date, tom: date, utom: int | None = None) -> list[Betald]:
    """The rows of attested runs that pay for the days; 1 query."""
    rader = Arvodesrad.objects.exclude(korning__status=Korningsstatus.UTKAST)
    rader = rader.exclude(korning=utom).select_related("mote").order_by("pk")
    manader = {f"{ar}-{manad:02}" for ar, manad in _manader(fran, tom)}
    return [
        Betald(rad.pk, post(rad))
        for rad in rader
        if (fran <= rad.mote.datum <= tom if rad.mote else rad.post in manader)
    ]


def post(rad: Arvodesrad) -> Post:
    """The stored row as the calculations know it."""
    return Post(
        person=rad.person_id,
        slag=rad.slag,
        text=rad.text,
        antal=rad.antal,
        a_pris=rad.a_pris,
        belopp=rad.belopp,
        post=rad.post,
        uppdrag=rad.uppdrag_id,
        mote=rad.mote_id,
        krav=rad.krav_id,
        rattar=rad.rattar_id,
    )


def _manader(fran: date, tom: date) -> Iterable[tuple[int, int]]:
    for nr in range(fran.year * 12 + fran.month - 1, tom.year * 12 + tom.month):
        yield nr // 12, nr % 12 + 1


def _ambeten(uppdrag: Iterable[Uppdrag]) -> list[Ambete]:
    return [
        Ambete(u.pk, u.person_id, MOTESORGAN.get(u.organ, ""), u.roll, u.fran, u.tom)
        for u in uppdrag
        if u.arvoderad
    ]


def _deltagande(
    fran: date, tom: date, satser: tuple[Satser, ...], arvoderade: set[int]
) -> list[Deltagande]:
    """Those with a seat who took part in the span's meetings; the state's officials left out."""
    narvaro = (
        Narvaro.objects.filter(
            mote__datum__range=(fran, tom),
            mote__status__in=HALLNA,
            roll__in=(Narvaroroll.LEDAMOT, Narvaroroll.ERSATTARE),
            uppdrag__in=arvoderade,
        )
        .select_related("mote", "uppdrag")
        .prefetch_related("franvaro", "mote__punkter")
    )
    tjanst: dict[int, set[int]] = {}
    return [_deltog(rad, satser, tjanst) for rad in narvaro]


def _deltog(rad: Narvaro, satser: tuple[Satser, ...], tjanst: dict[int, set[int]]) -> Deltagande:
    assert rad.uppdrag
    roll, mote = rad.uppdrag.roll, rad.mote
    if roll == Uppdragsroll.ERSATTARE and _skiljer(satser, mote):
        # Equal fee for equal duty: only one who never served has the deputy's own rate.
        if mote.pk not in tjanst:
            alla = tjanstgorande(mote).values()
            tjanst[mote.pk] = {person for punkt in alla for person in punkt.personer}
        if rad.person_id in tjanst[mote.pk]:
            roll = Uppdragsroll.LEDAMOT
    elif roll == Uppdragsroll.ERSATTARE:
        roll = Uppdragsroll.LEDAMOT
    return Deltagande(
        person=rad.person_id,
        uppdrag=rad.uppdrag.pk,
        mote=mote.pk,
        motesnamn=motesnamn(mote),
        datum=mote.datum,
        organ=mote.organ,
        roll=roll,
        minuter=_minuter(rad),
    )


def _skiljer(satser: tuple[Satser, ...], mote: Mote) -> bool:
    """Whether the day's rates have one for deputies alone."""
    set_ = gallande(satser, mote.datum)
    return set_ is not None and any(s.roll == Uppdragsroll.ERSATTARE for s in set_.satser)


def motesnamn(mote: Mote) -> str:
    return f"{Organ(mote.organ).kort} {mote.datum}"


def _minuter(rad: Narvaro) -> int | None:
    """How long somebody was there; None where the meeting's times are not known.

    The rule stands in styrelse/calculations/narvarotid.py. Items that were struck took no time.
    """
    mote = rad.mote
    if mote.oppnades is None or mote.avslutades is None:
        return None
    punkter = i_ordning(mote.punkter.all())
    plats, tagna = {}, 0
    for punkt in punkter:
        plats[punkt.pk] = tagna
        tagna += not punkt.utgar
    borta = (
        Borta(
            plats[f.fran_id],
            plats[f.till_id] if f.till_id else None,
            _minut(f.tid) if f.tid else None,
        )
        for f in rad.franvaro.all()
    )
    return narvarotid(_minut(mote.oppnades), _minut(mote.avslutades), tagna, borta)


def _minut(tid: time) -> int:
    return tid.hour * 60 + tid.minute


def _krav(fran: date, tom: date, uppdrag: Iterable[Uppdrag]) -> list[Krav]:
    """The claims for the span's meetings, of those whom the association pays on the day."""
    krav = Ersattningskrav.objects.filter(
        mote__datum__range=(fran, tom), mote__status__in=HALLNA
    ).select_related("mote")
    per_person: dict[int, list[Uppdrag]] = defaultdict(list)
    for ett in uppdrag:
        if ett.arvoderad:
            per_person[ett.person_id].append(ett)
    svar = []
    for rad in krav:
        dag = rad.mote.datum
        if egna := [u for u in per_person[rad.person_id] if _galler(u, dag)]:
            i_organet = [u for u in egna if MOTESORGAN.get(u.organ) == rad.mote.organ]
            svar.append(_ett_krav(rad, (i_organet or egna)[0].roll))
    return svar


def _galler(uppdrag: Uppdrag, dag: date) -> bool:
    return uppdrag.fran <= dag and (uppdrag.tom is None or uppdrag.tom >= dag)


def _ett_krav(rad: Ersattningskrav, roll: str) -> Krav:
    return Krav(
        krav=rad.pk,
        person=rad.person_id,
        mote=rad.mote_id,
        motesnamn=motesnamn(rad.mote),
        datum=rad.mote.datum,
        organ=rad.mote.organ,
        roll=roll,
        slag=rad.slag,
        antal=rad.antal,
        a_pris=rad.a_pris,
        underlag=rad.underlag,
    )
