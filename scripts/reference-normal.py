#!/usr/bin/env python3
"""Reference values of the normal and logit-normal laws, to 25 digits: tests/reference/normal.json.

    python3 scripts/reference-normal.py                  writes the file (about a minute, no network)
    python3 scripts/reference-normal.py --coefficients   prints the Chebyshev table of src/core/laws/normal.ts

Only the standard library: `decimal` at 100 digits, and nothing in common with the code under test. Phi is a power
series or a continued fraction; moments of the logit-normal law are sums of the trapezoidal rule on the whole line,
which for an analytic integrand converges like exp(-2 pi d / h), d the distance of the nearest pole. Where sd is so
large that this takes too many points, they are the limit for a hard step plus the rule's value for what is left.
Every input is a float64, taken exactly.
"""
import json
import pathlib
import sys
from decimal import Decimal as D, getcontext
from statistics import NormalDist

getcontext().prec = 100
getcontext().Emax = 10**12
getcontext().Emin = -(10**12)
TINY = D(10) ** -95


def arctan_of_inverse(n):
    term, total, k = D(1) / n, D(0), 0
    while abs(term) > TINY:
        total += term / (2 * k + 1) * (-1) ** k
        term /= n * n
        k += 1
    return total


PI = 4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239))
ROOT_TAU = (2 * PI).sqrt()


def cos(x):
    term, total, k = D(1), D(0), 0
    while abs(term) > TINY:
        total += term
        k += 2
        term *= -x * x / (k * (k - 1))
    return total


def pdf(x):
    return (-x * x / 2).exp() / ROOT_TAU


def scaled_tail(y):
    """exp(y^2/2) Phi(-y), y >= 0."""
    if y > 12:
        fraction = y
        for k in range(400, 0, -1):
            fraction = y + k / fraction
        return 1 / (ROOT_TAU * fraction)
    term, total, k = y, D(0), 1
    while term > TINY:
        total += term
        k += 2
        term *= y * y / k
    return (y * y / 2).exp() / 2 - total / ROOT_TAU


def cdf(x):
    return 1 - cdf(-x) if x > 0 else (-x * x / 2).exp() * scaled_tail(-x)


def log_cdf(x):
    if x <= 0:
        return -x * x / 2 + scaled_tail(-x).ln()
    tail = cdf(-x)
    # ln(1 - t) directly would lose t's digits.
    return (1 - tail).ln() if tail > D("1e-30") else -tail - tail * tail / 2 - tail**3 / 3


def quantile(p):
    if p > D("0.5"):
        return -quantile(1 - p)
    x = D(NormalDist().inv_cdf(float(p))) if p > D("1e-300") else D(-37)
    for _ in range(60):
        step = scaled_tail(-x) * ROOT_TAU * (1 - (p.ln() - log_cdf(x)).exp())
        x -= step
        if abs(step) < D("1e-60"):
            return x
    raise ArithmeticError(f"quantile of {p}")


def between(low, high):
    return cdf(-low) - cdf(-high) if low + high > 0 else cdf(high) - cdf(low)


def logistic(x):
    return 1 / (1 + (-x).exp()) if x > 0 else x.exp() / (1 + x.exp())


def logit(x):
    return x.ln() - (1 - x).ln()


def line_sum(f, step, centre, reach):
    n = int(reach / step) + 1
    return step * sum((f(centre + step * k) for k in range(-n, n + 1)), D(0))


def raw_moments(mean, sd):
    """E X and E X^2 of X = logistic(N(mean, sd^2)), mean <= 0."""
    return narrow_moments(mean, sd) if sd < 4 else wide_moments(mean, sd)


def narrow_moments(mean, sd):
    # The nearest pole, logistic's at i pi, is pi / sd away: the error is about exp(-48 pi), 1e-65.
    step = min(D(1) / 8, PI / (24 * sd))
    weighed = lambda f: line_sum(lambda z: f(logistic(mean + sd * z)) * pdf(z), step, D(0), D(40))
    return weighed(lambda x: x), weighed(lambda x: x * x)


