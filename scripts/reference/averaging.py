"""1(b): a scaled sum of a few of n unit keys that meet pairwise at one angle."""

from mpmath import mp, mpf

from .numbers import INFINITY, clean, entry, exp, log, log_share, log_sum, number, weight

LETTERS = "abcdefgh"
EQUAL = [1.0] * 8


def states():
    """Scale, n, m, imbalance, angle, push, proportions, epsilon."""
    rows = [
        (0, 10, 2, 0, 90, 0), (0.5, 4, 2, 0, 90, 0), (0.5, 10, 2, 0, 90, 0), (0.5, 100, 2, 0, 90, 0), (8, 10, 2, 0, 90, 0), (36.7, 3, 2, 0, 90, 0),
        (1000, 10, 2, 0, 90, 0), (-1000, 10, 2, 0, 90, 0), (745, 10**6, 2, 0, 90, 0), (13.8, 10**6, 2, 0, 90, 0), (8, 2, 2, 0, 90, 0), (1000, 2, 2, 10, 90, 0),
        (-1000, 10**6, 2, -10, 90, 0), (20, 10**6, 2, 0.1, 90, 0), (4, 10, 2, 0, 90, 4), (6.4, 10, 2, 0, 90, 1.6), (60, 10, 2, 0, 75, 5), (1000, 1000, 2, 0, 60, 1000),
        (12, 30, 2, 2, 30, 0.5), (500, 10**6, 2, 1, 1, 0), (3, 10, 2, 1, 0, 2), (8, 10, 1, 0, 90, 0), (1000, 10**6, 1, 0, 45, 10), (12, 10, 3, 0, 90, 0),
        (25, 1000, 8, 1, 90, 0), (700, 8, 8, 0, 90, 0), (1000, 10**6, 8, -10, 80, 1000), (5, 6, 5, 0.5, 89, 0.25), (-3, 10, 4, 0, 15, 7), (1e-8, 10, 2, 1e-8, 90, 0),
    ]
    proportions = [EQUAL, [3.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], [100.0, 0.01, 1.0, 50.0, 0.02, 7.0, 0.3, 1.0]]
    epsilons = [1e-6, 0.5, 1e-300, 0.01]
    for i, (scale, n, m, imbalance, angle, push) in enumerate(rows):
        yield {
            "scale": scale, "n": n, "m": m, "imbalance": imbalance, "angle": angle, "pushAway": push,
            "proportions": [proportions[0 if i < 23 else i % 3]], "epsilon": epsilons[i % 4],
        }


def quantities(p):
    n, m, scale, push, epsilon = p["n"], p["m"], number(p["scale"]), number(p["pushAway"]), number(p["epsilon"])
    cosine = mpf(0) if p["angle"] == 90 else mp.cos(number(p["angle"]) * mp.pi / 180)
    apart = 1 - cosine
    wanted = [number(w) for w in p["proportions"][0][:m]]
    goals = [w / sum(wanted) for w in wanted]
    tilt = [number(p["imbalance"]) / 2, -number(p["imbalance"]) / 2] + [mpf(0)] * m
    offsets = [log(m * goal) + t for goal, t in zip(goals, tilt)]
    coefficients = [scale + o for o in offsets]
    common = cosine * (sum(coefficients) - push * (n - m))
    size = cosine * (sum(abs(c) for c in coefficients) + push * (n - m)) + apart * (abs(scale) + push + 10)
    lead = [apart * (c + push) for c in coefficients]
    others = [log(mpf(n - m))] if n > m else []
    shares = [exp(log_share([apart * o], [apart * x for k, x in enumerate(offsets) if k != i])) for i, o in enumerate(offsets)]
    leak = log_share(others, lead)
    out = {}
    for i in range(m):
        rest = lead[:i] + lead[i + 1 :] + others
        out[f"weight-{LETTERS[i]}"] = weight(log_share([lead[i]], rest))
        out[f"score-{LETTERS[i]}"] = entry(apart * coefficients[i] + common, size=size)
    out["score-other"] = entry(common - apart * push, size=size)
    # The formula of one other key, whether there is one or not.
    total = log_sum(lead + others)
    out["weight-other"] = weight(-total)
    out["leak"] = weight(leak)
    out["log-leak"] = entry(leak)
    out["scale-needed"] = scale_needed(n, m, epsilon, apart, offsets, push)
    off = [abs(clean(r - w) - r * exp(leak)) for r, w in zip(shares, goals)]
    isLeak = exp(leak) >= max(off)
    out["largest-error"] = entry(max(exp(leak), *off), leak if isLeak else None, None if isLeak else mpf(1))
    ratio = apart * (coefficients[0] - coefficients[1]) if m > 1 else mpf(0)
    out["ratio"] = entry(exp(ratio), ratio)
    out["half-sum-weight"] = entry(1 / (2 + (n - 2) * exp(mpf(-1) / 2)))
    return out


def scale_needed(n, m, epsilon, apart, offsets, push):
    if n == m:
        return entry(-INFINITY)
    if apart == 0:
        return entry(-INFINITY if mpf(n - m) / n <= epsilon else INFINITY)
    spread = sum(exp(apart * o) for o in offsets)
    needed = log((n - m) * (1 - epsilon) / (epsilon * spread)) / apart
    return entry(needed - push, size=max(1 / apart, push))
