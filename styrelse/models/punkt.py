"""The agenda: what a meeting takes up, in which order, and under which § it was minuted."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from styrelse.choices import Organ, Punktplats, Punktslag
from styrelse.models.arende import Arende
from styrelse.models.mote import Mote


class Punkt(models.Model):
    """An item of a meeting's agenda: a matter, or a fixed item with words of its own.

    `nummer` is empty until the notice is sent: until then numbers follow the order; from then on
    they stay, and an item that came later is `tillagd`, one that is not taken up `utgar`. The item
    on the previous minutes has a matter, too: it carries them as its annex. `protokollstext` is
    what the minutes say besides the decision.
    """

    mote = models.ForeignKey(
        Mote, on_delete=models.PROTECT, related_name="punkter", verbose_name="möte"
    )
    plats = models.CharField("plats", max_length=10, choices=Punktplats, blank=True)
    ordning = models.PositiveSmallIntegerField("ordning")
    slag = models.CharField("slag", max_length=30, choices=Punktslag, default=Punktslag.ARENDE)
    arende = models.ForeignKey(
        Arende,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="punkter",
        verbose_name="ärende",
    )
    rubrik = models.CharField("rubrik", max_length=200, blank=True)
    text = models.TextField("text", blank=True)
    nummer = models.PositiveSmallIntegerField("nummer", null=True, blank=True)
    tillagd = models.BooleanField("tillagd efter kallelsen", default=False)
    utgar = models.BooleanField("utgår", default=False)
    protokollstext = models.TextField("protokollstext", blank=True)
    propositionsordning = models.TextField(
        "propositionsordning",
        blank=True,
        help_text="Ett förslag per rad, i den ordning de ställdes. "
        "Tomt: handlingarnas förslag, sedan yrkandena i tur och ordning.",
    )
    rattar = models.ForeignKey(
        "Paragraf",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rattelser",
        verbose_name="rättar",
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        # "forst" < "" would sort wrongly: the selectors order by place (styrelse/selectors).
        ordering = ["mote", "ordning", "pk"]
        constraints = [
            bland_val("styrelse_punkt_slag", "slag", Punktslag),
            models.CheckConstraint(
                name="styrelse_punkt_plats",
                condition=Q(plats__in=["", *Punktplats.values]),
                violation_error_message="Välj en plats i dagordningen.",
            ),
            models.UniqueConstraint(
                fields=["mote", "arende"],
                condition=Q(arende__isnull=False),
                name="styrelse_punkt_arende",
                violation_error_message="Ärendet står redan på dagordningen.",
            ),
            models.UniqueConstraint(
                fields=["mote", "nummer"],
                condition=Q(nummer__isnull=False),
                name="styrelse_punkt_nummer",
                violation_error_message="Numret är upptaget.",
            ),
            models.CheckConstraint(
                name="styrelse_punkt_avser",
                condition=Q(slag=Punktslag.ARENDE, arende__isnull=False)
                | ~Q(slag=Punktslag.ARENDE)
                & ~Q(rubrik="")
                & (Q(arende__isnull=True) | Q(slag=Punktslag.FOREGAENDE_PROTOKOLL)),
                violation_error_message="En punkt är ett ärende eller en fast punkt med rubrik.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("styrelse:punkt_detail", args=[self.pk])

    @property
    def titel(self) -> str:
        """The heading: a fixed item's own, else its matter's."""
        return self.rubrik or (self.arende.rubrik if self.arende else "")

    @property
    def nyckel(self) -> str:
        """ "FS 2021-10-21 09.00 ärende 3": the item by its place, for the folder."""
        plats = Punktplats(self.plats).name.lower() if self.plats else "ärende"
        return f"{self.mote.nyckel} {plats} {self.ordning}"

    @property
    def mappnamn(self) -> str:
        """ "FS § 45/2021", or its place where it has no §; what the folder's files call it."""
        paragraf = getattr(self, "paragraf", None)
        if paragraf is None:
            return self.nyckel
        return f"{Organ(paragraf.organ).kort} {paragraf.fullt}"


class Paragraf(models.Model):
    """The § that an item got; numbers run through the year per organ and are never used again."""

    # The database itself refuses to change or remove a row (finsam.triggers).
    skrivs_en_gang = True

    punkt = models.OneToOneField(
        Punkt, on_delete=models.PROTECT, related_name="paragraf", verbose_name="punkt"
    )
    organ = models.CharField("organ", max_length=20, choices=Organ)
    verksamhetsar = models.PositiveSmallIntegerField("år")
    nummer = models.PositiveSmallIntegerField("paragraf")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "paragraf"
        verbose_name_plural = "paragrafer"
        ordering = ["organ", "verksamhetsar", "nummer"]
        constraints = [
            bland_val("styrelse_paragraf_organ", "organ", Organ),
            models.UniqueConstraint(
                fields=["organ", "verksamhetsar", "nummer"],
                name="styrelse_paragraf_unik",
                violation_error_message="Paragrafen är redan använd.",
            ),
        ]

    def __str__(self) -> str:
        return f"§ {self.nummer}"

    @property
    def fullt(self) -> str:
        """ "§ 12/2021", which names it beyond its year."""
        return f"§ {self.nummer}/{self.verksamhetsar}"
