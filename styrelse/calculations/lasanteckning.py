"""A reader's note written on two devices at once: both texts are kept. Pure."""

SKILJE = "\n\n--- Skrivet på en annan enhet ---\n"


def forenad(sparad: str, skriven: str) -> str:
    """One text that holds both; that which the other already holds is not written twice."""
    if sparad in skriven:
        return skriven
    if skriven in sparad:
        return sparad
    return f"{sparad}{SKILJE}{skriven}"
