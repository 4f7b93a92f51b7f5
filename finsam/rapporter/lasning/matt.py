"""How many pixels wide a page is drawn. Without Django: the drawing process asks here too."""

# The width of an A4 in points, and a little more: 595.28 is not wider than an A4.
A4 = 596
BREDAST = 3


def pixelbredd(punkter: float, grund: int) -> int:
    """The width in pixels of a page that many points wide: `grund` for an A4 and what is smaller.

    A wider page is drawn wider, as sharp as the others, but not more than three times as wide.
    """
    return round(grund * min(max(punkter / A4, 1), BREDAST))
