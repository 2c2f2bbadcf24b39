/* Two years in one frame: side by side, one under the other behind a handle that is drawn across, or as one difference. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const STEP = 2; // per cent of the width, by keyboard
  const LEAP = 10;
  const MIDDLE = [-9.2, -75];

  nexo.mode = "one";
  nexo.swipeAt = null;

  /* How the years of a state are shown: one, side, swipe or difference. */
  nexo.modeOf = function (state) {
    const two = state.year2 !== null && state.year2 !== undefined && state.year2 !== state.year;
    return two ? (state.options || {}).compare || "side" : "one";
  };

  /* Gives each pane its year; the earlier one stands on the left. A difference is one map of the year of the slider. */
  nexo.arrange = function (state) {
    const mode = (nexo.mode = nexo.modeOf(state));
    const pair = mode === "side" || mode === "swipe";
    const box = document.querySelector(".nx-panes");
    const before = box.className;
    box.classList.toggle("two", mode === "side");
    box.classList.toggle("swipe", mode === "swipe");
    if (pair && nexo.panes.length === 1) nexo.openSecondPane();
    if (!pair && nexo.panes.length === 2) nexo.closeSecondPane();
    if (box.className !== before) nexo.resized();
    nexo.pair = mode === "one" ? null : [Math.min(state.year, state.year2), Math.max(state.year, state.year2)];
    nexo.panes[0].year = pair ? nexo.pair[0] : state.year;
    if (pair) nexo.panes[1].year = nexo.pair[1];
    nexo.handle = nexo.handle || makeHandle(box);
    nexo.handle.hidden = mode !== "swipe";
    if (mode === "swipe") nexo.swipe(nexo.swipeAt ?? 50);
  };

  /* Until a reader moves it, the handle stands over the middle of the country. */
  nexo.centreHandle = function () {
    if (nexo.mode !== "swipe" || nexo.handle.dataset.moved) return;
    const { map } = nexo.panes[0];
    const share = 100 * map.latLngToContainerPoint(MIDDLE).x / map.getSize().x;
    nexo.swipe(Math.min(75, Math.max(25, share)));
  };

  /* Panes of another size show the same: the whole country if nobody moved the map since. */
  nexo.resized = function () {
    nexo.quietly(() => {
      nexo.panes.forEach((pane) => pane.map.invalidateSize({ animate: false }));
      if (nexo.fitted) nexo.fit();
    });
  };

  nexo.pairText = () => (nexo.pair ? nexo.word("year_pair", { first: nexo.pair[0], second: nexo.pair[1] }) : "");

  /* What a pane is labelled with. */
  nexo.caption = (pane) => (nexo.mode === "difference" ? nexo.pairText() : String(pane.year));

  /* A layer made for a base year says something of each pair with it, named by the slider's year in every pane;
     of two maps side by side only the later carries it. */
  nexo.yearOf = (pane, file) => (file.base === undefined ? pane.year : nexo.state.year);

  /* The years whose shapes a pane draws, the latest first: of a layer that spans, the later map has those since the earlier
     year too, a difference all of both (compare.py has the same). */
  nexo.yearsDrawn = function (pane, file) {
    const [first, second] = nexo.pair || [];
    if (!file.spans || !nexo.pair || (nexo.mode !== "difference" && pane.year === first)) return [nexo.yearOf(pane, file)];
    const from = nexo.mode === "difference" ? first : first + 1;
    return Array.from({ length: second - from + 1 }, (_, back) => second - back);
  };

  /* What a shape is in a pane: in the first of its years that a source dates it to, else in the first that has it. */
  nexo.entryOf = function (pane, file, shape) {
    const entries = nexo.yearsDrawn(pane, file).map((year) => shape.feature.properties.years[String(year)]).filter(Boolean);
    return entries.find((one) => !file.looks[one.k].undated) || entries[0];
  };
  nexo.hidesMade = (pane, file) => file.base !== undefined && (!nexo.pair || (nexo.mode === "side" && pane === nexo.panes[0]));

  /* Puts the handle at a share of the width: left of it the earlier year shows, right of it the later. */
  nexo.swipe = function (percent) {
    nexo.swipeAt = Math.min(100, Math.max(0, percent));
    document.querySelector(".nx-panes").style.setProperty("--swipe", nexo.swipeAt + "%");
    nexo.handle.setAttribute("aria-valuenow", Math.round(nexo.swipeAt));
    if (!nexo.pair) return;
    nexo.handle.setAttribute("aria-label", nexo.word("swipe_label", { first: nexo.pair[0], second: nexo.pair[1] }));
    nexo.handle.setAttribute("aria-valuetext", nexo.word("swipe_value", { first: nexo.pair[0], share: Math.round(nexo.swipeAt) }));
  };

  function makeHandle(box) {
    const handle = document.createElement("div");
    handle.className = "nx-handle";
    for (const [name, value] of Object.entries({ role: "slider", tabindex: "0", "aria-valuemin": "0", "aria-valuemax": "100",
      "aria-orientation": "horizontal" })) handle.setAttribute(name, value);
    handle.appendChild(document.createElement("span")).textContent = "\u25C2 \u25B8";
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      handle.focus();
      event.preventDefault();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      handle.dataset.moved = "yes";
      const { left, width } = box.getBoundingClientRect();
      nexo.swipe(100 * (event.clientX - left) / width);
    });
    handle.addEventListener("keydown", (event) => {
      const step = event.shiftKey ? LEAP : STEP;
      const to = { ArrowLeft: nexo.swipeAt - step, ArrowDown: nexo.swipeAt - step, ArrowRight: nexo.swipeAt + step,
        ArrowUp: nexo.swipeAt + step, PageDown: nexo.swipeAt - LEAP, PageUp: nexo.swipeAt + LEAP, Home: 0, End: 100 }[event.key];
      if (to === undefined) return;
      handle.dataset.moved = "yes";
      nexo.swipe(to);
      event.preventDefault();
    });
    box.appendChild(handle);
    return handle;
  }
})();
