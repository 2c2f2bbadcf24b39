"""Any view as a picture: the same features, looks and words as the web map, drawn with matplotlib."""

from layers.figure.dress import Banner, Dress
from layers.figure.picture import FORMATS, png, render

__all__ = ["FORMATS", "Banner", "Dress", "png", "render"]
