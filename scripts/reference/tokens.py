"""1(e): self-attention on coefficients over orthogonal directions of one length β, without matrices and with them."""

from fractions import Fraction
from math import log as float_log

from mpmath import mp, mpf

from .numbers import clean, entry, exp, log, log_sum, log_weights, number, weight

DIRECTIONS = "abcdefgh"
TOKENS = [[0, 1, 0, 1], [1, 0, 0, 0], [0, 1, 1, 0]]
TARGETS = [[0, 1, -1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]


def matrix(text, size=4):
    """The coefficients of a sum of products such as `ca + ad − cc`, u_c u_aᵀ and so on."""
    m = [[0] * size for _ in range(size)]
    for word in text.split():
        sign, word = (-1, word[1:]) if word[0] == "-" else (1, word)
        m[DIRECTIONS.index(word[0])][DIRECTIONS.index(word[1])] += sign
    return m


I, V = matrix("aa bb cc dd"), matrix("bb -cc")
K, Q = matrix("ca ad bc"), matrix("aa bd cc")
ANSWERS = [
    (K, Q, V), (I, matrix("da cd"), V), (I, matrix("cd -ca -dd da"), V), (I, I, matrix("ba bd -cd")), (Q, K, V),
    (K, matrix("aa -bd cc"), V), (K, Q, matrix("bb")), (I, I, I), ([[0] * 4] * 4, Q, V),
]
WIDE = {
    "tokens": [[1, 0, 2, 0, -1, 0], [0, 1, 0, 1, 0, 0], [2, 0, 0, 0, 0.5, 0], [0, 0, 1, 1, 0, -3], [1, 1, 1, 1, 1, 1]],
    "keyMatrix": [[(3 * r + 5 * s) % 7 - 3 for s in range(6)] for r in range(6)],
    "queryMatrix": [[(2 * r + s) % 5 - 2 for s in range(6)] for r in range(6)],
    "valueMatrix": [[(r * s) % 4 - 1.5 for s in range(6)] for r in range(6)],
    "targets": [[0, 1, 0, 0, 0.25, 0], [0] * 6, [1, 0, 0, 0, 0, 0], [0] * 6, [0, 0, -2, 0, 0, 7]],
    "wanted": [[1, 0, 1, 0, 1]],
}
FINITE = {
    "tokens": [[1, 0], [2, 0]], "keyMatrix": [[1, 0], [0, 1]], "queryMatrix": [[float_log(3), 0], [0, 0]], "valueMatrix": [[0, 0], [1, 0]],
    "targets": [[0, 1.75], [0, 1.9]], "wanted": [[1, 1]],
}


def plain_states():
    rows = [
        (2, 0, 0), (0.1, 0, 0), (7, 0, 0), (26.64, 0, 0), (30, 0.5, 0), (50, 3, -3), (100, 0, 0), (100, 0.5, 0.5), (2, 0.5, 0), (2, 1, 1), (0.5, -1, 2),
        (12, 0.25, -0.75), (18.84, 1.5, 0.5), (1, -3, -3), (3, 3, 3), (0.1, 2, -0.5), (100, -2, 1), (5, 0, 0.5),
    ]
    for norm, extra_d, extra_c in rows:
        yield {"norm": norm, "lambda": extra_d, "kappa": extra_c}


def design_states():
    for i, (k, q, v) in enumerate(ANSWERS):
        for norm, tau in ((3, 1), ((0.1, 7, 26.7, 50, 100)[i % 5], (1, 0.5, 0.01, 100)[i % 4])):
            yield {
                "tokens": TOKENS, "keyMatrix": k, "queryMatrix": q, "valueMatrix": v, "targets": TARGETS, "wanted": [[1, 1, 0]],
                "norm": norm, "scoreScale": tau,
            }
    for norm, tau in ((1, 1), (0.5, 0.5), (4, 0.1)):
        yield {**FINITE, "norm": norm, "scoreScale": tau}
        yield {**WIDE, "norm": norm, "scoreScale": tau}


def attention(scores, values, out):
    """Scores, weights and the coefficients of the outputs; what each is a sum of says how exact it can be."""
    logs = [log_weights(row) for row in scores]
    for i, row in enumerate(logs):
        for j, w in enumerate(row):
            out[f"score-{i + 1}-{j + 1}"] = entry(scores[i][j])
            out[f"weight-{i + 1}-{j + 1}"] = weight(w)
        for r in range(len(values[0])):
            out[f"output-{i + 1}-{DIRECTIONS[r]}"] = mixture(row, [v[r] for v in values])
    return logs


def mixture(logs, entries):
    terms = [exp(w) * x for w, x in zip(logs, entries)]
    total = clean(sum(terms, mpf(0)), max(map(abs, terms)))
    if total == 0:
        return entry(total, size=max(map(abs, terms)) or None)
    return entry(total, log(abs(total)), max(map(abs, terms)))


def plain_quantities(p):
    beta2, lam, kap = number(p["norm"]) ** 2, number(p["lambda"]), number(p["kappa"])
    tokens = [[mpf(x) for x in row] for row in ([0, 1, 0, 1], [1, 0, kap, lam], [0, 1, 1, 0])]
    scores = [[beta2 * sum(a * b for a, b in zip(x, y)) for y in tokens] for x in tokens]
    out = {}
    logs = attention(scores, tokens, out)
    margin = 1 + lam**2 + kap**2 - max(lam, kap)
    leak = log_sum([logs[1][0], logs[1][2]])
    out["margin"], out["relative-margin"], out["leak"] = entry(beta2 * margin), entry(margin), weight(leak)
    return out


def design_quantities(p):
    norm, tau = number(p["norm"]), number(p["scoreScale"])
    d = len(p["tokens"][0])
    tokens = exact(p["tokens"])
    keys, queries, values = ([product(exact(p[name]), x) for x in tokens] for name in ("keyMatrix", "queryMatrix", "valueMatrix"))
    products = [[sum(a * b for a, b in zip(k, q)) for k in keys] for q in queries]
    scores = [[tau * norm**2 * real(x) for x in row] for row in products]
    out = {}
    logs = attention(scores, [[real(x) for x in v] for v in values], out)
    for i in range(len(tokens)):
        if p["wanted"][0][i]:
            out |= errors(i, products[i], values, exact([p["targets"][i]])[0], logs[i], norm, tau)
    for r in DIRECTIONS[:d]:
        out |= {f"product-{r}-{s}": entry(norm**2 if r == s else mpf(0)) for s in DIRECTIONS[:d]}
    return out


def errors(i, products, values, target, logs, norm, tau):
    """‖c − target‖ summed by groups of equal score, in which what cancels does so exactly, and how fast it falls."""
    groups = {}
    for score, value in zip(products, values):
        pull = groups.setdefault(score, [Fraction(0)] * len(target))
        groups[score] = [x + v - t for x, v, t in zip(pull, value, target)]
    pulling = {score: pull for score, pull in groups.items() if any(pull)}
    name = f"error-{i + 1}"
    if not pulling:
        return {name: entry(mpf(0), log(mpf(0)))}
    of = {score: log_weight for score, log_weight in zip(products, logs)}
    top = max(of[score] for score in pulling)
    vector = [sum(real(pull[r]) * exp(of[score] - top) for score, pull in pulling.items()) for r in range(len(target))]
    size = max(abs(real(x)) * exp(of[score] - top) for score, pull in pulling.items() for x in pull)
    length = mp.sqrt(sum(x**2 for x in vector))
    rate = max(products) - max(pulling)
    return {
        name: entry(norm * length * exp(top), log(norm) + log(length) + top, norm * size * exp(top)),
        f"rate-{i + 1}": entry(-tau * real(rate)),
    }


def exact(rows):
    return [[Fraction(x) for x in row] for row in rows]


def product(m, x):
    return [sum(a * b for a, b in zip(row, x)) for row in m]


def real(x):
    return mpf(x.numerator) / x.denominator
