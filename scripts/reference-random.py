#!/usr/bin/env python3
"""The random stream in a second language, for bit-by-bit comparison: tests/reference/random.json.

    python3 scripts/reference-random.py     writes the file (seconds, no network)

Python's floats are the same IEEE 754 numbers, and only + - * / and the square root act on them, so every draw has to
agree to the last bit. The generator here is written with 64-bit integers, from the published xoroshiro128+.
"""
import json
import math
import pathlib

MASK = 2**64 - 1
TAIL, AREA = 3.6541528853610088, 0.004928673233974655


def spread(seed):
    words = []
    for i in range(1, 5):
        w = (seed + i * 0x9E3779B9) & 0xFFFFFFFF
        w = (w ^ w >> 16) * 0x85EBCA6B & 0xFFFFFFFF
        w = (w ^ w >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
        words.append(w ^ w >> 16)
    return words


def portable_exp(x):
    power = 1.0
    for k in range(14, 0, -1):
        power = 1 + power * (x / 32) / k
    for _ in range(5):
        power *= power
    return power


def portable_log(x):
    halvings = 0
    while x < 0.7:
        x *= 2
        halvings += 1
    ratio, series = (x - 1) / (x + 1), 0.0
    for k in range(23, 0, -2):
        series = series * ratio * ratio + 1 / k
    return 2 * ratio * series - halvings * 0.6931471805599453


def bell(x):
    return portable_exp(-x * x / 2)


EDGES = [AREA / bell(TAIL), TAIL]
while len(EDGES) < 256:
    EDGES.append(math.sqrt(-2 * portable_log(AREA / EDGES[-1] + bell(EDGES[-1]))))
EDGES.append(0.0)


class Stream:
    def __init__(self, seed):
        high0, low0, high1, low1 = spread(seed)
        self.a, self.b = high0 << 32 | low0, high1 << 32 | low1

    def word(self):
        """The lower half of the sum, and a step with the constants 24, 16 and 37."""
        out, both = self.a + self.b & 0xFFFFFFFF, self.a ^ self.b
        self.a = ((self.a << 24 | self.a >> 40) ^ both ^ both << 16) & MASK
        self.b = (both << 37 | both >> 27) & MASK
        return out

    def bits(self):
        return (self.word() >> 5) * 2**26 + (self.word() >> 6)

    def uniform(self):
        return self.bits() / 2**53

    def integer(self, low, high):
        count = high - low + 1
        while True:
            quotient = self.bits() // (2**53 // count)
            if quotient < count:
                return low + quotient

    def normal(self):
        high, low = self.word(), self.word()
        strip = low >> 24
        offset = (high - 2**32 if high >= 2**31 else high) * 2**21 + (low & 0x1FFFFF) + 0.5
        x = offset * (EDGES[strip] / 2**52)
        if abs(offset) < EDGES[strip + 1] / EDGES[strip] * 2**52:
            return x
        if strip == 0:
            while True:
                beyond = -portable_log(1 - self.uniform()) / TAIL
                if -2 * portable_log(1 - self.uniform()) > beyond * beyond:
                    return math.copysign(TAIL + beyond, x)
        low_side, high_side = bell(EDGES[strip]), bell(EDGES[strip + 1])
        return x if low_side + self.uniform() * (high_side - low_side) < bell(x) else self.normal()


def rows():
    for seed in (0, 1, 42, 2**32 - 1):
        stream = Stream(seed)
        uniforms = [stream.uniform() for _ in range(20)]
        dice = [stream.integer(1, 6) for _ in range(20)]
        wide = [stream.integer(-(2**52), 2**52 - 1) for _ in range(20)]
        normals = [stream.normal() for _ in range(20_000)]
        yield {"seed": seed, "uniforms": uniforms, "dice": dice, "wide": wide, "normals": normals[:100],
               "far": [[i, x] for i, x in enumerate(normals) if abs(x) > TAIL], "last": normals[-1]}


if __name__ == "__main__":
    path = pathlib.Path(__file__).parent.parent / "tests" / "reference" / "random.json"
    path.write_text(json.dumps(list(rows())) + "\n")
