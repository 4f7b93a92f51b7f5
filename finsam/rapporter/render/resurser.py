"""What a document may read while it is drawn: the files of the static folder, and nothing else."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from finsam.rapporter.render.avtryck import STATISK


class Resurslasare(URLFetcher):
    """Reads `data:` and files under `static/`; anything else stops the document.

    A picture that is silently left out would be a fault nobody sees until the paper is printed.
    Hence FatalURLFetchingError, which is a BaseException: the caller catches it by name.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The resource behind `url`. Raises FatalURLFetchingError when it may not be read."""
        delar = urlsplit(url)
        if delar.scheme == "file":
            fil = Path(unquote(delar.path)).resolve()
            if delar.netloc or not fil.is_relative_to(STATISK):
                raise FatalURLFetchingError(f"Filen {delar.path} ligger utanför mappen static.")
        elif delar.scheme != "data":
            raise FatalURLFetchingError(f"Dokument hämtar ingenting från nätet: {url}")
        try:
            return super().fetch(url, headers)
        except Exception as fel:
            raise FatalURLFetchingError(
                f"Filen {delar.path.rpartition('/')[2]} gick inte att läsa."
            ) from fel
