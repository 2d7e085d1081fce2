"""Random keys once more: the normals are those of scripts/reference-random.py, what is made of them has 60 digits."""

import importlib.util
import pathlib
from functools import cache

from mpmath import mp, mpf

BLOCK = 256
_spec = importlib.util.spec_from_file_location("reference_random", pathlib.Path(__file__).parent.parent / "reference-random.py")
_random = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_random)


@cache
def normals(seed, index, count):
    """The normals of one draw; 256 draws share a generator."""
    spread = seed * 0x9E3779B1 & 0xFFFFFFFF
    stream = _random.Stream((spread + index // BLOCK) % 2**32)
    for _ in range(index % BLOCK * count):
        stream.normal()
    return [mpf(stream.normal()) for _ in range(count)]


def draw(n, variance, extra, queries, seed, index):
    """
    Projections of the wanted keys on their means and on e, the unit sum of the other means; scores of all keys per query.
    A query is a list of the coefficients of the wanted means, then that of every other mean.
    """
    m = len(queries[0]) - 1
    rows = [q[:-1] + ([q[-1] * mp.sqrt(n - m)] if n > m else []) for q in queries]
    frame, width = orthonormal(rows), len(rows[0])
    z = normals(seed, index, m * width + (n - m) * len(frame))
    sd = mp.sqrt(variance)
    projections = [
        [z[i * width + k] * (mp.sqrt(variance + extra) if i == k == 0 else sd) + (1 if i == k else 0) for k in range(width)] for i in range(m)
    ]
    factors = [[sd * dot(row, unit) for unit in frame] for row in rows]
    own = lambda i: z[m * width + i * len(frame) : m * width + (i + 1) * len(frame)]
    scores = [
        [dot(row, p) for p in projections] + [q[-1] + dot(factor, own(i)) for i in range(n - m)]
        for q, row, factor in zip(queries, rows, factors)
    ]
    return projections, scores


def dot(a, b):
    return sum((x * y for x, y in zip(a, b)), mpf(0))


def orthonormal(rows):
    """The longest part that sticks out of what is spanned already, again and again; of equals the first."""
    units = []
    while True:
        outside = []
        for row in rows:
            rest = list(row)
            for unit in units:
                along = dot(rest, unit)
                rest = [x - along * u for x, u in zip(rest, unit)]
            length, whole = mp.sqrt(dot(rest, rest)), mp.sqrt(dot(row, row))
            outside.append((length if length > whole * mpf("1e-13") else mpf(0), rest))
        longest = max(length for length, _ in outside)
        if longest == 0:
            return units
        length, rest = next(o for o in outside if o[0] >= longest * (1 - mpf("1e-40")))
        units.append([x / length for x in rest])
