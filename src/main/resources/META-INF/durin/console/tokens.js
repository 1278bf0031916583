/** Tokens: found, issued, ended. */

import { html, useState } from './vendor/standalone.module.js';
import { get, ownClient, post, remove } from './api.js';
import { count, date, device, tokens } from './texts.js';
import {
  Badge, Button, Choice, Confirm, DateTime, Dialog, Fault, Field, Heading, Notice, PagedTable, Secret, Time, useFocusOnFault, useLoad,
  usePages, useSettled, useWork,
} from './ui.js';

const STATES = [['live', 'live'], ['expired', 'expired'], ['all', 'all']];
const SORTS = [['newest', 'newest first'], ['oldest', 'oldest first'], ['caller', 'by caller'], ['expiry', 'ending soonest first']];
const FOUND = {
  live: ['good', 'This token is live.'],
  expired: ['warn', 'This token has expired. It is refused, and will be removed.'],
  'client-disabled': ['warn', 'This token is refused, because its client is switched off.'],
  unknown: ['bad', 'There is no such token: it has ended, or was never one of this application.'],
  malformed: ['bad', 'This is not written like a token. Scoped tokens are not looked for here.'],
};

export function Tokens({ query, say }) {
  const [filter, setFilter] = useState(() => ({
    caller: query.get('caller') ?? '', name: '', client: query.get('client') ?? '', state: 'live', sort: 'newest',
  }));
  const clients = useLoad(() => get('/clients'), []);
  const names = (clients.value?.items ?? []).map((client) => client.name);
  const settled = useSettled(filter);
  const pages = usePages((after) => get('/tokens', { ...settled, limit: 50, after }), [JSON.stringify(settled)]);
  const [open, setOpen] = useState(null);
  const close = () => setOpen(null);
  const done = (text) => {
    close();
    say(text);
    pages.reload();
  };
  return html`
    <${Heading} title="Tokens" lead="Each is one session of a caller with a client. What a token is, is never shown here but once, when it is issued.">
      <${Button} onClick=${() => setOpen({ kind: 'find' })}>Find a pasted token<//>
      <${Button} kind="danger" disabled=${!clients.value} onClick=${() => setOpen({ kind: 'several' })}>End several<//>
      <${Button} kind="primary" disabled=${!clients.value} onClick=${() => setOpen({ kind: 'issue' })}>Issue a token<//>
    <//>
    <section class="panel" aria-label="Tokens">
      ${clients.error && html`<div class="panel-body"><${Fault} error=${clients.error} again=${clients.reload} /></div>`}
      <${Filters} filter=${filter} setFilter=${setFilter} names=${names} />
      <${PagedTable} pages=${pages} caption="Tokens" columns=${columns(setOpen)} rowKey=${(token) => token.id}
        empty="No token is like that." total=${(all) => `${all.items.length} of ${tokens(all.value.count)}`} />
    </section>
    ${open?.kind === 'revoke' && html`<${Revoke} token=${open.token} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'find' && html`<${Find} onRevoke=${(token) => setOpen({ kind: 'revoke', token })} onClose=${close} />`}
    ${open?.kind === 'issue' && html`<${Issue} names=${names} onIssued=${pages.reload} onClose=${close} />`}
    ${open?.kind === 'several' && html`<${Several} names=${names} onDone=${done} onClose=${close} />`}`;
}

function Filters({ filter, setFilter, names }) {
  const set = (name) => (value) => setFilter((before) => ({ ...before, [name]: value }));
  const clients = [['', 'all clients'], ...names.map((name) => [name, name])];
  return html`<form class="filters" role="search" onSubmit=${(event) => event.preventDefault()}>
    <${Field} label="Caller begins with" name="caller" value=${filter.caller} onValue=${set('caller')} autocomplete="off" spellcheck=${false} />
    <${Field} label="Name begins with" name="name" value=${filter.name} onValue=${set('name')} autocomplete="off" />
    <${Field} label="Client" name="client" value=${filter.client} onValue=${set('client')} options=${clients} />
    <${Field} label="State" name="state" value=${filter.state} onValue=${set('state')} options=${STATES} />
    <${Field} label="Order" name="sort" value=${filter.sort} onValue=${set('sort')} options=${SORTS} />
  </form>`;
}

function columns(setOpen) {
  return [
    { label: 'Caller', kind: 'main-cell', cell: (token) => html`${token.caller}<${Marks} token=${token} />` },
    { label: 'Client', cell: (token) => html`${token.client}${token.name && html`<span class="sub">${token.name}</span>`}` },
    {
      label: 'Last used',
      cell: (token) => html`<${Time} instant=${token.last_used} missing="not yet" />${token.last_used && html`<${Place}
        address=${token.last_address} userAgent=${token.last_user_agent} />`}`,
    },
    {
      label: 'Issued',
      cell: (token) => html`<${DateTime} instant=${token.created} /><${Place} address=${token.login_address} userAgent=${token.login_user_agent} />`,
    },
    { label: 'Ends', cell: (token) => html`<${Time} instant=${token.expiry} missing="never" />` },
    {
      label: 'Actions', kind: 'row-actions',
      cell: (token) => html`<${Button} small kind="danger" onClick=${() => setOpen({ kind: 'revoke', token })}
        aria-label=${`End the token ${token.id} of ${token.caller}`}>End<//>`,
    },
  ];
}

