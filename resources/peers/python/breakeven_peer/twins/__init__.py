"""Workloads that have a twin in Python: one module each.

INPUT and OUTPUT are the formats of an item's slots as in breakeven_peer.lists.Slots, in the order of the workload's
own; work(params) is the function of one item that the tutorials call. A twin without INPUT makes its own items(params,
size); encode(result), where there is one, turns a result into what its slot can hold.
"""
