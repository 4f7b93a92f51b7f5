"""A mark of what is stored, to tell when somebody else has saved in the meantime."""

import hashlib
from collections.abc import Iterable

LANGD = 16


def stand(rader: Iterable[tuple[object, ...]]) -> str:
    """The same mark for the same rows, in whatever order; another one as soon as a row differs."""
    text = repr(sorted(tuple(str(varde) for varde in rad) for rad in rader))
    return hashlib.sha256(text.encode()).hexdigest()[:LANGD]
