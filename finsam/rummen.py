"""Asking the rooms without knowing them: a named thing from the same module of each."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string, module_has_submodule


def rummens(modul: str, namn: str, utom: str = "") -> Iterator[Any]:
    """What is called `namn` in the module `modul` of every room that has one.

    In the order of INSTALLED_APPS. `utom` is the full name of a module that is not asked: the one
    that asks, where it goes by the same name.
    """
    for rum in apps.get_app_configs():
        hela = f"{rum.name}.{modul}"
        if hela != utom and rum.module and module_has_submodule(rum.module, modul):
            yield import_string(f"{hela}.{namn}")
