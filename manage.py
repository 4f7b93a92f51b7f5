#!/usr/bin/env python
"""Django's command line for Finsam."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "finsam.settings")
    from django.conf import settings
    from django.core.management import execute_from_command_line

    # A missing setting stops here, by its name; some commands would go on and fail elsewhere.
    assert settings.INSTALLED_APPS
    execute_from_command_line(sys.argv)
