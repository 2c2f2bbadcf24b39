"""GeoJSON files that are the same bytes on every system: rounded, one feature a line, LF."""

import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

DECIMALS = 4
MAX_BYTES = 1_500_000


def write_geojson(frame: gpd.GeoDataFrame, path: Path, decimals: int = DECIMALS) -> None:
    """
    Write a WGS84 frame, coordinates rounded, properties in column order, rows in frame order.

    Raises
    ------
    ValueError
        If rounding leaves a geometry empty or a polygon invalid beyond repair, or the file grows over 1.5 MB.
    """
    lines = []
    for row in frame.itertuples(index=False):
        values = row._asdict()
        shape = _rounded(values.pop("geometry"), decimals)
        if shape.is_empty:
            raise ValueError(f"{path.name}: {values} has no geometry left at {decimals} decimals")
        feature = {
            "type": "Feature",
            "properties": {key: _plain(value) for key, value in values.items()},
            "geometry": _trimmed(shapely.geometry.mapping(shape), decimals),
        }
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    content = text.encode("utf-8")
    if len(content) > MAX_BYTES:
        raise ValueError(f"{path.name}: {len(content)} bytes, expected at most {MAX_BYTES}; simplify more")
    path.write_bytes(content)


def _rounded(shape: shapely.Geometry, decimals: int) -> shapely.Geometry:
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shapely.set_precision(shapely.make_valid(shape), 10.0**-decimals)
    return shapely.transform(shape, lambda xy: xy.round(decimals))


def _trimmed(geometry: dict, decimals: int) -> dict:
    def cut(value):
        return round(value, decimals) if isinstance(value, float) else [cut(one) for one in value]

    return {"type": geometry["type"], "coordinates": cut(geometry["coordinates"])}


def _plain(value: object) -> object:
    if isinstance(value, float | str | bool | int):
        return None if isinstance(value, float) and pd.isna(value) else value
    return None if pd.isna(value) else value.item()
