"""A matter's words with their figures written out, as rows of a meeting's papers."""

from dataclasses import dataclass, field

from finsam.platshallare import OkandFigur
from styrelse.calculations.auforslag import Auforslag
from styrelse.calculations.handlingar import Delrad, Skrivelse
from styrelse.calculations.siffror import Siffra, utskriven
from styrelse.models import Arende, Delarende


@dataclass(frozen=True)
class Utskrivare:
    """Writes one matter's words. Figures that no annex has are told in `fel`, the matter named."""

    arende: Arende
    siffror: dict[str, Siffra]
    fel: list[str] = field(default_factory=list)

    def skriv(self, text: str) -> str:
        try:
            return utskriven(text, self.siffror)
        except OkandFigur as fel:
            mening = f"Ärendet ”{self.arende.rubrik}”: {fel}"
            if mening not in self.fel:
                self.fel.append(mening)
            return text

    def forslag(self) -> tuple[str, ...]:
        return self._satser(self.arende.forslag)

    def skrivelse(self, nummer: str) -> Skrivelse | None:
        """The office's writing; None for a matter whose words stand in the agenda itself."""
        if not self.arende.har_skrivelse:
            return None
        return Skrivelse(
            nummer=nummer,
            forslag=self.forslag(),
            arendet=self.skriv(self.arende.arendet),
            bedomning=self.skriv(self.arende.bedomning),
            undertecknare=self.arende.undertecknare,
            datum=self.arende.skrivelsedatum,
        )

    def del_(self, rad: Delarende, nummer: str, au: Auforslag | None = None) -> Delrad:
        return Delrad(
            nummer=f"{nummer} {rad.bokstav}",
            rubrik=rad.rubrik,
            foredragande=rad.foredragande,
            text=self.skriv(rad.text),
            forslag=self._satser(rad.forslag),
            au_forslag=au.satser if au else (),
            au_andrat=bool(au and au.andrat),
        )

    def _satser(self, text: str) -> tuple[str, ...]:
        return tuple(self.skriv(rad.strip()) for rad in text.splitlines() if rad.strip())
