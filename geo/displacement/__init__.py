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
from geo.displacement.compared import Comparison, Coverage, Stop
from geo.displacement.comparison import compare
from geo.displacement.difference import Difference, Part, wdd
from geo.displacement.findings import Finding, Refused
from geo.displacement.intervals import Draws, Interval, draws, interval
from geo.displacement.quotient import Quotient, wdq
from geo.displacement.shares import concentration, decompose, moved_share
from geo.displacement.subject import Subject
from geo.displacement.subjects import SUBJECTS, subject
from geo.displacement.transport import Transport, transport

__all__ = [
    "SUBJECTS",
    "Centre",
    "Comparison",
    "Coverage",
    "Difference",
    "Draws",
    "Ellipse",
    "Finding",
    "Interval",
    "Part",
    "Quotient",
    "Refused",
    "Shift",
    "Stop",
    "Subject",
    "Transport",
    "compare",
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
    "subject",
    "transport",
    "wdd",
    "wdq",
]
