"""States that a page shows as a coloured word."""

from enum import Enum


class Statusord(Enum):
    """Base of states whose value is (colour, word); see components/status.html for the colours."""

    @property
    def slag(self) -> str:
        return str(self.value[0])

    @property
    def text(self) -> str:
        return str(self.value[1])
