"""Reference values for the numerical core, to 20 digits, from the standard library alone.

    python3 scripts/reference-extremes.py > tests/reference/extremes.json

An implementation of its own: decimal arithmetic on the exact values of the float64 inputs, and
rational arithmetic for convex hulls, by the definitions and not by the formulas that src/core uses.
Floats are written so that JSON brings them back exactly; results are decimal strings, whose exponents
may leave the range of float64.
"""

import decimal
import itertools
import json
import math
import random
from decimal import Decimal
from fractions import Fraction

CONTEXT = decimal.Context(prec=450, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
CONTEXT.traps[decimal.Subnormal] = CONTEXT.traps[decimal.Underflow] = False
decimal.setcontext(CONTEXT)

TINY = Decimal("1e-200")


def exp(x):
    """e^x, and 0 where its exponent has more than 15 digits."""
    return Decimal(0) if x < Decimal("-1e15") else with_digits(60, lambda: x.exp())


def log1p(x):
    """log(1 + x) to 60 digits at least, for x > -1 however small: below 1e-200 its series is x - x²/2."""
    return x - x * x / 2 if abs(x) < TINY else with_digits(300, lambda: (1 + x).ln())


def log(x):
    return with_digits(60, lambda: x.ln())


def with_digits(digits, f):
    with decimal.localcontext() as context:
        context.prec = digits
        return f()


def text(x):
    """20 digits, or "-Infinity"."""
    if x.is_infinite():
        return "-Infinity"
    return str(with_digits(20, lambda: +x)) if x else "0"


def log_share(part, rest):
    """log(part / (part + rest)) of lists of (score, count), without losing what is close to 0."""
    if not part:
        return Decimal("-Infinity")
    if not rest:
        return Decimal(0)
    top_part, top_rest = max(s for s, _ in part), max(s for s, _ in rest)
    sum_part = sum(c * exp(s - top_part) for s, c in part)
    sum_rest = sum(c * exp(s - top_rest) for s, c in rest)
    lead = top_rest - top_part
    if lead > 2000:
        return -lead - log(sum_rest / sum_part) - exp(-lead) * sum_part / sum_rest
    return -log1p(exp(lead) * sum_rest / sum_part)


def terms(scores, counts):
    return [(Decimal(s), Decimal(c)) for s, c in zip(scores, counts) if s != -math.inf and c > 0]


def softmax_case(scores, counts=None, targets=()):
    """Weights of one key of each group; targets are groups, the leak is that of all other groups."""
    counts = counts or [1] * len(scores)
    present = terms(scores, counts)
    top = max(s for s, _ in present)
    one = [(top, Decimal(1))]
    fellows = terms(scores, [c - 1 if Decimal(s) == top else c for s, c in zip(scores, counts)])
    ties = sum(1 for s, c in present if s == top) - 1
    log_top = log_share(one, fellows + ([(top, Decimal(ties))] if ties else []))
    logs = [Decimal("-Infinity") if s == -math.inf else Decimal(s) - top + log_top for s in scores]
    entropy = sum(-c * exp(l) * l for c, l in zip(counts, logs) if c > 0 and l.is_finite())
    wanted = terms([scores[i] for i in targets], [counts[i] for i in targets])
    others = [i for i in range(len(scores)) if i not in targets]
    log_leak = log_share(terms([scores[i] for i in others], [counts[i] for i in others]), wanted)
    return {
        "scores": [s if s != -math.inf else "-Infinity" for s in scores],
        "counts": counts,
        "targets": list(targets),
        "logSumExp": text(top - log_top),
        "logWeights": [text(l) for l in logs],
        "weights": [text(exp(l)) if l.is_finite() else "0" for l in logs],
        "entropy": text(entropy),
        "logLeak": text(log_leak),
        "leak": text(exp(log_leak)) if log_leak.is_finite() else "0",
    }


def softmax_cases(rng):
    fixed = [
        ([0, -40], [0]), ([0, -46.05], [0]), ([0, -690.7755278982137], [0]), ([0, -708.4], [0]), ([0, -720], [0]),
        ([0, -744.4], [0]), ([0, -746], [0]), ([0, -1000], [0]), ([0, -1000], [1]), ([1e308, -1e308], [0]),
        ([1e308, -1e308], [1]), ([1e308, 0, -7e307], [0]), ([1.7e308, 1.7e308, -1.7e308], [0, 1]), ([-1e308] * 3, [2]),
        ([1e16, 1e16 + 2, 1e16 - 4], [1]), ([5e-324, 0, -5e-324], [0, 2]), ([-math.log(2)] * 2, [0]), ([3.5], [0]), ([-1e308], []),
        ([-math.inf, 0, -3], [1]), ([-math.inf, 0, -math.inf], [0]), ([-math.inf, 2, -math.inf], [1]), ([0.1] * 7, [1, 5]),
        ([800, 90, -10], [1, 2]), ([1e-20, 0], []), ([30, 0, 0, -700], [1, 2, 3]), ([0, 0, 0, -800], [0, 1, 2]),
    ]
    cases = [softmax_case(scores, None, targets) for scores, targets in fixed]
    for spread in (1e-12, 1e-3, 1, 30, 300, 800, 1e5, 1e12, 1e200, 1.7e308):
        for _ in range(6):
            n = rng.randint(2, 9)
            scores = [spread * rng.uniform(-1, 1) for _ in range(n)]
            cases.append(softmax_case(scores, None, rng.sample(range(n), rng.randint(0, n))))
    return cases


def group_cases(rng):
    fixed = [
        ([0], [10**6], []), ([0, 0], [1, 999_999], [0]), ([13.8, 0], [1, 999_999], [0]), ([-720, 0], [10**6, 1], [1]),
        ([-744, 0], [999_999, 1], [1]), ([-750, 0], [999_999, 1], [1]), ([1e308, -1e308], [999_999, 1], [0]), ([3, 0, -3], [0, 5, 0], [1]),
        ([700, 0], [0, 4], [1]), ([-700, 0], [0, 4], [1]), ([0, -50], [3, 10**6], [0]), ([-math.inf, 1], [4, 4], [1]),
        ([0, -699.5], [1, 10**6], [0]), ([2, 0], [2, 10**15], [0]),
    ]
    cases = [softmax_case(*case) for case in fixed]
    for spread in (1e-9, 1, 40, 700, 1e300):
        for _ in range(6):
            size = rng.randint(2, 12)
            scores = [spread * rng.uniform(-1, 1) for _ in range(size)]
            counts = [rng.choice([1, 2, 17, 1000, 80_000]) for _ in range(size)]
            cases.append(softmax_case(scores, counts, rng.sample(range(size), rng.randint(0, size))))
    return cases


def margin_case(n, margin):
    target, m = [(Decimal(margin), Decimal(1))], {}
    for name, rivals in (("Lower", 1), ("Upper", n - 1)):
        leak = log_share([(Decimal(0), Decimal(rivals))], target)
        weight = log_share(target, [(Decimal(0), Decimal(rivals))])
        m["weight" + ("Upper" if name == "Lower" else "Lower")] = text(exp(weight))
        m["leak" + name], m["logLeak" + name] = text(exp(leak)), text(leak)
    return {"n": n, "margin": margin, **m}


def averaging_case(n, scale):
    q, others = Decimal(scale), [(Decimal(0), Decimal(n - 2))] if n > 2 else []
    log_selected = log_share([(q, Decimal(1))], [(q, Decimal(1))] + others)
    log_leak = log_share(others, [(q, Decimal(2))])
    log_other = log_share([(Decimal(0), Decimal(1))], [(q, Decimal(2))] + [(s, c - 1) for s, c in others if c > 1])
    return {
        "n": n,
        "scale": scale,
        "logWeightSelected": text(log_selected),
        "logWeightOther": text(log_other if n > 2 else -q - log(Decimal(2))),
        "leak": text(exp(log_leak)) if log_leak.is_finite() else "0",
        "logLeak": text(log_leak),
    }


def log_of_odds(ratio, epsilon):
    """ln(ratio (1-ε)/ε): the argument is exact to 450 digits, so its logarithm keeps 60 however close to 1."""
    odds = ratio * (1 - epsilon) / epsilon
    return log1p(odds - 1)


def threshold_case(n, epsilon):
    e = Decimal(epsilon)
    return {
        "n": n,
        "epsilon": epsilon,
        "sufficientMargin": text(log_of_odds(Decimal(n - 1), e)),
        "necessaryMargin": text(log_of_odds(Decimal(1), e)),
        "scaleForLeak": text(log_of_odds(Decimal(n - 2) / 2, e)) if n > 2 else "0",
    }


def nearest_to_origin(points):
    """Shortest point of the hull: of all subsets whose affine hull's shortest point lies inside, the shortest one."""
    best = None
    for size in range(1, len(points[0]) + 2):
        for members in itertools.combinations(points, size):
            coefficients = affine_shortest(members)
            if coefficients is None or min(coefficients) < 0:
                continue
            point = [sum(c * p[k] for c, p in zip(coefficients, members)) for k in range(len(points[0]))]
            square = sum(x * x for x in point)
            if best is None or square < best[0]:
                best = (square, point)
    return best


def affine_shortest(members):
    """Exact coefficients from the normal equations, or None if the members depend on one another."""
    base, others = members[0], members[1:]
    directions = [[x - y for x, y in zip(p, base)] for p in others]
    rows = [[inner(u, v) for v in directions] + [-inner(u, base)] for u in directions]
    for k in range(len(rows)):
        pivot = next((r for r in range(k, len(rows)) if rows[r][k] != 0), None)
        if pivot is None:
            return None
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [x / rows[k][k] for x in rows[k]]
        for r in range(len(rows)):
            if r != k:
                rows[r] = [x - rows[r][k] * y for x, y in zip(rows[r], rows[k])]
    steps = [row[-1] for row in rows]
    return [1 - sum(steps), *steps]


def inner(u, v):
    return sum((x * y for x, y in zip(u, v)), Fraction(0))


def hull_case(points):
    square, point = nearest_to_origin([[Fraction(x) for x in p] for p in points])
    as_decimal = lambda x: Decimal(x.numerator) / Decimal(x.denominator)
    return {
        "points": points,
        "norm": text(as_decimal(square).sqrt()),
        "point": [text(as_decimal(x)) for x in point],
    }


def hull_cases(rng):
    fixed = [
        [[3.0, 4.0]], [[1.0], [2.0], [1.5]], [[-1.0], [2.0]], [[0.0, 0.0], [1.0, 1.0]], [[1.0, 1.0]] * 4,
        [[1.0, -1.0], [1.0, 0.0], [1.0, 1.0], [1.0, 3.0]], [[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]], [[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0]],
        [[1.0, 0.0], [-1.0, 1e-9]], [[1.0, 1e-7], [-1.0, 1e-7], [0.0, 1.0]], [[1e-200, 2e-200], [3e-200, -1e-200]],
        [[1e200, 2e200], [3e200, -1e200]], [[1.7e308, 1.7e308], [1.7e308, -1.7e308]], [[5e-324, 0.0], [0.0, 5e-324]],
        [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0 + 2**-40], [1.0, 2.0, 3.0 - 2**-40]], [[1e-20], [1.0]],
    ]
    cases = [hull_case(points) for points in fixed]
    for d in (1, 2, 3, 4):
        for shift in (0.0, 0.5, 1.0, 3.0):
            for _ in range(4):
                n = rng.randint(2, 7)
                points = [[rng.gauss(shift, 1) for _ in range(d)] for _ in range(n)]
                cases.append(hull_case(points + points[:1]))
    return cases


