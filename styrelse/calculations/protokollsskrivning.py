"""The minutes written: sentences made of what was noted at the sitting. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from finsam.typografi import HARDBLANK
from styrelse.calculations.protokoll import Paragrafen, Protokollet, Underskrift, Voteringsrad
from styrelse.calculations.protokollsbeslut import beslutsdel, finner, inledd
from styrelse.calculations.protokollsdeltagare import deltagarna, rorelser, sekreterarna
from styrelse.calculations.protokollsunderlag import (
    Delegerat,
    Protokollsunderlag,
    Punktunderlag,
    Rostning,
    Undertecknare,
    Yttrat,
)
from styrelse.choices import Justeringsroll, Punktslag, Rostval

HANDLINGARNAS = "förslaget i handlingarna"
UTGAR = "Punkten utgår."
OJUSTERAD = (
    "{paragraf} skulle justeras omedelbart men är inte undertecknad. Registrera underskrifterna, "
    "eller ta bort valet."
)
# How a motion begins; other capitals are names.
VERB_OCH_BINDEORD = ("Att", "Avslag", "Bifall", "Bordläggning", "Återremiss")


def skriv(underlag: Protokollsunderlag) -> Protokollet:
    """The minutes as they stand with what has been noted so far."""
    ledamoter, tjanstgorande, ersattare, ovriga = deltagarna(underlag)
    ordning = list(Justeringsroll.values)
    return Protokollet(
        forbund=underlag.forbund,
        organ=underlag.organ,
        datum=underlag.datum,
        plats=underlag.plats,
        distans=underlag.distans,
        tid="–".join(tid for tid in (underlag.oppnades, underlag.avslutades) if tid),
        ledamoter=ledamoter,
        tjanstgorande=tjanstgorande,
        ersattare=ersattare,
        ovriga=ovriga,
        sekreterare=sekreterarna(underlag),
        rorelser=tuple(rorelser(underlag)),
        paragrafer=tuple(_paragraf(underlag, punkt) for punkt in underlag.punkter),
        underskrifter=tuple(
            Underskrift(en.namn, str(Justeringsroll(en.roll).label), en.dag)
            for en in sorted(underlag.undertecknare, key=lambda en: ordning.index(en.roll))
        ),
    )


def skriv_paragrafen(underlag: Protokollsunderlag, nummer: int) -> Protokollet:
    """The minutes with the § of that number alone, which nobody has signed yet."""
    hela = skriv(underlag)
    egna = tuple(p for p in hela.paragrafer if p.paragraf == nummer)
    return replace(hela, paragrafer=egna, underskrifter=())


def _paragraf(underlag: Protokollsunderlag, punkt: Punktunderlag) -> Paragrafen:
    if punkt.justerad:
        return punkt.justerad
    huvud = Paragrafen(
        paragraf=punkt.paragraf,
        nummer=punkt.nummer,
        rubrik=punkt.rubrik,
        slag=punkt.slag,
        meningar=(UTGAR,),
        anteckning=punkt.anteckning,
        rattar=punkt.rattar,
    )
    if punkt.utgar:
        return huvud
    return replace(
        huvud,
        bakgrund=punkt.bakgrund,
        meningar=_meningar(underlag, punkt),
        delegationsbeslut=tuple((d.nummer, _anmalt(d)) for d in punkt.delegerat),
        jav=_jav(underlag, punkt),
        yrkanden=tuple(f"{y.namn} yrkar {_yrkat(y.text)}." for y in punkt.yrkanden),
        proposition=_proposition(underlag, punkt),
        voteringar=tuple(_votering(r) for r in punkt.rostningar),
        beslut=tuple(beslutsdel(b, underlag.organ, punkt.till_styrelsen) for b in punkt.beslut),
        reservationer=tuple(_reservation(r) for r in punkt.reservationer),
        yttranden=tuple(
            f"{y.namn} lämnar ett särskilt yttrande: {_punkt(y.text)}" for y in punkt.yttranden
        ),
        bilagor=punkt.bilagor,
        beslutande=_beslutande(underlag, punkt),
        omedelbart=any(b.omedelbart for b in punkt.beslut),
    )


def _beslutande(underlag: Protokollsunderlag, punkt: Punktunderlag) -> tuple[str, ...]:
    namn = {en.person: en.namn for en in underlag.deltagare}
    tjanst = [(namn[t.person], t.for_) for t in punkt.tjanst if t.person in namn]
    return tuple(f"{vem} för {for_}" if for_ else vem for vem, for_ in tjanst)


def _meningar(underlag: Protokollsunderlag, punkt: Punktunderlag) -> tuple[str, ...]:
    """What the item's own kind says by itself, before anybody's notes."""
    fasta = {
        Punktslag.OPPNANDE: _oppnande(underlag, punkt),
        Punktslag.JUSTERARE: _justerare(underlag),
        Punktslag.FOREGAENDE_PROTOKOLL: _foregaende(underlag, punkt),
        Punktslag.DELEGATIONSBESLUT: _anmalda(len(punkt.delegerat)),
        Punktslag.AVSLUTANDE: _avslutande(underlag),
    }
    ut = [fasta.get(Punktslag(punkt.slag), "")]
    if punkt.slag == Punktslag.ARENDE and not punkt.beslut:
        ut.append(_utan_beslut(underlag.organ, punkt.typer))
    if punkt.foredragande and punkt.slag == Punktslag.ARENDE:
        ut.insert(0, f"Föredragande: {punkt.foredragande}.")
    if punkt.ordforande and punkt.ordforande != _ordforande(underlag):
        ut.append(f"{punkt.ordforande} leder mötet under paragrafen.")
    return tuple(mening for mening in ut if mening)


def _ordforande(underlag: Protokollsunderlag) -> str:
    """Who leads the meeting: who signs as chair, else who led the first item."""
    tecknar = (u.namn for u in underlag.undertecknare if u.roll == Justeringsroll.ORDFORANDE)
    ledde = (punkt.ordforande for punkt in underlag.punkter if punkt.ordforande)
    return next(tecknar, "") or next(ledde, "")


def _oppnande(underlag: Protokollsunderlag, punkt: Punktunderlag) -> str:
    vem = " ".join(del_ for del_ in ("Ordföranden", _ordforande(underlag)) if del_)
    nar = f" klockan{HARDBLANK}{underlag.oppnades}" if underlag.oppnades else ""
    return f"{vem} öppnar mötet{nar}."


def _avslutande(underlag: Protokollsunderlag) -> str:
    nar = f" klockan{HARDBLANK}{underlag.avslutades}" if underlag.avslutades else ""
    return f"Ordföranden avslutar mötet{nar}."


def _justerare(underlag: Protokollsunderlag) -> str:
    namn = [u.namn for u in underlag.undertecknare if u.roll == Justeringsroll.JUSTERARE]
    if not namn:
        return ""
    return f"{upprakning(namn)} utses att tillsammans med ordföranden justera protokollet."


def _foregaende(underlag: Protokollsunderlag, punkt: Punktunderlag) -> str:
    if punkt.beslut or punkt.anteckning or not underlag.foregaende:
        return ""
    return f"{underlag.foregaende} gås igenom och läggs till handlingarna."


def _anmalda(antal: int) -> str:
    if not antal:
        return "Inga beslut på delegation anmäls."
    ord_ = "Ett beslut som har fattats" if antal == 1 else f"{antal} beslut som har fattats"
    return f"{ord_} på delegation anmäls:"


def _anmalt(beslut: Delegerat) -> str:
    """ "Avtal om lokal: Tecknas på ett år (Fia Falk, 2021-09-01)."; without what is not kept."""
    vad = ": ".join(ord_ for ord_ in (beslut.rubrik, beslut.beslut.strip().rstrip(".")) if ord_)
    return f"{vad} ({', '.join(filter(None, (beslut.delegat, str(beslut.datum))))})."


def _utan_beslut(organ: str, typer: Sequence[str]) -> str:
    if {"information", "diskussion"} <= set(typer):
        return inledd("{Organet} tar del av informationen och diskuterar ärendet.", organ)
    if "information" in typer:
        return inledd("{Organet} tar del av informationen.", organ)
    return inledd("{Organet} diskuterar ärendet.", organ) if "diskussion" in typer else ""


def _jav(underlag: Protokollsunderlag, punkt: Punktunderlag) -> tuple[str, ...]:
    ut = []
    namn = {en.person: en.namn for en in underlag.deltagare}
    for jav in punkt.jav:
        skal = f" ({jav.text.strip().rstrip('.')})" if jav.text.strip() else ""
        mening = f"{jav.namn} anmäler jäv{skal} och deltar inte i handläggningen av ärendet."
        ersatter = (namn.get(t.person, "") for t in punkt.tjanst if t.for_ == jav.namn)
        if ersattare := next(ersatter, ""):
            mening += f" {ersattare} tjänstgör i stället."
        ut.append(mening)
    return tuple(ut)


def _proposition(underlag: Protokollsunderlag, punkt: Punktunderlag) -> tuple[str, ...]:
    """The order in which proposals were put, where there was more than one to choose between."""
    forslag = [HANDLINGARNAS] if any(b.forslag for b in punkt.beslut) else []
    yrkanden = list(dict.fromkeys(f"{agandes(y.namn)} yrkande" for y in punkt.yrkanden))
    ordning = punkt.propositionsordning or (*forslag, *yrkanden)
    if not punkt.yrkanden and not punkt.propositionsordning:
        return ()
    if len(ordning) == 1:
        stalls = f"Ordföranden ställer proposition på {ordning[0]}."
    else:
        stalls = f"Ordföranden ställer proposition på förslagen i ordningen {_i_tur(ordning)}."
    # What a vote decides is not what the chair finds.
    fann = "" if punkt.rostningar else finner(punkt.beslut, underlag.organ)
    return tuple(mening for mening in (stalls, fann) if mening)


def _votering(rostning: Rostning) -> Voteringsrad:
    begard = "Votering begärs och genomförs öppet"
    om = f"{begard} om {rostning.del_}." if rostning.del_ else f"{begard}."
    ja, nej = rostning.ja.rstrip("."), rostning.nej.rstrip(".")
    val = f"Ja-röst för: {ja}. Nej-röst för: {nej}."

    def rostade(val: str) -> tuple[str, ...]:
        return tuple(namn for namn, rost in rostning.roster if rost == val)

    return Voteringsrad(
        (om, val),
        rostade(Rostval.JA),
        rostade(Rostval.NEJ),
        rostade(Rostval.AVSTAR),
        rostning.resultat,
    )


def _reservation(reservation: Yttrat) -> str:
    text = reservation.text.strip()
    borjan = f"{reservation.namn} reserverar sig mot beslutet"
    return f"{borjan}: {_punkt(text)}" if text else f"{borjan}."


def _yrkat(text: str) -> str:
    """The words of a motion after "yrkar": "att …" or "bifall till …", without the full stop."""
    rent = text.strip().rstrip(".")
    utan = rent[6:] if rent.casefold().startswith("yrkar ") else rent
    forsta = utan.partition(" ")[0]
    return utan[:1].lower() + utan[1:] if forsta in VERB_OCH_BINDEORD else utan


def _punkt(text: str) -> str:
    rent = text.strip()
    return rent if rent.endswith((".", "!", "?", "”")) else f"{rent}."


def agandes(namn: str) -> str:
    """A name's possessive: "Ada Alms", but "Bo Friis"."""
    return namn if namn.endswith(("s", "x", "z")) else f"{namn}s"


