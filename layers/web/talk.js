/* Talk: what the reader does in the map is told to the page: clicks, viewport, the year after playing. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const PLAY_STEP = 1100; // ms a year stays on screen while playing
  const value = { layer: null, id: null, n: 0, view: null, vn: 0, year: null, yn: 0, lack: 0, mount: null };

  /* st_folium sends a value only when it differs from the last it remembers; both are set here, so that its own
     handlers stay silent and a second click on the same feature is told as well. */
  nexo.report = function (patch) {
    Object.assign(value, patch, { mount: nexo.mounted });
    const memory = window.__GLOBAL_DATA__;
    const told = { ...value };
    memory.last_active_drawing = told;
    memory.previous_data = { last_active_drawing: told };
    window.Streamlit.setComponentValue({ last_active_drawing: told });
  };

  nexo.choose = function (shape) {
    if (shape && !nexo.owner(shape)) return; // computed, so that no row stands behind it
    const same = shape && nexo.isChosen(shape);
    if (!shape && !nexo.state.selected) return;
    const selected = shape && !same ? { layer: nexo.owner(shape), id: shape.id } : null;
    nexo.state = { ...nexo.state, selected };
    nexo.panes.forEach(nexo.paint);
    if (selected) nexo.reveal(false);
    nexo.panes.forEach(nexo.placeLabels);
    nexo.report({ layer: selected && selected.layer, id: selected && selected.id, n: value.n + 1 });
  };

  /* The page sent a made layer by name that this map never got, or no longer holds. */
  nexo.lack = () => nexo.report({ lack: value.lack + 1 });

  /* On a page that compares, a year is not set beside itself: it is stepped over. */
  const compares = () => nexo.state.year2 && Boolean((nexo.state.options || {}).compare);

  nexo.stepYear = function (by) {
    const { first, last } = nexo.manifest.years;
    let year = nexo.state.year + by;
    if (compares() && year === nexo.state.year2) year += by;
    if (year < first || year > last) return false;
    nexo.show({ ...nexo.state, year });
    return true;
  };

  nexo.tellYear = () => nexo.report({ year: nexo.state.year, yn: value.yn + 1 });

  /* A state that left before the page heard of the newest year would set the map back: there the map's own year holds. */
  nexo.upToDate = function (state) {
    const late = state.told && state.told.mount === nexo.mounted && state.told.yn < value.yn;
    return late ? { ...state, year: nexo.state.year } : state;
  };

  nexo.play = function () {
    if (nexo.playing) { nexo.stop(); return; }
    const { first, last } = nexo.manifest.years;
    const start = compares() && nexo.state.year2 < last ? nexo.state.year2 + 1 : first;
    if (nexo.state.year >= last) nexo.show({ ...nexo.state, year: start });
    nexo.playing = window.setInterval(() => {
      const more = nexo.stepYear(1) && nexo.state.year < last;
      if (nexo.presenting) nexo.tellYear();
      if (!more) nexo.stop();
    }, PLAY_STEP);
    nexo.dressPlay();
  };

  nexo.stop = function () {
    window.clearInterval(nexo.playing);
    nexo.playing = null;
    nexo.dressPlay();
    nexo.tellYear();
  };

  nexo.buildPlay = function (box) {
    box.textContent = "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nx-play-button";
    button.addEventListener("click", nexo.play);
    box.appendChild(button);
    nexo.dressPlay();
  };

  nexo.dressPlay = function () {
    const button = document.querySelector(".nx-play-button");
    button.textContent = nexo.playing ? "\u275A\u275A  " + nexo.word("pause") : "\u25B6  " + nexo.word("play");
    button.title = nexo.word("play_hint");
  };

  document.addEventListener("keydown", (event) => {
    if (!nexo.state || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { "[": -1, "]": 1 }[event.key];
    if (by && nexo.stepYear(by)) nexo.tellYear();
    if (event.key === "Escape" && nexo.state.selected) nexo.choose(null);
  });
})();
