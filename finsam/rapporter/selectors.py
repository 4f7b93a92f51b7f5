"""The only reads of registers and texts for documents: a fixed number of queries."""

from decimal import Decimal

from finsam.models import Forbund, Medlem
from finsam.periods import Period
from finsam.rapporter.dokument import Kalla, Varde
from finsam.rapporter.material import (
    Insatsunderlag,
    Medlemsunderlag,
    Registerunderlag,
    Revisorunderlag,
    Textmaterial,
    Textunderlag,
    Uppdragsunderlag,
)
from finsam.rapporter.models import Textblock, Undantag, Uppgift
from insatser.models import Insats
from styrelse.models import Revisor, Uppdrag


def registerunderlag(period: Period) -> Registerunderlag:
    """Members, offices, auditors and insatser of at least one day in the period; 6 queries.

    Offices that begin later are there too: who signs may have been elected after the year.
    """
    forbund = Forbund.objects.first() or Forbund(namn="Samordningsförbundet")
    return Registerunderlag(
        forbund=forbund.namn,
        orgnr=forbund.orgnr,
        sate=forbund.sate,
        medlemmar={
            m.pk: Medlemsunderlag(m.pk, m.namn, m.kortnamn, m.typ)
            for m in Medlem.objects.under(period.start, period.slut)
        },
        uppdrag=_uppdrag(period),
        revisorer=tuple(
            Revisorunderlag(r.namn, r.byra, r.get_utsedd_av_display())
            for r in Revisor.objects.under(period.start, period.slut)
        ),
        insatser=_insatser(period),
    )


def _uppdrag(period: Period) -> tuple[Uppdragsunderlag, ...]:
    ars = period.for_ar(1)
    return tuple(
        Uppdragsunderlag(u.person.namn, u.parti, u.medlem_id, u.roll, u.fran, u.tom)
        for u in Uppdrag.objects.under(period.start, ars.slut).select_related("person")
    )


def _insatser(period: Period) -> tuple[Insatsunderlag, ...]:
    insatser = Insats.objects.under(period.start, period.slut).prefetch_related("parter")
    return tuple(
        Insatsunderlag(
            nr=i.nr,
            namn=i.namn,
            kortnamn=i.kortnamn,
            typ=i.insatstyp,
            typnamn=i.get_insatstyp_display(),
            agare=i.insatsagare_id,
            parter=tuple(p.pk for p in i.parter.all()),
            start=i.start,
            slut=i.slut,
            syfte=i.syfte,
            maluppfyllelse=i.get_maluppfyllelse_display(),
            adress=i.get_absolute_url(),
        )
        for i in insatser
    )


def textmaterial(slag: str, period: Period) -> Textmaterial:
    """The document's texts, the period's entered figures and the rules let pass; 3 queries."""
    texter = Textblock.objects.filter(slag=slag, period=period.kod).select_related("andrad_av")
    undantag = Undantag.objects.filter(slag=slag, period=period.kod).select_related("beviljat_av")
    return Textmaterial(
        texter={
            t.avsnitt: Textunderlag(t.innehall, t.version, t.andrad_at, str(t.andrad_av or ""))
            for t in texter
        },
        uppgifter={u.namn: _varde(u) for u in Uppgift.objects.filter(period=period.kod)},
        undantag={u.kontroll: f"{u.skal} ({u.beviljat_av})" for u in undantag},
    )


def _varde(uppgift: Uppgift) -> Varde:
    """The entered figure in base unit, shown with the decimals it was entered with."""
    skrivet = uppgift.varde.normalize()
    exponent = skrivet.as_tuple().exponent
    decimaler = max(-exponent, 0) if isinstance(exponent, int) else 0
    faktor = {"procent": Decimal("0.01"), "tkr": Decimal(1000)}.get(uppgift.enhet, Decimal(1))
    return Varde(
        tal=uppgift.varde * faktor,
        enhet=uppgift.enhet,
        kalla=Kalla("", f"{uppgift.beskrivning}. Källa: {uppgift.kalla}"),
        decimaler=decimaler,
    )