def wide_moments(mean, sd):
    """A hard step at 0, plus what the soft one adds: exp(-|x|) cuts the integrals off. x = exp(t - exp(-t))
    maps the line to (0, inf), and the rule on the line is then double exponential."""
    bell = lambda x: pdf((x - mean) / sd) / sd

    def half_line(f):
        def g(t):
            back = (-t).exp()
            x = (t - back).exp()
            return f(x) * x * (1 + back) if x < 2000 else D(0)

        return line_sum(g, D(1) / 48, D(2), D(7))

    step = cdf(mean / sd)
    first = half_line(lambda x: logistic(-x) * (bell(-x) - bell(x)))
    second = half_line(lambda x: logistic(-x) ** 2 * bell(-x) - logistic(-x) * (1 + logistic(x)) * bell(x))
    return step + first, step + second


def moments(mean, sd):
    if sd == 0:
        return logistic(mean), D(0)
    first, second = raw_moments(-abs(mean), sd)
    return (1 - first if mean > 0 else first), second - first * first


def logit_pdf(x, mean, sd):
    return pdf((logit(x) - mean) / sd) / (sd * x * (1 - x))


def text(value):
    return f"{value:.24e}"


def table(keys, rows, **columns):
    out = []
    for row in rows:
        exact = [D(v) for v in row]
        out.append({**dict(zip(keys, row)), **{name: text(f(*exact)) for name, f in columns.items()}})
    return out


def moment_rows(rows):
    out = []
    for mean, sd in rows:
        first, second = moments(D(mean), D(sd))
        out.append({"mean": mean, "sd": sd, "expectation": text(first), "variance": text(second)})
    return out


def head_rows(rows):
    out = []
    for n, scale, variance in rows:
        threshold, root = D(n - 1).ln(), D(variance).sqrt()
        first, second = moments(D(scale) - threshold, D(scale) * root)
        success = cdf((1 - threshold / D(scale)) / root)
        out.append({"n": n, "scale": scale, "normVariance": variance, "success": text(success),
                    "limitFailure": text(cdf(-1 / root)), "expectation": text(first), "variance": text(second)})
    return out


