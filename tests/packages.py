"""Small data packages on disk, green as they are made, to be damaged by one test each."""

import csv
import hashlib
import json
from pathlib import Path

import yaml

PROVENANCE = ("source_key", "locator", "seen_in", "confidence", "method", "note")
STATED = {
    "source_key": "unodc_2016",
    "locator": "table 1",
    "seen_in": "https://example.org/a",
    "confidence": "A",
    "method": "stated",
}
KINDS = {
    "year": "integer",
    "coca_ha": "number",
    "lon": "number",
    "lat": "number",
    "precision_km": "number",
    "counted": "boolean",
    "in_window": "boolean",
}
COLUMNS = {
    "places": (
        "place_id",
        "name",
        "department",
        "country",
        "kind",
        "lon",
        "lat",
        "coord_source",
        "precision_km",
    ),
    "sources": (
        "source_key",
        "title",
        "short_name",
        "publisher",
        "author",
        "published",
        "published_note",
        "url",
        "language",
        "licence",
        "kind",
        "accessed",
        "data_attribution",
    ),
    "conflicts": (
        "conflict_id",
        "table_name",
        "subject",
        "what_differs",
        "row_a",
        "row_b",
        "value_a",
        "value_b",
        "preferred_row",
        "why",
    ),
    "corrections": ("correction_id", "table_name", "row_id", "column_name", "printed", "corrected", "reason"),
    "coca_zones": ("zone_id", "name", "parent_zone", "label_place_id"),
    "coca_zone_year": (
        "row_id",
        "zone_id",
        "year",
        "coca_ha",
        "qualifier",
        "value_status",
        "series",
        "parent_zone",
        "counted",
        "in_window",
    ),
    "coca_national_year": ("row_id", "series", "year", "coca_ha", "in_window"),
}
FOREIGN = {
    "coca_zones": [("label_place_id", "places", "place_id"), ("parent_zone", "coca_zones", "zone_id")],
    "coca_zone_year": [("zone_id", "coca_zones", "zone_id"), ("parent_zone", "coca_zones", "zone_id")],
}
LATER_YEARS = range(2013, 2021)
SQUARE = [[[-74.0, -13.0], [-73.0, -13.0], [-73.0, -12.0], [-74.0, -12.0], [-74.0, -13.0]]]
FAR = [[[-9.0, 36.0], [3.0, 36.0], [3.0, 43.0], [-9.0, 43.0], [-9.0, 36.0]]]
COUNTRY = [[[-75.0, -14.0], [-72.0, -14.0], [-72.0, -11.0], [-75.0, -11.0], [-75.0, -14.0]]]


def series(year: int) -> str:
    """Name the series of a year."""
    return "UNODC" if year < 2018 else "DEVIDA"


def rows_of_a_green_package() -> dict[str, list[dict[str, object]]]:
    """Two zones, 60 + 40 of 100 ha a year from 2013; 21 of 21 in 2012 with a rival 19; one part in 2016."""
    zone = {"value_status": "value", "series": "UNODC", "counted": "true", "in_window": "true"}
    return {
        "places": [
            {
                "place_id": "pichari_cusco",
                "name": "Pichari",
                "department": "Cusco",
                "country": "PE",
                "kind": "town",
                "lon": -73.5,
                "lat": -12.5,
                "coord_source": "gazetteer",
                "precision_km": 1,
            },
            {
                "place_id": "kimbiri_cusco",
                "name": "Kimbiri",
                "department": "Cusco",
                "country": "PE",
                "kind": "town",
                "lon": -73.25,
                "lat": -12.5,
                "coord_source": "gazetteer",
                "precision_km": 10,
            },
        ],
        "sources": [
            {
                "source_key": "unodc_2016",
                "title": "Coca survey",
                "publisher": "UNODC",
                "published": "2016-07",
                "url": "https://example.org/a",
                "language": "es",
                "kind": "report",
                "accessed": "2026-11",
            },
            {
                "source_key": "press_2013",
                "title": "Coca falls",
                "publisher": "Andina",
                "published": "2013",
                "url": "https://example.org/b",
                "language": "es",
                "kind": "press",
                "accessed": "2026-11",
            },
        ],
        "conflicts": [
            {
                "conflict_id": "vraem-2012",
                "table_name": "coca_zone_year",
                "subject": "VRAEM 2012",
                "what_differs": "estimate and lower bound",
                "row_a": "vraem-2012-estimate",
                "row_b": "vraem-2012-sum",
                "value_a": "21",
                "value_b": "19",
                "preferred_row": "vraem-2012-estimate",
                "why": "the sum lacks a district",
            },
        ],
        "corrections": [
            {
                "correction_id": "vraem-2012-misprint",
                "table_name": "coca_zone_year",
                "row_id": "vraem-2012-sum",
                "column_name": "coca_ha",
                "printed": "19",
                "corrected": "21",
                "reason": "the parts give 21",
            },
        ],
        "coca_zones": [
            {"zone_id": "vraem", "name": "VRAEM", "label_place_id": "pichari_cusco"},
            {"zone_id": "aguaytia", "name": "Aguaytía", "label_place_id": "kimbiri_cusco"},
            {
                "zone_id": "lower_vraem",
                "name": "Lower VRAEM",
                "parent_zone": "vraem",
                "label_place_id": "kimbiri_cusco",
            },
        ],
        "coca_zone_year": [
            {"row_id": "lower_vraem-2016", "zone_id": "lower_vraem", "year": 2016, "coca_ha": 10}
            | zone
            | {"parent_zone": "vraem", "counted": "false"},
            {"row_id": "vraem-2012-estimate", "zone_id": "vraem", "year": 2012, "coca_ha": 21}
            | zone
            | {"qualifier": "about", "confidence": "C", "source_key": "press_2013"},
            {"row_id": "vraem-2012-sum", "zone_id": "vraem", "year": 2012, "coca_ha": 19}
            | zone
            | {"qualifier": "at_least"},
            *(
                {"row_id": f"{name}-{year}", "zone_id": name, "year": year, "coca_ha": ha}
                | zone
                | {"series": series(year)}
                for name, ha in (("aguaytia", 40), ("vraem", 60))
                for year in LATER_YEARS
            ),
        ],
        "coca_national_year": [
            {"row_id": f"national-{year}", "series": series(year), "year": year, "in_window": "true"}
            | {"coca_ha": 21 if year == 2012 else 100}
            for year in (2012, *LATER_YEARS)
        ],
    }


