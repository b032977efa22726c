import os
import struct
import unicodedata

from breakeven_peer.xxh64 import xxh64

INPUT = "4096s"  # when the file was changed, whether it is a file, the length, and the text in UTF-8 or the path
OUTPUT = "2Q"

HEAD = struct.Struct("<qII")
FILE = 1
LARGEST_FILE = 16_000_000  # bytes

# As they look when they are clean.
STOP_WORDS = frozenset(
    """a an and are as at au be bir bu but by das de den der des die du ein eine el en est et for from fur in is ist it
    la las le les los mit nicht of on or por que the to un una und une ve von was with y zu η και ο το""".split()
)


def decode(slot):
    """A text is bytes, a path is str."""
    _, origin, length = HEAD.unpack_from(slot)
    content = slot[HEAD.size : HEAD.size + length]
    return os.fsdecode(content) if origin == FILE else content


def text_of(document):
    if isinstance(document, str):
        path = document
        with open(path, "rb") as file:
            document = file.read(LARGEST_FILE + 1)
        if len(document) > LARGEST_FILE:
            raise ValueError(f"{path}: cannot be read: it is larger than {LARGEST_FILE} bytes")
    return document.decode("utf-8", "replace")


def clean(document):
    text = unicodedata.normalize("NFKD", text_of(document)).casefold()
    letters = []
    for character in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(character)
        if category in ("Mn", "Me", "Cf"):
            continue
        letters.append(character if category[0] in "LN" or category == "Mc" else " ")
    words = [word for word in "".join(letters).split(" ") if word and word not in STOP_WORDS]
    return unicodedata.normalize("NFC", " ".join(words))


def work(params):
    return clean


def encode(text):
    content = text.encode()
    words = text.count(" ") + 1 if text else 0
    return xxh64(content), words | len(content) << 32
