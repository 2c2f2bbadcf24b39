"""Any view as a picture: the same features, looks and words as the web map, drawn with matplotlib."""

from layers.figure.picture import png

__all__ = ["png"]
