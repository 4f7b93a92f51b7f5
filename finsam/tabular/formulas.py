"""Text that a spreadsheet would take for a formula, made harmless in CSV and read back exactly.

A leading apostrophe makes Excel and LibreOffice show the cell as text. The same mark guards text
that our own reader would take for a comment row ("# …").
"""

import re

FARLIG = re.compile(r"'*(\s*[=+\-@]|[\t\r\n]|# )")


def neutraliserad(text: str) -> str:
    """The text with an apostrophe before it where it could be run or skipped."""
    return f"'{text}" if FARLIG.match(text) else text


def aterstalld(text: str) -> str:
    """The inverse of `neutraliserad`: aterstalld(neutraliserad(x)) == x for every text."""
    return text[1:] if text.startswith("'") and FARLIG.match(text) else text
