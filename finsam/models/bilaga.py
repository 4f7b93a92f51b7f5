"""An attached file: the abstract row that each room makes its own."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models

from finsam.fields import SigneradAv


class Bilagelager(FileSystemStorage):
    """VAR_DIR/bilagor: outside everything that the web server hands out by itself."""

    def __init__(self) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    # Asked for at every use: a test may have a VAR_DIR of its own.
    @property
    def base_location(self) -> Path:  # type: ignore[override]
        return Path(settings.VAR_DIR) / "bilagor"

    @property
    def location(self) -> str:  # type: ignore[override]
        return str(self.base_location)


def bilagelager() -> Storage:
    """The storage of every attachment."""
    return Bilagelager()


def lagringsnamn(bilaga: Any, filnamn: str) -> str:
    """By content, not by what the sender called it: two files of one name never meet."""
    return f"{bilaga._meta.label_lower}/{bilaga.sha256[:2]}/{bilaga.sha256}"


class Bilaga(models.Model):
    """A file as it was handed in. A subclass adds the row it belongs to, as `agare`.

    `filnamn` is the sender's; `sha256` is of the contents and unique within the owner.
    """

    fil = models.FileField("fil", storage=bilagelager, upload_to=lagringsnamn, max_length=200)
    filnamn = models.CharField("filnamn", max_length=200)
    storlek = models.PositiveIntegerField("storlek, byte")
    sha256 = models.CharField("kontrollsumma", max_length=64)
    uppladdad_at = models.DateTimeField("uppladdad", auto_now_add=True)
    uppladdad_av = SigneradAv("uppladdad av", null=True)

    class Meta:
        abstract = True
        ordering = ["uppladdad_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agare", "sha256"],
                name="%(app_label)s_%(class)s_unik",
                violation_error_message="Filen är redan bifogad.",
            )
        ]

    def __str__(self) -> str:
        return self.filnamn