def main():
    rng = random.Random(1)
    counts = (2, 3, 10, 1000, 10**6)
    margins = (0, 5e-324, 1e-12, 0.5, 3, 13.815510557964274, 36.7, 500, 709.9, 730, 744.9, 746, 2000, 1e15, 1e308)
    scales = margins + (0.6931471805599453, 1.7e308)
    epsilons = (5e-324, 1e-300, 1e-17, 1e-6, 0.01, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.8, 0.9, 0.998, 0.999, 0.999999, 0.999998, 1 - 1e-16)
    reference = {
        "about": "20-digit values by scripts/reference-extremes.py; strings are decimal",
        "softmax": softmax_cases(rng),
        "groups": group_cases(rng),
        "margins": [margin_case(n, s * m) for n in counts for m in margins for s in (1, -1) if m or s > 0],
        "averaging": [averaging_case(n, s * q) for n in counts for q in scales for s in (1, -1) if q or s > 0],
        "thresholds": [threshold_case(n, e) for n in (*counts, 4, 5, 500_000) for e in epsilons],
        "hull": hull_cases(rng),
    }
    print("{")
    sections = list(reference.items())
    for name, section in sections:
        lines = [json.dumps(section)] if isinstance(section, str) else ["[", ",\n".join("  " + json.dumps(case) for case in section), "]"]
        print(f' "{name}": ' + "\n".join(lines) + ("," if name != sections[-1][0] else ""))
    print("}")


main()
