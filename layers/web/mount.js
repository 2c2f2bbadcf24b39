/* Mounts the map once in the iframe and applies states to it: the page never rebuilds what is on screen.
   The other files of this folder hang their part on the same `nexo` object; this one is loaded first. */
(function () {
  "use strict";
  const nexo = (window.nexo = {
    manifest: null, files: {}, made: {}, base: {}, panes: [], state: null, waiting: null, viewNumber: null, mounted: null,
    step: Promise.resolve(),
  });
  const SMALLEST_PX = 12; // a feature chosen by name that is smaller than this is zoomed to
  const CLOSE_ZOOM = 8.5;
  const DETAILS_PX = 460; // width of the page's details and the space round them
  const PERU = [[-18.5, -81.6], [0.1, -68.5]];

  nexo.mount = function (map, folder, version) {
    nexo.mounted = String(Date.now()) + Math.random().toString(36).slice(2, 8);
    nexo.folder = folder;
    const parts = nexo.frame();
    parts.panes.appendChild(nexo.paneBox(document.getElementById("map_div"), "left"));
    nexo.addPane(map);
    nexo.step = nexo.fetchJson(folder + "manifest.json?" + version).then(async (manifest) => {
      nexo.manifest = manifest;
      document.documentElement.lang = manifest.lang;
      for (const [name, value] of Object.entries(manifest.tokens)) {
        if (typeof value === "string") document.documentElement.style.setProperty("--" + name.replace(/_/g, "-"), value);
      }
      nexo.dressFrame();
      await Promise.all(Object.entries(manifest.base).map(async ([name, file]) => {
        nexo.base[name] = await nexo.fetchJson(folder + file);
      }));
      nexo.panes.forEach(nexo.drawBase);
      // Widths measured before the type has arrived are another face's.
      document.fonts.ready.then(() => nexo.panes.forEach(nexo.placeLabels));
    }).catch((fault) => nexo.complain("map_files", String(fault)));
  };

  nexo.fetchJson = async function (address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address + ": " + answer.status);
    return answer.json();
  };

  /* One text of the catalogue, with its {fields} filled in. */
  nexo.word = function (key, fields) {
    const words = nexo.manifest ? nexo.manifest.words : {};
    let text = key in words ? words[key] : key;
    for (const [name, value] of Object.entries(fields || {})) text = text.replaceAll("{" + name + "}", value);
    return text;
  };

  nexo.complain = function (key, detail) {
    const box = document.createElement("div");
    box.className = "nx-message";
    box.setAttribute("role", "alert");
    box.textContent = nexo.word(key, { detail });
    document.querySelector(".nx-panes").appendChild(box);
  };

  /* The one entrance for a state. States that arrive while files load are not lost: only the newest is painted. */
  nexo.apply = function (state) {
    nexo.waiting = state;
    nexo.keepMade(state.made || []);
    nexo.step = nexo.step.then(async () => {
      if (nexo.waiting !== state || !nexo.manifest) return;
      const wanted = state.layers.filter((key) => nexo.manifest.layers.some((layer) => layer.key === key));
      wanted.push(...nexo.takeMade(state.made || []));
      await Promise.all(wanted.map(nexo.ensure));
      if (nexo.waiting === state) nexo.show(nexo.upToDate({ ...state, layers: wanted, made: undefined }));
    }).catch((fault) => nexo.complain("map_failed", String(fault)));
    return window.L.featureGroup();
  };

  nexo.ensure = async function (key) {
    if (!nexo.files[key]) {
      const entry = nexo.manifest.layers.find((layer) => layer.key === key);
      nexo.files[key] = await nexo.fetchJson(nexo.folder + entry.file);
    }
    nexo.panes.forEach((pane) => nexo.drawLayer(pane, key));
  };

  nexo.show = function (state) {
    const chosen = (one) => JSON.stringify((one && one.selected) || null);
    const sent = Boolean(state.view) && state.vn !== nexo.viewNumber; // a view that comes with the choice shows it
    const selectedElsewhere = chosen(nexo.state) !== chosen(state) && nexo.state !== null && !sent;
    nexo.state = state;
    nexo.arrange(state);
    nexo.applyView(state);
    nexo.centreHandle();
    nexo.takeInk(state);
    nexo.panes.forEach(nexo.paint);
    nexo.dress();
    if (selectedElsewhere) nexo.reveal(true);
    nexo.panes.forEach(nexo.placeLabels);
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => {
      document.body.dataset.nexoState = JSON.stringify(state);
    }));
  };

  /* A view is obeyed only when its number is new: otherwise a pan made meanwhile would be undone. */
  nexo.applyView = function (state) {
    if (state.vn === nexo.viewNumber) return;
    nexo.viewNumber = state.vn;
    const map = nexo.panes[0].map;
    nexo.fitted = !state.view;
    nexo.quietly(() => {
      if (state.view) map.setView([state.view.lat, state.view.lon], state.view.zoom, { animate: false });
      else nexo.fit();
    });
  };

  /* A feature chosen in the table or by name may lie outside the window: bring it in. */
  nexo.reveal = function (elsewhere) {
    const { selected } = nexo.state;
    const shape = selected && Object.values(nexo.panes[0].layers).flatMap((layer) => layer.shapes).find((one) => nexo.isChosen(one));
    if (!shape) return;
    const { map } = nexo.panes[0];
    if (shape.edge && map.getBounds().intersects(shape.main.getBounds())) return; // any stretch of a line will do
    const size = map.getSize();
    const box = shape.main.getBounds && map.latLngToLayerPoint(shape.main.getBounds().getSouthEast())
      .distanceTo(map.latLngToLayerPoint(shape.main.getBounds().getNorthWest()));
    if (elsewhere && box < SMALLEST_PX && !shape.edge) map.setView(shape.anchor, CLOSE_ZOOM, { animate: false });
    // The page's details lie over the right side of the map: what was chosen must not lie under them.
    const covered = nexo.mode === "side" ? 80 : Math.min(DETAILS_PX, size.x * 0.45);
    map.panInside(shape.anchor, { paddingTopLeft: [80, 80], paddingBottomRight: [covered, 80], animate: false });
  };

  /* The national view: Peru as large as the window allows, clear of the legend on its ocean side. */
  nexo.fit = function () {
    const wide = nexo.mode !== "side" && nexo.panes[0].map.getSize().x > 700;
    nexo.panes[0].map.fitBounds(PERU, { paddingTopLeft: [wide ? 150 : 8, 8], paddingBottomRight: [8, 8], animate: false });
  };

  /* The number of different features among shapes: an outline and its circle are one. */
  nexo.featuresIn = (shapes) => new Set(shapes.map((one) => one.id)).size;

  /* What is drawn, by layer. */
  nexo.summary = function (which) {
    const pane = nexo.panes[which || 0];
    const counts = {};
    for (const key of nexo.state ? nexo.state.layers : []) {
      counts[key] = nexo.featuresIn(pane.layers[key].shapes.filter((one) => one.drawn));
    }
    return counts;
  };
})();
