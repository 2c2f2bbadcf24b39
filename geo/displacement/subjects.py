"""The subjects that can be compared, by key."""

from geo.displacement import coca_areas, eradicated_areas, mining_areas, reports
from geo.displacement.subject import Subject

SUBJECTS = (
    coca_areas.ZONES,
    coca_areas.DISTRICTS,
    eradicated_areas.ERADICATION,
    mining_areas.SECTORS,
    mining_areas.CELLS,
    reports.AIRSTRIPS,
    reports.EMERGENCY,
    reports.ATTACKS,
)


def subject(key: str) -> Subject:
    """
    Return the subject of a key.

    Raises
    ------
    KeyError
        If there is none.
    """
    for one in SUBJECTS:
        if one.key == key:
            return one
    raise KeyError(f"nothing to compare is called {key!r}; there are {', '.join(one.key for one in SUBJECTS)}")
