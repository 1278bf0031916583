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
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function Events() {
  const [kind, setKind] = useState('');
  const [paused, setPaused] = useState(false);
  const tail = useTail(kind, paused);
  return html`
    <${Heading} title="Events" lead=${tail.since && `Of the node ${tail.node} since ${date(tail.since)}, kept in memory, ${number(MOST)} at most. Other nodes have their own.`}>
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
  const last = useRef(0);
  useEffect(() => {
    last.current = 0;
    setState({ items: null, fresh: 0, error: null });
  }, [kind]);
  useEffect(() => {
    if (paused) {
      return undefined;
    }
    let wanted = true;
    let timer = null;
    const look = async () => {
      if (document.visibilityState === 'visible') {
        await read(kind, last, (change) => wanted && setState(change));
      }
      if (wanted) {
        timer = setTimeout(look, SECONDS * 1000);
      }
    };
    look();
    return () => { wanted = false; clearTimeout(timer); };
  }, [kind, paused, turn]);
  return { ...state, again: () => setTurn((before) => before + 1) };
}

async function read(kind, last, change) {
  try {
    const first = last.current === 0;
    const answer = await get('/events', { kind, after: first ? '' : last.current, limit: 200 });
    last.current = answer.items[0]?.sequence ?? last.current;
    change((before) => ({
      items: [...answer.items, ...(before.items ?? [])].slice(0, MOST),
      fresh: first ? 0 : answer.items.length, error: null, node: answer.node, since: answer.since,
    }));
  } catch (error) {
    change((before) => ({ ...before, error }));
  }
}
