"""The follow-up: quarterly reports, participants, goals, activities and surveys."""

from typing import Any

app_name = "uppfoljning"

urlpatterns: list[Any] = []
