"""Labelled answers to the questions of part 1, each label worked out to 80 digits with mpmath.

    python3 scripts/reference-answers.py > tests/reference/more-answers.json

Right answers, mutations of them (sign, factor, index, transpose, swapped roles) and answers as students write them. An
answer is right if the distance of its output from the target, on instances of this script's own, is below 1e-5 at an
enormous scale and still falls, and wrong if it does not fall or is above 1e-3; anything between is an error. Names of mistakes come from
the mutation, whose original must come out right. Nothing here is shared with src/checker.
"""

import json
import random
import re

import mpmath as mp

mp.mp.dps = 80
random.seed(7)


class Array:
    """A scalar, column, row or matrix of mpmath, with the operators of an answer."""

    def __init__(self, m):
        self.m = m

    @property
    def T(self):
        return Array(self.m.T) if isinstance(self.m, mp.matrix) else self

    def __add__(self, other):
        return Array(self.m + other.m)

    def __sub__(self, other):
        return Array(self.m - other.m)

    def __neg__(self):
        return Array(-self.m)

    def __mul__(self, other):
        product = self.m * of(other).m
        if isinstance(product, mp.matrix) and product.rows == product.cols == 1:
            product = product[0]
        return Array(product)

    def __rmul__(self, other):
        return of(other) * self

    def __truediv__(self, other):
        return Array(self.m / of(other).m)

    def __rtruediv__(self, other):
        return Array(of(other).m / self.m)

    def __pow__(self, other):
        return Array(self.m ** of(other).m)

    def __radd__(self, other):
        return of(other) + self

    def __rsub__(self, other):
        return of(other) - self


def of(x):
    return x if isinstance(x, Array) else Array(mp.mpf(x))


def function(f):
    return lambda x: Array(f(of(x).m))


FUNCTIONS = {name: function(getattr(mp, name)) for name in ("exp", "log", "sqrt")}


def evaluated(text, names):
    """What a plainly written answer comes to: every number becomes exact, ' a transpose, ^ a power."""
    python = re.sub(r"(?<![\w.])(\d+\.?\d*(e-?\d+)?)", r"of('\1')", text)
    python = python.replace("^", "**").replace("'  ", "' ")
    python = re.sub(r"(u_[a-d]|x_[123]|\))'", r"\1.T", python)
    return eval(python, {"__builtins__": {}, "of": of, **FUNCTIONS, **names}).m


def gaussian_column(d):
    return mp.matrix([mp.mpf(random.gauss(0, 1)) for _ in range(d)])


def inner(a, b):
    return (a.T * b)[0]


def orthonormal(n, d):
    columns = []
    for _ in range(n):
        v = gaussian_column(d)
        for u in columns:
            v -= u * inner(u, v)
        columns.append(v / mp.sqrt(inner(v, v)))
    return columns


def length(v):
    return mp.sqrt(inner(v, v))


def attention(query, keys, values):
    scores = [inner(k, query) for k in keys]
    top = max(scores)
    terms = [mp.exp(s - top) for s in scores]
    total = sum(terms)
    return sum((v * (t / total) for v, t in zip(values, terms)), values[0] * 0)


def free(scale):
    """Letters for a number as large as wanted; no two grow alike."""
    factors = {"Q": 1, "t": mp.mpf("1.7"), "w": mp.mpf("0.6"), "lambda_": mp.mpf("0.9"), "C": mp.mpf("1.3")}
    return {name: Array(factor * scale) for name, factor in factors.items()}


def keys_case(part, n, d):
    """An instance of (a) to (d): its columns by name, and the error of an answer at a scale."""
    name = "k" if part in "ab" else "mu"
    if part == "a":
        keys = [v / length(v) for v in (gaussian_column(d) for _ in range(n))]
        wanted = {"k_j": keys[0]}
    else:
        keys = orthonormal(n, d)
        wanted = {f"{name}_a": keys[0], f"{name}_b": keys[1]}
    rest = sum(keys[len(wanted) :], keys[0] * 0)
    columns = {key: Array(v) for key, v in {**wanted, f"{name}_rest": rest}.items()}
    values = [gaussian_column(3) for _ in keys]
    target = sum(values[: len(wanted)], values[0] * 0) / len(wanted)

    def error(answer, scale):
        names = {**columns, **free(scale), "n": Array(mp.mpf(n)), "I": Array(mp.eye(d))}
        outputs = [attention(evaluated(text, names), keys, values) for text in answer.values()]
        return length(sum(outputs, target * 0) / len(outputs) - target)

    return error


