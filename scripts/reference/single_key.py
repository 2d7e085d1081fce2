"""1(a): one query over keys in the plane."""

from fractions import Fraction

from mpmath import mp, mpf

from .numbers import entry, exp, log, log_share, log_sum, log_weights, number, weight

CORNERS = [[1.2, 0.7], [-0.4, 1.3], [-1.3, 0.1], [-0.6, -1.1], [0.9, -0.9]]
INSIDE = [[1, -0.5], [-0.25, 1], [-1, -1], [0.125, 0.0625]]
EDGE = [[0, 0], [2, 0], [1.5, 0], [0, 2]]
TWINS = [[1, 1], [1, 1], [-1, 0], [0.5, -1]]
FAN = [[2, 0], [0.01, 1], [0.01, -1]]
CIRCLE = [[2, 0], [1.75, 1], [1, 1.75], [0, 2], [-1, 1.75], [-1.75, 1], [-2, 0], [-1.75, -1], [-1, -1.75], [0, -2], [1, -1.75], [1.75, -1]]
LEVEL = [[2, 1], [1.9992, 0.5], [1.999, 0], [1.9992, -0.5], [2, -1]]


def states():
    """Few keys inside of others, so that only one combination of corners gives them."""
    shapes = [
        (CORNERS, [0.8, 0.3], 1), (CORNERS, [0.8, 0.3], 3), (INSIDE, [1, 0.75], 4), (INSIDE, [-1, 2], 2), (EDGE, [0.5, -1], 3), (EDGE, [0, 1], 4),
        (TWINS, [1, 1], 1), (TWINS, [-2, 0.05], 3), (FAN, [1, 0], 1), (FAN, [0.25, 2], 2), (CIRCLE, [2, 2], 3), (LEVEL, [1, 0.0005], 1),
    ]
    scales = [9, 1000, -1000, 0, 0.01, 1, 30, 350, 745, -3, 1e-8, 100]
    general = [(1000, 9, 0.01), (2, -20, 0.5), (10**6, 750, 1e-300), (10**6, 13.815510557964274, 1e-6), (3, 0, 0.25), (10**6, -20, 1e-17)]
    for i, (keys, query, target) in enumerate(shapes):
        for j in range(2):
            n, margin, epsilon = general[(i + 3 * j) % len(general)]
            yield {
                "scale": scales[(i + 5 * j) % len(scales)], "keys": keys, "query": [query], "target": target,
                "n": n, "margin": margin, "epsilon": epsilon,
            }


def quantities(p):
    n, j = len(p["keys"]), p["target"] - 1
    keys = [[number(x) for x in key] for key in p["keys"]]
    scale, u = number(p["scale"]), [number(x) for x in p["query"][0]]
    scores = [scale * (k[0] * u[0] + k[1] * u[1]) for k in keys]
    sizes = [abs(scale) * (abs(k[0] * u[0]) + abs(k[1] * u[1])) for k in keys]
    logs = log_weights(scores)
    out = {}
    for i in range(n):
        out[f"score-{i + 1}"] = entry(scores[i], size=sizes[i])
        out[f"weight-{i + 1}"] = weight(logs[i])
        out[f"log-weight-{i + 1}"] = entry(logs[i], size=max(sizes) if sizes[i] else None)
        for other, share in combination(p["keys"], i):
            out[f"coefficient-{i + 1}-{other + 1}"] = entry(mpf(share.numerator) / share.denominator)
    rivals = scores[:j] + scores[j + 1 :]
    margin = scores[j] - max(rivals)
    leak = log_share(rivals, [scores[j]])
    epsilon = number(p["epsilon"])
    enough = log((n - 1) * (1 - epsilon) / epsilon)
    out["plane-margin"] = entry(margin, size=max(sizes))
    out["leak"] = weight(leak)
    out |= bounds(n, margin, "weight-least", "weight-most")
    out["sufficient"] = entry(enough, size=mpf(1))
    out["necessary"] = entry(log((1 - epsilon) / epsilon), size=mpf(1))
    out |= outputs(n, j, logs, leak)
    if is_corner(p["keys"], j):
        attainable = distance_to_hull(keys, j)
        out["attainable"] = entry(attainable)
        out["length-enough"] = entry(enough / attainable, size=1 / attainable)
    N, m = p["n"], number(p["margin"])
    general = bounds(N, m, "general-weight-least", "general-weight-most")
    out |= {name: value[0] for name, value in general.items()}
    out["general-leak-most"] = weight(log_share([log(mpf(N - 1))], [m]))
    out["general-leak-least"] = weight(log_share([mpf(0)], [m]))
    out["general-sufficient"] = entry(log((N - 1) * (1 - epsilon) / epsilon), size=mpf(1))
    return out


