"""One map of a page: the ground, the layers, the year, the labels, in the order in which they lie on each other."""

from collections.abc import Sequence

from layers import tokens
from layers.compare import captions, pair_year
from layers.drawn import Drawn, LayerFile
from layers.figure.bundles import bundles_of
from layers.figure.furniture import draw_scale, explain_numbers, inset_spot, write_year
from layers.figure.ground import draw_ground
from layers.figure.ink import draw_ink, keep_free
from layers.figure.labels import occupy, place_labels, write_number
from layers.figure.marks import draw_bundle, draw_layer
from layers.figure.mercator import Frame
from layers.figure.names import write_names
from layers.figure.room import Room
from layers.figure.subject import Subject
from layers.figure.surface import Box, Surface
from layers.titles import titles
from layers.words import word

NAMES_TOLD = 12  # of a layer's features, in the words for those who cannot see it


def draw_pane(canvas: Surface, frame: Frame, about: Subject, index: int, has_inset: bool) -> Box | None:
    """Draw one map with its year; gives the box on the page that is left free for the inset, if it has one."""
    view, year, shapes = about.view, about.years[index], about.panes[index]
    caption = captions(view)[index]
    lang, of_year = view.lang, {"year": caption}
    with canvas.group(word("figure.ground.group", lang, **of_year), word("figure.ground.alt", lang, **of_year)):
        draw_ground(canvas, frame, lang)
    placed = []
    bundles = bundles_of(frame, about.files, shapes, view.selected)
    for one in about.files:
        own = view.selected is not None and view.selected[0] == one.get("stands_for", one["key"])
        name = one["title"] if len(about.years) == 1 else word("figure.layer_of", lang, layer=one["title"], **of_year)
        with canvas.group(name, _alt(one, shapes[one["key"]], pair_year(one, view, year), lang)):
            placed += draw_layer(
                canvas,
                frame,
                one["key"],
                one["order"],
                shapes[one["key"]],
                view.selected[1] if own else None,
                bundles[one["key"]],
            )
    room = Room(canvas.width, canvas.height)
    with canvas.group(word("figure.scale", lang), word("figure.scale", lang)):
        scale = draw_scale(canvas, frame, lang)
    written = write_year(canvas, caption)
    for one in placed:
        occupy(one, room)
    keep_free(room, frame, view.drawings)
    corner = None
    if has_inset:
        spot = inset_spot(room, scale, written)
        room.take(spot)
        left, top = canvas.box[:2]
        corner = (spot[0] + left, spot[1] + top, spot[2] + left, spot[3] + top)
    room.take(scale)
    room.take(written)
    with canvas.group(word("figure.labels", lang, **of_year), word("figure.labels", lang, **of_year)):
        together = [one for one in placed if one.bundle is not None]
        for one in together:
            draw_bundle(canvas, one)
        for one in together:
            if one.bundle.told:
                write_number(canvas, one, room)
        if any(bundles.values()):
            explain_numbers(canvas, scale, room, lang)
        place_labels(canvas, frame.zoom, placed, room)
    with canvas.group(word("figure.names", lang, **of_year), word("figure.names", lang, **of_year)):
        write_names(canvas, frame, room, view.lang)
    with canvas.group(word("figure.ink", lang), word("figure.ink", lang)):
        draw_ink(canvas, frame, view.drawings)
    canvas.rectangle(
        (0, 0, canvas.width, canvas.height),
        stroke=tokens.BORDER_DEPARTMENT,
        width=1.5,
        name=word("figure.frame", lang, **of_year),
    )
    return corner


def _alt(one: LayerFile, shapes: Sequence[Drawn], year: int, lang: str) -> str:
    """Say a layer in a sentence: its title of the year, and the features drawn."""
    (title,) = titles([one], year, {one["key"]: list(shapes)})
    names = list(dict.fromkeys(shape.name for shape in shapes))
    if len(names) > NAMES_TOLD:
        told = word("figure.alt_more", lang, names=", ".join(names[:NAMES_TOLD]), more=len(names) - NAMES_TOLD)
    else:
        told = ", ".join(names)
    return word("figure.alt", lang, title=title, names=told) if told else title
