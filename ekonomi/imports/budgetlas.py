"""What of the accounts' plans no file changes: what the board has decided."""

from ekonomi.models import Budget
from finsam.mapp.las import Las


def budgetens_las(budget: Budget) -> str:
    if not budget.last:
        return ""
    return f"Budgeten är {budget.get_status_display().lower()}: revidera den på dess sida."


def budgetens_steg(budget: Budget) -> str:
    return "Budgeten finns redan: fastställ den på dess sida."


BUDGET = Las(budgetens_las, steg=budgetens_steg)
BUDGETPOST = Las(budgetens_las, agare="budget")
