"""What stops a pack."""


class Paketfel(Exception):
    """The pack cannot be made as it is; the message says in Swedish what stands in the way."""
