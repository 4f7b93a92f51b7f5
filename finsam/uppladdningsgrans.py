"""How much a browser may send in one go."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

# The import page takes the most: a whole folder of 100 MB, and room for the form around it.
STORSTA_ANROP = 110_000_000


class Gransvakt(FileUploadHandler):
    """Turns a too large body away by its announced length; passes everything else on untouched."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        if content_length > STORSTA_ANROP:
            raise RequestDataTooBig(f"A body of {content_length} bytes.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