def bounds(n, margin, least, most):
    return {
        least: weight(log_share([margin], [log(mpf(n - 1))])),
        most: weight(log_share([margin], [mpf(0)])),
    }


def outputs(n, j, logs, leak):
    values = [[mp.sin(2 * mp.pi * i / n), mp.cos(2 * mp.pi * i / n)] for i in range(n)]
    weights = [exp(x) for x in logs]
    c = [sum(w * v[axis] for w, v in zip(weights, values)) for axis in (0, 1)]
    rest = log_sum(logs[:j] + logs[j + 1 :])
    pull = [
        sum(exp(logs[i] - rest) * (values[i][axis] - values[j][axis]) for i in range(n) if i != j) for axis in (0, 1)
    ]
    length = mp.hypot(*pull)
    reach = max(mp.hypot(v[0] - values[j][0], v[1] - values[j][1]) for v in values)
    times = lambda x: entry(exp(leak) * x, leak + log(x))
    return {
        "output-x": entry(c[0], size=mpf(1)),
        "output-y": entry(c[1], size=mpf(1)),
        "distance": times(length),
        "distance-most": times(reach),
    }


def exact(keys):
    return [[Fraction(x) for x in key] for key in keys]


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def combination(keys, i):
    """The keys, with their shares, that key i is a mixture of; empty for a corner."""
    points = exact(keys)
    others = [k for k in range(len(points)) if k != i]
    for a in others:
        if points[a] == points[i]:
            return [(a, Fraction(1))]
    for a in others:
        for b in others:
            if a < b and points[a] != points[b] and cross(points[a], points[b], points[i]) == 0:
                axis = 0 if points[a][0] != points[b][0] else 1
                t = (points[i][axis] - points[a][axis]) / (points[b][axis] - points[a][axis])
                if 0 < t < 1:
                    return [(a, 1 - t), (b, t)]
    for a in others:
        for b in others:
            for c in others:
                area = cross(points[a], points[b], points[c]) if a < b < c else 0
                if area == 0:
                    continue
                shares = [
                    cross(points[i], points[b], points[c]) / area, cross(points[a], points[i], points[c]) / area,
                    cross(points[a], points[b], points[i]) / area,
                ]
                if min(shares) >= 0:
                    return list(zip((a, b, c), shares))
    return []


def is_corner(keys, j):
    return not combination(keys, j)


def distance_to_hull(keys, j):
    """From a corner the nearest point of the others' hull lies on a segment between two of them."""
    others = keys[:j] + keys[j + 1 :]
    return min(distance_to_segment(keys[j], a, b) for a in others for b in others)


def distance_to_segment(p, a, b):
    edge = [b[0] - a[0], b[1] - a[1]]
    square = edge[0] ** 2 + edge[1] ** 2
    along = (p[0] - a[0]) * edge[0] + (p[1] - a[1]) * edge[1]
    t = min(mpf(1), max(mpf(0), along / square)) if square else mpf(0)
    return mp.hypot(p[0] - a[0] - t * edge[0], p[1] - a[1] - t * edge[1])
