"""Workloads that have a twin in Python: one module each.

INPUT and OUTPUT are the formats of an item's slots as in breakeven_peer.lists.Slots, in the order of the workload's
own; work(params) is the function of one item that the tutorials call. A twin without INPUT makes its own items(params,
size); decode(slot) and encode(result), where there are any, turn what a slot holds into an item, and a result into what
its slot can hold. Both are untimed.
"""
