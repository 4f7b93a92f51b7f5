"""The health page that a monitor, a container or the demo asks: may requests be sent here?"""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache


def tillstand() -> dict[str, str]:
    """State by part, "ok" or what is wrong in a few words that tell an outsider nothing more."""
    try:
        migrering = MigrationExecutor(connection)
        vantar = migrering.migration_plan(migrering.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"databas": "svarar inte", "migreringar": "okänt"}
    return {"databas": "ok", "migreringar": "väntar" if vantar else "ok"}


@never_cache
@login_not_required
def halsa(request: HttpRequest) -> JsonResponse:
    """200 when every part is ok, else 503."""
    delar = tillstand()
    return JsonResponse(delar, status=200 if set(delar.values()) == {"ok"} else 503)
