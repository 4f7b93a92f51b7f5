"""Uploads that are never written to disk, not even for the time of a request."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest


class IMinnet(MemoryFileUploadHandler):
    """Keeps a request of at most `STORST` bytes in memory; of a larger one no file is kept."""

    STORST = 11_000_000

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any
    ) -> None:
        self.activated = content_length <= self.STORST


def ta_emot_i_minnet(request: HttpRequest) -> bool:
    """Makes the request's files stay in memory; False where it is too large to have any.

    To be called before anything has read the request's form: the view is `csrf_exempt` and hands
    on to a function that is `csrf_protect`.
    """
    request.upload_handlers = [IMinnet(request)]
    return int(request.META.get("CONTENT_LENGTH") or 0) <= IMinnet.STORST