def token_case(part, d):
    """An instance of (e): four orthogonal directions, and the error of an answer at a norm."""
    directions = orthonormal(4, d)

    def error(answer, beta):
        a, b, c, e = (u * beta for u in directions)
        tokens = [e + b, a, c + b]
        names = {"u_a": a, "u_b": b, "u_c": c, "u_d": e, "x_1": tokens[0], "x_2": a, "x_3": tokens[2], "I": mp.eye(d)}
        names = {name: Array(v) for name, v in {**names, "beta": beta}.items()} | free(beta)
        if part == "e1":
            return length(evaluated(answer["c2"], names) - attention(a, tokens, tokens))
        del names["Q"]
        maps = {field: evaluated(text, names) for field, text in answer.items()}
        keys, values = ([maps[field] * x for x in tokens] for field in "KV")
        outputs = [attention(maps["Q"] * x, keys, values) for x in tokens[:2]]
        return max(length(outputs[0] - (b - c)), length(outputs[1] - b))

    return error


SIZES = [(2, 2), (3, 3), (3, 5), (4, 4), (5, 7), (10, 10)]
CASES = {
    "a": [keys_case("a", n, d) for n, d in [(2, 2), (3, 2), (3, 3), (5, 2), (6, 4), (10, 3)]],
    **{part: [keys_case(part, n, d) for n, d in SIZES] for part in "bcd"},
    **{part: [token_case(part, d) for d in (4, 4, 5, 7)] for part in ("e", "e1")},
}
SCALES = {**{part: mp.mpf(2) ** 24 for part in "abcd"}, "e": mp.mpf(3072), "e1": mp.mpf(3072)}


def worst_error(part, answer, scale):
    plain = {field: text.replace("lambda", "lambda_") for field, text in answer.items()}
    return max(error(plain, scale) for error in CASES[part])


def is_right(part, answer):
    """Whether the error is small at an enormous scale, and still falling there unless it is none to 60 digits."""
    last = worst_error(part, answer, SCALES[part])
    if mp.mpf("1e-5") < last < mp.mpf("1e-3"):
        raise ValueError(f"{part} {answer}: {mp.nstr(last, 5)} is neither right nor wrong")
    if last > mp.mpf("1e-5"):
        return False
    return bool(last < mp.mpf("1e-60") or last < worst_error(part, answer, SCALES[part] / 4) / 1.5)


ENTRIES = []


def add(part, answer, note=None, repaired=None, style=None):
    accept = is_right(part, answer)
    if repaired is not None and not is_right(part, repaired):
        raise ValueError(f"{part} {answer}: its repair {repaired} is wrong")
    if note is not None and accept != (note == "identical-heads"):
        raise ValueError(f"{part} {answer}: {note}, but accept is {accept}")
    written = {field: style(text) if style else text for field, text in answer.items()}
    if any(entry["part"] == part and entry["answer"] == written for entry in ENTRIES):
        return
    ENTRIES.append({"part": part, "answer": written, "accept": accept, **({"note": note} if note else {})})


def latex(text):
    """As in a write-up."""
    text = re.sub(r"\^\(?(-?\d+)\)?", r"^{\1}", text)
    text = re.sub(r"([A-Za-z0-9)}])'", r"\1^\\top", text)
    text = re.sub(r"\b(mu|beta|lambda)", r"\\\1", text)
    text = text.replace("_rest", r"_{\text{rest}}")
    return text.replace("*", " ")


def pasted(text):
    """As copied from a PDF."""
    text = text.replace("^(-2)", "⁻²").replace("^2", "²").replace("'", "ᵀ").replace("*", "·").replace("-", "−")
    return text.replace("beta", "β").replace("mu_", "μ_").replace("lambda", "λ")


