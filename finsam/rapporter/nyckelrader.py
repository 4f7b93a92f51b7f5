"""Row ids that rules and charts look for in an uppställning; one that lacks them is not tried."""

from ekonomi.uppstallning import Berakning

EGET_KAPITAL = ("eget_kapital", "summa_eget_kapital")
INSATSER_TOTALT = ("kostnad_insatser_totalt", "samverkansinsatser_totalt")
KOMPETENS = ("kostnad_kompetens", "kompetenshojande")
MEDLEMSAVGIFTER = ("rorelseintakter", "medlemsavgifter")


def nyckelrad(berakning: Berakning, kandidater: tuple[str, ...]) -> str | None:
    """The first of the ids that the layout has."""
    return next((id_ for id_ in kandidater if id_ in berakning.mall.rader), None)
