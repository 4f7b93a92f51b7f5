"""The keys inside a sent pack, as the names that the folder gives the same rows, and back."""

from collections.abc import Callable
from typing import Any

from styrelse.models import Arendebilaga, Mote

OKAND_PUNKT = "Punkten ”{namn}” finns inte i punkter.csv."
OKAND_BILAGA = "Bilagan {sha256} till ärende {arende} finns inte i arendebilagor.csv."
Data = dict[str, Any]


class Okand(ValueError):
    """A name that no row of the database has; the text is a Swedish sentence."""


class Paketnycklar:
    """The items of a meeting and the annexes of their matters, by key and by name.

    An item goes by its meeting and place, as in paragrafer.csv; an annex by its matter's
    diarienummer and its own hash. Three queries.
    """

    def __init__(self, mote: Mote) -> None:
        self.mote = mote
        punkter = list(mote.punkter.select_related("mote"))
        self.punkter = {punkt.pk: punkt.nyckel for punkt in punkter}
        self.bilagor: dict[int, Data] = {}
        rader = Arendebilaga.objects.filter(arende__in=[p.arende_id for p in punkter])
        for pk, arende, sha256 in rader.order_by("pk").values_list(
            "pk", "arende__diarienummer", "sha256"
        ):
            self.bilagor[pk] = {"arende": arende, "sha256": sha256}

    def som_namn(self, innehall: Data) -> Data:
        """The pack's data with names in place of keys; its meeting stands in the file already."""
        return _bytta({**innehall, "mote": None}, self.punkter.__getitem__, self.bilagans_namn)

    def som_nycklar(self, innehall: Data) -> Data:
        """The same with this database's keys. Raises Okand."""
        return _bytta({**innehall, "mote": self.mote.pk}, self._punkt, self.bilaga)

    def bilagans_namn(self, nyckel: int) -> Data:
        return self.bilagor[nyckel]

    def bilaga(self, namn: Data) -> int:
        """The annex's key. Raises Okand."""
        for nyckel, ett in self.bilagor.items():
            if ett == namn:
                return nyckel
        raise Okand(OKAND_BILAGA.format(arende=namn["arende"], sha256=namn["sha256"]))

    def _punkt(self, namn: str) -> int:
        for nyckel, ett in self.punkter.items():
            if ett == namn:
                return nyckel
        raise Okand(OKAND_PUNKT.format(namn=namn))


def _bytta(innehall: Data, punkt: Callable[[Any], Any], bilaga: Callable[[Any], Any]) -> Data:
    return {
        **innehall,
        "punkter": [
            {
                **rad,
                "punkt": punkt(rad["punkt"]),
                "bilagor": [{**b, "bilaga": bilaga(b["bilaga"])} for b in rad["bilagor"]],
            }
            for rad in innehall["punkter"]
        ],
    }
