"""What the insatser put in the demo."""

from datetime import date

from finsam.models import Anvandare
from insatser.choices import Insatstyp
from insatser.models import Insats


def forbered(ansvarig: Anvandare, idag: date) -> None:
    """Lets the demo's insatsansvarig answer for an insats, once: one that runs, or ran last.

    One with participants if there is any, so that everything in a report can be tried.
    """
    if ansvarig.ansvarar_for.exists():
        return
    pagaende = list(Insats.objects.under(idag, idag).order_by("nr"))
    med_deltagare = [insats for insats in pagaende if insats.insatstyp == Insatstyp.INDIVID]
    sista = Insats.objects.filter(slut__lt=idag).order_by("-slut", "nr").first()
    vald = next(iter([*med_deltagare, *pagaende]), sista)
    if vald:
        vald.ansvariga.add(ansvarig)
