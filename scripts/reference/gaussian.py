"""1(c): keys about orthonormal means under one query; a draw, and the laws of all draws."""

from functools import cache

from mpmath import mp, mpf

from .draws import draw
from .numbers import INFINITY, entry, exp, log, log_share, log_weights, number, phi_of

ALLOWED = mpf(1) / 100


def states():
    rows = [
        (10, 0.001, 0.5, 10, "pair"), (10, 0.001, 0.5, 10, "push"), (10, 0.001, 0.5, 10, "others"), (8, 1e-4, 0, 10, "pair"), (300, 1e-4, 0, 10, "pair"),
        (12, 0.001, 0.5, 1000, "pair"), (1000, 1e-8, 0.5, 1000, "pair"), (1000, 0.1, 2, 1000, "push"), (1000, 0.1, 2, 10, "others"), (-1000, 1e-8, 0.5, 10, "pair"),
        (0.1, 1e-8, 0, 1000, "pair"), (0.1, 0, 0, 10, "pair"), (50, 0, 0.5, 10, "pair"), (50, 0, 2, 3, "push"), (30, 1e-8, 0, 2, "pair"), (1000, 0, 0, 1000, "others"),
        (5, 0.1, 0.05, 100, "pair"), (1, 0.01, 1, 50, "push"), (100, 1e-6, 0, 100, "others"), (700, 1e-8, 1e-8, 20, "pair"), (20, 1e-5, 0.5, 5, "push"), (2, 0.02, 0, 4, "others"),
    ]
    for i, (scale, variance, extra, n, query) in enumerate(rows):
        yield {
            "scale": scale, "keyVariance": variance, "normVariance": extra, "n": n, "d": 1024 if i % 2 else max(n, 32), "query": query,
            "seed": (224, 2056, 4294967295)[i % 3], "draw": (0, 7, 300)[i // 3 % 3],
        }


def quantities(p):
    n, scale, alpha, nu = p["n"], number(p["scale"]), number(p["keyVariance"]), number(p["normVariance"])
    pair, rest = {"pair": (scale, 0), "push": (scale, -scale), "others": (0, -scale)}[p["query"]]
    query = [mpf(pair), mpf(pair), mpf(rest)]
    [a, b], [scores] = draw(n, alpha, nu, [query], p["seed"], p["draw"])
    size = max(abs(s) for s in scores)
    terms = lambda k: sum(abs(c * x) for c, x in zip([query[0], query[1], query[2] * mp.sqrt(n - 2)], k))
    weights = [exp(x) for x in log_weights(scores)]
    difference = scores[0] - scores[1]
    loss = exp(log_share(scores[2:], scores[:2]))
    square = 2 * (n if p["query"] == "push" else 2 if p["query"] == "pair" else n - 2)
    sd = mp.sqrt(alpha * square * scale**2 + nu * query[0] ** 2)
    out = {
        "gamma": entry(a[0]),
        "length": entry(mp.sqrt(a[0] ** 2 + (p["d"] - 1) * alpha)),
        "along-b": entry(b[1]),
        "score-a": entry(scores[0], size=terms(a)),
        "score-b": entry(scores[1], size=terms(b)),
        "difference": entry(difference, size=terms(a) + terms(b)),
        "share": entry(exp(log_share([difference], [mpf(0)]))),
        "weight-a": entry(weights[0]),
        "weight-b": entry(weights[1]),
        "leak": entry(loss),
        "error": entry((weights[0] - weights[1]) ** 2 / 2 + loss**2 / 2 + sum(w**2 for w in weights[2:])),
        "share-sd": entry(sd),
        "share-variance": entry(share_variance(sd)),
        "middle": entry(mp.erf(mp.log(3) / sd / mp.sqrt(2)) if sd else mpf(1)),
        "negative": entry(phi_of(mpf(-1), mp.sqrt(alpha + nu)), log(phi_of(mpf(-1), mp.sqrt(alpha + nu)))),
        "along-variance": entry(alpha + nu),
    }
    if n > 2:
        allowed = mp.sqrt(ALLOWED / (mpf(1) / 2 + mpf(1) / (n - 2)))
        out["window-low"] = entry(log((n - 2) * (1 - allowed) / (2 * allowed)) / (2 if p["query"] == "push" else 1))
    out["window-high"] = entry(noise_allowed() / mp.sqrt(square * alpha) if square * alpha else INFINITY)
    # Scores of size s carry s units of rounding into every weight.
    return {name: with_size(name, value, size) for name, value in out.items()}


def with_size(name, value, size):
    """The weights are as exact as float64 scores let them be."""
    if name in ("share", "weight-a", "weight-b", "leak", "error") and isinstance(value, str):
        return [value, None, None, mp.nstr(size, 3)]
    return value


@cache
def share_variance(sd):
    """
    Var σ(X), X ~ N(0, sd²): the trapezoidal rule, which has converged to 30 digits where its step is a quarter of the nearest
    of sd and the logistic function's poles.
    """
    if sd == 0:
        return mpf(0)
    step = min(mpf(1) / 4, sd / 4)
    density = lambda x: mp.exp(-((x / sd) ** 2) / 2) / (sd * mp.sqrt(2 * mp.pi))
    if sd < 1:
        count = int(14 * sd / step)
        return step * sum(mp.tanh(k * step / 2) ** 2 / 4 * density(k * step) for k in range(-count, count + 1))
    count = int(min(14 * sd, mpf(100)) / step)
    middle = step * sum(density(k * step) / (4 * mp.cosh(k * step / 2) ** 2) for k in range(-count, count + 1))
    return mpf(1) / 4 - middle


@cache
def noise_allowed():
    """The deviation at which twice the variance of the share is the error allowed."""
    return mp.findroot(lambda sd: 2 * share_variance(sd) - ALLOWED, (mpf("0.28"), mpf("0.29")), solver="secant", tol=mpf("1e-26"))
