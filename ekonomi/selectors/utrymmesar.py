"""Which years have a decision room."""

from ekonomi.models import Budget


def utrymmesar(visat: int) -> list[int]:
    """The years that have a budget, and the one that is shown; oldest first. One query."""
    aren = Budget.objects.order_by().values_list("verksamhetsar", flat=True).distinct()
    return sorted({*aren, visat})