def upprakning(delar: Sequence[str]) -> str:
    """ "a", "a och b", "a, b och c"."""
    if len(delar) < 2:
        return "".join(delar)
    return f"{', '.join(delar[:-1])} och {delar[-1]}"


def _i_tur(ordning: Sequence[str]) -> str:
    return "; ".join(f"{nr}. {ett}" for nr, ett in enumerate(ordning, start=1))


def brister(underlag: Protokollsunderlag) -> tuple[str, ...]:
    """What is still missing before the minutes can be approved, a sentence each."""
    ut = []
    if not underlag.avslutades:
        ut.append("Ange när mötet avslutades.")
    for punkt in underlag.punkter:
        if punkt.utgar:
            continue
        if not punkt.paragraf:
            ut.append(f"”{punkt.rubrik}” har ingen paragraf.")
        elif punkt.slag == Punktslag.ARENDE and "beslut" in punkt.typer and not punkt.beslut:
            ut.append(f"§{HARDBLANK}{punkt.paragraf} {punkt.rubrik} saknar beslut.")
        ut += [f"§{HARDBLANK}{punkt.paragraf}, {del_} saknar beslut." for del_ in punkt.odelat]
        if any(b.omedelbart for b in punkt.beslut) and not punkt.justerad:
            ut.append(OJUSTERAD.format(paragraf=f"§{HARDBLANK}{punkt.paragraf}"))
    return (*ut, *_utan_undertecknare(underlag.undertecknare))


def _utan_undertecknare(undertecknare: Sequence[Undertecknare]) -> list[str]:
    finns = {u.roll for u in undertecknare}
    return [
        f"Ange {ord_} för protokollet."
        for roll, ord_ in (
            (Justeringsroll.ORDFORANDE, "ordförande"),
            (Justeringsroll.JUSTERARE, "minst en justerare"),
            (Justeringsroll.SEKRETERARE, "sekreterare"),
        )
        if roll not in finns
    ]
