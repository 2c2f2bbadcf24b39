"""Gold mining scars by 0.02-degree cell: the stock of 2018, then what was newly detected."""

import geopandas as gpd
import pandas as pd
from shapely.geometry import box

from geo.crs import WGS84
from geo.tables import load_table
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Layer, Look
from layers.marks import marks, sources_in
from layers.words import word

CELL_DEGREES = 0.02
STOCK_YEAR = 2018


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each cell as a square; its corner is the lower left one."""
    rows = load_table("mining_cells")
    total = rows.groupby("cell_id")["mined_ha_new"].sum()
    cells = rows.drop_duplicates("cell_id").reset_index(drop=True)
    squares = [
        box(lon, lat, lon + CELL_DEGREES, lat + CELL_DEGREES)
        for lon, lat in zip(cells["lon"], cells["lat"], strict=True)
    ]
    names = [
        word(
            "layers.mining_cells.name",
            lang,
            district=row.district,
            lat=number(row.lat, 2),
            lon=number(row.lon, 2),
        )
        for row in cells.itertuples()
    ]
    known = pd.DataFrame({"id": cells["cell_id"], "name": names, "part": "area", "rank": cells["cell_id"].map(total)})
    return gpd.GeoDataFrame(known, geometry=squares, crs=WGS84)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the cells known by a year: those first seen or grown in it dark, the others light."""
    rows = load_table("mining_cells")
    # Polygons are drawn, mined hectares counted: a new patch may hold no hectare that is surely mined.
    grown = rows[rows["year"].le(year) & (rows["patch_ha_new"].gt(0) | rows["mined_ha_new"].gt(0))]
    keys = {cell: sources_in(of_cell) for cell, of_cell in rows[rows["year"].le(year)].groupby("cell_id")}
    drawn = []
    for row in grown.sort_values("year", kind="stable").drop_duplicates("cell_id", keep="last").to_dict("records"):
        mark = {"id": row["cell_id"], "part": "area", "source_keys": keys[row["cell_id"]]}
        if row["year"] < year:
            hover = word("layers.mining_cells.before", lang, value=number(row["mined_ha"]), year=row["year"])
            drawn.append(mark | {"look": "before", "hover": hover})
            continue
        look = "stock" if year == STOCK_YEAR else "new"
        hover = word(f"layers.mining_cells.{look}_value", lang, value=number(row["mined_ha_new"]), year=year)
        status = "stock" if look == "stock" else "value"
        drawn.append(mark | {"look": look, "value": row["mined_ha_new"], "status": status, "hover": hover})
    return marks(drawn)


def looks() -> tuple[Look, ...]:
    """Give stock, earlier and new cells."""
    shared = {"symbol": "area", "width": 0.5, "casing": False, "fill_opacity": 0.9, "stroke": tokens.MINING}
    new = shared | {"fill": tokens.MINING_NEW, "stroke": tokens.MINING_NEW}
    return (
        Look(id="stock", legend="layers.mining_cells.stock", fill=tokens.MINING_STOCK, rank=2, **shared),
        Look(id="before", legend="layers.mining_cells.known", fill=tokens.MINING_STOCK, rank=2, **shared),
        Look(id="new", legend="layers.mining_cells.new", rank=1, **new),
    )


def note(year: int, lang: str = "en") -> str:
    """Say what the year's figure is: nothing before 2018, a stock in 2018, an increment afterwards."""
    key = "none" if year < STOCK_YEAR else "stock" if year == STOCK_YEAR else "increment"
    return word(f"layers.mining_cells.note_{key}", lang, year=year)


LAYER = Layer(
    key="mining_cells",
    group="mining",
    order=30,
    table="mining_cells",
    value="mined_ha_new",
    when="layers.when.cells",
    load=load,
    draw=draw,
    looks=looks,
    note=note,
    compared="total",
    breaks_before=(2019,),
    behind=(Behind("mining_cells", "cell_id", "layers.behind.values", ("mined_ha_new",)),),
)
