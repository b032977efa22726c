"""XXH64, the hash in which results too long for a slot are compared. Source: the xxHash specification, Yann Collet."""

import struct

_P1 = 0x9E3779B185EBCA87
_P2 = 0xC2B2AE3D27D4EB4F
_P3 = 0x165667B19E3779F9
_P4 = 0x85EBCA77C2B2AE63
_P5 = 0x27D4EB2F165667C5
_ALL = 0xFFFFFFFFFFFFFFFF


def _rotated(value, bits):
    return (value << bits | value >> (64 - bits)) & _ALL


def _round(lane, word):
    return _rotated((lane + word * _P2) & _ALL, 31) * _P1 & _ALL


def xxh64(data):
    """With seed 0."""
    stripes = len(data) // 32
    if stripes:
        first, second, third, fourth = (_P1 + _P2) & _ALL, _P2, 0, -_P1 & _ALL
        for one, two, three, four in struct.iter_unpack("<4Q", data[: 32 * stripes]):
            first, second = _round(first, one), _round(second, two)
            third, fourth = _round(third, three), _round(fourth, four)
        result = _rotated(first, 1) + _rotated(second, 7) + _rotated(third, 12) + _rotated(fourth, 18)
        for lane in (first, second, third, fourth):
            result = ((result ^ _round(0, lane)) * _P1 + _P4) & _ALL
    else:
        result = _P5
    result = (result + len(data)) & _ALL

    at = 32 * stripes
    while at + 8 <= len(data):
        (word,) = struct.unpack_from("<Q", data, at)
        result = (_rotated(result ^ _round(0, word), 27) * _P1 + _P4) & _ALL
        at += 8
    if at + 4 <= len(data):
        (word,) = struct.unpack_from("<I", data, at)
        result = (_rotated(result ^ (word * _P1 & _ALL), 23) * _P2 + _P3) & _ALL
        at += 4
    for byte in data[at:]:
        result = _rotated(result ^ (byte * _P5 & _ALL), 11) * _P1 & _ALL

    result = (result ^ result >> 33) * _P2 & _ALL
    result = (result ^ result >> 29) * _P3 & _ALL
    return result ^ result >> 32
