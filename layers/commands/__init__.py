"""Commands that start other programs: the app and the tests."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