function Marks({ token }) {
  return html`<span class="badges">
    ${token.current && html`<${Badge} kind="accent">this session<//>`}
    ${token.expired && html`<${Badge} kind="warn">expired<//>`}
  </span>`;
}

function Place({ address, userAgent }) {
  const words = [userAgent && device(userAgent), address].filter(Boolean).join(', ');
  return words === '' ? null : html`<span class="sub" title=${userAgent}>${words}</span>`;
}

function Facts({ token }) {
  return html`<dl class="facts">
    <dt>Caller</dt><dd>${token.caller}</dd>
    <dt>Client</dt><dd>${token.client}</dd>
    ${token.name && html`<dt>Name</dt><dd>${token.name}</dd>`}
    <dt>Issued</dt><dd><${DateTime} instant=${token.created} /> <${Place} address=${token.login_address} userAgent=${token.login_user_agent} /></dd>
    <dt>Last used</dt><dd><${Time} instant=${token.last_used} missing="not yet" /> ${token.last_used && html`<${Place} address=${token.last_address}
      userAgent=${token.last_user_agent} />`}</dd>
    <dt>Ends</dt><dd><${Time} instant=${token.expiry} words=${date} missing="never" /></dd>
  </dl>`;
}

function Revoke({ token, onDone, onClose }) {
  return html`<${Confirm} title=${`End this token of ${token.caller}?`} verb="End 1 token" onClose=${onClose} onDone=${onDone}
    act=${async () => {
      await remove(`/tokens/${token.id}`);
      return `The token of ${token.caller} for ${token.client} has ended.`;
    }}>
    ${token.current && html`<${Notice} kind="warn">It is the one that you work with: you will have to log in again.<//>`}
    <${Facts} token=${token} />
    <p class="muted">Whoever uses it is refused from the next request on.</p>
  <//>`;
}

function Find({ onRevoke, onClose }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState(null);
  const work = useWork(async () => {
    setFound(null);
    setFound(await post('/tokens/find', { token: text.trim() }));
    setText('');
  });
  useFocusOnFault(work.error);
  const [kind, words] = found ? FOUND[found.state] : [];
  return html`<${Dialog} title="Find a pasted token" busy=${work.busy} onClose=${onClose} onSubmit=${work.run} foot=${html`
      <${Button} disabled=${work.busy} onClick=${onClose}>Close<//>
      ${found?.token && html`<${Button} kind="danger" onClick=${() => onRevoke(found.token)}>End it<//>`}
      <${Button} kind="primary" type="submit" busy=${work.busy} disabled=${text.trim() === ''}>Find it<//>`}>
    <${Field} label="Token" name="token" value=${text} onValue=${setText} error=${work.error} autocomplete="off" spellcheck=${false}
      hint="As it was found in a log or a mail. It is sent to the server, and kept neither there nor here." />
    <${Fault} error=${work.error} known=${['token']} />
    ${found && html`<${Notice} kind=${kind}>${words}<//>`}
    ${found?.token && html`<${Facts} token=${found.token} />`}
  <//>`;
}

function Issue({ names, onIssued, onClose }) {
  const [form, setForm] = useState({ caller: '', client: names[0] ?? '', name: '', token_ttl: '' });
  const [issued, setIssued] = useState(null);
  const set = (name) => (value) => setForm((before) => ({ ...before, [name]: value }));
  const work = useWork(async () => {
    const wanted = Object.fromEntries(Object.entries(form).filter(([name, value]) => value !== '' || name === 'caller' || name === 'client'));
    setIssued(await post('/tokens', wanted));
    onIssued();
  });
  useFocusOnFault(work.error);
  if (issued) {
    return html`<${Dialog} title="The token is issued" onClose=${onClose} foot=${html`<${Button} kind="primary" onClick=${onClose}>I have kept it<//>`}>
      <${Notice} kind="warn">It is shown this once. Whoever has it is ${issued.caller}.<//>
      <${Secret} label=${`Token of ${issued.caller} for ${issued.client}`} text=${issued.token} />
      <p class="muted">Ends: <${Time} instant=${issued.expiry} words=${date} missing="never" /></p>
    <//>`;
  }
  return html`<${Dialog} title="Issue a token" busy=${work.busy} onClose=${onClose} onSubmit=${work.run} foot=${html`
      <${Button} disabled=${work.busy} onClick=${onClose}>Cancel<//><${Button} kind="primary" type="submit" busy=${work.busy}>Issue it<//>`}>
    <${Fault} error=${work.error} known=${Object.keys(form)} />
    <${Field} label="Caller" name="caller" value=${form.caller} onValue=${set('caller')} error=${work.error} autocomplete="off" autocapitalize="none"
      spellcheck=${false} hint="Whom the token is for. It may do what this caller may." required />
    <${Field} label="Client" name="client" value=${form.client} onValue=${set('client')} error=${work.error} options=${names.map((name) => [name, name])} />
    <div class="pair">
      <${Field} label="Name" name="name" value=${form.name} onValue=${set('name')} error=${work.error} autocomplete="off" hint="Such as nightly export." />
      <${Field} label="Lifetime" name="token_ttl" value=${form.token_ttl} onValue=${set('token_ttl')} error=${work.error} autocomplete="off"
        placeholder="as the client says" hint="Such as 14d, 12h or never." />
    </div>
  <//>`;
}

