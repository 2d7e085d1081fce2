"""1(d): designs of heads over random keys; a draw, and what becomes of them as the keys' small variance goes to 0."""

from mpmath import mp, mpf

from .draws import draw
from .numbers import INFINITY, clean, entry, exp, log, log_share, log_sum, log_weights, number, phi, phi_of, text

LETTERS = "abcdefgh"
DESIGNS = ("one", "separate", "identical", "pushing", "away")


def states():
    rows = [
        (10, 1e-4, 0.5, 10, 2, 2, "separate"), (10, 1e-4, 0.5, 10, 2, 1, "pushing"), (10, 1e-4, 0.5, 10, 2, 2, "away"), (10, 1e-4, 0, 10, 2, 2, "one"),
        (10, 1e-4, 0.5, 50, 8, 0.5, "identical"), (40, 1e-8, 0.5, 1000, 2, 0, "separate"), (1, 0.1, 2, 10, 3, 4, "pushing"), (0.1, 0.1, 0.5, 1000, 2, 1, "one"),
        (100, 0, 0, 10, 2, 2, "separate"), (5, 0, 2, 3, 3, 1, "pushing"), (3, 0.01, 0.05, 2, 2, 3, "away"), (25, 1e-8, 1, 30, 5, 0.1, "separate"),
        (1000, 1e-8, 0, 1000, 2, 1, "separate"), (300, 1e-6, 0.5, 10, 2, 0, "one"), (2.1972245773362196, 0, 0, 10, 2, 0, "separate"), (60, 1e-5, 0.05, 20, 4, 1, "pushing"),
    ]
    for i, (scale, variance, extra, n, heads, push, design) in enumerate(rows):
        yield {
            "scale": scale, "keyVariance": variance, "normVariance": extra, "n": n, "heads": heads, "push": push, "design": design,
            "seed": (224, 9, 4294967295)[i % 3], "draw": (3, 106, 0)[i % 3],
        }


def quantities(p):
    n, H, Q, push, nu = p["n"], p["heads"], number(p["scale"]), number(p["push"]), number(p["normVariance"])
    queries = designs(H, Q, push)
    flat = [queries["one"][0], *queries["separate"], *queries["pushing"], queries["away"][0]]
    projections, scores = draw(n, number(p["keyVariance"]), nu, flat, p["seed"], p["draw"])
    rows = {"one": [scores[0]], "separate": scores[1 : 1 + H], "pushing": scores[1 + H : 1 + 2 * H], "away": [scores[-1]]}
    rows["identical"] = rows["one"] * H
    threshold = log(mpf(n - 1)) / Q
    sd = mp.sqrt(nu)
    log_mass = lambda row, i: log_share([row[i]], row[:i] + row[i + 1 :])
    mass = lambda row, i: rounded(exp(log_mass(row, i)), row, log_mass(row, i))
    out = {
        "gamma": entry(projections[0][0]),
        "aside": entry(projections[0][1]),
        "rivals": entry(log_sum(rows["separate"][0][1:]), size=mpf(1)),
        "threshold": entry(threshold),
        "score-1": entry(rows["separate"][0][0]),
        "score-2": entry(rows["separate"][1][0]),
        "weight-a": mass(rows["separate"][0], 0),
        "weight-b": mass(rows["separate"][1], 1),
    }
    for h, row in enumerate(rows[p["design"]]):
        out[f"shown-{h + 1}"] = mass(row, h if p["design"] in ("separate", "pushing") else 0)
    for name, x in (("head-success", 1 - threshold), ("head-failure", threshold - 1), ("failure-limit", mpf(-1))):
        # The written scale of a tie is as near to it as float64 comes.
        x = mpf(0) if abs(x) < mpf("1e-15") else x
        out[name] = entry(phi_of(x, sd), log(phi_of(x, sd)))
    errors = {design: limit_error(design, n, H, Q, push, sd) for design in ("one", "separate", "pushing", "away")}
    errors["identical"] = errors["one"]
    for design in DESIGNS:
        out[f"success-{design}"] = entry(success("one" if design == "identical" else design, n, H, Q, push, sd))
        out[f"error-{design}"] = entry(errors[design], size=mpf(1))
        drawn = error_of([log_weights(row) for row in rows[design]], H, design in ("separate", "pushing"))
        out[f"drawn-{design}"] = rounded(drawn, [max(rows[design], key=lambda row: max(map(abs, row)))][0])
    # No ratio is shown of what float64 holds for 0.
    if errors["separate"] and errors["one"] / errors["separate"] < mpf("1e308"):
        ratio = errors["one"] / errors["separate"]
        out["gain-separate"] = entry(ratio, size=ratio / min(1, errors["separate"], errors["one"]))
    out["endless-one"] = entry((1 + mpf(1) / (H - 1)) / 2 - mpf(1) / H if nu else mpf(0))
    out["endless-separate"] = entry(phi_of(mpf(-1), sd) * (1 + mpf(1) / (n - 1)) / H**2)
    return out


