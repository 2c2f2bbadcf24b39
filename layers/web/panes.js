/* Panes: one Leaflet map a pane, one renderer a map; two panes move together. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const CANVAS_FROM = 2000; // shapes above which one canvas is faster than SVG
  const BOUNDS = [[-80, -260], [85, 330]]; // the world once and a half: Asian legs run over the antimeridian

  nexo.paneBox = function (div, side) {
    const box = document.createElement("div");
    box.className = "nx-pane";
    box.dataset.side = side;
    box.appendChild(div);
    const year = document.createElement("div");
    year.className = "nx-year";
    box.appendChild(year);
    return box;
  };

  nexo.addPane = function (map) {
    const pane = { map, layers: {}, year: null, box: map.getContainer().parentElement, renderer: null, labels: null };
    pane.renderer = window.L.svg({ padding: 0.6 }).addTo(map);
    pane.baseRenderer = window.L.svg({ padding: 0.6, pane: "tilePane" }).addTo(map);
    // Relief lies over the land and under every line: each of the three has a pane of its own.
    map.createPane("nexoRelief").style.zIndex = 210;
    map.createPane("nexoLines").style.zIndex = 220;
    pane.lineRenderer = window.L.svg({ padding: 0.6, pane: "nexoLines" }).addTo(map);
    pane.canvas = false;
    pane.labels = map.createPane("nexoLabels");
    pane.labels.classList.add("nx-labels");
    pane.labels.style.zIndex = 620;
    nexo.defineHatch(pane);
    nexo.addInk(pane);
    map.setMaxBounds(BOUNDS);
    if (map.zoomControl) map.zoomControl.setPosition("topright");
    window.L.control.scale({ imperial: false, position: "bottomright", maxWidth: 120 }).addTo(map);
    map.on("click", () => nexo.choose(null));
    map.on("moveend", () => nexo.moved(pane));
    map.on("move", () => nexo.follow(pane));
    map.on("zoomend", () => nexo.state && pane.year && nexo.paint(pane));
    map.on("moveend zoomend resize", () => nexo.placeLabels(pane));
    pane.observer = new ResizeObserver(() => {
      if (!pane.box.clientWidth || !pane.box.clientHeight) return; // a frame on its way in or out has no size to fit
      nexo.quietly(() => {
        map.invalidateSize({ animate: false, pan: true });
        if (nexo.fitted && pane === nexo.panes[0]) nexo.fit();
      });
      nexo.refoldLegend();
    });
    pane.observer.observe(pane.box);
    nexo.panes.push(pane);
    return pane;
  };

  nexo.openSecondPane = function () {
    const div = document.createElement("div");
    div.id = "nexo-second";
    const box = nexo.paneBox(div, "right");
    document.querySelector(".nx-panes").appendChild(box);
    const first = nexo.panes[0].map;
    const map = window.L.map(div, { ...first.options, center: first.getCenter(), zoom: first.getZoom(), layers: [],
      renderer: undefined, attributionControl: false });
    const pane = nexo.addPane(map);
    nexo.drawBase(pane);
    nexo.state.layers.forEach((key) => nexo.drawLayer(pane, key));
    nexo.quietly(() => first.invalidateSize({ animate: false }));
    nexo.follow(nexo.panes[0]);
  };

  nexo.closeSecondPane = function () {
    const pane = nexo.panes.pop();
    pane.observer.disconnect(); // it would measure a map that is no more
    pane.map.remove();
    pane.box.remove();
    nexo.quietly(() => nexo.panes[0].map.invalidateSize({ animate: false }));
  };

  /* Moves that are not the reader's own are not reported. */
  nexo.quietly = function (move) {
    nexo.programmatic = true;
    move();
    nexo.programmatic = false;
  };

  nexo.follow = function (pane) {
    if (nexo.following || nexo.panes.length < 2) return;
    nexo.following = true;
    for (const other of nexo.panes) {
      if (other !== pane) other.map.setView(pane.map.getCenter(), pane.map.getZoom(), { animate: false });
    }
    nexo.following = false;
  };

  /* Reported half a second after the last pan, so that a page change or a link can restore it. */
  nexo.moved = function (pane) {
    if (nexo.programmatic || nexo.following || nexo.presenting) return;
    nexo.fitted = false;
    window.clearTimeout(nexo.moveTimer);
    nexo.moveTimer = window.setTimeout(() => nexo.report({ view: nexo.viewport(pane.map) }), 500);
  };

  nexo.viewport = function (map) {
    const centre = map.getCenter();
    const size = map.getSize();
    const bounds = map.getBounds();
    const round = (number) => Math.round(number * 1e5) / 1e5;
    return { lat: round(centre.lat), lon: round(centre.lng), zoom: Math.round(map.getZoom() * 100) / 100, width: size.x, height: size.y,
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map(round) };
  };

  /* Draws each base file into the pane under the data: never clickable, never stronger than the data. */
  nexo.drawBase = function (pane) {
    const tokens = nexo.manifest.tokens;
    const land = { renderer: pane.baseRenderer, pane: "tilePane", interactive: false };
    const lines = { renderer: pane.lineRenderer, pane: "nexoLines", interactive: false };
    const plain = (name, style, where = lines) => nexo.base[name]
      && window.L.geoJSON(nexo.base[name], { ...where, style }).addTo(pane.map);
    plain("world", () => ({ fillColor: tokens.land_neighbour, fillOpacity: 1, color: tokens.border_country, weight: 0.5, opacity: 0.5 }), land);
    plain("countries", (feature) => ({
      fillColor: feature.properties.iso2 === "PE" ? tokens.land_peru : tokens.land_neighbour, fillOpacity: 1, stroke: false }), land);
    const relief = nexo.drawRelief(pane);
    plain("departments", () => ({ fill: false, color: tokens.border_department, weight: 0.8, className: "nx-departments" }));
    const rivers = plain("rivers", (feature) => ({ color: tokens.river, weight: feature.properties.rank > 2 ? 0.7 : 1.1, opacity: 0.9 }));
    plain("lakes", () => ({ fillColor: tokens.sea, fillOpacity: 1, color: tokens.river, weight: 0.7 }));
    const borders = plain("countries", (feature) => ({ fill: false, color: tokens.border_country,
      weight: feature.properties.iso2 === "PE" ? 1.6 : 0.9, opacity: feature.properties.iso2 === "PE" ? 1 : 0.7 }));
    const fade = () => {
      // Department lines are made for 1:10,000,000: beyond zoom 8 they are generalised and fade.
      const zoom = pane.map.getZoom();
      pane.box.style.setProperty("--generalised", zoom > 8 ? "0.35" : "1");
      relief?.setOpacity(nexo.reliefOpacity(zoom));
      rivers?.eachLayer((river) => { river._path.style.display = zoom >= river.feature.properties.min_zoom ? "" : "none"; });
      borders?.eachLayer((border) => { border._path.style.strokeWidth = zoom < 4.5 ? "0.6px" : ""; });
    };
    pane.map.on("zoomend", fade);
    fade();
  };

  nexo.drawRelief = function (pane) {
    const { relief } = nexo.manifest;
    return relief && window.L.imageOverlay(nexo.folder + relief.file, relief.bounds,
      { pane: "nexoRelief", className: "nx-relief", opacity: nexo.reliefOpacity(pane.map.getZoom()) }).addTo(pane.map);
  };

  nexo.reliefOpacity = function (zoom) {
    const { relief_opacity: full, relief_fades_from_zoom: from, relief_gone_at_zoom: gone } = nexo.manifest.tokens;
    return full * Math.min(1, Math.max(0, (gone - zoom) / (gone - from)));
  };

  /* More shapes than SVG carries well: move everything of this pane to one canvas, in layer order. */
  nexo.chooseRenderer = function (pane, coming) {
    const count = Object.values(pane.layers).reduce((sum, layer) => sum + layer.shapes.length, 0) + coming;
    if (pane.canvas || count <= CANVAS_FROM) return;
    const keys = Object.keys(pane.layers);
    for (const key of keys) pane.layers[key].shapes.forEach((one) => one.parts.forEach((part) => part.remove()));
    pane.renderer.remove();
    pane.renderer = window.L.canvas({ padding: 0.4, tolerance: 4 }).addTo(pane.map);
    pane.canvas = true;
    pane.layers = {};
    keys.forEach((key) => nexo.drawLayer(pane, key));
  };
})();
