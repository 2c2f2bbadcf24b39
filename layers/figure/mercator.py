"""Web Mercator as Leaflet has it: where a position falls in a pane of a given size, centre and zoom."""

from dataclasses import dataclass, replace
from math import cos, log2, pi, radians

import numpy as np

from geo.crs import distance_km

TILE_PX = 256.0
LAT_LIMIT = 85.05112878
EARTH_RADIUS_M = 6_378_137.0

Box = tuple[float, float, float, float]


def flattened(lonlat: np.ndarray) -> np.ndarray:
    """Give positions (degrees, WGS84, longitude first) as shares of the world's width, y to the south."""
    lonlat = np.asarray(lonlat, dtype=float)
    lat = np.radians(np.clip(lonlat[..., 1], -LAT_LIMIT, LAT_LIMIT))
    x = lonlat[..., 0] / 360 + 0.5
    y = 0.5 - np.arctanh(np.sin(lat)) / (2 * pi)
    return np.stack([x, y], axis=-1)


def unflattened(xy: np.ndarray) -> np.ndarray:
    """Give the positions (longitude, latitude) of shares of the world's width."""
    xy = np.asarray(xy, dtype=float)
    lat = np.degrees(np.arcsin(np.tanh((0.5 - xy[..., 1]) * 2 * pi)))
    return np.stack([(xy[..., 0] - 0.5) * 360, lat], axis=-1)


@dataclass(frozen=True)
class Frame:
    """What a pane shows: centre, zoom (Leaflet's) and size in page units; y grows downwards."""

    lon: float
    lat: float
    zoom: float
    width: float
    height: float

    @classmethod
    def holding(cls, bounds: Box, width: float, height: float, margin: float = 0.0) -> "Frame":
        """Give the closest view that shows west, south, east, north whole, with a margin in page units."""
        corners = flattened(np.array([[bounds[0], bounds[3]], [bounds[2], bounds[1]]]))
        spans = np.maximum(corners[1] - corners[0], 1e-9)
        scale = min((width - 2 * margin) / spans[0], (height - 2 * margin) / spans[1])
        lon, lat = unflattened(corners.mean(axis=0))
        return cls(float(lon), float(lat), log2(scale / TILE_PX), width, height)

    @property
    def scale(self) -> float:
        """Page units to the width of the world."""
        return TILE_PX * 2.0**self.zoom

    def resized(self, width: float, height: float) -> "Frame":
        """Give the view of another pane that shows at least as much, round the same centre."""
        closer = min(width / self.width, height / self.height)
        return replace(self, zoom=self.zoom + log2(closer), width=width, height=height)

    def place(self, lonlat: np.ndarray) -> np.ndarray:
        """Give positions (longitude, latitude) in page units from the pane's upper left corner."""
        return self.place_flat(flattened(lonlat))

    def place_flat(self, xy: np.ndarray) -> np.ndarray:
        """Give flattened positions in page units from the pane's upper left corner."""
        centre = flattened(np.array([self.lon, self.lat]))
        return (xy - centre) * self.scale + np.array([self.width / 2, self.height / 2])

    def bounds(self) -> Box:
        """Give west, south, east, north of the pane."""
        centre = flattened(np.array([self.lon, self.lat]))
        half = np.array([self.width / 2, self.height / 2]) / self.scale
        (west, north), (east, south) = unflattened(np.array([centre - half, centre + half]))
        return float(west), float(south), float(east), float(north)

    def window(self) -> Box:
        """Give the pane's edges as flattened positions: left, top, right, bottom."""
        x, y = flattened(np.array([self.lon, self.lat]))
        across, down = self.width / 2 / self.scale, self.height / 2 / self.scale
        return float(x - across), float(y - down), float(x + across), float(y + down)

    def km_per_unit(self) -> float:
        """Give the kilometres of a page unit along the parallel through the centre."""
        step = 0.01
        return distance_km(0.0, self.lat, step, self.lat) / (step / 360 * self.scale)

    def stretch(self) -> float:
        """Give the longest kilometre drawn in the pane as a multiple of the shortest."""
        _, south, _, north = self.bounds()
        scales = [1 / max(cos(radians(lat)), 0.01) for lat in (south, self.lat, north)]
        if south < 0 < north:
            scales.append(1.0)
        return max(scales) / min(scales)
