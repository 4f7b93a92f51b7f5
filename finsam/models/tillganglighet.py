"""What someone could not use: law 2018:1937 wants a way to say so that shuts nobody out."""

from django.db import models


class Tillganglighetsbrist(models.Model):
    """A reported barrier; anonymous unless the person wants an answer."""

    beskrivning = models.TextField(
        "Vad fungerar inte?",
        max_length=4000,
        help_text="Berätta gärna på vilken sida, och med vilka hjälpmedel du använder den.",
    )
    epost = models.EmailField(
        "E-postadress", blank=True, help_text="Bara om du vill ha svar. Du kan vara anonym."
    )
    anmald_at = models.DateTimeField("anmäld", auto_now_add=True)

    class Meta:
        verbose_name = "tillgänglighetsbrist"
        verbose_name_plural = "tillgänglighetsbrister"
        ordering = ["-anmald_at"]

    def __str__(self) -> str:
        return self.beskrivning[:60]
