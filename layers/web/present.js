/* Presenting: the board alone on the whole screen, exactly 16:9, no control in sight; the arrow keys step the years.
   The board is laid out at one size and scaled, so that a screenshot is the same on every screen, only finer. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const BOARD = { width: 1280, height: 720 };
  const SMALLEST = 0.6; // of a size
  const RETURN_MS = 3000; // within which the window has its own size again
  const STEPS = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 }; // the page keys are those of a hand-held remote
  const WRITING = "input, textarea, select, [contenteditable], [role=textbox]";
  const root = document.documentElement;
  // The page that holds the map's frame; it fills its window with the frame where the browser refuses the full screen.
  const frame = window.frameElement;

  nexo.buildPresent = function (head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nx-present";
    button.textContent = nexo.word("present");
    button.title = nexo.word("present_hint");
    button.addEventListener("click", nexo.present);
    head.appendChild(button);
  };

  nexo.present = function () {
    if (!nexo.state || nexo.presenting) return;
    if (nexo.playing) nexo.stop();
    nexo.closePen();
    document.querySelector(".nx-foot").classList.remove("open");
    const { map } = nexo.panes[0];
    nexo.presenting = { centre: map.getCenter(), zoom: map.getZoom(), bounds: map.getBounds(), fitted: nexo.fitted, focus: document.activeElement };
    root.classList.add("nx-presenting");
    if (frame) frame.dataset.presenting = "true";
    window.L.Browser.retina = true; // a canvas is scaled too: draw it finer
    fill();
    settle(() => map.setView(nexo.presenting.centre, map.getBoundsZoom(nexo.presenting.bounds), { animate: false }));
    nexo.dress();
    nexo.panes.forEach(nexo.placeLabels);
    window.focus();
    map.getContainer().focus({ preventScroll: true });
    if (root.requestFullscreen) root.requestFullscreen().catch(() => {}); // refused: the window is filled all the same
  };

  nexo.leave = function () {
    const { centre, zoom, fitted, focus } = nexo.presenting;
    root.classList.remove("nx-presenting");
    if (frame) delete frame.dataset.presenting;
    window.L.Browser.retina = window.devicePixelRatio > 1;
    nexo.presenting = null;
    nexo.fitted = fitted;
    nexo.dress();
    const back = () => nexo.presenting || settle(() => nexo.panes[0].map.setView(centre, zoom, { reset: true }));
    back();
    nexo.panes.forEach(nexo.placeLabels);
    if (focus) focus.focus({ preventScroll: true });
    // The frame gets its own size again a moment later, and following it would leave the map half a pixel off.
    const again = () => window.setTimeout(back, 50);
    window.addEventListener("resize", again);
    window.setTimeout(() => window.removeEventListener("resize", again), RETURN_MS);
    if (document.fullscreenElement) document.exitFullscreen();
  };

  /* The panes have another size: what was in sight stays in sight, and nothing of this is told as the reader's own move. */
  function settle(look) {
    nexo.quietly(() => {
      nexo.panes.forEach((pane) => pane.map.invalidateSize({ animate: false }));
      if (nexo.fitted) nexo.fit(); else look();
    });
    nexo.centreHandle();
  }

  /* Nobody scrolls a board or hovers a cut line: what does not fit is made smaller. */
  nexo.fitBoard = function () {
    const legend = document.querySelector(".nx-legend");
    const lines = [...document.querySelectorAll(".nx-title, .nx-subtitle")];
    Object.assign(legend.style, { zoom: "", width: "" });
    lines.forEach((line) => { line.style.fontSize = ""; });
    if (!nexo.presenting) return;
    const width = legend.offsetWidth;
    // Step by step: smaller type breaks fewer lines, and so needs less than its share.
    for (let size = 0.95; size >= SMALLEST && legend.scrollHeight > legend.clientHeight + 1; size -= 0.05) {
      Object.assign(legend.style, { width: width / size + "px", zoom: size });
    }
    for (const line of lines) {
      const room = Math.max(SMALLEST, line.clientWidth / line.scrollWidth);
      if (room < 1) line.style.fontSize = room * 0.99 * parseFloat(getComputedStyle(line).fontSize) + "px";
    }
  };

  /* The largest board of whole pixels, 16 by 9. */
  function fill() {
    const unit = Math.max(1, Math.floor(Math.min(window.innerWidth / 16, window.innerHeight / 9)));
    const set = (name, value) => root.style.setProperty(name, value);
    set("--board-scale", 16 * unit / BOARD.width);
    set("--board-left", Math.floor((window.innerWidth - 16 * unit) / 2) + "px");
    set("--board-top", Math.floor((window.innerHeight - 9 * unit) / 2) + "px");
  }

  window.addEventListener("resize", () => nexo.presenting && fill());
  // Escape ends the full screen by itself and is told to nobody.
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && nexo.presenting) nexo.leave(); });

  function key(event) {
    if (!nexo.state || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(WRITING)) return;
    const by = STEPS[event.key];
    if (nexo.presenting && by) { if (nexo.stepYear(by)) nexo.tellYear(); }
    else if (nexo.presenting && (event.key === "Escape" || event.key === "p")) nexo.leave();
    else if (!nexo.presenting && event.key === "p") nexo.present();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  document.addEventListener("keydown", key, true);
  if (frame) {
    const page = frame.ownerDocument;
    page.addEventListener("keydown", key, true);
    window.addEventListener("pagehide", () => page.removeEventListener("keydown", key, true));
  }
})();
