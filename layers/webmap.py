"""The web map: mounted once, then only told the state. The one module that knows folium."""

import json
from collections.abc import Mapping

import folium
from branca.element import MacroElement
from folium.template import Template

# What the browser loads, in this order: few names, for they travel with every change of state.
SCRIPTS = ("leaflet.js", "nexo.js")
STYLES = ("leaflet.css", "nexo.css")
START = (-9.5, -75.0, 5)


class _Mount(MacroElement):
    """Tells the browser where the files lie; its text changes only when the data do."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            nexo.mount({{ this._parent.get_name() }}, {{ this.folder|tojson }}, {{ this.version|tojson }});
        {% endmacro %}
    """)

    def __init__(self, folder: str, version: str) -> None:
        super().__init__()
        self._name = "nexo_mount"
        self.folder = folder
        self.version = version


class _Board(folium.Map):
    """folium's map without its header: that would travel with every change of state, and webmap.css has it all."""

    _template = Template("""
        {% macro html(this, kwargs) %}<div class="folium-map" id={{ this.get_name()|tojson }} ></div>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {center: {{ this.location|tojson }},
                ...{{ this.options|tojavascript }}});
        {% endmacro %}
    """)


class StateSignal(folium.FeatureGroup):
    """
    A state on its way to the map, in the guise of a feature group: the only thing that travels on a change.

    Parameters
    ----------
    state
        JSON-able state (see `layers.view.View.to_state`), with `vn`, the number of the viewport it carries.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = nexo.apply(JSON.parse({{ this.text|tojson }}));
        {% endmacro %}
    """)

    def __init__(self, state: Mapping[str, object]) -> None:
        super().__init__()
        self.text = json.dumps(state, ensure_ascii=True, separators=(",", ":"))


def webmap(folder: str, version: str) -> folium.Map:
    """
    Make the map that the browser mounts: fresh at every call, for st_folium changes the map it is given.

    Parameters
    ----------
    folder
        Address of the build folder as seen from the map's own frame, relative and with a slash at the end.
    version
        Version of the data: it stands in the script after a hyphen, so that new data mount anew and nothing else does.
    """
    lat, lon, zoom = START
    board = _Board(
        location=(lat, lon),
        zoom_start=zoom,
        tiles=None,
        min_zoom=2,
        max_zoom=13,
        zoom_snap=0.25,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=90,
        attribution_control=False,
        world_copy_jump=False,
    )
    # On the instance: the class lists are folium's own CDN addresses.
    board.default_js = [(name, folder + name) for name in SCRIPTS]
    board.default_css = [(name, folder + name) for name in STYLES]
    _Mount(folder, f"data-{version}").add_to(board)
    return board
