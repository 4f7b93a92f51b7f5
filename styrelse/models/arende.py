"""A matter: prepared once, followed from the committee to the board, with its annexes."""

import re
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import SigneradAv
from finsam.models import Anvandare, Forbund
from finsam.models.bilaga import bilagelager, lagringsnamn
from finsam.permissions import Ratt, far
from finsam.querysets import SpardQuerySet
from styrelse.choices import LASTA, Bilageslag
from styrelse.models.mote import Arsarende


def nasta_diarienummer(ar: int) -> str:
    """The number after the year's highest: "2026-14". Until the transaction ends nobody else
    gets it: the association's row is locked.
    """
    Forbund.objects.select_for_update().first()
    arets = Arende.objects.filter(diarienummer__startswith=f"{ar}-")
    tagna = (
        re.fullmatch(rf"{ar}-(\d+)", nr) for nr in arets.values_list("diarienummer", flat=True)
    )
    return f"{ar}-{max((int(t[1]) for t in tagna if t), default=0) + 1}"


class Arende(models.Model):
    """What a meeting is to decide, discuss or hear of, with the office's writing on it.

    `amnesslag` and `amnesnyckel` name what it is about in another room (styrelse/amnen.py): an
    application, a budget, a document. `forslag` holds the att-satser, one on each line. A new
    matter without a `diarienummer` gets the next of its year, "2026-14".
    """

    diarienummer = models.CharField(
        "diarienummer",
        max_length=20,
        unique=True,
        blank=True,
        help_text="Tomt: nästa nummer i årets följd.",
        error_messages={"unique": "Diarienumret används av ett annat ärende."},
    )
    rubrik = models.CharField("rubrik", max_length=200)
    till_beslut = models.BooleanField("beslut", default=False)
    till_information = models.BooleanField("information", default=False)
    till_diskussion = models.BooleanField("diskussion", default=False)
    foredragande = models.CharField("föredragande", max_length=200, blank=True)
    har_skrivelse = models.BooleanField(
        "med tjänsteskrivelse",
        default=True,
        help_text="Annars står texten direkt i föredragningslistan.",
    )
    forslag = models.TextField(
        "förslag till beslut", blank=True, help_text="En att-sats per rad: att godkänna …"
    )
    arendet = models.TextField("ärendet", blank=True)
    bedomning = models.TextField("bedömning", blank=True)
    undertecknare = models.CharField(
        "undertecknare", max_length=200, blank=True, help_text="Namn och befattning."
    )
    skrivelsedatum = models.DateField("skrivelsen daterad", null=True, blank=True)
    amnesslag = models.CharField("ämne", max_length=40, blank=True)
    amnesnyckel = models.CharField("ämnets nyckel", max_length=120, blank=True)
    arsarende = models.ForeignKey(
        Arsarende,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="arenden",
        verbose_name="årligt ärende",
    )
    verksamhetsar = models.PositiveSmallIntegerField("år", null=True, blank=True)
    avslutat = models.DateField("avslutat", null=True, blank=True)
    skapat_at = models.DateTimeField("skapat", auto_now_add=True)
    skapat_av = SigneradAv("skapat av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "ärende"
        verbose_name_plural = "ärenden"
        ordering = ["-skapat_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="styrelse_arende_amne",
                condition=Q(amnesslag="", amnesnyckel="") | ~Q(amnesslag="") & ~Q(amnesnyckel=""),
                violation_error_message="Ange både ämne och nyckel, eller inget av dem.",
            ),
            models.UniqueConstraint(
                fields=["arsarende", "verksamhetsar"],
                condition=Q(arsarende__isnull=False),
                name="styrelse_arende_arligt",
                violation_error_message="Årets ärende finns redan.",
            ),
            models.CheckConstraint(
                name="styrelse_arende_ar",
                condition=Q(arsarende__isnull=True) | Q(verksamhetsar__isnull=False),
                violation_error_message="Ange vilket år det årliga ärendet gäller.",
            ),
        ]

    def __str__(self) -> str:
        return self.rubrik

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.diarienummer:
            self.diarienummer = nasta_diarienummer(timezone.localdate().year)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("styrelse:arende_detail", args=[self.pk])

    @property
    def typer(self) -> tuple[str, ...]:
        """("information", "beslut"): what the meeting is to do with it, as it is printed."""
        valda = (
            ("information", self.till_information),
            ("diskussion", self.till_diskussion),
            ("beslut", self.till_beslut),
        )
        return tuple(ord_ for ord_, vald in valda if vald)

    @property
    def att_satser(self) -> tuple[str, ...]:
        """The proposal's clauses, each "att …"."""
        return tuple(rad.strip() for rad in self.forslag.splitlines() if rad.strip())


