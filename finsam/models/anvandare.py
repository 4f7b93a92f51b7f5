"""Users: one e-mail, one role."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from finsam.choices import Roll
from finsam.constraints import bland_val


class Anvandare(AbstractUser):
    """A person who logs in; the role decides what is seen and done (finsam/permissions.py)."""

    email = models.EmailField("e-postadress", unique=True)
    roll = models.CharField("roll", max_length=20, choices=Roll)

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"
        ordering = ["last_name", "first_name", "username"]
        constraints = [bland_val("finsam_anvandare_roll", "roll", Roll)]

    def __str__(self) -> str:
        return self.get_full_name() or self.email
