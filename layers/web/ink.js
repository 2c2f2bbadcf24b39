/* Ink: the notes, arrows and circles that the reader drew. Held here, told to the page, shown in every pane above the data.
   The twin of layers/figure/ink.py: what stands here stands there. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const L = window.L;
  const HEAD = 8, GAP = 8; // px
  const STEP = 14, STEPS = 160; // px between the points of a line that labels keep off, and how many at most
  const ink = (nexo.ink = { drawings: [], number: null, told: 0, chosen: null, draft: null, past: [] });

  nexo.addInk = function (pane) {
    pane.ink = pane.map.createPane("nexoInk");
    pane.ink.classList.add("nx-ink");
    pane.map.on("moveend zoomend viewreset resize", () => nexo.drawInk(pane));
    pane.map.on("click", () => nexo.chooseDrawing(null));
    nexo.drawInk(pane);
  };

  /* Drawings are obeyed only when their number is new: otherwise one made meanwhile would be lost. */
  nexo.takeInk = function (state) {
    if (state.dn === ink.number) return;
    ink.number = state.dn;
    ink.past = [];
    nexo.stopPen();
    put(state.drawings || []);
  };

  nexo.changeInk = function (drawings) {
    ink.past.push(ink.drawings);
    put(drawings);
    tell();
  };

  nexo.undoInk = function () {
    if (!ink.past.length) return;
    put(ink.past.pop());
    tell();
  };

  nexo.removeChosen = function () {
    if (ink.chosen !== null) nexo.changeInk(ink.drawings.filter((_, index) => index !== ink.chosen));
  };

  function tell() {
    ink.told += 1;
    nexo.report({ drawings: ink.drawings, dn: ink.told });
  }

  function put(drawings) {
    ink.drawings = drawings;
    ink.chosen = null;
    nexo.redrawInk();
    nexo.dressPen();
  }

  nexo.redrawInk = function () {
    nexo.panes.forEach(nexo.drawInk);
    nexo.panes.forEach(nexo.placeLabels); // no label under a note
  };

  nexo.chooseDrawing = function (index) {
    if (ink.chosen === index) return;
    ink.chosen = index;
    nexo.panes.forEach(showChosen);
    if (index !== null) nexo.openPen();
    nexo.dressPen();
  };

  const showChosen = (pane) => [...pane.ink.children].forEach((drawn, index) => drawn.classList.toggle("chosen", index === ink.chosen));

  nexo.drawInk = function (pane) {
    const held = pane.ink.contains(document.activeElement);
    pane.ink.textContent = "";
    ink.drawings.forEach((one, index) => listen(drawOne(pane, one), one, index));
    if (ink.draft) drawOne(pane, ink.draft).classList.add("draft");
    showChosen(pane);
    if (held && ink.chosen !== null) pane.ink.children[ink.chosen].focus({ preventScroll: true });
  };

  function listen(drawn, one, index) {
    drawn.tabIndex = 0;
    drawn.setAttribute("role", "button");
    drawn.setAttribute("aria-label", nexo.word("drawn", { kind: nexo.word("pen_" + one.kind), text: one.text }));
    L.DomEvent.disableClickPropagation(drawn);
    drawn.addEventListener("focus", () => nexo.chooseDrawing(index));
    drawn.addEventListener("click", () => { drawn.focus({ preventScroll: true }); nexo.chooseDrawing(index); });
  }

  function drawOne(pane, one) {
    const drawn = document.createElement("div");
    drawn.className = "nx-drawn";
    pane.ink.appendChild(drawn);
    const points = one.points.map(([lon, lat]) => pane.map.latLngToLayerPoint([lat, lon]));
    if (one.kind !== "note") drawn.appendChild(lines(one.kind, points));
    if (one.text) {
      const words = document.createElement("div");
      words.className = "nx-ink-words";
      words.textContent = one.text; // never markup
      drawn.appendChild(words);
      place(pane, words, one.kind, points);
    }
    return drawn;
  }

  /* What labels keep off: the words and, point by point, the lines (pixels of the pane's window). */
  nexo.inkBoxes = function (pane) {
    const boxes = [];
    for (const path of pane.ink.querySelectorAll(".nx-ink-line")) {
      const length = path.getTotalLength();
      const count = Math.min(STEPS, Math.ceil(length / STEP));
      for (let step = 0; step <= count; step += 1) {
        const { x, y } = pane.map.layerPointToContainerPoint(path.getPointAtLength(length * step / count));
        boxes.push([x - 3, y - 3, x + 3, y + 3]);
      }
    }
    for (const words of pane.ink.querySelectorAll(".nx-ink-words")) {
      const { x, y } = pane.map.layerPointToContainerPoint([words.offsetLeft, words.offsetTop]);
      boxes.push([x - 3, y - 3, x + words.offsetWidth + 3, y + words.offsetHeight + 3]);
    }
    return boxes.map((box) => ({ box, owner: null }));
  };

  const reach = ([middle, edge]) => middle.distanceTo(edge);

  function lines(kind, points) {
    const svg = L.SVG.create("svg");
    const [from, to] = points;
    const add = (name, d) => {
      const path = L.SVG.create("path");
      path.setAttribute("class", name);
      path.setAttribute("d", d);
      svg.appendChild(path);
    };
    const d = kind === "circle" ? nexo.symbolPath("circle", from.x, from.y, reach(points)) : "M" + from.x + " " + from.y + "L" + to.x + " " + to.y;
    add("nx-ink-casing", d);
    add("nx-ink-line", d);
    if (kind === "arrow") add("nx-ink-head", nexo.symbolPath("arrow", to.x, to.y, HEAD, Math.atan2(to.y - from.y, to.x - from.x)));
    add("nx-ink-hit", d);
    return svg;
  }

  /* A note stands on its point, a circle's words above it, an arrow's behind its tail; near an edge they move inwards. */
  function place(pane, words, kind, points) {
    const width = words.offsetWidth, height = words.offsetHeight;
    const at = pane.map.layerPointToContainerPoint(points[0]);
    const size = pane.map.getSize();
    const inside = at.x >= 0 && at.x <= size.x && at.y >= 0 && at.y <= size.y;
    if (kind === "circle") at.y -= reach(points) + GAP + height / 2;
    if (kind === "arrow") {
      const dx = points[0].x - points[1].x, dy = points[0].y - points[1].y;
      const long = Math.max(Math.hypot(dx, dy), 1e-9);
      if (Math.abs(dx) >= Math.abs(dy)) at.x += dx / long * (width / 2 + GAP);
      else at.y += dy / long * (height / 2 + GAP);
    }
    if (inside) {
      at.x = Math.min(Math.max(at.x, width / 2 + GAP), size.x - width / 2 - GAP);
      at.y = Math.min(Math.max(at.y, height / 2 + GAP), size.y - height / 2 - GAP);
    }
    const corner = pane.map.containerPointToLayerPoint([at.x - width / 2, at.y - height / 2]);
    words.style.left = corner.x + "px";
    words.style.top = corner.y + "px";
  }
})();
