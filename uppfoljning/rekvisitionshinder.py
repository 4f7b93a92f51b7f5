"""What the follow-up has against a claim: that the period's report is not handed in."""

from collections.abc import Iterator

from django.utils import timezone

from finsam import typografi
from finsam.models import Forbund
from finsam.periods import Period, delperioder
from finsam.rytm import rytm
from insatser.models import Insats
from insatser.rekvisitionshinder import Hinder
from uppfoljning.calculations.forvantade import Insatstid, forfaller, vantade
from uppfoljning.models import Kvartalsrapport


def hinder(insats: Insats, period: Period) -> Iterator[Hinder]:
    """A sentence per report of the period that is waited for and not handed in; 3 queries."""
    tid = Insatstid(insats.pk, insats.insatstyp, insats.start, insats.slut)
    delar = [del_ for _, del_ in vantade([tid], delperioder(period, rytm()))]
    if not delar:
        return
    rader = Kvartalsrapport.objects.filter(insats=insats, period__in=[d.kod for d in delar])
    forfallodagar = dict(rader.order_by("version").values_list("period", "forfaller"))
    lamnade = set(rader.lamnade().values_list("period", flat=True))
    forbund = Forbund.objects.first()
    for del_ in delar:
        if del_.kod not in lamnade:
            dag = forfallodagar.get(del_.kod, forfaller(del_))
            nar = "skulle ha lämnats" if dag < timezone.localdate() else "ska lämnas senast"
            text = f"Kvartalsrapport {del_.kod} saknas; den {nar} {typografi.datum(dag)}."
            yield Hinder(text, stoppar=forbund is None or forbund.rekvisition_kraver_rapport)
