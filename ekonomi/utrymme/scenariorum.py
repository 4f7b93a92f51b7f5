"""The decision room with the play of a saved scenario."""

from datetime import date

from django.http import QueryDict

from ekonomi.models import Scenario
from ekonomi.utrymme.rum import Rum, oppna_rum


def scenariorum(scenario: Scenario, idag: date) -> Rum:
    """The scenario as it comes out today. Raises UtrymmeSaknas in Swedish when it cannot."""
    fraga = QueryDict(scenario.fraga, mutable=True)
    fraga["per"] = str(scenario.per)
    return oppna_rum(scenario.verksamhetsar, fraga, idag)
