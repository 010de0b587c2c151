"""Logistic regression in plain Python: Newton's method with a penalty on squared weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from typing import Final

_PENALTY: Final = 50.0
_ROUNDS: Final = 12
_MOST_ODDS: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An example.

    Attributes:
        features: Numbers.
        ours: What it is.
        weight: How much it counts.
    """

    features: tuple[float, ...]
    ours: bool
    weight: float


def fit_weights(told: Sequence[Told]) -> tuple[float, list[float]]:
    """Return the bias and the weight of each feature, in log odds for each unit.

    Features are brought to one spread first, so that the penalty is the same for all. The same
    examples always give the same weights.
    """
    means, spreads = _measure_spread([it.features for it in told])
    scaled = [(1.0, *_scale(it.features, means, spreads)) for it in told]
    fitted = [0.0] * len(scaled[0])
    for _ in range(_ROUNDS):
        slope, bend = _differentiate(scaled, told, fitted)
        fitted = [it + step for it, step in zip(fitted, _solve(bend, slope), strict=True)]
    weights = [weight / spread for weight, spread in zip(fitted[1:], spreads, strict=True)]
    return fitted[0] - sum(map(float.__mul__, weights, means)), weights


def _measure_spread(rows: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    """Return mean and standard deviation of each feature; 1 for one that is always the same."""
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        sqrt(sum((it - mean) ** 2 for it in column) / len(column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    return means, spreads


def _scale(row: Sequence[float], means: list[float], spreads: list[float]) -> list[float]:
    """Return features with mean 0 and standard deviation 1."""
    return [(it - mean) / spread for it, mean, spread in zip(row, means, spreads, strict=True)]


def _differentiate(
    rows: Sequence[Sequence[float]], told: Sequence[Told], fitted: Sequence[float]
) -> tuple[list[float], list[list[float]]]:
    """Return slope and curvature of the penalized likelihood; of the curvature the lower half."""
    slope = [0.0, *(-_PENALTY * it for it in fitted[1:])]
    bend = [[0.0] * place + [_PENALTY if place else 0.0] for place in range(len(fitted))]
    for row, example in zip(rows, told, strict=True):
        odds = sum(map(float.__mul__, fitted, row))
        chance = 1 / (1 + exp(-max(-_MOST_ODDS, min(_MOST_ODDS, odds))))
        pull = example.weight * (example.ours - chance)
        curve = example.weight * chance * (1 - chance)
        for place, value in enumerate(row):
            slope[place] += pull * value
            line, scaled = bend[place], curve * value
            for other in range(place + 1):
                line[other] += scaled * row[other]
    return slope, bend


def _solve(lower: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Return the solution of a symmetric positive system, by Cholesky's method."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = lower[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = sqrt(rest) if i == j else rest / root[j][j]
    middle = [0.0] * size
    for i in range(size):
        middle[i] = (right[i] - sum(root[i][k] * middle[k] for k in range(i))) / root[i][i]
    found = [0.0] * size
    for i in reversed(range(size)):
        behind = sum(root[k][i] * found[k] for k in range(i + 1, size))
        found[i] = (middle[i] - behind) / root[i][i]
    return found
