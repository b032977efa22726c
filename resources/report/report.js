// Draws the charts of the page with dygraphs, sorts its tables, and saves the data that it holds.
"use strict";
(() => {
  const darkTheme = window.matchMedia("(prefers-color-scheme: dark)");
  const stored = (id) => JSON.parse(document.getElementById(id).textContent);
  const words = stored("words");
  const said = (english) => words[english] ?? english;
  const themed = (colour) => colour[darkTheme.matches ? 1 : 0];
  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Numbers as everywhere in Breakeven: three digits, engineering units, a thin space before the unit.
  const units = {
    duration: [[1, "s"], [1e-3, "ms"], [1e-6, "µs"], [1e-9, "ns"]],
    count: [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"], [1, ""]],
  };
  const digits = (value) => String(Number(value.toPrecision(3)));
  const inUnits = (value, list) => {
    if (value === 0) return "0";
    const [scale, name] = list.find(([size]) => Math.abs(value) >= size * 0.9995) ?? list[list.length - 1];
    return digits(value / scale) + (name && "\u2009" + name);
  };
  const ratio = (value) => {
    const power = Math.round(Math.log10(Math.abs(value)));
    if (value === 0 || power > -4 || digits(value) !== digits(10 ** power)) return digits(value);
    return "10⁻" + [...String(-power)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("");
  };
  const tickText = (value, quantity) => {
    switch (quantity) {
      case "duration": return inUnits(value, units.duration);
      case "items":
      case "chunk": return inUnits(value, units.count);
      case "share": return digits(value * 100) + "\u2009%";
      case "speedup": return ratio(value) + "×";
      default: return digits(value);
    }
  };

  // Less the unit, where every tick names it.
  const axisTitle = (axis) => axis.title.replace(/ \((s|×|%)\)$/, "");

  // Ticks at 1, 2 and 5 where there is room for them, else at powers; labels keep `room` pixels apart.
  const logTicks = (low, high, pixels, room, least) => {
    const perDecade = pixels / Math.log10(high / low);
    const steps = perDecade > 3.5 * room ? [1, 2, 5] : [1];
    const stride = Math.max(1, Math.ceil(room / perDecade));
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); ++power) {
      if (power % stride !== 0) continue;
      for (const step of steps) ticks.push(Number(`${step}e${power}`));
    }
    const shown = ticks.filter((tick) => tick >= low * 0.999999 && tick <= high * 1.000001);
    return shown.length > 1 ? shown : linearTicks(low, high, pixels, room, least);
  };
  const linearTicks = (low, high, pixels, room, least = 0) => {
    const rough = (high - low) / Math.max(1, pixels / room);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = Math.max(least, [1, 2, 5, 10].find((factor) => factor * power >= rough) * power);
    const ticks = [];
    for (let index = Math.ceil(low / step); index * step <= high * 1.000001; ++index) ticks.push(index * step);
    return ticks;
  };

  // Corners at equal angles, the first one on top.
  const around = (count, radiusOf) => Array.from({ length: count }, (_, corner) =>
    [radiusOf(corner) * Math.sin(2 * Math.PI * corner / count), -radiusOf(corner) * Math.cos(2 * Math.PI * corner / count)]);

  // Corners of a curve's sign around a place; a disc has none.
  const corners = (sign, x, y, radius) => ({
    square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
    diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
    triangle: [[0, -1.1], [1.1, 0.9], [-1.1, 0.9]],
    pentagon: around(5, () => 1.2),
    star: around(10, (corner) => corner % 2 ? 0.55 : 1.4),
  }[sign] ?? []).map(([right, down]) => [x + right * radius, y + down * radius]);

  const swatch = (colour, dash, sign, hollow) => {
    const width = dash.length ? 44 : 28;  // room for the dash on both sides of the sign
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", width);
    svg.setAttribute("height", "10");
    svg.setAttribute("aria-hidden", "true");
    const add = (name, attributes) => {
      const shape = document.createElementNS(svg.namespaceURI, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
      svg.append(shape);
    };
    add("line", { x1: 1, x2: width - 1, y1: 5, y2: 5, stroke: colour, "stroke-width": 2, "stroke-dasharray": dash.join(" ") || "none" });
    if (sign !== null) {
      const look = { stroke: colour, "stroke-width": 1.5, fill: hollow ? variable("--paper") : colour };
      const points = corners(sign, width / 2, 5, 3);
      if (points.length) add("polygon", { points: points.join(" "), ...look });
      else add("circle", { cx: width / 2, cy: 5, r: 3, ...look });
    }
    return svg;
  };

  const between = -1;  // in the place of a point's index: a corner of the line, nothing measured

  class Chart {
    constructor(plot) {
      this.plot = plot;
      this.log = { x: plot.x.log, y: plot.y.log };
      this.hidden = new Set();
      const figure = document.getElementById("chart-" + plot.id);
      this.area = figure.querySelector(".chart");
      this.area.tabIndex = 0;
      this.area.setAttribute("role", "group");
      this.area.setAttribute("aria-label", `${figure.querySelector("figcaption").textContent}; ${said("its numbers are in the table below")}`);
      this.area.addEventListener("keydown", (event) => this.onKey(event));
      const tools = make("span", { className: "tools" });
      for (const axis of ["x", "y"]) {
        const button = make("button", { type: "button" });
        button.dataset.axis = axis;
        button.addEventListener("click", () => {
          this.log[axis] = !this.log[axis];
          this.draw();
        });
        tools.append(button);
      }
      const reset = make("button", { type: "button", textContent: said("Reset") });
      reset.dataset.reset = "";
      reset.addEventListener("click", () => this.reset());
      tools.append(reset);
      figure.querySelector("figcaption").append(tools);
      this.legend = make("ul", { className: "legend" });
      this.area.before(make("p", { className: "quiet axis", textContent: axisTitle(plot.y) }));
      this.area.after(this.legend);
      this.tools = tools;
      this.draw();
    }

    // What the axis can show; on a logarithmic one that is not all.
    values(axis) {
      const values = [];
      for (const series of this.plot.series) {
        for (const [x, y, low, high] of series.points) values.push(...(axis === "x" ? [x] : [y, low ?? y, high ?? y]));
      }
      for (const guide of this.plot.guides) if (guide.horizontal === (axis === "y")) values.push(guide.at);
      return this.log[axis] ? values.filter((value) => value > 0) : values;
    }

    // The whole of it, with a margin in which the outermost points and ticks are seen.
    home(axis) {
      const [low, high] = this.span(axis);
      if (!this.log[axis]) return [low < 0 ? low - (high - low) * 0.02 : low, high + (high - low) * 0.02];
      const margin = (high / low) ** 0.02;
      return [low / margin, high * margin];
    }

    span(axis) {
      if (this.log[axis] === this.plot[axis].log) return this.plot[axis].range;
      const values = this.values(axis);
      const low = Math.min(...values);
      const high = Math.max(...values);
      if (!this.log[axis]) return [Math.min(0, low * 1.05), Math.max(high * 1.05, 1e-12)];
      const first = Math.floor(Math.log10(low));
      return [10 ** first, 10 ** Math.max(first + 1, Math.ceil(Math.log10(high)))];
    }

    rows() {
      const fits = (value, axis) => !this.log[axis] || value > 0;
      const at = this.plot.series.map((series) => new Map(series.points.map((point) => [point[0], point])));
      this.positions = this.plot.positions.filter(([x]) => fits(x, "x"));
      return this.positions.map(([x]) => [x, ...at.map((points, index) => {
        const point = points.get(x);
        if (!point || !fits(point[1], "y")) return null;
        const [, y, low, high] = point;
        const hasBand = this.plot.series[index].weight !== "thin";
        return hasBand && low !== null && high !== null && fits(low, "y") ? [low, y, high] : [y, y, y];
      })]);
    }

    axisOptions(axis, room) {
      const { quantity } = this.plot[axis];
      const least = ["items", "chunk", "workers"].includes(quantity) ? 1 : 0;  // there are no halves of them
      return {
        logscale: this.log[axis],
        axisLabelWidth: axis === "x" ? 64 : 68,
        drawGrid: true,
        ticker: (low, high, pixels) =>
          (this.log[axis] ? logTicks : linearTicks)(low, high, pixels, room, least).map((v) => ({ v, label: tickText(v, quantity) })),
      };
    }

    options() {
      const series = {};
      this.plot.series.forEach((each, index) => {
        const colour = themed(each.colour);
        const isThin = each.weight === "thin";
        series["s" + index] = isThin ? {
          color: colour + "80",
          strokeWidth: 1,
          drawPoints: false,
          drawHighlightPointCallback: () => {},
        } : {
          color: colour,
          strokePattern: each.dash.length ? each.dash : null,
          strokeWidth: each.weight === "thick" ? 3.5 : 2,
          drawPointCallback: (g, name, context, x, y, stroke, size, index) => {
            if (index !== between) this.dot(context, x, y, colour, each, 3.5);
          },
          drawHighlightPointCallback: (g, name, context, x, y) => this.dot(context, x, y, colour, each, 5),
        };
      });
      return {
        labels: ["x", ...this.plot.series.map((_, index) => "s" + index)],
        series,
        visibility: this.plot.series.map((_, index) => !this.hidden.has(index)),
        axes: { x: this.axisOptions("x", 70), y: this.axisOptions("y", 36) },
        dateWindow: this.home("x"),
        valueRange: this.home("y"),
        customBars: true,
        plotter: [this.bands, Dygraph.Plotters.linePlotter].map((draw) => (of) => draw({ ...of, points: this.bent(of) })),
        connectSeparatedPoints: true,
        legend: "never",
        xlabel: axisTitle(this.plot.x),
        drawPoints: true,
        strokeWidth: 2,
        axisLineColor: variable("--quiet"),
        gridLineColor: variable("--grid"),
        gridLineWidth: 1,
        rightGap: 12,
        animatedZooms: false,
        underlayCallback: (context, area, g) => this.underlay(context, area, g),
        highlightCallback: (event, x) => this.hover(x),
        unhighlightCallback: () => this.leave(),
        drawCallback: () => this.leave(),  // what was pointed at may be elsewhere, or out of sight
        interactionModel: this.interaction(),
      };
    }

    draw() {
      this.graph?.destroy();
      const div = make("div", { className: "plot" });
      this.cross = make("div", { className: "cross", hidden: true });
      this.box = make("div", { className: "hover", hidden: true });
      this.box.setAttribute("role", "status");
      this.area.replaceChildren(div, this.cross, this.box);
      this.graph = new Dygraph(div, this.rows(), this.options());
      for (const button of this.tools.querySelectorAll("[data-axis]")) {
        const { axis } = button.dataset;
        button.textContent = said(`${axis}: ${this.log[axis] ? "logarithmic" : "linear"}`);
        button.setAttribute("aria-pressed", String(this.log[axis]));
      }
      this.fillLegend();
    }

    fillLegend() {
      const items = this.plot.series.flatMap((series, index) => {
        if (series.weight === "thin") return [];
        const button = make("button", { type: "button" }, swatch(themed(series.colour), series.dash, series.sign, series.hollow), series.label);
        button.setAttribute("aria-pressed", String(!this.hidden.has(index)));
        button.addEventListener("click", () => {
          if (!this.hidden.delete(index)) this.hidden.add(index);
          button.setAttribute("aria-pressed", String(!this.hidden.has(index)));
          this.graph.setVisibility(index, !this.hidden.has(index));
          this.leave();
        });
        return [make("li", {}, button)];
      });
      const fixed = (label, colour, dash) =>
        items.push(make("li", { className: "fixed" }, swatch(colour, dash, null, false), label));
      for (const bound of this.plot.bounds) fixed(bound.label, variable("--quiet"), [2, 3]);
      for (const marker of this.plot.markers) fixed(`${marker.what} ${marker.label}`, themed(marker.colour), [5, 4]);
      this.legend.replaceChildren(...items);
    }

    // Break-evens are interpolated between sizes as powers, which are straight where both axes are logarithmic alone.
    // Elsewhere lines and bands get corners in between, in sight, so that they cross where the number says.
    bent({ points, plotArea }) {
      const step = 3;
      const drawn = points.filter(({ yval }) => yval !== null && !isNaN(yval));
      const isStraight = this.plot.x.quantity !== "items" || (this.log.x && this.log.y);
      if (isStraight || drawn.length * 4 > plotArea.w) return drawn;
      return drawn.flatMap((to, index) => {
        const from = drawn[index - 1];
        if (!from || from.xval <= 0) return [to];
        const corners = [];
        const first = Math.max(plotArea.x, from.canvasx + step);
        for (let canvasx = first; canvasx < Math.min(to.canvasx, plotArea.x + plotArea.w); canvasx += step) {
          const share = (canvasx - from.canvasx) / (to.canvasx - from.canvasx);
          const whole = to.xval / from.xval;
          const power = this.log.x ? share : Math.log(1 + share * (whole - 1)) / Math.log(whole);
          const middle = (place, value) => {
            const growth = to[value] / from[value];
            const isPower = from[value] > 0 && to[value] > 0 && growth !== 1 && !this.log.y;
            const up = isPower ? (growth ** power - 1) / (growth - 1) : power;
            return from[place] + up * (to[place] - from[place]);
          };
          corners.push({ ...to, idx: between, canvasx, canvasy: middle("canvasy", "yval"),
            y_top: middle("y_top", "yval_minus"), y_bottom: middle("y_bottom", "yval_plus") });
        }
        return [...corners, to];
      });
    }

    // A band ends where a point has no interval, since narrowing to it would tell that it is exact. One alone is a bar.
    bands({ points, plotArea, color, drawingContext: context }) {
      const halfBar = 4;
      const drawn = points.filter(({ yval }) => yval !== null && !isNaN(yval));
      const isWide = (point) => point !== undefined && point.y_top !== point.y_bottom;
      const outline = (corners) => {
        corners.forEach(([x, share], index) => {
          const y = plotArea.y + plotArea.h * share;
          index === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
        });
        context.closePath();
      };
      context.save();
      context.globalAlpha = 0.18;
      context.fillStyle = color;
      context.beginPath();
      drawn.forEach((point, index) => {
        const next = drawn[index + 1];
        if (!isWide(point)) return;
        const { canvasx: x, y_top: top, y_bottom: bottom } = point;
        if (isWide(next)) {
          outline([[x, top], [next.canvasx, next.y_top], [next.canvasx, next.y_bottom], [x, bottom]]);
        } else if (!isWide(drawn[index - 1])) {
          outline([[x - halfBar, top], [x + halfBar, top], [x + halfBar, bottom], [x - halfBar, bottom]]);
        }
      });
      context.fill();
      context.restore();
    }

    dot(context, x, y, colour, { sign, hollow }, radius) {
      const points = corners(sign, x, y, radius);
      context.beginPath();
      if (points.length) points.forEach(([right, down]) => context.lineTo(right, down));
      else context.arc(x, y, radius, 0, 2 * Math.PI);
      context.closePath();
      context.fillStyle = hollow ? variable("--paper") : colour;
      context.strokeStyle = colour;
      context.lineWidth = 1.5;
      context.setLineDash([]);
      context.fill();
      context.stroke();
    }

    // Break-evens with their intervals, guides and bounds: below the curves.
    underlay(context, area, g) {
      const xAt = (x) => area.x + g.toPercentXCoord(x) * area.w;  // toDomXCoord takes every axis for linear
      const yAt = (y) => g.toDomYCoord(y);
      const line = (points, colour, dash, width = 1) => {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.setLineDash(dash);
        context.beginPath();
        for (const [x, y] of points) context.lineTo(x, y);
        context.stroke();
      };
      context.save();
      context.beginPath();
      context.rect(area.x, area.y, area.w, area.h);
      context.clip();
      const bottom = area.y + area.h;
      const right = area.x + area.w;
      for (const marker of this.plot.markers) {
        if (this.log.x && marker.x <= 0) continue;
        const colour = themed(marker.colour);
        if (marker.low !== null && marker.high !== null) {
          const from = this.log.x && marker.low <= 0 ? area.x : xAt(marker.low);
          context.globalAlpha = 0.14;
          context.fillStyle = colour;
          context.fillRect(from, area.y, Math.max(1, xAt(marker.high) - from), area.h);
          context.globalAlpha = 1;
        }
        line([[xAt(marker.x), area.y], [xAt(marker.x), bottom]], colour, [5, 4]);
      }
      const quiet = variable("--quiet");
      for (const bound of this.plot.bounds) {
        const measured = bound.points.filter(([x, y]) => (!this.log.x || x > 0) && (!this.log.y || y > 0))
          .map(([x, y]) => ({ xval: x, yval: y, canvasx: xAt(x), canvasy: yAt(y) }));
        const points = this.bent({ points: measured, plotArea: area }).map(({ canvasx, canvasy }) => [canvasx, canvasy]);
        if (points.length === 1) line([[points[0][0] - 8, points[0][1]], [points[0][0] + 8, points[0][1]]], quiet, [2, 3], 1.5);
        else line(points, quiet, [2, 3], 1.5);
      }
      context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
      context.textAlign = "right";
      const label = (text, x, y) => {  // on a rim of paper, since curves may pass below it
        context.setLineDash([]);
        context.lineWidth = 4;
        context.strokeStyle = variable("--paper");
        context.strokeText(text, x, y);
        context.fillStyle = quiet;
        context.fillText(text, x, y);
      };
      // At the end of the line, or at its beginning where a curve has a point.
      const places = this.plot.series.flatMap((series, index) => this.hidden.has(index) ? [] : series.points)
        .filter(([x, y]) => (!this.log.x || x > 0) && (!this.log.y || y > 0)).map(([x, y]) => [xAt(x), yAt(y)]);
      const rowLabel = (guide, y) => {
        const from = right - 8 - context.measureText(guide.label).width;
        const isTaken = places.some(([px, py]) => px > from && py > y - 16 && py < y + 8);
        label(guide.label, isTaken ? area.x + 4 + right - from - 8 : right - 4, y);
      };
      // Of two lines that are near each other the upper one is labelled above, the lower one below.
      const heights = this.plot.guides.filter((guide) => guide.horizontal).map((guide) => yAt(guide.at));
      const hasNeighbour = (at) => heights.some((other) => other < at && at - other < 18);
      // Of upright lines that are near each other each is labelled in a row of its own, from the foot upwards.
      const upright = this.plot.guides.filter((guide) => !guide.horizontal).sort((a, b) => a.at - b.at);
      const uprightRow = (guide) => {
        let row = 0;
        for (let index = upright.indexOf(guide); index > 0; --index, ++row) {
          const width = context.measureText(upright[index].label).width + 12;
          if (xAt(upright[index].at) - xAt(upright[index - 1].at) > width) break;
        }
        return row;
      };
      for (const guide of this.plot.guides) {
        if (guide.at <= 0 && this.log[guide.horizontal ? "y" : "x"]) continue;
        const at = guide.horizontal ? yAt(guide.at) : xAt(guide.at);
        line(guide.horizontal ? [[area.x, at], [right, at]] : [[at, area.y], [at, bottom]], quiet, []);
        const isBelow = hasNeighbour(at) || at - 16 < area.y;  // above the area nothing is seen
        if (guide.horizontal) rowLabel(guide, isBelow ? at + 14 : at - 4);
        else label(guide.label, at - 4, bottom - 10 - 15 * uprightRow(guide));
      }
      context.restore();
    }

    hover(x) {
      const isWithin = (value, [low, high]) => low <= value && value <= high;
      if (!isWithin(x, this.graph.xAxisRange())) return this.leave();
      const text = this.positions.find(([position]) => position === x)?.[1] ?? "";
      const table = make("table", {}, make("caption", { textContent: text }));
      this.plot.series.forEach((series, index) => {
        const point = series.points.find(([at]) => at === x);
        if (!point || this.hidden.has(index) || series.weight === "thin") return;
        if (!isWithin(point[1], this.graph.yAxisRange(0))) return;
        table.append(make("tr", {},
          make("td", {}, swatch(themed(series.colour), series.dash, series.sign, series.hollow)),
          make("td", { textContent: series.label }),
          make("td", { textContent: point[4] })));
      });
      this.box.replaceChildren(table);
      const area = this.graph.getArea();
      const at = area.x + this.graph.toPercentXCoord(x) * area.w;
      const isRight = at > area.x + area.w / 2;
      this.box.style.left = isRight ? "auto" : `${at + 14}px`;
      this.box.style.right = isRight ? `${this.area.clientWidth - at + 14}px` : "auto";
      this.cross.style.left = `${at}px`;
      this.cross.style.height = `${area.h}px`;
      this.box.hidden = this.cross.hidden = false;
    }

    leave() {
      this.box.hidden = this.cross.hidden = true;
    }

    interaction() {
      const model = Object.assign({}, Dygraph.defaultInteractionModel);
      // A finger scrolls the page; a tap still reads the values.
      for (const event of ["touchstart", "touchmove", "touchend"]) delete model[event];
      const press = model.mousedown;
      model.mousedown = (event, g, context) => {
        this.area.focus({ preventScroll: true });
        press(event, g, context);
      };
      model.dblclick = () => this.reset();
      // The wheel scrolls the page until the chart was chosen.
      model.wheel = (event) => {
        if (!event.ctrlKey && document.activeElement !== this.area) return;
        event.preventDefault();
        const { left, top } = this.area.getBoundingClientRect();
        this.zoom(event.deltaY < 0 ? 0.8 : 1.25, this.graph.toDataXCoord(event.clientX - left), this.graph.toDataYCoord(event.clientY - top));
      };
      return model;
    }

    range(axis) {
      return axis === "x" ? this.graph.xAxisRange() : this.graph.yAxisRange();
    }

    zoom(factor, x, y) {
      const around = (axis, centre) => {
        const [to, from] = this.log[axis] ? [Math.log10, (value) => 10 ** value] : [Number, Number];
        const middle = to(centre);
        return this.range(axis).map((end) => from(middle + (to(end) - middle) * factor));
      };
      const ends = { dateWindow: around("x", x), valueRange: around("y", y) };
      const isDrawable = ([low, high]) => Number.isFinite(high - low) && high - low > 0;
      if (isDrawable(ends.dateWindow) && isDrawable(ends.valueRange)) this.graph.updateOptions(ends);
    }

    reset() {
      this.graph.updateOptions({ dateWindow: this.home("x"), valueRange: this.home("y") });
    }

    onKey(event) {
      const middle = () => {
        const area = this.graph.getArea();
        return [this.graph.toDataXCoord(area.x + area.w / 2), this.graph.toDataYCoord(area.y + area.h / 2)];
      };
      const step = (by) => {
        const row = Math.min(Math.max(this.graph.getSelection() + by, 0), this.positions.length - 1);
        this.graph.setSelection(row);
        this.hover(this.positions[row][0]);
      };
      const actions = {
        "+": () => this.zoom(0.8, ...middle()),
        "-": () => this.zoom(1.25, ...middle()),
        0: () => this.reset(),
        Escape: () => this.leave(),
        ArrowLeft: () => step(-1),
        ArrowRight: () => step(1),
      };
      if (event.ctrlKey || event.altKey || event.metaKey || !actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    }
  }

  const makeSortable = (table) => {
    const body = table.tBodies[0];
    const keyOf = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.order === undefined ? cell.textContent : Number(cell.dataset.order);
    };
    const compare = (a, b) => {
      if (typeof a === "number" && typeof b === "number") return a - b;
      if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;  // what has no number comes last
      return a.localeCompare(b, document.documentElement.lang, { numeric: true });
    };
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make("button", { type: "button", textContent: head.textContent, title: said("Sort by this column") });
      button.addEventListener("click", () => {
        const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        body.append(...[...body.rows].sort((a, b) => sign * compare(keyOf(a, column), keyOf(b, column))));
      });
      head.replaceChildren(button);
    });
  };

  const save = (event) => {
    event.preventDefault();
    const { source } = event.currentTarget.dataset;
    const address = URL.createObjectURL(new Blob([stored(source)], { type: "application/octet-stream" }));
    make("a", { href: address, download: event.currentTarget.download }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };

  document.querySelectorAll("[data-interactive]").forEach((hint) => { hint.hidden = false; });
  const charts = document.getElementById("plots") ? stored("plots").map((plot) => new Chart(plot)) : [];
  darkTheme.addEventListener("change", () => charts.forEach((chart) => chart.draw()));
  document.querySelectorAll("table.sortable").forEach(makeSortable);
  document.querySelectorAll("a.download").forEach((link) => link.addEventListener("click", save));
})();
