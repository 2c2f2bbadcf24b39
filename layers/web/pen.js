/* The pen: a row of tools that puts notes, arrows and circles on the map, by mouse, finger or keyboard. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const L = window.L;
  const TOOLS = ["note", "arrow", "circle"];
  const SHORTEST = 8; // px between two points: less is a click
  const pen = { tool: null, from: null, down: null, ask: null, buttons: {} };

  const button = (parent, name, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "nx-pen-" + name;
    made.textContent = nexo.word("pen_" + name);
    made.addEventListener("click", act);
    parent.appendChild(made);
    pen.buttons[name] = made;
    return made;
  };

  nexo.buildPen = function (head, panes) {
    button(head, "open", () => (pen.row.hidden ? nexo.openPen() : nexo.closePen())).title = nexo.word("pen_open_hint");
    pen.row = document.createElement("div");
    pen.row.className = "nx-pen";
    pen.row.hidden = true;
    pen.row.setAttribute("role", "toolbar");
    pen.row.setAttribute("aria-label", nexo.word("pen_open_hint"));
    const tools = document.createElement("div");
    pen.row.appendChild(tools);
    TOOLS.forEach((tool) => button(tools, tool, (event) => {
      if (pen.tool === tool) nexo.stopPen(); else start(tool, event.detail === 0);
    }));
    button(tools, "undo", nexo.undoInk);
    button(tools, "remove", nexo.removeChosen);
    button(tools, "done", nexo.closePen);
    pen.says = document.createElement("p");
    pen.says.setAttribute("role", "status");
    pen.row.appendChild(pen.says);
    panes.appendChild(pen.row);
    nexo.dressPen();
  };

  nexo.openPen = function () {
    pen.row.hidden = false;
    nexo.dressPen();
  };

  nexo.closePen = function () {
    const within = pen.row.contains(document.activeElement);
    nexo.stopPen();
    nexo.chooseDrawing(null);
    pen.row.hidden = true;
    nexo.dressPen();
    if (within) pen.buttons.open.focus();
  };

  const full = () => nexo.ink.drawings.length >= nexo.manifest.ink.most;

  nexo.dressPen = function () {
    if (!pen.row) return;
    const { drawings, past, chosen } = nexo.ink;
    TOOLS.forEach((tool) => {
      pen.buttons[tool].disabled = full();
      pen.buttons[tool].setAttribute("aria-pressed", String(pen.tool === tool));
    });
    pen.buttons.undo.disabled = !past.length;
    pen.buttons.remove.disabled = chosen === null;
    pen.buttons.open.setAttribute("aria-expanded", String(!pen.row.hidden));
    const hint = chosen !== null ? "pen_chosen" : pen.tool ? "pen_hint_" + pen.tool : drawings.length ? "pen_choose" : "pen_start";
    say(full() && chosen === null ? nexo.word("pen_full", { most: nexo.manifest.ink.most }) : nexo.word(hint));
  };

  const say = (text) => { if (pen.says.textContent !== text) pen.says.textContent = text; };

  function start(tool, byKey) {
    nexo.stopPen();
    nexo.chooseDrawing(null);
    pen.tool = tool;
    for (const pane of nexo.panes) catchIn(pane).classList.toggle("keys", byKey);
    nexo.panes[0].map.getContainer().focus({ preventScroll: true });
    nexo.dressPen();
  }

  nexo.stopPen = function () {
    if (pen.ask) pen.ask.remove();
    Object.assign(pen, { tool: null, ask: null });
    drop();
    document.querySelectorAll(".nx-ink-catch").forEach((one) => one.remove());
    nexo.dressPen();
  };

  /* Forget what is half drawn. */
  function drop() {
    Object.assign(pen, { from: null, down: null });
    if (!nexo.ink.draft) return;
    nexo.ink.draft = null;
    nexo.panes.forEach(nexo.drawInk);
  }

  /* A sheet over the map takes the pointer while a tool is held: no feature is chosen and the map stays where it is. */
  function catchIn(pane) {
    const sheet = document.createElement("div");
    sheet.className = "nx-ink-catch";
    const at = (event) => pane.map.mouseEventToLatLng(event);
    const moved = (event) => pen.down && Math.hypot(event.clientX - pen.down[0], event.clientY - pen.down[1]) > SHORTEST;
    L.DomEvent.disableClickPropagation(sheet);
    sheet.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (pen.ask) { pen.ask.keep(); return; }
      pane.map.getContainer().focus({ preventScroll: true });
      if (pen.from) { point(pane, at(event)); return; }
      point(pane, at(event));
      pen.down = [event.clientX, event.clientY];
      if (pen.from) sheet.setPointerCapture(event.pointerId);
    });
    sheet.addEventListener("pointermove", (event) => pen.from && !pen.ask && draft(at(event)));
    sheet.addEventListener("pointerup", (event) => { if (pen.from && !pen.ask && moved(event)) point(pane, at(event)); pen.down = null; });
    return pane.map.getContainer().appendChild(sheet);
  }

  const place = (at) => {
    const factor = 10 ** nexo.manifest.ink.decimals;
    return [at.lng, at.lat].map((degrees) => Math.round(degrees * factor) / factor);
  };

  function draft(at) {
    nexo.ink.draft = { kind: pen.tool, points: [place(pen.from), place(at)], text: "" };
    nexo.panes.forEach(nexo.drawInk);
  }

  /* One point more: a note has one, the others two; then its words are asked for. */
  function point(pane, at) {
    if (pen.tool === "note") {
      nexo.ink.draft = { kind: "note", points: [place(at)], text: "" };
      ask(pane, at);
    } else if (!pen.from) {
      pen.from = at;
    } else if (pane.map.latLngToLayerPoint(pen.from).distanceTo(pane.map.latLngToLayerPoint(at)) > SHORTEST) {
      draft(at);
      ask(pane, pen.from);
    }
  }

  function ask(pane, at) {
    const box = document.createElement("form");
    box.className = "nx-ink-ask";
    const field = document.createElement("input");
    field.type = "text";
    field.maxLength = nexo.manifest.ink.longest;
    field.placeholder = nexo.word(pen.tool === "note" ? "pen_text" : "pen_text_optional");
    field.setAttribute("aria-label", field.placeholder);
    box.appendChild(field);
    L.DomEvent.disableClickPropagation(box);
    pane.box.parentElement.appendChild(box); // not in the pane: one behind a divider is cut off there
    const stand = () => {
      const spot = pane.map.latLngToContainerPoint(at);
      const size = pane.map.getSize();
      box.style.left = pane.box.offsetLeft + Math.min(Math.max(spot.x - box.offsetWidth / 2, 8), size.x - box.offsetWidth - 8) + "px";
      box.style.top = Math.min(Math.max(spot.y - box.offsetHeight / 2, 8), size.y - box.offsetHeight - 8) + "px";
    };
    pane.map.on("move zoomend", stand);
    box.addEventListener("keydown", (event) => {
      event.stopPropagation(); // letters are text here, not steps of the year
      if (event.key === "Escape") end(null);
    });
    box.addEventListener("submit", (event) => { event.preventDefault(); end(field.value); });
    field.addEventListener("input", () => {
      if (field.value.length >= field.maxLength) say(nexo.word("pen_long", { longest: field.maxLength }));
      else nexo.dressPen();
    });
    field.addEventListener("blur", () => end(field.value));
    box.keep = () => end(field.value);
    const remove = box.remove.bind(box);
    let open = true;
    box.remove = () => { open = false; pane.map.off("move zoomend", stand); remove(); };
    pen.ask = box;
    stand();
    field.focus({ preventScroll: true });

    /* Without words a note is nothing; an arrow and a circle speak for themselves. */
    function end(text) {
      if (!open) return;
      const made = { ...nexo.ink.draft, text: (text || "").replace(/\s+/g, " ").trim() };
      box.remove();
      pen.ask = null;
      drop();
      pane.map.getContainer().focus({ preventScroll: true });
      if (text !== null && (made.text || made.kind !== "note")) nexo.changeInk([...nexo.ink.drawings, made]);
      if (full()) nexo.stopPen();
      nexo.dressPen();
    }
  }

  /* Before anyone else hears them: Escape puts the pen down, and only then deselects on the map. */
  document.addEventListener("keydown", (event) => {
    if (!nexo.state || nexo.presenting || event.target.tagName === "INPUT") return;
    const pane = nexo.panes.find((one) => one.map.getContainer() === event.target);
    if (event.key === "Escape" && pen.tool) nexo.stopPen();
    else if (event.key === "Escape" && nexo.ink.chosen !== null) nexo.chooseDrawing(null);
    else if ((event.key === "Delete" || event.key === "Backspace") && nexo.ink.chosen !== null) nexo.removeChosen();
    else if (event.key === "Enter" && pen.tool && pane) point(pane, pane.map.getCenter());
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
