"""The reports' PDFs: drawn cold, sent from the store, and drawn beside others' work.

`./kor python -m tests.bench.pdf` [FIXTURMAPP]: the annual report 2024 and the half-year's report
2021 of fixtures/uppsala.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tests.bench.lista import hamta, server
from tests.bench.matning import Prov, i_egen_process, i_processen, jamfor

DOKUMENT = (("arsredovisning", "2024"), ("delarsrapport", "2021-H1"))
RITA = (
    "import pathlib, sys; from finsam.rapporter.render.pdf import skriv_pdf;"
    "pathlib.Path(sys.argv[2]).write_bytes(skriv_pdf(pathlib.Path(sys.argv[1]).read_text()))"
)
SIDVISNINGAR = 60
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Against a browser, a static file, and the same page with nobody drawing.
KALL_HOGST, FORRAD_HOGST, BREDVID_HOGST = 4, 1.5, 1.2


def fyll(mapp: Path) -> tuple[str, list[str]]:
    """The demo association in the database. Returns an ekonom's cookie and the print documents."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from finsam.models import Anvandare
    from finsam.periods import las_period
    from finsam.rapporter.render.html import utskrift
    from finsam.rapporter.slag import build

    for kommando in (["migrate"], ["createcachetable"], ["las_in", str(mapp)]):
        call_command(*kommando, verbosity=0, stdout=io.StringIO())
    client = Client()
    client.force_login(Anvandare.objects.create_user("e", "e@test.example", roll="ekonom"))
    namn = settings.SESSION_COOKIE_NAME
    utskrifter = [
        utskrift(build(slag, las_period(period), date.today())) for slag, period in DOKUMENT
    ]
    return f"{namn}={client.cookies[namn].value}", utskrifter


def mot_webblasare(mapp: Path, slag: str, html: str) -> None:
    """Both as a cold process, with the same stylesheets."""
    from finsam.rapporter.render.avtryck import STILMALLAR

    kalla, for_chromium = mapp / "in.html", mapp / "chromium.html"
    kalla.write_text(html, encoding="utf-8")
    lankar = "".join(f'<link rel="stylesheet" href="{fil.as_uri()}">' for fil in STILMALLAR)
    for_chromium.write_text(html.replace("</head>", f"{lankar}</head>"), encoding="utf-8")
    webblasare = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if webblasare is None:
        raise SystemExit("Chromium saknas.")
    jamfor(
        f"{slag}, PDF kall / Chromium",
        i_egen_process([sys.executable, "-c", RITA, str(kalla), str(mapp / "ut.pdf")]),
        i_egen_process(
            [webblasare, "--headless", "--no-sandbox", "--disable-gpu", "--log-level=3",
             f"--user-data-dir={mapp / 'profil'}", "--allow-file-access-from-files",
             f"--print-to-pdf={mapp / 'chromium.pdf'}", for_chromium.as_uri()]
        ),
        hogst=KALL_HOGST,
    )  # fmt: skip


def ur_forradet(port: int, kaka: str, sida: str, html: str) -> None:
    """A click on the report's link, against the same number of bytes as a plain file."""
    from finsam.rapporter import pdfforrad

    fil = pdfforrad.vanta(html, 120)
    if fil is None:
        raise SystemExit("PDF:en ritades inte.")
    adress = f"{sida}.pdf?v={fil.stem}"
    Path(os.environ["BENCHFIL"]).write_bytes(fil.read_bytes())
    for namn, jamforelse in (("fil för inloggade", "/fil/"), ("öppen statisk fil", "/oppen/")):
        jamfor(
            f"{sida}.pdf ur förrådet / {namn}",
            i_processen(lambda: hamta(port, adress, kaka, 40)),
            i_processen(lambda a=jamforelse: hamta(port, a, kaka, 40)),
            hogst=FORRAD_HOGST,
        )


def p95(port: int, adress: str, kaka: str) -> float:
    tider = []
    for _ in range(SIDVISNINGAR):
        start = time.perf_counter()
        hamta(port, adress, kaka, 1)
        tider.append(time.perf_counter() - start)
    return sorted(tider)[int(SIDVISNINGAR * 0.95)]


@contextmanager
def nagon_ritar(mapp: Path, html: str) -> Iterator[None]:
    """The worker, over and over: as when every page that opens orders a document."""
    kalla, slinga = mapp / "slinga.html", mapp / "slinga.sh"
    (mapp / "original.html").write_text(html, encoding="utf-8")
    slinga.write_text(
        f"while :; do cp {mapp / 'original.html'} {kalla}; rm -f {mapp / 'slinga.pdf'}; "
        f"{sys.executable} -m finsam.rapporter.render.pdfarbetare {kalla} {mapp / 'slinga.pdf'}; "
        "done"
    )
    with subprocess.Popen(["sh", str(slinga)], start_new_session=True) as process:
        try:
            time.sleep(1.5)
            yield
        finally:
            os.killpg(process.pid, 15)


def bredvid(port: int, kaka: str, mapp: Path, html: str) -> None:
    def med() -> Prov:
        with nagon_ritar(mapp, html):
            return Prov(p95(port, "/insatser/", kaka))

    def utan() -> Prov:
        return Prov(p95(port, "/insatser/", kaka))

    jamfor("sidans p95 bredvid en PDF / utan", med, utan, hogst=BREDVID_HOGST)


def main() -> None:
    fixtur = Path(sys.argv[1] if len(sys.argv) > 1 else "fixtures/uppsala").resolve()
    with tempfile.TemporaryDirectory() as namn:
        mapp = Path(namn)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "VAR_DIR": namn,
            "BENCHFIL": str(mapp / "fil.pdf"),
            "SECRET_KEY": "endast-for-matning",
            "INSECURE_HTTP": "true",
            "DEBUG": "true",
        }
        import django

        django.setup()
        kaka, utskrifter = fyll(fixtur)
        for (slag, _), html in zip(DOKUMENT, utskrifter, strict=True):
            mot_webblasare(mapp, slag, html)
        with server() as port:
            for (slag, period), html in zip(DOKUMENT, utskrifter, strict=True):
                ur_forradet(port, kaka, f"/rapporter/{slag}/{period}", html)
            bredvid(port, kaka, mapp, utskrifter[0])


if __name__ == "__main__":
    main()