STYLES = [latex, pasted]


def without_scale(*texts):
    """What an answer without a scale lacks: a number of 2 or more may stand in its place."""
    numbers = [float(x) for text in texts for x in re.findall(r"(?<![\w/.])\d+(?:\.\d+)?", text)]
    return "scale-fixed" if any(x >= 2 for x in numbers) else "scale-missing"


def averaging(part, k):
    def q(text):
        return {"q": text.replace("k_", f"{k}_")}

    right = (
        ["%s*(k_a+k_b)" % s for s in ("C", "w", "lambda", "100*Q", "Q^2", "Q/100", "sqrt(Q)", "(Q+1)", "Q*n", "log(Q)^2")]
        + ["Q*k_a + Q*k_b", "Q*k_b + k_a*Q", "(k_a+k_b)*Q/2", "Q*(k_a+k_b)-3*k_rest", "Q*(k_a+k_b)+5*k_rest"]
        + ["Q*k_a + Q*k_b + k_a/Q", "Q*(k_a+k_b)-t*k_rest", "-Q*k_rest/2", "Q*(2*k_a+2*k_b+k_rest)", "Q*I*(k_a+k_b)"]
        + ["-Q^2*k_rest", "-(Q*(-k_a-k_b))", "(Q-5000)*(k_a+k_b)", "Q*(k_a+k_b+k_rest)-2*Q*k_rest", "-t*(k_rest+k_rest)"]
        + ["(Q*k_a+Q*k_b)*(1+1/Q)", "7*k_a+7*k_b-Q*k_rest", "Q*(k_a+k_b)+(k_a-k_b)/Q^2"]
    )
    for text in right:
        add(part, q(text))
    for style in STYLES:
        for text in ("Q*(k_a+k_b)", "-Q*k_rest", "Q*k_a+Q*k_b-t*k_rest"):
            add(part, q(text), style=style)
    for text in ("2*(k_a+k_b)", "20*(k_a+k_b)", "k_a+k_b-k_rest", "-k_rest", "0.5*k_a+0.5*k_b", "n*(k_a+k_b)"):
        add(part, q(text), without_scale(text), q(f"Q*({text})"))
    add(part, q("(k_a+k_b)/Q"), "scale-wrong", q("Q*(k_a+k_b)"))
    add(part, q("-k_rest/t"), "scale-wrong", q("-t*k_rest"))
    for text in ("Q*(k_b-k_a)", "Q*k_a-Q*k_b", "t*(k_a-k_b-k_rest)"):
        add(part, q(text), "sign", q("Q*(k_a+k_b)"))
    add(part, q("-Q*(k_a+k_b)"), "sign", q("Q*(k_a+k_b)"))
    add(part, q("Q*k_rest"), "sign", q("-Q*k_rest"))
    add(part, q("-Q*(k_a+k_b-k_rest)"), "sign", q("Q*(k_a+k_b-k_rest)"))
    add(part, q("Q*(k_a+k_b+k_rest)"), "sign", q("Q*(k_a+k_b-k_rest)"))
    unequal = ["Q*(2*k_a+k_b)", "Q*k_b", "Q*k_a+(Q+1)*k_b", "Q*k_a+t*k_b", "Q*(k_a+k_b)+k_a", "Q*(k_a+1.000001*k_b)"]
    for text in unequal + ["Q*k_a+Q^2*k_b", "Q*(k_a+k_b)+0.1*(k_a-k_b)", "Q*k_a/2+Q*k_b/3", "-Q*k_rest+k_a"]:
        add(part, q(text), "unequal-weights")
    for text in ("k_a", "Q*(k_a+k_b+2*k_rest)", "Q*(k_rest-k_a)", "k_a-k_b", "(1-1/Q)*(k_a+k_b)", "5*k_a+3*k_b"):
        add(part, q(text))


