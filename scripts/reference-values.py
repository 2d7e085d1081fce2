#!/usr/bin/env python3
"""Sixty-digit values of every quantity of every room, over a grid and at the extremes: tests/reference/quantities.json.

    python3 scripts/reference-values.py     writes the file (a minute or two, no network; needs mpmath)

Written from the mathematics in docs/model.md, and not from the code: the two share no line. A state lists all parameters that
its quantities depend on. A quantity is its value, or [value, natural logarithm, size of the terms that cancel, size of the
scores]; numbers are written with 22 digits, and their exponents may leave the range of float64.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from reference import averaging, gaussian, heads, single_key, tokens  # noqa: E402

ROOMS = {
    "single-key": (single_key.states, single_key.quantities),
    "two-key-average": (averaging.states, averaging.quantities),
    "gaussian-keys": (gaussian.states, gaussian.quantities),
    "multi-head": (heads.states, heads.quantities),
    "identity-self-attention": (tokens.plain_states, tokens.plain_quantities),
    "key-query-value": (tokens.design_states, tokens.design_quantities),
}


def lines():
    yield "{"
    yield ' "about": "by scripts/reference-values.py; [value, logarithm, size of what cancels, size of the scores]"'
    for room, (states, quantities) in ROOMS.items():
        yield f',"{room}": ['
        rows = [json.dumps({"params": p, "values": quantities(p)}, separators=(",", ":")) for p in states()]
        yield ",\n".join(rows)
        yield "]"
    yield "}"


if __name__ == "__main__":
    path = pathlib.Path(__file__).parent.parent / "tests" / "reference" / "quantities.json"
    path.write_text("\n".join(lines()) + "\n")
