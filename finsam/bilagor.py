"""Attachments: taken in by one field, kept outside the web server's reach, handed out by one view.

A room has a subclass of Bilaga of its own, a page for each act (`ta_emot_bilagor`, `bilagesvar`,
`ta_bort_bilaga`, each behind the room's right), and
`{% include "components/bilagor.html" %}` on the page of the row that owns the files.
"""

import hashlib
from decimal import Decimal
from pathlib import PurePath
from typing import Any, Protocol, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from finsam import typografi
from finsam.filtyper import TILLATNA, OtillatenFil, filtyp
from finsam.forms import Flerfilsfalt, Flerfilsval
from finsam.inloggad import inloggad
from finsam.models import Anvandare, Bilaga

STORSTA_BILAGA = 10_000_000
FOR_STOR = "Filen är {n} MB; högst 10 MB tas emot."
REDAN_BIFOGAD = "Filen är redan bifogad."

B = TypeVar("B", bound=Bilaga)


class Lagrad(Protocol):
    """A row that keeps a file as it was handed in, under the name its sender gave it."""

    @property
    def fil(self) -> Any: ...

    @property
    def filnamn(self) -> str: ...


class Bilagefalt(Flerfilsfalt):
    """One or more files of the allowed kinds, each at most 10 MB; the cleaned value is a list."""

    def __init__(self, **kwargs: Any) -> None:
        andelser = ",".join(f".{typ}" for typ in (*TILLATNA, "jpeg"))
        standard = {
            "label": "Filer att bifoga",
            "widget": Flerfilsval(attrs={"accept": andelser}),
            "help_text": f"Högst 10 MB per fil. Typer: {', '.join(TILLATNA)}.",
            "allow_empty_file": True,  # An empty file is told of below, with its name.
        }
        super().__init__(**{**standard, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        filer = [fil for fil in super().clean(data, initial) if fil]
        fel = [f"{fil.name}: {text}" for fil in filer if (text := _hinder(fil))]
        if fel:
            raise ValidationError(fel, code="bilaga")
        return filer


class BilagorForm(forms.Form):
    """The form under the list of attachments."""

    filer = Bilagefalt()


def spara_bilaga(agare: Model, modell: type[B], uppladdad: Any, user: Anvandare | None) -> B:
    """The uploaded file as an attachment of the row `agare`, stored by its contents.

    Raises ValidationError for a file that is too large, of another kind than allowed, or attached
    to the row already.
    """
    if hinder := _hinder(uppladdad):
        raise ValidationError(hinder, code="bilaga")
    innehall = _innehall(uppladdad)
    bilaga = modell(
        agare=agare,
        # What a browser sends as a name may be a path; only its last part is kept.
        filnamn=PurePath(str(uppladdad.name).replace("\\", "/")).name[-200:],
        storlek=len(innehall),
        sha256=hashlib.sha256(innehall).hexdigest(),
        uppladdad_av=user,
    )
    if modell._default_manager.filter(agare=agare, sha256=bilaga.sha256).exists():
        raise ValidationError(REDAN_BIFOGAD, code="dubblett")
    bilaga.fil = ContentFile(innehall, name=bilaga.filnamn)
    try:
        with transaction.atomic():
            bilaga.save()
    except IntegrityError as fel:  # Someone else attached it in the same moment.
        bilaga.fil.delete(save=False)
        raise ValidationError(REDAN_BIFOGAD, code="dubblett") from fel
    return bilaga


def ta_emot_bilagor(
    request: HttpRequest, agare: Any, modell: type[Bilaga], tillbaka: str = ""
) -> HttpResponse:
    """Answers a POST of BilagorForm: stores the files that can be, and says what became of each.

    Goes back to `tillbaka`, or to the owner's own page, where its attachments are; where a file
    was refused, to the top of it, where that is told.
    """
    form = BilagorForm(request.POST, request.FILES)
    fel = [str(ett) for ett in form.errors.get("filer", [])]
    sparade = []
    for fil in form.cleaned_data.get("filer", []) if form.is_valid() else []:
        try:
            sparade.append(spara_bilaga(agare, modell, fil, inloggad(request)).filnamn)
        except ValidationError as hinder:
            fel += [f"{fil.name}: {text}" for text in hinder.messages]
    if sparade:
        messages.success(request, f"Bifogat: {', '.join(sparade)}.")
    for text in fel:
        messages.error(request, text)
    return redirect((tillbaka or agare.get_absolute_url()) + ("" if fel else "#bilagor"))


def bilagesvar(bilaga: Lagrad) -> FileResponse:
    """The file as a download: never shown in the browser, never another type than it was judged.

    Raises Http404 when the file is gone from the disk.
    """
    typ = PurePath(bilaga.filnamn).suffix.lower().removeprefix(".")
    try:
        fil = bilaga.fil.open("rb")
    except FileNotFoundError as fel:
        raise Http404 from fel
    svar = FileResponse(
        fil,
        as_attachment=True,
        filename=bilaga.filnamn,
        content_type=TILLATNA.get(typ, "application/octet-stream"),
    )
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Content-Security-Policy"] = "default-src 'none'; sandbox"
    svar["Cache-Control"] = "private, no-store"
    return svar


def ta_bort_bilaga(bilaga: Bilaga) -> None:
    """Removes the row; the file goes when the transaction holds."""
    bilaga.delete()


def efter_borttagning(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Receiver of post_delete: the file follows its row, also when the owner takes it along."""
    if isinstance(instance, Bilaga):
        namn = instance.fil.name
        transaction.on_commit(lambda: instance.fil.storage.delete(namn) if namn else None)


def _hinder(fil: "UploadedFile[Any]") -> str:
    """Why the file is not taken in; empty when it may be."""
    storlek = fil.size or 0
    if storlek > STORSTA_BILAGA:
        # Rounded up: a byte too much must not read "Filen är 10 MB; högst 10 MB tas emot".
        return FOR_STOR.format(n=typografi.antal(Decimal(-(-storlek // 100_000)) / 10, 1))
    try:
        filtyp(_innehall(fil), fil.name or "")
    except OtillatenFil as skal:
        return str(skal)
    return ""


def _innehall(fil: "UploadedFile[Any]") -> bytes:
    fil.seek(0)
    return bytes(fil.read())
