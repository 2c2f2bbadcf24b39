/* Samples: how the legend shows a look, and what the size of a circle stands for. */
(function () {
  "use strict";
  const nexo = window.nexo;

  /* Circles nested on one foot: what a size stands for. */
  nexo.writeSizes = function (legend, file) {
    const svg = window.L.SVG.create("svg");
    const largest = Math.max(...file.sizes.map((one) => one.r));
    svg.setAttribute("class", "nx-sizes");
    svg.setAttribute("width", 2 * largest + 110);
    svg.setAttribute("height", 2 * largest + 4);
    [...file.sizes].sort((a, b) => b.r - a.r).forEach((size) => {
      const y = 2 * largest + 3 - size.r;
      const circle = window.L.SVG.create("path");
      Object.entries({ d: nexo.symbolPath("circle", largest + 2, y, size.r), fill: "none", stroke: nexo.manifest.tokens.muted, "stroke-width": 1 })
        .forEach(([name, value]) => circle.setAttribute(name, value));
      const text = window.L.SVG.create("text");
      Object.entries({ x: 2 * largest + 12, y: y - size.r + 5, "font-size": 11, fill: nexo.manifest.tokens.muted })
        .forEach(([name, value]) => text.setAttribute(name, value));
      text.textContent = size.label;
      const rule = window.L.SVG.create("path");
      Object.entries({ d: "M" + (largest + 2) + " " + (y - size.r) + "H" + (2 * largest + 9), stroke: nexo.manifest.tokens.no_figure })
        .forEach(([name, value]) => rule.setAttribute(name, value));
      svg.append(circle, rule, text);
    });
    legend.appendChild(svg);
  };

  /* An area's sample: a rectangle, or the arrow that the area is on the map (figure/swatch.py has the same). */
  const AREA_SWATCH = {
    "": "M3 2H23V14H3Z",
    arrow: "M2 7.4L15 5.4V2.4L24 8L15 13.6V10.6L2 8.6Z",
    band: "M2 7.4L23 4.8V11.2L2 8.6Z",
    barred: "M2 7.4L19 5.6V2.4H23V13.6H19V10.4L2 8.6Z",
  };

  nexo.swatch = function (look, size = 1) {
    const svg = window.L.SVG.create("svg");
    svg.setAttribute("viewBox", "0 0 26 15");
    svg.setAttribute("width", 26 * size);
    svg.setAttribute("height", 15 * size);
    const add = (attributes) => {
      const path = window.L.SVG.create("path");
      Object.entries(attributes).forEach(([name, value]) => path.setAttribute(name, value));
      svg.appendChild(path);
    };
    const stroke = { stroke: look.stroke || "none", "stroke-width": look.width, "stroke-dasharray": look.dash || "none", "stroke-opacity": look.opacity ?? 1 };
    if (look.symbol === "line") {
      if (look.casing) {
        add({ d: "M1 8L25 8", stroke: nexo.manifest.tokens.ink, "stroke-width": look.width + 3, "stroke-opacity": 0.45 });
        add({ d: "M1 8L25 8", stroke: "#FFFFFF", "stroke-width": look.width + 2 });
      }
      add({ ...stroke, d: "M1 8L25 8" });
      return svg;
    }
    const fill = { fill: look.hatch ? "url(#nx-hatch)" : look.fill || "none", "fill-opacity": look.hatch ? 1 : look.fill_opacity };
    const area = look.symbol === "area";
    add({ ...stroke, ...fill, d: area ? AREA_SWATCH[look.swatch || ""] : nexo.symbolPath(look.symbol, 13, 8, 5.5) });
    const inner = nexo.innerSymbol(look.inner);
    if (inner) add({ d: nexo.symbolPath(inner, 13, 8, 2.4), stroke: look.inner_colour || look.stroke, "stroke-width": 1.2, fill: "none" });
    return svg;
  };
})();
