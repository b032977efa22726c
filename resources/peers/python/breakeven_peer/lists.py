"""The list of a trial: slots in memory that the runner shares, read into Python objects and written back. Untimed."""

import array
import importlib
import itertools
import json
import mmap
import os
import struct

from breakeven_peer import Refused

ALIGNMENT = 64  # of the input and of the output, in bytes


def aligned(count):
    return (count + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT


class Slots:
    """Items of one format: a letter of the module struct, for items of several numbers with their count before it.

    Items of format s are objects of type bytes; they are only read.
    """

    def __init__(self, form, size):
        self.code = form[-1]
        self.width = int(form[:-1] or 1)
        self.size = size
        self.bytes = size * self.width * struct.calcsize(self.code)
        # As objects: 32 bytes a number, 8 for the list's reference to it; a tuple has 56 of its own, and so have bytes.
        each = 1 if self.code == "s" else 40
        self.object_bytes = size * (self.width * each + (64 if self.width > 1 else 0))

    def read(self, memory):
        if self.code == "s":
            return [bytes(memory[at : at + self.width]) for at in range(0, self.bytes, self.width)]
        values = memory[: self.bytes].cast(self.code).tolist()
        if self.width == 1:
            return values
        return list(zip(*[iter(values)] * self.width))

    def write(self, memory, results):
        if len(results) != self.size:
            raise ValueError(f"{len(results)} results for {self.size} items")
        values = results if self.width == 1 else itertools.chain.from_iterable(results)
        memory[: self.bytes] = memoryview(array.array(self.code, values)).cast("B")


def twin_of(workload):
    name = "breakeven_peer.twins." + workload.replace("-", "_")
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        if problem.name != name:
            raise
        raise Refused(f"the workload {workload} has no twin in Python") from None


class SharedList:
    """One block's list. `work` is what is called with each of the items."""

    def __init__(self, description):
        self.id = description["id"]
        recipe = json.loads(description["recipe"])
        if "cache" in recipe:
            raise Refused("Python keeps no results in the cache")
        size = recipe["size"]
        twin = twin_of(recipe["workload"])
        self._encode = getattr(twin, "encode", None)
        self._outputs = Slots(twin.OUTPUT, size)
        inputs = Slots(getattr(twin, "INPUT", "B"), size)
        # Items and results as objects, and once more while they are on their way between processes.
        needed = 2 * (inputs.object_bytes + self._outputs.object_bytes)
        if needed > description["memory"]:
            raise Refused(
                f"size {size} needs about {needed / 1e9:.3g} GB as Python objects "
                f"(allowed is half of the available memory, {description['memory'] / 1e9:.3g} GB)"
            )
        path = f"/proc/{description['pid']}/fd/{description['fd']}"
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        try:
            mapped = memoryview(mmap.mmap(descriptor, description["bytes"]))
        finally:
            os.close(descriptor)
        self.work = twin.work(recipe["params"])
        if hasattr(twin, "INPUT"):
            self._items = inputs.read(mapped)
            if hasattr(twin, "decode"):
                self._items = [twin.decode(item) for item in self._items]
            self._output = mapped[aligned(inputs.bytes):]
        else:
            self._items = twin.items(recipe["params"], size)
            self._output = mapped

    def arguments(self, call):
        """What the call takes: starmap wants the arguments of each item as a tuple."""
        if call.startswith("starmap"):
            return [(item,) for item in self._items]
        return self._items

    def write(self, results):
        if self._encode is not None:
            results = [self._encode(result) for result in results]
        self._outputs.write(self._output, results)
