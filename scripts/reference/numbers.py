"""Sixty-digit arithmetic that the reference values of all rooms share: log-weights, normal laws, text."""

from mpmath import mp, mpf

mp.dps = 60
INFINITY = mpf("inf")
# Further down e^x has more digits in its exponent than anything here can tell from 0.
NOTHING_BELOW = mpf("-1e15")


def exp(x):
    """e^x; 0 where its exponent would have more than 15 digits, which mpmath would take for ever to find."""
    return mpf(0) if x < NOTHING_BELOW else mp.exp(x)


def log(x):
    return -INFINITY if x == 0 else mp.log(x)


def number(x):
    """The float64 `x`, exactly."""
    return mpf(x)


def log_sum(logs):
    """ln Σ e^x, the largest exponential taken out first."""
    top = max(logs, default=-INFINITY)
    if top == -INFINITY:
        return top
    rest = list(logs)
    rest.remove(top)
    return top + mp.log1p(sum((exp(x - top) for x in rest), mpf(0)))


def log_share(part, rest):
    """ln(P / (P + R)) of the sums of e^x over two lists; never from a difference with 1."""
    inside, outside = log_sum(part), log_sum(rest)
    if inside == -INFINITY:
        return inside
    if outside == -INFINITY:
        return mpf(0)
    if outside > inside:
        return inside - outside - mp.log1p(exp(inside - outside))
    return -mp.log1p(exp(outside - inside))


def log_weights(scores):
    """ln αᵢ of all keys: that of the largest score from the others alone, all others from their distance to it."""
    first = max(range(len(scores)), key=lambda i: scores[i])
    largest = log_share([scores[first]], scores[:first] + scores[first + 1 :])
    return [s - scores[first] + largest for s in scores]


def phi(x):
    """The standard normal distribution function, exact in both tails."""
    return mp.erfc(-x / mp.sqrt(2)) / 2


def phi_of(x, deviation):
    """Φ(x / deviation), with its limit where the deviation is 0: 0, ½ or 1."""
    if x == 0:
        return mpf(1) / 2
    return phi(x / deviation) if deviation else mpf(1 if x > 0 else 0)


def clean(x, size=1):
    """`x`, or 0 where it is no more than what 60 digits leave of a difference of numbers of that size."""
    return x if abs(x) > mpf("1e-50") * size else mpf(0)


def text(x):
    if mp.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return mp.nstr(x, 22, min_fixed=-4, max_fixed=7) if x else "0"


def entry(value, log_of=None, size=None):
    """One quantity: value, then logarithm, then the size of the terms that cancel in it, as far as there are any."""
    parts = [text(mpf(value))]
    if log_of is not None or size is not None:
        parts.append(None if log_of is None else text(log_of))
    if size is not None:
        parts.append(mp.nstr(size, 3))
    return parts[0] if len(parts) == 1 else parts


def weight(log_weight):
    """A weight with its logarithm."""
    return entry(exp(log_weight), log_weight)