def rounded(value, scores, log_of=None):
    """Scores of size s carry s units of rounding into every weight."""
    return [text(value), None if log_of is None else text(log_of), None, mp.nstr(max(map(abs, scores)), 3)]


def designs(H, Q, push):
    along = lambda own, other, others: [[own if i == h else other for i in range(H)] + [others] for h in range(H)]
    away = -push * Q
    return {
        "one": [[Q] * H + [mpf(0)]],
        "separate": along(Q, mpf(0), mpf(0)),
        "pushing": along(Q, away, away),
        "away": [[mpf(0)] * H + [-Q]],
    }


def error_of(logs, H, own):
    """
    ‖c − (1/H) Σ vᵢ‖² for orthonormal values, c the mean of the heads; from all log-weights of each head. A weight's distance
    from 1/H may be 1e−434: it is summed from the others' weights and, of heads for all keys, from differences among the wanted.
    """
    weights = [[exp(x) for x in row] for row in logs]
    n, heads = len(weights[0]), len(weights)
    square = sum((sum(row[i] for row in weights) / heads) ** 2 for i in range(H, n))
    for i in range(H):
        if own:
            off = sum(row[i] for h, row in enumerate(weights) if h != i) - sum(w for k, w in enumerate(weights[i]) if k != i)
        else:
            off = sum(clean(weights[0][i] - weights[0][k]) for k in range(H)) - sum(weights[0][H:])
        square += (off / H) ** 2
    return square


def success(design, n, H, Q, push, sd):
    """P(low ≤ γ ≤ high), γ ~ N(1, ν): each head gives each key that it is for half of that key's share."""
    low, high = -INFINITY, INFINITY
    if design == "away":
        if (n - H) * exp(-Q) > H:
            return mpf(0)
    elif design == "one":
        low = (log_sum([Q + log(mpf(H - 1)), log(mpf(n - H))]) - log(mpf(2 * H - 1))) / Q
        room = H + 1 - (n - H) * exp(-Q)
        if room <= 0:
            return mpf(0)
        high = 1 + log(room) / Q
    else:
        push = push if design == "pushing" else mpf(0)
        low = log(mpf(n - 1)) / Q - push
        if push == 0:
            if log(mpf(n - 1)) - Q > mpf("1e-15"):
                return mpf(0)
        else:
            room = 1 - (n - 2) * exp(-(1 + push) * Q)
            if room <= 0:
                return mpf(0)
            low = max(low, -(Q + log(room)) / (push * Q))
    low, high = (mpf(1) if abs(x - 1) < mpf("1e-15") else x for x in (low, high))
    if low > high:
        return mpf(0)
    if low > 1 and sd:
        return phi((1 - low) / sd) - phi((1 - high) / sd)
    return phi_of(high - 1, sd) - phi_of(low - 1, sd)


def error_at(design, n, H, Q, push, gamma):
    """The squared error where key a is γμ_a and every other key is its mean: three kinds of keys, so few exponentials."""
    q = designs(H, Q, push)[design]
    kinds = [1] + [1] * (H - 1) + ([n - H] if n > H else [])
    logs = []
    for row in q:
        scores = [gamma * row[0]] + row[1:H] + ([row[H]] if n > H else [])
        total = log_sum([s + mp.log(k) for s, k in zip(scores, kinds)])
        logs.append([s - total for s in scores])
    mean = [sum(exp(row[i]) for row in logs) / len(logs) for i in range(len(kinds))]
    return sum(k * (w - (mpf(1) / H if i < H else 0)) ** 2 for i, (k, w) in enumerate(zip(kinds, mean)))


def limit_error(design, n, H, Q, push, sd):
    """
    E error(γ), γ ~ N(1, sd²), by the trapezoidal rule with a step that is small against sd and against the distance of the
    weights' poles, π over the largest coefficient of γ: some 17 digits of 1.
    """
    if sd == 0 or design == "away":
        return error_at(design, n, H, Q, push, mpf(1))
    with mp.workdps(25):
        steep = Q * max(mpf(1), push if design == "pushing" else 0)
        step = min(sd / 2, 1 / (2 * steep))
        count = int(9 * sd / step)
        near = step / (sd * mp.sqrt(2 * mp.pi))
        return near * sum(
            error_at(design, n, H, Q, push, 1 + k * step) * mp.exp(-((k * step / sd) ** 2) / 2) for k in range(-count, count + 1)
        )
