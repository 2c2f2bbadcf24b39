"""What the page on displacement shows of the registry: layers and filters follow from the page's options."""

from collections.abc import Mapping

from geo.displacement.subjects import subject
from layers.compare import DIFFERENCE
from layers.options import EVIDENCE
from layers.registry import LAYERS

PAGE = "displacement"
CLAIMS = tuple(key for key in ("displacement_claims", "sendero_axes") if key in {one.key for one in LAYERS})
# Where a layer draws more than the subject counts.
FILTERS = {"attacks": {"events": {"kind": ("attack",)}}}
# The pair of a bare address: the slider stands at 2020, and with 2018 both years are of one series, with a value in
# every zone.
DEFAULT_BASE = 2018


def layers_shown(key: str, compare: str, evidence: str) -> tuple[str, ...]:
    """
    Name the layers of the registry that are drawn, the subject's own first.

    A difference takes the place of the subject's own layer: one map cannot hold the figures of two years.

    Raises
    ------
    ValueError
        If `evidence` is not one of `layers.options.EVIDENCE`.
    """
    if evidence not in EVIDENCE:
        raise ValueError(f"evidence is {evidence!r}, expected one of {EVIDENCE}")
    own = () if compare == DIFFERENCE else (subject(key).layer,)
    return own if evidence == "measured" else own + CLAIMS


def filters_shown(key: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Give the filters under which a layer draws what the subject counts."""
    return FILTERS.get(key, {})
