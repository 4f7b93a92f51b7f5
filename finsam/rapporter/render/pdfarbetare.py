"""The process that draws one PDF and ends: `python -m finsam.rapporter.render.pdfarbetare IN UT`.

A process of its own, so that a page never waits for a document: lowest priority, one at a time on
the machine, no Django. The PDF appears whole or not at all. A document that cannot be drawn
leaves its message beside UT, with the ending `.fel`. The input is emptied when the work is done
(not removed: whoever started the worker holds a lock on it).
"""

import fcntl
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LAGSTA_PRIORITET = 19


def main(argument: list[str]) -> int:
    """Draws the HTML file argument[0] as the PDF argument[1]; 0 when it is there, else 1."""
    kalla, mal = map(Path, argument)
    os.nice(LAGSTA_PRIORITET)
    try:
        with _ensam_pa_maskinen():
            _rita(kalla, mal)
    except Exception as fel:
        _skriv_helt(mal.with_suffix(".fel"), str(fel).encode())
        print(f"{mal.name}: {fel}", file=sys.stderr)
        return 1
    finally:
        os.truncate(kalla, 0)
    return 0


def _rita(kalla: Path, mal: Path) -> None:
    if mal.exists():
        return
    # Imported here: most of a second that should not be spent before it is our turn.
    from finsam.rapporter.render.pdf import skriv_pdf

    _skriv_helt(mal, skriv_pdf(kalla.read_text(encoding="utf-8")))


@contextmanager
def _ensam_pa_maskinen() -> Iterator[None]:
    """Waits until no other worker of this user draws. The lock falls with the process."""
    fil = Path(tempfile.gettempdir()) / f"finsam-pdf-{os.getuid()}.las"
    las = os.open(fil, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(las, fcntl.LOCK_EX)
        yield
    finally:
        os.close(las)


def _skriv_helt(mal: Path, innehall: bytes) -> None:
    halvfardig = mal.with_name(f"{mal.name}.{os.getpid()}")
    halvfardig.write_bytes(innehall)
    halvfardig.replace(mal)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
