"""A step from one state to the next: the abstract row that each room makes its own."""

from typing import ClassVar

from django.db import models

from finsam.fields import SigneradAv


class Statushandelse(models.Model):
    """Who took a row from one state to another, when and with which words; never changed.

    A subclass adds the row it belongs to, and that row's own list of states as `lagen`.
    """

    lagen: ClassVar[type[models.TextChoices]]

    fran = models.CharField("från", max_length=20, blank=True)
    till = models.CharField("till", max_length=20)
    ord = models.TextField("ord", blank=True)
    av = SigneradAv("av", null=True)
    at = models.DateTimeField("när", auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.fran} → {self.till}"

    @property
    def till_text(self) -> str:
        """The state that was reached, in Swedish."""
        return str(self.lagen(self.till).label)
