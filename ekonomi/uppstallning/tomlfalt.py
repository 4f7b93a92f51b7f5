"""Typed reading of one TOML table: each value checked, each fault kept with its place.

All faults of a file are gathered, so that the one who writes it sees them at once.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any

from ekonomi.uppstallning.mall import Kontointervall, Term

INTERVALL = re.compile(r"\s*(\d{1,10})\s*(?:[-–]\s*(\d{1,10})\s*)?")
RAD_ID = re.compile(r"[a-z][a-z0-9_]*")


class Falt:
    """The keys of one TOML table, read one by one; `fel` is shared by the whole file."""

    def __init__(self, post: Mapping[str, Any], plats: str, fel: list[str]) -> None:
        self.post = post
        self.plats = plats
        self.fel = fel

    def under(self, post: Any, plats: str) -> "Falt":
        """A table inside this one; what is no table is a fault and read as empty."""
        if not isinstance(post, Mapping):
            self.fel.append(f"{self.plats}, {plats}: ”{post}” ska vara en tabell med nycklar.")
            post = {}
        return Falt(post, f"{self.plats}, {plats}", self.fel)

    def anmark(self, nyckel: str, sats: str) -> None:
        self.fel.append(f"{self.plats}, nyckel ”{nyckel}”: {sats}")

    def kanda(self, nycklar: Collection[str]) -> None:
        """Every other key is a fault: a misspelt key would otherwise be silently ignored."""
        for nyckel in self.post:
            if nyckel not in nycklar:
                tillatna = ", ".join(sorted(nycklar))
                self.anmark(nyckel, f"nyckeln är okänd här. Tillåtna nycklar: {tillatna}.")

    def text(self, nyckel: str, standard: str = "", krav: bool = False) -> str:
        varde: object = self.post.get(nyckel, standard)
        if not isinstance(varde, str):
            self.anmark(nyckel, f"”{varde}” ska vara text inom citattecken.")
            return standard
        if krav and not varde:
            self.anmark(nyckel, "värdet saknas.")
        return varde

    def val(self, nyckel: str, tillatna: Collection[str], standard: str = "") -> str:
        """One of a closed list."""
        if nyckel not in self.post and standard in (*tillatna, ""):
            if not standard:
                self.anmark(nyckel, f"värdet saknas. Välj ett av: {', '.join(tillatna)}.")
            return standard
        varde = self.post.get(nyckel)
        if not isinstance(varde, str) or varde not in tillatna:
            self.anmark(nyckel, f"”{varde}” är okänt. Välj ett av: {', '.join(tillatna)}.")
            return standard
        return varde

    def heltal(self, nyckel: str, standard: int, tillatna: Collection[int]) -> int:
        varde = self.post.get(nyckel, standard)
        if isinstance(varde, bool) or not isinstance(varde, int) or varde not in tillatna:
            lagsta, hogsta = min(tillatna), max(tillatna)
            spann = "1 eller -1" if set(tillatna) == {1, -1} else f"{lagsta} till {hogsta}"
            self.anmark(nyckel, f"”{varde}” ska vara ett heltal, {spann}.")
            return standard
        return varde

    def ja_nej(self, nyckel: str) -> bool | None:
        """None when the key is not there."""
        varde = self.post.get(nyckel)
        if varde is not None and not isinstance(varde, bool):
            self.anmark(nyckel, f"”{varde}” ska vara true eller false, utan citattecken.")
            return None
        return varde

    def lista(self, nyckel: str) -> list[Any]:
        varde = self.post.get(nyckel, [])
        if not isinstance(varde, list):
            self.anmark(nyckel, f"”{varde}” ska vara en lista inom hakparenteser.")
            return []
        return varde

    def texter(self, nyckel: str, tillatna: Collection[str] = ()) -> tuple[str, ...]:
        """A list of texts, each of them one of `tillatna` when that is given."""
        texter = []
        for varde in self.lista(nyckel):
            if not isinstance(varde, str):
                self.anmark(nyckel, f"”{varde}” ska vara text inom citattecken.")
            elif tillatna and varde not in tillatna:
                self.anmark(nyckel, f"”{varde}” är okänt. Välj bland: {', '.join(tillatna)}.")
            else:
                texter.append(varde)
        return tuple(texter)

    def konton(self, nyckel: str) -> tuple[Kontointervall, ...]:
        """Account intervals, "3010-3099" or "3150", none of which share an account."""
        intervall: list[Kontointervall] = []
        for varde in self.lista(nyckel):
            traff = INTERVALL.fullmatch(varde) if isinstance(varde, str) else None
            if not traff:
                self.anmark(
                    nyckel,
                    f'”{varde}” är inget kontointervall. Skriv till exempel ["3010-3099", "3150"].',
                )
                continue
            fran, till = int(traff[1]), int(traff[2] or traff[1])
            if till < fran:
                self.anmark(nyckel, f"”{varde}” slutar före sin början. Skriv ”{till}-{fran}”.")
            nytt = Kontointervall(fran, till)
            for annat in intervall:
                if nytt.skar(annat):
                    self.anmark(nyckel, f"”{nytt}” och ”{annat}” har konton gemensamt.")
            intervall.append(nytt)
        return tuple(intervall)

    def termer(self, nyckel: str) -> tuple[Term, ...]:
        """References to rows, with a minus before what is taken away."""
        termer = []
        for text in self.texter(nyckel):
            rad = text.removeprefix("-").strip()
            if RAD_ID.fullmatch(rad):
                termer.append(Term(rad, -1 if text.startswith("-") else 1))
            else:
                self.anmark(nyckel, f"”{text}” är inget rad-id.")
        if not termer:
            self.anmark(nyckel, "listan är tom. Ange minst ett rad-id.")
        return tuple(termer)
