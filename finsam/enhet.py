"""What a browser keeps of a person goes when the person does: nothing stays on a shared tablet.

A page that leaves something in the browser (papers to read offline, words typed without net)
marks the device as the reader's. Logging out clears it; so does the first page that another
person opens on it, should the first have left without a word.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from finsam.models import Anvandare

KAKA = "enhet"
RENSA = '"cache", "storage"'
LANGE = 400 * 24 * 60 * 60


def enhetsnyckel(anvandare: Anvandare) -> str:
    """What names the person in the browser: 16 hex digits that tell nothing of who it is."""
    return salted_hmac("finsam.enhet", str(anvandare.pk), algorithm="sha256").hexdigest()[:16]


def mark_enhet(request: HttpRequest, svar: HttpResponse, anvandare: Anvandare) -> None:
    """Says with the answer that the browser now keeps something of this person."""
    svar.set_cookie(
        KAKA,
        enhetsnyckel(anvandare),
        max_age=LANGE,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


class EnhetMiddleware:
    """Clears the browser when the person who used it logs out, or another has come.

    A login that ends by itself clears nothing from here: words typed without net wait for their
    writer. Kept pages go when the browser meets the login (las-arbetare.js, las-rensa.js).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        svar = self.get_response(request)
        if self._har_loggat_ut(request) or self._ar_en_annan(request):
            svar["Clear-Site-Data"] = RENSA
            if KAKA not in svar.cookies:
                svar.delete_cookie(KAKA, samesite="Lax")
        return svar

    def _har_loggat_ut(self, request: HttpRequest) -> bool:
        sida = request.resolver_match.view_name if request.resolver_match else ""
        utloggning = sida == "account_logout" and request.method == "POST"
        return utloggning and not request.user.is_authenticated

    def _ar_en_annan(self, request: HttpRequest) -> bool:
        kaka, user = request.COOKIES.get(KAKA), request.user
        return bool(kaka) and isinstance(user, Anvandare) and kaka != enhetsnyckel(user)
