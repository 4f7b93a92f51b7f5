"""The open pages of a survey: no login, no cookie, and nothing of who asked is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

# The public one lets every GET pass, and to guess at links is to GET.
from allauth.core.internal.ratelimit import consume
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from uppfoljning.actions.enkatsvar import spara_svar
from uppfoljning.forms.enkatsvar import SvarForm
from uppfoljning.selectors.enkat import Lanklage, lanklage, minst, omgangens_fragor


def utan_spar(vy: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No search engine, no shared cache and no other site learns the address."""

    @wraps(vy)
    def vyn(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        svar = vy(request, *args, **kwargs)
        svar["Referrer-Policy"] = "no-referrer"
        svar["X-Robots-Tag"] = "noindex, nofollow"
        return svar

    return vyn


# The secret in the address is what a CSRF token would be, and a token would be a cookie.
@login_not_required
@csrf_exempt
@never_cache
@utan_spar
@sensitive_post_parameters()
@sensitive_variables("hemlighet", "form")
def enkat_svara(request: HttpRequest, hemlighet: str) -> HttpResponse:
    """The questionnaire, or the words for why it is not open.

    Always 200: an error status would be logged with its address, and the address is the secret.
    """
    idag = timezone.localdate()
    lage, omgang = lanklage(hemlighet, idag)
    if lage != Lanklage.OPPEN or omgang is None:
        return _stangt(request, lage)
    form = SvarForm(omgangens_fragor(omgang), request.POST or None)
    if form.is_valid():
        try:
            spara_svar(hemlighet, form.svar, idag)
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            return redirect("uppfoljning:enkat_tack")
    innehall = {"omgang": omgang, "enkat": omgang.enkat, "form": form, "minst": minst()}
    return render(request, "uppfoljning/enkat_svara.html", innehall)


def _stangt(request: HttpRequest, lage: Lanklage) -> HttpResponse:
    """Why the questionnaire is not shown. Only one who guesses at links leaves a trace: a limit."""
    gissar = lage == Lanklage.OKAND
    if gissar and not consume(request, app="allauth.account", action="enkat", limit_get=True):
        text = "För många försök på kort tid. Vänta några minuter."
    else:
        text = lage.value
    return render(request, "uppfoljning/enkat_stangd.html", {"text": text})


@login_not_required
@utan_spar
def enkat_tack(request: HttpRequest) -> HttpResponse:
    return render(request, "uppfoljning/enkat_tack.html", {"minst": minst()})