def selecting():
    right = ["%s*k_j" % s for s in ("t", "C", "lambda", "10*Q", "Q^2", "Q/10", "sqrt(Q)", "(Q+7)", "n*Q", "(Q-100)")]
    for text in right + ["k_j*Q", "Q*k_j+k_rest", "Q*k_j-k_rest", "Q*I*k_j", "-(-Q*k_j)", "k_j+Q*k_j", "Q^2*k_j-Q*k_rest"]:
        add("a", {"q": text})
    for style in STYLES:
        add("a", {"q": "Q*k_j"}, style=style)
    for text in ("3*k_j", "30*k_j", "k_j/2", "n*k_j", "2*k_j+k_j"):
        add("a", {"q": text}, without_scale(text), {"q": f"Q*({text})"})
    add("a", {"q": "-t*k_j"}, "sign", {"q": "t*k_j"})
    add("a", {"q": "k_j/Q"}, "scale-wrong", {"q": "Q*k_j"})
    for text in ("k_rest", "Q*(k_j+k_rest)", "Q*(k_rest-k_j)", "k_j-k_rest", "0*k_j", "Q*(k_j-2*k_rest)"):
        add("a", {"q": text})


def two_heads():
    def qs(first, second):
        a, b = (text.replace("k_", "mu_") for text in (first, second))
        return {"q1": a, "q2": b}

    right = [("Q*k_b", "Q*k_a"), ("Q*k_a", "t*k_b"), ("Q*(k_a-k_b)", "Q*(k_b-k_a)"), ("Q*(k_a-k_rest)", "Q*k_b")]
    right += [("-Q*k_b-Q*k_rest", "-Q*k_a-Q*k_rest"), ("-Q*k_rest", "Q*(k_a+k_b)"), ("Q*k_a+k_b", "Q*k_b-3*k_a")]
    right += [("Q*(k_a+k_b)+log(2)*k_a", "Q*(k_a+k_b)+log(2)*k_b"), ("Q*(k_a+k_b)", "t*(k_a+k_b)"), ("Q^2*k_a", "Q*k_b")]
    right += [("2*Q*k_a+Q*k_b", "Q*k_a+2*Q*k_b"), ("Q*k_a-2*Q*k_b", "Q*k_b"), ("lambda*k_a", "lambda*k_b")]
    for first, second in right:
        add("d", qs(first, second))
    for style in STYLES:
        add("d", qs("Q*k_a", "Q*k_b"), style=style)
    for same in ("-Q*k_rest", "Q*(k_a+k_b-k_rest)", "t*k_a+t*k_b"):
        add("d", qs(same, same), "identical-heads")
    for first, second in (("2*k_a", "2*k_b"), ("k_b", "Q*k_a"), ("k_a-k_b", "k_b-k_a"), ("Q*k_a", "50*k_b")):
        add("d", qs(first, second), without_scale(first, second))
    add("d", qs("k_a+k_b", "k_a+k_b"), "scale-missing")
    for first, second in (("Q*k_b", "Q*k_b"), ("Q*k_a", "2*Q*k_a"), ("t*k_b", "Q*k_b")):
        add("d", qs(first, second), "one-value-missing")
    for first, second in (("-Q*k_a", "Q*k_b"), ("Q*k_b", "-t*k_a"), ("Q*k_rest", "Q*(k_a+k_b)")):
        add("d", qs(first, second), "sign")
    for first, second in (("Q*k_a", "Q*(k_a+k_b)"), ("Q*(k_a+k_b)+k_a", "Q*(k_a+k_b)"), ("Q*k_b", "-Q*k_rest")):
        add("d", qs(first, second), "unequal-weights")
    for first, second in (("k_a", "k_a"), ("Q*k_rest", "Q*k_rest"), ("Q*k_a", "0*k_b"), ("Q*(k_a+k_rest)", "Q*k_b")):
        add("d", qs(first, second))


BASES = [
    {
        "K": [(1, "c", "a"), (1, "a", "d"), (1, "b", "c")],
        "Q": [(1, "a", "a"), (1, "b", "d"), (1, "c", "c")],
        "V": [(1, "b", "b"), (-1, "c", "c")],
    },
    {"K": None, "Q": [(1, "d", "a"), (1, "c", "d")], "V": [(1, "b", "b"), (-1, "c", "c")]},
    {"K": None, "Q": None, "V": [(1, "b", "a"), (1, "b", "d"), (-1, "c", "d")]},
    {"K": [(1, "a", "d"), (1, "d", "c")], "Q": None, "V": [(1, "b", "b"), (-1, "c", "c")]},
]


