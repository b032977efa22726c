"""The peers: Python's own ways of handing a list to workers, for comparison with the engine's."""


class Refused(Exception):
    """What a peer cannot do, as opposed to what went wrong while it did it."""
