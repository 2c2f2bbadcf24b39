"""The state that a page sent to the map, read from the component's arguments."""

import json
import re

from streamlit.testing.v1 import AppTest


def sent_state(app: AppTest) -> dict[str, object]:
    """Give the state that the last run sent to the map."""
    arguments = json.loads(app.get("component_instance")[0].proto.json_args)
    text = re.search(r"JSON\.parse\((.*)\)\);", arguments["feature_group"]).group(1)
    return json.loads(json.loads(text))