def matrix_text(terms, power="beta^(-2)*"):
    if terms is None:
        return "I"
    if not terms:
        return "0*I"
    text = ""
    for sign, r, s in terms:
        text += (" + " if sign > 0 else " - ") + f"u_{r}*u_{s}'"
    text = text[3:] if terms[0][0] > 0 else "-" + text[3:]
    return f"{power}({text})"


def texts(base):
    return {field: matrix_text(terms) for field, terms in base.items()}


def replaced(base, field, i, term):
    terms = list(base[field])
    terms[i : i + 1] = [] if term is None else [term]
    return {**base, field: terms}


def matrices():
    for base in BASES:
        right = texts(base)
        add("e", right)
        for style in STYLES:
            add("e", right, style=style)
        for field in "KQV":
            if base[field] is None:
                continue
            for i, (sign, r, s) in enumerate(base[field]):
                add("e", texts(replaced(base, field, i, (-sign, r, s))), *mutated("sign", base, field, i, (-sign, r, s)))
                if r != s:
                    moved = (sign, s, r)
                    add("e", texts(replaced(base, field, i, moved)), *mutated("transposed", base, field, i, moved))
                add("e", texts(replaced(base, field, i, None)), *mutated("missing", base, field, i, None))
        for factor in ("2*", "t*", "0.5*"):
            for field in "KQV":
                add("e", {**right, field: factor + right[field]})
        add("e", {**right, "V": matrix_text(base["V"], "beta^(-1)*")}, "scale-wrong", right)
        add("e", {**right, "V": matrix_text(base["V"], "beta^(-4)*")}, "scale-wrong", right)
    notes = texts(BASES[0])
    add("e", {**notes, "K": matrix_text(BASES[0]["K"], ""), "Q": matrix_text(BASES[0]["Q"], "")})
    add("e", {"K": notes["Q"], "Q": notes["K"], "V": notes["V"]}, "keys-queries-swapped", notes)
    add("e", {"K": "I", "Q": "beta^(-2)*(u_c*u_a' + u_d*u_d')", "V": notes["V"]}, "swapped", texts(BASES[1]))
    add("e", {**notes, "V": "beta^(-2)*(u_c*u_c' - u_b*u_b')"})
    add("e", {**notes, "V": "I"})
    add("e", {"K": "I", "Q": "I", "V": "I"})
    add("e", {"K": "0*I", "Q": "I", "V": notes["V"]})
    add("e", {"K": "I", "Q": "beta^(-2)*(u_c-u_d)*(u_d-u_a)'", "V": "beta^(-2)*(u_b*(u_b+u_a)' - u_c*u_c')"})


def mutated(kind, base, field, i, term):
    """The mistake's name, where the mutation has made a right answer wrong and nothing else would have."""
    answer = texts(replaced(base, field, i, term))
    if is_right("e", answer) or kind == "missing" and field != "V":
        return ()
    return ("one-value-missing" if kind == "missing" else kind, texts(base))


def outputs():
    right = ["u_a", "x_2", "u_a + exp(-beta)*u_b", "(beta*u_a)/beta", "2*u_a - x_2", "I*u_a", "u_a + u_c/beta^3"]
    wrong = ["u_b", "u_c", "u_d", "x_1", "x_3", "u_a+u_b", "u_b-u_c", "(x_1+x_2+x_3)/3", "0*u_a", "(u_a+u_b)/2", "u_a+u_b/beta"]
    for text in right + wrong + ["0.5*u_a", "1.000001*u_a"]:
        add("e1", {"c2": text})
    for text in ("beta*u_a", "beta^2*u_a", "beta^(-2)*u_a"):
        add("e1", {"c2": text}, "scale-wrong", {"c2": "u_a"})
    add("e1", {"c2": "-x_2"}, "sign", {"c2": "x_2"})


selecting()
averaging("b", "k")
averaging("c", "mu")
two_heads()
matrices()
outputs()
print("[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in ENTRIES) + "\n]")
