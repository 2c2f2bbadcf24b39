/* Lines: a dark edge, a white casing, the line itself, arrowheads, and dashes that run the way of travel. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const L = window.L;
  const EDGE_PX = 2.6, CASING_PX = 1.7, SELECTED_EDGE_PX = 5.0;
  const EDGE_OPACITY = 0.5, BROKEN_EDGE_OPACITY = 0.28, SELECTED_EDGE_OPACITY = 0.9;

  /* Lines are thinner on a small-scale map, or they would cover what they join. */
  nexo.lineScale = (map) => Math.min(1, Math.max(0.66, 0.66 + (map.getZoom() - 3) * 0.136));

  nexo.buildLine = function (shape, depth, file, options) {
    const { geometry, properties } = shape.feature;
    const coordinates = L.GeoJSON.coordsToLatLngs(geometry.coordinates, depth);
    const legs = depth === 0 ? [coordinates] : coordinates;
    const line = { ...options, smoothFactor: 1, lineCap: "round", fill: false };
    shape.edge = L.polyline(coordinates, line);
    shape.casing = L.polyline(coordinates, line);
    shape.main = L.polyline(coordinates, { ...line, lineCap: "butt" });
    shape.hit = L.polyline(coordinates, { ...line, className: "", opacity: 0, weight: 14, interactive: true });
    shape.parts.push(shape.edge, shape.casing, shape.main);
    if (file.flows) {
      shape.flow = L.polyline(coordinates, { ...line, className: "nx-flow", color: "#FFFFFF" });
      shape.parts.push(shape.flow);
    }
    if (file.looks.some((look) => look.arrow)) {
      const heads = (properties.arrows || []).map(([lon, lat, angle]) => nexo.arrowAt(L.latLng(lat, lon), angle, options));
      shape.arrows = heads.length ? heads : nexo.arrowsOf(legs, options);
      shape.parts.push(...shape.arrows);
    }
    shape.parts.push(shape.hit);
    shape.anchor = legs[0][Math.floor(legs[0].length / 2)];
  };

  nexo.arrowAt = (at, angle, options) => new nexo.Mark(at, { ...options, symbol: "arrow", angle, fill: true });

  /* Where a layer does not say where its arrowheads stand: at the end, and in the middle of the longest leg. */
  nexo.arrowsOf = function (legs, options) {
    const longest = legs.reduce((best, leg) => (leg[0].distanceTo(leg.at(-1)) > best[0].distanceTo(best.at(-1)) ? leg : best));
    const middle = Math.ceil(longest.length / 2);
    return [legs.at(-1).slice(-2), longest.slice(middle - 1, middle + 1)].map(([from, to]) => {
      const start = L.CRS.EPSG3857.latLngToPoint(from, 8);
      const end = L.CRS.EPSG3857.latLngToPoint(to, 8);
      return nexo.arrowAt(to, Math.atan2(end.y - start.y, end.x - start.x), options);
    });
  };

  nexo.lineWidth = (pane, shape, look) => (shape.entry.w || look.width) * nexo.lineScale(pane.map) + (shape.selected ? 1.8 : 0);

  nexo.restyleLine = function (pane, shape, look, width, fade) {
    const { ink } = nexo.manifest.tokens;
    const cased = look.casing || shape.selected ? fade : 0;
    const edge = shape.selected ? SELECTED_EDGE_OPACITY : look.dash ? BROKEN_EDGE_OPACITY : EDGE_OPACITY;
    shape.edge.setStyle({ color: ink, weight: width + (shape.selected ? SELECTED_EDGE_PX : EDGE_PX), opacity: cased * edge });
    shape.casing.setStyle({ color: "#FFFFFF", weight: width + CASING_PX, opacity: cased });
    if (shape.flow) {
      const flows = (nexo.state.options || {}).motion === "flow" && !pane.canvas;
      nexo.setVisible(pane, shape.flow, flows);
      shape.flow.setStyle({ weight: Math.max(0.9, width * 0.7), opacity: fade * 0.95 });
    }
    (shape.arrows || []).forEach((arrow) => {
      nexo.setVisible(pane, arrow, Boolean(look.arrow));
      arrow.setRadius(4.6 + width * 0.9);
      arrow.setStyle({ color: "#FFFFFF", weight: 1.2, opacity: fade, fillColor: look.stroke, fillOpacity: fade });
    });
  };
})();
