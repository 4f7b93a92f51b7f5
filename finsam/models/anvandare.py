"""Users: one e-mail, one role."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.choices import Roll
from finsam.constraints import bland_val


class Anvandarhistorik(HistoricalRecords):
    """Keeps name, address, role and whether the account is open; never the password."""

    def post_save(self, instance: Any, created: bool, using: Any = None, **kwargs: Any) -> None:
        # Each login writes its time on the user; that is no change that anyone has made.
        if set(kwargs.get("update_fields") or ()) != {"last_login"}:
            super().post_save(instance, created, using=using, **kwargs)


class Anvandare(AbstractUser):
    """A person who logs in; the role decides what is seen and done (finsam/permissions.py)."""

    email = models.EmailField("e-postadress", unique=True)
    roll = models.CharField("roll", max_length=20, choices=Roll)
    history = Anvandarhistorik(excluded_fields=["password", "last_login", "date_joined"])

    # What `manage.py createsuperuser` asks for when the first administrator is made.
    REQUIRED_FIELDS = ["email", "roll"]

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"
        ordering = ["last_name", "first_name", "username"]
        constraints = [bland_val("finsam_anvandare_roll", "roll", Roll)]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_absolute_url(self) -> str:
        return reverse("finsam:anvandare_update", args=[self.pk])
