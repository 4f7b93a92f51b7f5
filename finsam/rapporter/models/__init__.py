from finsam.rapporter.models.faststalld import FaststalldRapport, Undantag
from finsam.rapporter.models.text import Textblock, Textutkast, Uppgift

__all__ = ["FaststalldRapport", "Textblock", "Textutkast", "Undantag", "Uppgift"]
