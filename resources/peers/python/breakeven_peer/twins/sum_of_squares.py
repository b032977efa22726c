"""Its items are those of square; Python has no reduction."""

from breakeven_peer.twins.square import INPUT, OUTPUT, work