def schema_of_table(name: str) -> dict[str, object]:
    """Declare a table the way the real package does."""
    columns = COLUMNS[name] + (PROVENANCE if name != "sources" else ())
    fields = [
        {"name": column, "type": KINDS.get(column, "string"), "title": column.replace("_", " ")}
        for column in columns
    ]
    for field in fields:
        if field["name"] == "coca_ha":
            field |= {"unit": "ha", "constraints": {"minimum": 0}}
        if field["name"] == "confidence":
            field["constraints"] = {"required": True, "enum": ["A", "B", "C"]}
    links = FOREIGN.get(name, []) + ([("source_key", "sources", "source_key")] if name != "sources" else [])
    registry = name in ("places", "sources", "conflicts", "corrections")
    return {
        "title": name.replace("_", " "),
        "description": f"one row is one of {name}",
        "group": "registry" if registry else "fact",
        "primaryKey": [COLUMNS[name][0]],
        "fields": fields,
        "foreignKeys": [
            {"fields": [here], "reference": {"resource": "" if there == name else there, "fields": [key]}}
            for here, there, key in links
        ],
    }


class SmallPackage:
    """A package under `folder`; change a file, then look at what the code under test says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "tables").mkdir(parents=True)
        (folder / "geometry").mkdir()
        for name, rows in rows_of_a_green_package().items():
            self.write_rows(name, rows)
            self.write_yaml(f"tables/{name}.schema.yaml", schema_of_table(name))
        self.write_yaml(
            "datapackage.yaml",
            {
                "name": "small",
                "resources": [
                    {"name": name, "path": f"tables/{name}.csv", "schema": f"tables/{name}.schema.yaml"}
                    for name in COLUMNS
                ],
            },
        )
        self.write_polygons("departments", {"name": "Cusco"}, SQUARE)
        self.write_polygons("countries", {"iso2": "PE", "name": "Peru"}, COUNTRY)
        self.write_polygons("world", {"iso2": "ES", "name": "Spain"}, FAR)
        self.write_registry()

    def path(self, name: str) -> Path:
        """The CSV file of a table."""
        return self.folder / "tables" / f"{name}.csv"

    def write_rows(self, name: str, rows: list[dict[str, object]]) -> None:
        """Write a table; provenance is filled in where a row does not say otherwise."""
        columns = COLUMNS[name] + (PROVENANCE if name != "sources" else ())
        with self.path(name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(row if name == "sources" else STATED | row for row in rows)

    def change(self, name: str, key: str, /, **cells: object) -> None:
        """Change cells of the row whose first column is `key`."""
        with self.path(name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        row = next(row for row in rows if row[COLUMNS[name][0]] == key)
        row |= cells
        self.write_rows(name, rows)

    def replace(self, inside: str, old: str, new: str) -> None:
        """Replace text in a file of the package; the text must be there."""
        path = self.folder / inside
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write_yaml(self, inside: str, held: object) -> None:
        """Write a YAML file of the package."""
        (self.folder / inside).write_text(yaml.safe_dump(held, sort_keys=False), encoding="utf-8")

    def write_polygons(self, name: str, properties: dict[str, str], rings: list[list[list[float]]]) -> None:
        """Write a GeoJSON file with one polygon."""
        feature = {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": rings},
        }
        held = {"type": "FeatureCollection", "features": [feature]}
        (self.folder / "geometry" / f"{name}.geojson").write_text(json.dumps(held), encoding="utf-8")

    def write_registry(self) -> None:
        """Write the registry of geometry with the hashes of the files as they are."""
        lines = ["file,title,source,licence,sha256,upstream_sha256,how"]
        for path in sorted((self.folder / "geometry").glob("*.*")):
            if path.name == "registry.csv":
                continue
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"{path.name},Polygons,Natural Earth,public domain,{digest},{digest},by hand")
        (self.folder / "geometry" / "registry.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
