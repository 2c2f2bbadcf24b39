"""Duplicates: no place under two ids."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.crs import distance_km
from geo.faults import Fault
from geo.places import slug

COLUMNS = ("place_id", "name", "department", "country", "kind", "note")
NUMBERS = ("lon", "lat", "precision_km")
NEAR_KM = 1.0
NEAR_DEGREES = 0.01  # of latitude: a little more than NEAR_KM, so that few pairs are measured
# their points stand for something wide: several such areas may share the town they are placed at
STAND_INS = ("area", "region", "department", "country_point", "mining_sector", "road_section", "island")


@dataclass(frozen=True)
class _Place:
    at: int
    key: str
    name: str
    department: str
    country: str
    kind: str
    note: str
    lon: float
    lat: float
    precision_km: float

    @property
    def called(self) -> tuple[str, str]:
        """The name and the department, abroad the country."""
        return slug(self.name), self.department or self.country

    @property
    def is_namesake(self) -> bool:
        """Whether the id says so: it ends with the kind."""
        return self.key.endswith(f"_{slug(self.kind)}")

    def names(self, other: "_Place") -> bool:
        """Tell whether the note names another place, by its id or by a name that is not also this one's."""
        ids = self.note.replace(",", " ").replace(".", " ").replace(";", " ").split()
        by_name = self.called[0] != other.called[0] and f"_{other.called[0]}_" in f"_{slug(self.note)}_"
        return other.key in ids or by_name


def faults(package: OpenedPackage) -> list[Fault]:
    """
    List places that look like one place under two ids.

    Two places are taken for one if they share name and department (abroad: country), or if they are of one
    kind and less than 1 km apart. They are distinct if the note of one names the other; namesakes also if the
    id of one ends with its kind and they lie farther apart than their precisions; neighbours also if a border,
    or a department line and their names, part them.
    """
    table = package.tables.get("places")
    if table is None or not table.has(*COLUMNS, *NUMBERS):  # said by other checks
        return []
    if any(table.schema.field(column).type != "number" for column in NUMBERS):
        return []
    found = []
    for first, second in _suspects(_places(table)):
        if first.names(second) or second.names(first):
            continue
        km = distance_km(first.lon, first.lat, second.lon, second.lat)
        if first.called == second.called:
            reach = max(NEAR_KM, first.precision_km + second.precision_km)
            distinct, how = km > reach and (first.is_namesake or second.is_namesake), "of the same name"
        else:
            distinct, how = km >= NEAR_KM or _parted(first, second), "of the same kind"
        if not distinct:
            line = table.raw.lines[first.at]
            got = f"{second.key!r} beside {first.key!r} in line {line}, {how}, {km:.1f} km off"
            do = "keep one; if both exist, name the other's place_id in the note"
            found.append(table.fault(second.at, "place_id", "each place once", got, do))
    return found


def _places(table: OpenedTable) -> list[_Place]:
    """Give the places that have a position; the others have their own fault."""
    rows = table.rows[table.rows["lon"].between(-180, 180) & table.rows["lat"].between(-90, 90)]
    texts = rows[list(COLUMNS)].fillna("").itertuples(index=True, name=None)
    numbers = rows[list(NUMBERS)].fillna(0).itertuples(index=False, name=None)
    return [_Place(*text, *number) for text, number in zip(texts, numbers, strict=True)]


def _suspects(places: list[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Give each pair called the same, or of one kind and nearly one latitude, in file order."""
    called: dict[tuple[str, str], list[_Place]] = {}
    for one in places:
        called.setdefault(one.called, []).append(one)
    pairs = {(a.at, b.at): (a, b) for group in called.values() for a, b in combinations(group, 2)}
    northward = sorted((one for one in places if one.kind not in STAND_INS), key=lambda one: one.lat)
    for number, one in enumerate(northward):
        for other in northward[number + 1 :]:
            if other.lat - one.lat > NEAR_DEGREES:
                break
            if one.kind == other.kind:
                first, second = sorted((one, other), key=lambda place: place.at)
                pairs[first.at, second.at] = first, second
    return (pairs[at] for at in sorted(pairs))


def _parted(one: _Place, other: _Place) -> bool:
    return one.country != other.country or (
        one.department != other.department and slug(one.name) != slug(other.name)
    )
