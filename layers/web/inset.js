/* The locator inset: where in Peru, or where in the world, the window lies. Shown only when it does not show all of Peru. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const SIZE = { width: 78, height: 108 };
  const PERU = { west: -81.6, south: -18.6, east: -68.4, north: 0.3 };
  const FROM_ZOOM = 6.6;

  const place = ([lon, lat]) => [
    (lon - PERU.west) / (PERU.east - PERU.west) * (SIZE.width - 8) + 4,
    (PERU.north - lat) / (PERU.north - PERU.south) * (SIZE.height - 8) + 4,
  ].map((value) => Math.round(value * 10) / 10);

  function outline(geometry) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) => "M" + rings[0].filter((_, index) => index % 4 === 0).map((at) => place(at).join(" ")).join("L") + "Z").join("");
  }

  function make(pane) {
    const peru = nexo.base.countries && nexo.base.countries.features.find((one) => one.properties.iso2 === "PE");
    if (!peru) return null;
    const svg = window.L.SVG.create("svg");
    svg.setAttribute("class", "nx-inset");
    svg.setAttribute("width", SIZE.width);
    svg.setAttribute("height", SIZE.height);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", nexo.word("inset_label"));
    const land = window.L.SVG.create("path");
    land.setAttribute("d", outline(peru.geometry));
    land.setAttribute("class", "nx-inset-land");
    const frame = window.L.SVG.create("rect");
    frame.setAttribute("class", "nx-inset-frame");
    svg.append(land, frame);
    pane.box.appendChild(svg);
    return svg;
  }

  nexo.placeInset = function (pane) {
    pane.inset = pane.inset || make(pane);
    if (!pane.inset) return;
    const bounds = pane.map.getBounds();
    const [left, top] = place([bounds.getWest(), bounds.getNorth()]);
    const [right, bottom] = place([bounds.getEast(), bounds.getSouth()]);
    const inside = right > 0 && left < SIZE.width && bottom > 0 && top < SIZE.height;
    pane.inset.style.display = pane.map.getZoom() >= FROM_ZOOM && inside ? "" : "none";
    const frame = pane.inset.lastChild;
    const cut = (value, most) => Math.min(most - 1, Math.max(1, value));
    const box = { x: cut(left, SIZE.width), y: cut(top, SIZE.height) };
    box.width = Math.max(3, cut(right, SIZE.width) - box.x);
    box.height = Math.max(3, cut(bottom, SIZE.height) - box.y);
    Object.entries(box).forEach(([name, value]) => frame.setAttribute(name, value));
  };
})();
