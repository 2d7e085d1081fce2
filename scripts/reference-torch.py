#!/usr/bin/env python3
"""Models of the assignment as PyTorch builds, saves and runs them: tests/reference/torch/.

    python3 scripts/reference-torch.py             writes the small ones (PyTorch and NumPy, no network)
    python3 scripts/reference-torch.py full FILE   writes a vanilla one of the assignment's size, for trying by hand

For each kind of attention a file of `torch.save(model.state_dict())`, as a student has it, and what PyTorch makes of
it: logits, the loss and its gradients, in float64 from the float32 parameters. Nothing is shared with the code under
test; attention is written with PyTorch's own softmax, LayerNorm, GELU, cross-entropy and autograd.
"""
import json
import math
import pathlib
import sys

import torch
from torch import nn
from torch.nn import functional

FOLDER = pathlib.Path(__file__).parent.parent / "tests" / "reference" / "torch"
TOKENS = [[3, 1, 4, 1, 5, 9, 2], [6, 5, 3, 5, 8, 0, 7]]
TARGETS = [[1, 4, 1, 5, 9, 2, -1], [-1, -1, -1, 8, 0, 7, 9]]


class Attention(nn.Module):
    def __init__(self, width, heads, positions, kind):
        super().__init__()
        self.heads, self.kind, size = heads, kind, width // heads
        if kind == "vanilla":
            self.key = nn.Linear(width, width)
            self.query = nn.Linear(width, width)
        else:
            self.w1 = nn.Linear(width, width)
            self.w2 = nn.Parameter(torch.empty(size, positions - 1).normal_(0, size**-0.5))
            self.b2 = nn.Parameter(torch.zeros(positions - 1))
        self.value = nn.Linear(width, width)
        self.register_buffer("mask", torch.ones(positions, positions).tril()[None, None])
        self.proj = nn.Linear(width, width)

    def split(self, x):
        rows, length, width = x.shape
        return x.view(rows, length, self.heads, width // self.heads).transpose(1, 2)

    def scores(self, x):
        length = x.shape[1]
        if self.kind == "vanilla":
            query, key = self.split(self.query(x)), self.split(self.key(x))
            return query @ key.transpose(-2, -1) / math.sqrt(key.shape[-1])
        hidden = self.split(functional.relu(self.w1(x)))
        return hidden @ self.w2[:, :length] + self.b2[:length]

    def forward(self, x):
        rows, length, width = x.shape
        hidden = self.mask[:, :, :length, :length] == 0
        weights = functional.softmax(self.scores(x).masked_fill(hidden, -math.inf), dim=-1)
        mixed = (weights @ self.split(self.value(x))).transpose(1, 2).reshape(rows, length, width)
        return self.proj(mixed)


class Block(nn.Module):
    def __init__(self, width, heads, positions, kind):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attn = Attention(width, heads, positions, kind)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x):
        x = x + self.attn(self.ln1(x))
        return x + self.mlp(self.ln2(x))


class Model(nn.Module):
    def __init__(self, vocabulary, positions, width, layers, heads, kind):
        super().__init__()
        self.tok_emb = nn.Embedding(vocabulary, width)
        self.pos_emb = nn.Parameter(torch.zeros(1, positions, width))
        self.blocks = nn.Sequential(*[Block(width, heads, positions, kind) for _ in range(layers)])
        self.ln_f = nn.LayerNorm(width)
        self.head = nn.Linear(width, vocabulary, bias=False)

    def forward(self, tokens):
        x = self.tok_emb(tokens) + self.pos_emb[:, : tokens.shape[1]]
        return self.head(self.ln_f(self.blocks(x)))


def drawn(**sizes):
    """A model none of whose parameters is 0 or 1, so that none hides."""
    torch.manual_seed(1)
    model = Model(**sizes)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return model


def write_small(kind):
    model = drawn(vocabulary=10, positions=8, width=16, layers=2, heads=8, kind=kind)
    torch.save(model.state_dict(), FOLDER / f"{kind}.pt")
    model = model.double()
    logits = model(torch.tensor(TOKENS))
    loss = functional.cross_entropy(logits.view(-1, 10), torch.tensor(TARGETS).view(-1), ignore_index=-1)
    loss.backward()
    gradients = {name: numbers(parameter.grad) for name, parameter in model.named_parameters()}
    expected = {"logits": numbers(logits), "loss": loss.item(), "gradients": gradients}
    text = json.dumps({"tokens": TOKENS, "targets": TARGETS, **expected})
    (FOLDER / f"{kind}.json").write_text(text + "\n")


def numbers(tensor):
    """All entries, to twelve digits."""
    return [float(f"{each:.12g}") for each in tensor.flatten().tolist()]


if sys.argv[1:2] == ["full"]:
    torch.save(
        drawn(vocabulary=256, positions=128, width=256, layers=4, heads=8, kind="vanilla").state_dict(),
        sys.argv[2],
    )
else:
    FOLDER.mkdir(exist_ok=True)
    for each in ("vanilla", "synthesizer"):
        write_small(each)
