/** What goes on: how many tokens live, how they are used, what is refused. */

import { html, useState } from './vendor/standalone.module.js';
import { get } from './api.js';
import { count, date, number } from './texts.js';
import { Bars, Columns } from './charts.js';
import { Fault, Field, Heading, useLoad } from './ui.js';

const PERIODS = [['7', '7 days'], ['30', '30 days'], ['90', '90 days'], ['366', 'a year']];
const KINDS = { unauthorized: 'not authenticated', forbidden: 'not permitted', 'rate-limited': 'rate exceeded', 'login-failed': 'login failed' };
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const HOUR = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_AND_HOUR = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const MILLIS_OF_HOUR = 3600000;

export function Overview() {
  const [days, setDays] = useState('30');
  const figures = useLoad(async () => ({ ...await get('/figures', { days }), days: Number(days) }), [days]);
  return html`
    <${Heading} title="Overview">
      <${Field} label="Uses of the last" name="days" value=${days} onValue=${setDays} options=${PERIODS} />
    <//>
    ${figures.error && html`<${Fault} error=${figures.error} again=${figures.reload} />`}
    ${!figures.value && !figures.error && html`<p class="waiting" role="status">Loading …</p>`}
    ${figures.value && html`<${Figures} figures=${figures.value} days=${figures.value.days} />`}`;
}

function Figures({ figures, days }) {
  return html`
    <${Tiles} figures=${figures} days=${days} />
    <div class="grid grid-two">
      <${Panel} title="Live tokens by client">
        ${figures.live_tokens.length === 0
          ? html`<p class="muted">There are no clients yet.</p>`
          : html`<${Bars} caption="Live tokens by client" unit="Live tokens"
              rows=${figures.live_tokens.map((row) => ({ label: row.client, value: row }))} />`}
      <//>
      <${Panel} title="Uses by client and day">
        <${Columns} caption="Uses by client and day" unit="Day" ...${daily(figures.uses, days)} />
      <//>
      <${Panel} title="Requests by hour" note=${here(figures)}>
        <${Columns} caption="Requests by client and hour, of the last 48 hours" unit="Hour"
          ...${hourly(figures.hours, (row) => row.client, (row) => row.requests)} />
      <//>
      <${Panel} title="Refusals by hour" note=${here(figures)}>
        <${Columns} caption="Refusals by kind and hour, of the last 48 hours" unit="Hour"
          ...${hourly(figures.refusals, (row) => KINDS[row.kind] ?? row.kind, (row) => row.count)} />
      <//>
      <${Panel} title="Most uses" note=${`in ${days} days`}><${Top} rows=${figures.top} /><//>
      <${Panel} title="Cache" note=${here(figures)}><${Cache} cache=${figures.cache} /><//>
    </div>`;
}

function here(figures) {
  return `this node, since ${date(figures.since)}`;
}

function Panel({ title, note, children }) {
  return html`<section class="panel">
    <div class="panel-head"><h2>${title}</h2>${note && html`<span class="small muted">${note}</span>`}</div>
    <div class="panel-body">${children}</div>
  </section>`;
}

function Tiles({ figures, days }) {
  const live = figures.live_tokens.reduce(
    (total, row) => ({ count: total.count + row.count, capped: total.capped || row.capped }), { count: 0, capped: false });
  const uses = figures.uses.reduce((total, row) => total + row.uses, 0);
  const refused = figures.refusals.reduce((total, row) => total + row.count, 0);
  return html`<dl class="tiles">
    <${Tile} title="Live tokens" value=${count(live)} note=${`of ${figures.live_tokens.length} clients`} />
    <${Tile} title="Uses" value=${number(uses)} note=${`in ${days} days, all nodes`} />
    <${Tile} title="Refusals" value=${number(refused)} note="in 48 hours, this node" />
    <${Tile} title="Cache hits" value=${percent(figures.cache)} note=${`${number(figures.cache.entries)} tokens kept`} />
  </dl>`;
}

function Tile({ title, value, note }) {
  return html`<div class="tile"><dt>${title}</dt><dd>${value}</dd><dd class="tile-note">${note}</dd></div>`;
}

function percent(cache) {
  return cache.hits + cache.misses === 0 ? '–' : `${(100 * cache.hit_rate).toFixed(1)} %`;
}

function Top({ rows }) {
  if (rows.length === 0) {
    return html`<p class="muted">Nothing was used in this time.</p>`;
  }
  return html`<table class="plain">
    <thead><tr><th scope="col">Caller</th><th scope="col">Client</th><th scope="col" class="number">Uses</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${`${row.client} ${row.caller}`}>
      <td><a href=${`#/tokens?caller=${encodeURIComponent(row.caller)}`}>${row.caller}</a></td><td>${row.client}</td>
      <td class="number">${number(row.uses)}</td></tr>`)}</tbody>
  </table>`;
}

function Cache({ cache }) {
  return html`<dl class="facts">
    <dt>Tokens kept in memory</dt><dd>${number(cache.entries)}</dd>
    <dt>Found there</dt><dd>${number(cache.hits)}</dd>
    <dt>Looked up in the database</dt><dd>${number(cache.misses)}</dd>
    <dt>Hit rate</dt><dd>${percent(cache)}</dd>
  </dl>`;
}

/** Every day of the period has its place, used or not. */
function daily(uses, days) {
  const today = new Date();
  const points = Array.from({ length: days }, (unused, at) => {
    const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days + 1 + at));
    return { at: day.toISOString().slice(0, 10), label: DAY.format(day), values: {} };
  });
  return filled(points, uses.map((row) => ({ at: row.day, name: row.client, value: row.uses })));
}

function hourly(rows, name, value) {
  const last = Math.floor(Date.now() / MILLIS_OF_HOUR);
  const points = Array.from({ length: 48 }, (unused, at) => {
    const hour = new Date((last - 47 + at) * MILLIS_OF_HOUR);
    return { at: hour.getTime(), label: DAY_AND_HOUR.format(hour), short: HOUR.format(hour), values: {} };
  });
  return filled(points, rows.map((row) => ({
    at: Math.floor(new Date(row.hour).getTime() / MILLIS_OF_HOUR) * MILLIS_OF_HOUR, name: name(row), value: value(row),
  })));
}

function filled(points, rows) {
  const byTime = new Map(points.map((point) => [point.at, point]));
  for (const row of rows) {
    const point = byTime.get(row.at);
    if (point) {
      point.values[row.name] = (point.values[row.name] ?? 0) + row.value;
    }
  }
  return { points, series: [...new Set(rows.map((row) => row.name))].sort() };
}