const WHICH = [
  ['caller', 'All of a caller'], ['client', 'All of a client'], ['both', 'All of a caller for a client'], ['all', 'All of everybody'],
];

/** Says which, then counts them, and only then ends them. */
function Several({ names, onDone, onClose }) {
  const [which, setWhich] = useState('caller');
  const [caller, setCaller] = useState('');
  const [client, setClient] = useState(names[0] ?? '');
  const [spared, setSpared] = useState(true);
  // What was counted: the form may say something else by the time that the answer comes.
  const [dry, setDry] = useState(null);
  const body = () => ({
    ...(which === 'caller' || which === 'both' ? { caller } : {}),
    ...(which === 'client' || which === 'both' ? { client } : {}),
    ...(which === 'all' ? { all: true } : {}),
    ...(spared ? { except_current: true } : {}),
  });
  const work = useWork(async () => {
    if (dry === null) {
      const counted = { body: body(), meant: meant(which, caller, client), spared, scoped: which === 'caller' };
      const answer = await post('/tokens/revoke', counted.body, { 'dry-run': 'true' });
      setDry({ ...counted, affected: answer.affected_tokens });
    } else {
      const ended = await post('/tokens/revoke', dry.body);
      onDone(`${tokens({ count: ended.tokens_ended })} ended.${dry.scoped ? ` So have the scoped ones of ${dry.body.caller}.` : ''}`);
    }
  });
  useFocusOnFault(work.error);
  if (dry) {
    const { affected } = dry;
    const none = affected.count === 0;
    const mayBeOwn = !dry.spared && (dry.body.client ?? ownClient()) === ownClient();
    return html`<${Dialog} title="End these tokens?" busy=${work.busy} onClose=${onClose} foot=${html`
        <${Button} disabled=${work.busy} onClick=${() => setDry(null)}>Back<//>
        <${Button} kind="final" busy=${work.busy} disabled=${none && !dry.scoped} onClick=${work.run}>${
          none && dry.scoped ? 'End the scoped tokens' : `End ${tokens(affected)}`}<//>`}>
      <p><span class="figure">${tokens(affected)}</span> <span class="muted">${`${dry.meant} will end.`}</span></p>
      ${dry.scoped
        ? html`<p class="muted">${`The scoped tokens of ${dry.body.caller} end as well; they are not counted.`}</p>`
        : !none && html`<p class="muted">Scoped tokens that were made with them end as well.</p>`}
      ${dry.spared && html`<p class="muted">The token that you work with goes on.</p>`}
      ${mayBeOwn && html`<${Notice} kind="warn">The token that you work with may be among them.<//>`}
      <${Fault} error=${work.error} />
    <//>`;
  }
  return html`<${Dialog} title="End several tokens" busy=${work.busy} onClose=${onClose} onSubmit=${work.run} foot=${html`
      <${Button} disabled=${work.busy} onClick=${onClose}>Cancel<//><${Button} kind="primary" type="submit" busy=${work.busy}>Count them<//>`}>
    <fieldset><legend class="legend">Which</legend>${WHICH.map(([value, label]) => html`<${Choice} key=${value} type="radio" name="which" label=${label}
      checked=${which === value} onChoice=${() => setWhich(value)} />`)}</fieldset>
    ${(which === 'caller' || which === 'both') && html`<${Field} label="Caller" name="caller" value=${caller} onValue=${setCaller} error=${work.error}
      autocomplete="off" autocapitalize="none" spellcheck=${false} hint="The exact name." />`}
    ${(which === 'client' || which === 'both') && html`<${Field} label="Client" name="client" value=${client} onValue=${setClient} error=${work.error}
      options=${names.map((name) => [name, name])} />`}
    <${Choice} label="Spare the token that I work with" name="spared" checked=${spared} onChoice=${setSpared} />
    <${Fault} error=${work.error} known=${['caller', 'client']} />
  <//>`;
}

function meant(which, caller, client) {
  return {
    caller: `of ${caller}`, client: `of the client ${client}`, both: `of ${caller} for ${client}`, all: 'of everybody',
  }[which];
}
