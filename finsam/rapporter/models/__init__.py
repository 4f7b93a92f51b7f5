from finsam.rapporter.models.faststalld import FaststalldRapport, Undantag
from finsam.rapporter.models.text import Textblock, Uppgift

__all__ = ["FaststalldRapport", "Textblock", "Undantag", "Uppgift"]
