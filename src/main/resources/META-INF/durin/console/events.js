/** What has just happened on this node, as it happens. */

import { html, useEffect, useRef, useState } from './vendor/standalone.module.js';
import { get } from './api.js';
import { date, number, precise } from './texts.js';
import { Badge, Button, Fault, Field, Heading, Table } from './ui.js';

const KINDS = [
  'token-issued', 'token-renewed', 'token-expired', 'token-revoked', 'login-succeeded', 'login-failed', 'logged-out', 'rate-limited',
  'operator-acted', 'account-changed', 'caller-registered', 'mail-confirmed', 'scoped-token-issued', 'scoped-token-revoked',
];
const COLOURS = { 'login-failed': 'bad', 'rate-limited': 'warn', 'token-revoked': 'warn', 'operator-acted': 'accent', 'login-succeeded': 'good' };
const SECONDS = 5;
const MOST = 1000;
const PAGE = 200;
const NOTHING = { sequence: 0, node: null, since: null };
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function Events() {
  const [kind, setKind] = useState('');
  const [paused, setPaused] = useState(false);
  const tail = useTail(kind, paused);
  return html`
    <${Heading} title="Events" lead=${tail.since && `Of the node ${tail.node} since ${date(tail.since)}, kept in memory, ${number(MOST)} of each kind at most. Other nodes have their own.`}>
      <${Button} onClick=${() => setPaused(!paused)} aria-pressed=${paused ? 'true' : 'false'}>${paused ? 'Go on' : 'Pause'}<//>
    <//>
    <section class="panel" aria-label="Events">
      <div class="filters"><${Field} label="Kind" name="kind" value=${kind} onValue=${setKind}
        options=${[['', 'all'], ...KINDS.map((name) => [name, name.replaceAll('-', ' ')])]} /></div>
      ${tail.error && html`<div class="panel-body"><${Fault} error=${tail.error} again=${tail.again} /></div>`}
      ${tail.items === null
        ? !tail.error && html`<p class="waiting" role="status">Loading …</p>`
        : tail.items.length === 0
          ? html`<p class="empty">Nothing of the kind has happened here yet.</p>`
          : html`<${Table} caption="Events, the newest first" rows=${tail.items} rowKey=${(item) => item.sequence} columns=${COLUMNS} />`}
      <div class="list-foot"><span role="status">${paused ? 'Paused.' : `Looked at every ${SECONDS} seconds.`} ${tail.fresh > 0
        ? `${tail.fresh} new.` : ''}</span></div>
    </section>`;
}

const COLUMNS = [
  { label: 'Time', kind: 'nowrap', cell: (item) => html`<time datetime=${item.time} title=${precise(item.time)}>${TIME.format(new Date(item.time))}</time>` },
  { label: 'Kind', cell: (item) => html`<${Badge} kind=${COLOURS[item.kind] ?? ''}>${item.kind.replaceAll('-', ' ')}<//>` },
  { label: 'What happened', cell: (item) => html`<span class="wrap">${item.detail}</span>` },
  { label: 'Caller', cell: (item) => html`<span class="wrap">${item.caller ?? item.operator ?? '–'}</span>` },
  { label: 'Client', cell: (item) => item.client ?? '–' },
  { label: 'From', cell: (item) => item.address ?? '–' },
];

/** Asks again and again for what is new, as long as the page can be seen. */
function useTail(kind, paused) {
  const [state, setState] = useState({ items: null, fresh: 0, error: null });
  const [turn, setTurn] = useState(0);
  const last = useRef(NOTHING);
  useEffect(() => {
    last.current = NOTHING;
    setState({ items: null, fresh: 0, error: null });
  }, [kind]);
  useEffect(() => {
    let wanted = true;
    let timer = null;
    const look = async () => {
      if (document.visibilityState === 'visible') {
        const change = await found(kind, last.current);
        if (wanted) {
          last.current = change.last ?? last.current;
          setState(change.of);
        }
      }
      if (wanted && !paused) {
        timer = setTimeout(look, SECONDS * 1000);
      }
    };
    // Of another kind something is shown in any case.
    if (!paused || last.current === NOTHING) {
      look();
    }
    return () => { wanted = false; clearTimeout(timer); };
  }, [kind, paused, turn]);
  const again = () => {
    last.current = NOTHING;
    setTurn((before) => before + 1);
  };
  return { ...state, again };
}

/** What a look makes of the page, and after which event the next one goes on. */
async function found(kind, last) {
  try {
    const { items, whole, next } = await read(kind, last);
    return {
      last: next,
      of: (before) => ({
        items: whole ? items : [...items, ...before.items].slice(0, MOST),
        fresh: whole ? 0 : items.length, error: null, node: next.node, since: next.since,
      }),
    };
  } catch (error) {
    return { of: (before) => ({ ...before, error }) };
  }
}

/**
 * The events after the last one, the newest first. They are numbered anew by another node, by an application that has started
 * again, and are too many after a long time: then those that are there now, which is the whole list.
 */
async function read(kind, last) {
  const items = [];
  let after = last.sequence;
  for (;;) {
    const { items: page, node, since } = await get('/events', { kind, after: last === NOTHING ? '' : after, limit: PAGE });
    items.unshift(...page);
    after = page[0]?.sequence ?? after;
    if (last === NOTHING || (node === last.node && since === last.since && page.length < PAGE)) {
      return { items, whole: last === NOTHING, next: { sequence: after, node, since } };
    }
    if (node !== last.node || since !== last.since || items.length >= MOST) {
      return read(kind, NOTHING);
    }
  }
}