class Delarende(models.Model):
    """A part of a matter, "7 A", with its own presenter, words and proposal."""

    arende = models.ForeignKey(
        Arende, on_delete=models.CASCADE, related_name="delar", verbose_name="ärende"
    )
    ordning = models.PositiveSmallIntegerField("ordning")
    rubrik = models.CharField("rubrik", max_length=200)
    foredragande = models.CharField("föredragande", max_length=200, blank=True)
    text = models.TextField("text", blank=True)
    forslag = models.TextField("förslag till beslut", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "delärende"
        verbose_name_plural = "delärenden"
        ordering = ["arende", "ordning"]
        constraints = [
            models.UniqueConstraint(
                fields=["arende", "ordning"],
                name="styrelse_delarende_unikt",
                violation_error_message="Ärendet har redan en del på den platsen.",
            ),
            models.CheckConstraint(
                name="styrelse_delarende_ordning",
                condition=Q(ordning__gte=1, ordning__lte=26),
                violation_error_message="Ett ärende har högst 26 delar, A–Z.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bokstav}. {self.rubrik}"

    @property
    def mappnamn(self) -> str:
        """ "2026-14 A": what the folder's files call it."""
        return f"{self.arende.diarienummer} {self.bokstav}"

    @property
    def bokstav(self) -> str:
        return chr(ord("A") + self.ordning - 1)


class ArendebilagaQuerySet(SpardQuerySet["Arendebilaga"]):
    def gallande(self) -> Self:
        """Those that nothing has replaced."""
        return self.filter(ersatt_av__isnull=True)

    def synliga_for(self, anvandare: Anvandare) -> Self:
        """All to those who prepare meetings; to others what has been sent, or lies with minutes."""
        if far(anvandare, Ratt.MOTE_BEREDA):
            return self
        justerade = Q(
            arende__punkter__mote__status__in=LASTA,
            arende__punkter__mote__datum__gte=F("bifogad_at__date"),
        )
        synliga = Arendebilaga.objects.filter(Q(utskick__isnull=False) | justerade)
        return self.filter(pk__in=synliga.values("pk"))


class Arendebilaga(models.Model):
    """An annex of a matter: a PDF as it was handed in, or a document frozen when it was attached.

    An uploaded one holds its file, the others the document as data (`innehall`, as
    finsam/rapporter/render/json_.py writes it). `sha256` is of the file's bytes or of the data as
    canonical JSON. `kalla` names the origin: "delarsrapport 2021-H1". `i_skrivelsen` puts it
    inside the matter's own writing, whose number it then has. `ersatt_av` takes it out of later
    agendas without touching what has been sent.
    """

    arende = models.ForeignKey(
        Arende, on_delete=models.PROTECT, related_name="bilagor", verbose_name="ärende"
    )
    ordning = models.PositiveSmallIntegerField("ordning")
    titel = models.CharField("titel", max_length=200)
    slag = models.CharField("slag", max_length=20, choices=Bilageslag)
    i_skrivelsen = models.BooleanField("hör till tjänsteskrivelsen", default=False)
    fil = models.FileField(
        "fil", storage=bilagelager, upload_to=lagringsnamn, max_length=200, blank=True
    )
    filnamn = models.CharField("filnamn", max_length=200, blank=True)
    sidor = models.PositiveIntegerField("sidor", null=True, blank=True)
    innehall = models.JSONField("dokumentets innehåll", null=True, blank=True)
    kalla = models.CharField("källa", max_length=100, blank=True)
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    ersatt_av = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ersatter",
        verbose_name="ersatt av",
    )
    bifogad_at = models.DateTimeField("bifogad", auto_now_add=True)
    bifogad_av = SigneradAv("bifogad av", null=True)
    # The document itself is bound to the log by its hash.
    history = HistoricalRecords(excluded_fields=["innehall"])

    objects = ArendebilagaQuerySet.as_manager()

    class Meta:
        verbose_name = "bilaga till ärende"
        verbose_name_plural = "bilagor till ärenden"
        ordering = ["arende", "ordning", "pk"]
        constraints = [
            bland_val("styrelse_arendebilaga_slag", "slag", Bilageslag),
            models.UniqueConstraint(
                fields=["arende", "sha256"],
                condition=Q(ersatt_av__isnull=True),
                name="styrelse_arendebilaga_unik",
                violation_error_message="Bilagan är redan bifogad.",
            ),
            models.CheckConstraint(
                name="styrelse_arendebilaga_innehall",
                condition=Q(slag=Bilageslag.UPPLADDAD, innehall__isnull=True) & ~Q(fil="")
                | ~Q(slag=Bilageslag.UPPLADDAD) & Q(innehall__isnull=False, fil=""),
                violation_error_message="En bilaga är antingen en fil eller ett fryst dokument.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        """The frozen document's page, or the file itself."""
        namn = "rapporter:arendebilaga_detail" if self.frusen else "styrelse:arendebilaga_fil"
        return reverse(namn, args=[self.pk])

    @property
    def frusen(self) -> bool:
        """Whether it is a document made here, kept as it was when it was attached."""
        return self.slag != Bilageslag.UPPLADDAD

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Goes with its file; what has been sent is protected by the pack that holds it."""
        namn, lager = self.fil.name, self.fil.storage
        svar = super().delete(*args, **kwargs)
        if namn:
            transaction.on_commit(lambda: lager.delete(namn))
        return svar
