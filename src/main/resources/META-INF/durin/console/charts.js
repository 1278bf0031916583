/** Charts, each with the numbers as a table. */

import { html, useLayoutEffect, useRef, useState } from './vendor/standalone.module.js';
import { count, number } from './texts.js';

/** More than these are put together: so many colours can be told apart. */
const SERIES = 5;
const HEIGHT = 168;
const BOTTOM = 20;
const TOP = 10;

/** Bars that lie, in a table that is the chart. Rows are `{ label, value: { count, capped } }`. */
export function Bars({ caption, rows, unit }) {
  const most = Math.max(1, ...rows.map((row) => row.value.count));
  return html`<table class="bars" role="table">
    <caption class="unseen">${caption}</caption>
    <thead class="unseen" role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><td role="cell"></td>
      <th role="columnheader" scope="col">${unit}</th></tr></thead>
    <tbody role="rowgroup">${rows.map((row) => html`<tr role="row" key=${row.label}>
      <th role="rowheader" scope="row" title=${row.label}>${row.label}</th>
      <td role="cell" class="bar-cell"><svg aria-hidden="true" focusable="false"><rect class="series-1" rx="3" height="100%"
        width=${`${(100 * row.value.count) / most}%`} /></svg></td>
      <td role="cell" class="number">${count(row.value)}</td>
    </tr>`)}</tbody>
  </table>`;
}

/** Columns that stand on a time axis. Points are `{ at, label, values: { series: number } }`. */
export function Columns({ caption, points, series, unit }) {
  const box = useRef(null);
  const width = useWidth(box);
  const shown = folded(points, series);
  return html`<figure class="chart" ref=${box}>
    <${Drawing} caption=${caption} points=${shown.points} series=${shown.series} width=${width} />
    ${shown.series.length > 1 && html`<ul class="legend-list">${shown.series.map((name, at) => html`<li key=${name}>
      <svg aria-hidden="true" focusable="false"><rect class=${colour(at, name)} width="100%" height="100%" rx="2" /></svg>${name}</li>`)}</ul>`}
    <${Numbers} caption=${caption} points=${shown.points} series=${shown.series} unit=${unit} />
  </figure>`;
}

function Drawing({ caption, points, series, width }) {
  const totals = points.map((point) => sum(series.map((name) => point.values[name] ?? 0)));
  const steps = scale(Math.max(...totals, 1));
  const most = steps[steps.length - 1];
  const left = 10 + 7 * number(most).length;
  const step = (width - left) / Math.max(points.length, 1);
  const height = (value) => ((HEIGHT - TOP - BOTTOM) * value) / most;
  const every = Math.max(1, Math.ceil(62 / step));
  return html`<svg role="img" aria-label=${`${caption}. The same as a table is below.`} height=${HEIGHT} viewBox=${`0 0 ${width} ${HEIGHT}`}>
    ${steps.map((value) => html`<g key=${value}>
      <line class="line" x1=${left} x2=${width} y1=${HEIGHT - BOTTOM - height(value)} y2=${HEIGHT - BOTTOM - height(value)} />
      <text x=${left - 6} y=${HEIGHT - BOTTOM - height(value) + 3.5} text-anchor="end">${number(value)}</text>
    </g>`)}
    ${points.map((point, at) => html`<g class="column" key=${point.at}>
      <title>${[point.label, ...series.filter((name) => point.values[name]).map((name) => `${name}: ${number(point.values[name])}`)].join('\n')}</title>
      <rect class="hit" x=${left + at * step} y="0" width=${step} height=${HEIGHT - BOTTOM} />
      ${stacked(point, series).map(({ name, from, value, index }) => html`<rect key=${name} class=${`mark ${colour(index, name)}`}
        x=${left + at * step + step * 0.12} width=${Math.max(step * 0.76, 1)} y=${HEIGHT - BOTTOM - height(from + value)}
        height=${height(value)} />`)}
    </g>`)}
    ${points.map((point, at) => at % every === 0 && at * step < width - left - 24 && html`<text key=${point.at}
      x=${left + at * step + step / 2} y=${HEIGHT - 5} text-anchor="middle">${point.short ?? point.label}</text>`)}
  </svg>`;
}

function Numbers({ caption, points, series, unit }) {
  const filled = points.filter((point) => series.some((name) => point.values[name]));
  return html`<details>
    <summary>Numbers</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${`${caption}, as a table`}>
      ${filled.length === 0
        ? html`<p class="muted">None.</p>`
        : html`<table class="plain">
            <thead><tr><th scope="col">${unit}</th>${series.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
            <tbody>${[...filled].reverse().map((point) => html`<tr key=${point.at}><th scope="row">${point.label}</th>${series.map((name) => html`
              <td class="number">${number(point.values[name] ?? 0)}</td>`)}</tr>`)}</tbody>
          </table>`}
    </div>
  </details>`;
}

function stacked(point, series) {
  let from = 0;
  return series
    .map((name, index) => {
      const part = { name, index, from, value: point.values[name] ?? 0 };
      from += part.value;
      return part;
    })
    .filter((part) => part.value > 0);
}

/** The largest series as they are, the others as one. */
function folded(points, series) {
  if (series.length <= SERIES + 1) {
    return { points, series };
  }
  const total = (name) => sum(points.map((point) => point.values[name] ?? 0));
  const kept = [...series].sort((one, other) => total(other) - total(one)).slice(0, SERIES);
  const rest = series.filter((name) => !kept.includes(name));
  const name = 'all others';
  return {
    series: [...kept, name],
    points: points.map((point) => ({ ...point, values: { ...point.values, [name]: sum(rest.map((other) => point.values[other] ?? 0)) } })),
  };
}

function colour(at, name) {
  return name === 'all others' ? 'series-6' : `series-${(at % 6) + 1}`;
}

function sum(values) {
  return values.reduce((before, value) => before + value, 0);
}

/** Round steps from nothing to the most. */
function scale(most) {
  const size = 10 ** Math.floor(Math.log10(most));
  const step = Math.max(1, [0.25, 0.5, 1, 2.5].map((part) => part * size).find((part) => most / part <= 4) ?? size * 2.5);
  const whole = Math.ceil(step);
  return Array.from({ length: Math.ceil(most / whole) + 1 }, (unused, at) => at * whole);
}

function useWidth(element) {
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const measured = () => setWidth(Math.max(200, Math.floor(element.current.clientWidth)));
    measured();
    const observer = new ResizeObserver(measured);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return width;
}
