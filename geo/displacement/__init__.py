"""Measures of displacement: pure functions of values by unit and of the units' points."""

from geo.displacement.centres import (
    Centre,
    Ellipse,
    Shift,
    ellipse,
    mean_centre,
    median_centre,
    shift,
    standard_distance,
)
from geo.displacement.difference import Difference, Part, wdd
from geo.displacement.intervals import Draws, Interval, draws, interval
from geo.displacement.quotient import Quotient, wdq
from geo.displacement.shares import concentration, decompose, moved_share
from geo.displacement.transport import Transport, transport

__all__ = [
    "Centre",
    "Difference",
    "Draws",
    "Ellipse",
    "Interval",
    "Part",
    "Quotient",
    "Shift",
    "Transport",
    "concentration",
    "decompose",
    "draws",
    "ellipse",
    "interval",
    "mean_centre",
    "median_centre",
    "moved_share",
    "shift",
    "standard_distance",
    "transport",
    "wdd",
    "wdq",
]