def values():
    grid = [0.0, 1e-300, 1e-20, 1e-8, 0.001, 0.1, 0.3, 0.5, 0.67, 0.68, 0.69, 0.9, 1.0, 1.5, 2.0, 2.75, 3.0, 4.0, 5.0,
            6.5, 8.0, 10.0, 13.7, 17.3, 21.9, 26.0, 30.1, 34.5, 37.0, 37.5]
    both = sorted({-x for x in grid} | set(grid))
    far = [-38.0, -40.0, -1e2, -12345.678, -1e5, -1e10, -1e150]
    probabilities = [1e-320, 1e-308, 1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-16, 1e-12, 1e-9, 1e-6, 1e-4, 0.001, 0.00135,
                     0.01, 0.02425, 0.05, 0.1, 0.2, 0.24, 0.25, 0.26, 0.3, 0.4, 0.49, 0.4999, 0.5 - 2**-30, 0.5 - 2**-53,
                     0.5 + 2**-52, 0.5 + 2**-30, 0.5001, 0.6, 0.75, 0.8, 0.9, 0.99, 0.999999, 1 - 2.0**-40, 1 - 2.0**-52,
                     1 - 2.0**-53]
    intervals = [(-1.0, 1.0), (-0.1, 0.1), (0.0, 1e-9), (1.0, 1.0 + 2**-20), (-2.0, 3.0), (5.0, 5.1), (5.0, 6.0), (-9.0, 9.0),
                 (-30.0, -29.99), (30.0, 37.0), (-0.43, 0.44), (-0.01, 8.0), (1e-300, 2e-300), (36.0, 36.000001)]
    laws = [(0.0, 1.0), (0.0, 0.1), (0.0, 1e-6), (0.0, 1e4), (0.0, 1e6), (1.5, 0.5), (-3.0, 2.0), (-50.0, 1.0), (-50.0, 20.0),
            (50.0, 3.0), (8.0, 7.1), (-300.0, 20.0), (700.0, 30.0)]
    places = [1e-300, 1e-30, 1e-10, 0.001, 0.2, 0.25, 0.26, 0.4, 0.5 - 2**-40, 0.5, 0.5 + 2**-21, 0.6, 0.75, 0.9, 0.99, 1 - 1e-9,
              1 - 2.0**-53]
    seen = [(x, m, s) for m, s in laws for x in places if abs((logit(D(x)) - D(m)) / D(s)) < 33]
    spreads = [0.0, 1e-9, 1e-6, 1e-3, 0.05, 0.3, 1.0, 1.7, 3.0, 7.1, 20.0, 40.0, 41.0, 100.0, 1e3, 1e4, 1e5, 1e6]
    means = [0.0, 1e-8, 0.5, -1.0, 3.0, -7.8, 20.0, -50.0, 200.0, -300.0]
    return {
        "about": "written by scripts/reference-normal.py: decimal arithmetic of 100 digits, rounded to 25",
        "normal": table(["x"], [(x,) for x in both], pdf=pdf, cdf=cdf, logCdf=log_cdf),
        "tail": table(["x"], [(x,) for x in far], logCdf=log_cdf),
        "quantile": table(["p"], [(p,) for p in probabilities], quantile=quantile),
        "between": table(["low", "high"], intervals, probability=between),
        "logitNormal": table(["x", "mean", "sd"], seen, pdf=logit_pdf, cdf=lambda x, m, s: cdf((logit(x) - m) / s)),
        "logitNormalBetween": table(["low", "high", "mean", "sd"], LOGIT_INTERVALS, probability=logit_between),
        "moments": moment_rows([(m, s) for m in means for s in spreads]),
        "head": head_rows([(2, 0.5, 0.5), (2, 40.0, 1e-4), (3, 2.0, 0.5), (10, 1e-3, 0.5), (10, 10.0, 0.5), (10, 10.0, 1e-6), (100, 5.0, 2.0),
                           (1000, 6.9, 0.5), (10000, 1e4, 0.5), (100000, 30.0, 4.0), (5, 1e6, 0.25)]),
    }


LOGIT_INTERVALS = [(0.25, 0.75, 0.0, 7.0), (0.25, 0.75, 0.0, 1e6), (0.0, 0.5, 1.0, 2.0), (0.5, 1.0, -40.0, 3.0), (0.9, 0.9 + 2**-40, 0.0, 1.0),
                   (0.4, 0.6, 0.0, 0.01), (1e-300, 1e-299, 0.0, 50.0), (0.5, 0.5 + 2**-50, 0.0, 1e-6), (0.99, 1.0, 0.0, 0.3), (0.0, 1.0, 3.0, 4.0)]


def logit_between(low, high, mean, sd):
    upper = D(1) if high == 1 else cdf((logit(high) - mean) / sd)
    return upper - (D(0) if low == 0 else cdf((logit(low) - mean) / sd))


def coefficients():
    """Chebyshev coefficients in t = (y - 5) / (y + 5) of (1 + 5y/4) exp(y^2/2) Phi(-y), y >= 0."""
    n = 64
    nodes = [cos(PI * (2 * j + 1) / (2 * n)) for j in range(n)]
    heights = []
    for t in nodes:
        y = 5 * (1 + t) / (1 - t)
        heights.append((1 + 5 * y / 4) * scaled_tail(y))
    for i in range(24):
        waves = (h * cos(PI * i * (2 * j + 1) / (2 * n)) for j, h in enumerate(heights))
        print(float((1 if i == 0 else 2) * sum(waves) / n))


if __name__ == "__main__":
    if "--coefficients" in sys.argv:
        coefficients()
    else:
        path = pathlib.Path(__file__).parent.parent / "tests" / "reference" / "normal.json"
        path.write_text(json.dumps(values(), indent=1) + "\n")
