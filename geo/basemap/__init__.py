"""The base map: drawn geometry made from public-domain data and from the project's own tables."""

from geo.basemap.archives import InputError
from geo.basemap.build import rebuild, rebuild_own

__all__ = ["InputError", "rebuild", "rebuild_own"]
