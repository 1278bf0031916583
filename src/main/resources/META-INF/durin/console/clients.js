/** The API clients: what their tokens may do, and for how long. */

import { html, useState } from './vendor/standalone.module.js';
import { get, patch, post, remove } from './api.js';
import { count, tokens } from './texts.js';
import { Badge, Button, Choice, Confirm, Dialog, Fault, Field, Heading, Notice, Table, useFocusOnFault, useLoad, useWork } from './ui.js';

const POLICIES = [
  ['reuse', 'reuse – gives the token there is'],
  ['new', 'new – each login gets its own'],
  ['replace', 'replace – ends the one before'],
];
const AT_LIMIT = [['', 'as the settings say'], ['evict-oldest', 'end the oldest'], ['reject', 'refuse the login']];

export function Clients({ operator, say }) {
  const clients = useLoad(() => get('/clients'), []);
  const [open, setOpen] = useState(null);
  const done = (text) => {
    setOpen(null);
    say(text);
    clients.reload();
  };
  const close = () => setOpen(null);
  return html`
    <${Heading} title="Clients" lead="Each API client has tokens of its own, with their lifetime, login policy and rate.">
      <${Button} kind="primary" onClick=${() => setOpen({ kind: 'create' })}>Create a client<//>
    <//>
    <section class="panel">
      ${clients.error && html`<div class="panel-body"><${Fault} error=${clients.error} again=${clients.reload} /></div>`}
      ${!clients.value && !clients.error && html`<p class="waiting" role="status">Loading …</p>`}
      ${clients.value && html`<${List} clients=${clients.value.items} settings=${operator.settings} onOpen=${setOpen} />`}
    </section>
    ${open?.kind === 'create' && html`<${ClientForm} operator=${operator} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'change' && html`<${ClientForm} operator=${operator} client=${open.client} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'switch' && html`<${Switch} client=${open.client} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'delete' && html`<${Delete} client=${open.client} onDone=${done} onClose=${close} />`}`;
}

function List({ clients, settings, onOpen }) {
  if (clients.length === 0) {
    return html`<p class="empty">There are no clients yet. Nobody can log in without one.</p>`;
  }
  return html`<${Table} caption="Clients" rows=${clients} rowKey=${(client) => client.id} columns=${[
    { label: 'Name', kind: 'main-cell', cell: (client) => html`${client.name}<${Marks} client=${client} />` },
    { label: 'Token lifetime', cell: (client) => client.token_ttl },
    { label: 'Rate', cell: (client) => client.throttle_rate ?? html`<span class="muted">${settings.default_throttle_rate ?? 'unlimited'}</span>` },
    { label: 'Login policy', cell: (client) => client.login_policy },
    { label: 'Per caller', cell: (client) => limit(client) },
    {
      label: 'Live tokens', kind: 'number',
      cell: (client) => html`<a href=${`#/tokens?client=${encodeURIComponent(client.name)}`}>${count(client.live_tokens)}</a>`,
    },
    { label: 'Actions', kind: 'row-actions', cell: (client) => html`<${Actions} client=${client} onOpen=${onOpen} />` },
  ]} />`;
}

function Marks({ client }) {
  return html`<span class="badges">
    ${!client.enabled && html`<${Badge} kind="bad">switched off<//>`}
    ${client.declared && html`<${Badge}>managed by configuration<//>`}
  </span>`;
}

function limit(client) {
  if (client.max_per_caller === null) {
    return html`<span class="muted">any number</span>`;
  }
  const then = AT_LIMIT.find(([value]) => value === (client.at_limit ?? ''))?.[1];
  return html`${client.max_per_caller}<span class="sub">then ${then}</span>`;
}

function Actions({ client, onOpen }) {
  if (client.declared) {
    return html`<span class="small muted wrap">change <code>durin.clients.${client.name}.*</code></span>`;
  }
  return html`
    <${Button} small onClick=${() => onOpen({ kind: 'change', client })} aria-label=${`Change ${client.name}`}>Change<//>
    <${Button} small onClick=${() => onOpen({ kind: 'switch', client })}
      aria-label=${`Switch ${client.name} ${client.enabled ? 'off' : 'on'}`}>${client.enabled ? 'Switch off' : 'Switch on'}<//>
    <${Button} small kind="danger" onClick=${() => onOpen({ kind: 'delete', client })} aria-label=${`Delete ${client.name}`}>Delete<//>`;
}

/** Two steps for a change: what is wanted, then what it means. */
function ClientForm({ operator, client, onDone, onClose }) {
  const [form, setForm] = useState(() => formOf(client, operator.settings.default_login_policy));
  // What was asked, with its answer: the form may say something else by the time that it comes.
  const [dry, setDry] = useState(null);
  const set = (name) => (value) => setForm((before) => ({ ...before, [name]: value }));
  const work = useWork(async () => {
    if (!client) {
      const created = await post('/clients', creation(form));
      onDone(`The client ${created.name} exists.`);
      return;
    }
    if (dry === null) {
      const change = changed(form, client);
      const answer = await patch(`/clients/${client.id}`, change, { 'dry-run': 'true' });
      setDry({ change, name: form.name, answer });
    } else {
      await patch(`/clients/${client.id}`, dry.change);
      onDone(`The client ${dry.name} is changed.`);
    }
  });
  useFocusOnFault(work.error);
  const title = client ? `Change the client ${client.name}` : 'Create a client';
  if (dry) {
    return html`<${Dialog} title=${title} busy=${work.busy} onClose=${onClose} onSubmit=${work.run} foot=${html`
        <${Button} disabled=${work.busy} onClick=${() => setDry(null)}>Back<//>
        <${Button} kind="primary" type="submit" busy=${work.busy}>Change it<//>`}>
      <${Effects} dry=${dry.answer} /><${Fault} error=${work.error} />
    <//>`;
  }
  return html`<${Dialog} title=${title} busy=${work.busy} onClose=${onClose} onSubmit=${work.run} foot=${html`
      <${Button} disabled=${work.busy} onClick=${onClose}>Cancel<//>
      <${Button} kind="primary" type="submit" busy=${work.busy} disabled=${Boolean(client) && Object.keys(changed(form, client)).length === 0}>
        ${client ? 'See what it means' : 'Create'}<//>`}>
    <${Fields} form=${form} set=${set} error=${work.error} settings=${operator.settings} />
  <//>`;
}

function Fields({ form, set, error, settings }) {
  return html`<div class="form">
    <${Fault} error=${error} known=${Object.keys(form)} />
    <${Field} label="Name" name="name" value=${form.name} onValue=${set('name')} error=${error} required
      autocomplete="off" spellcheck=${false} hint="What programs send as client when they log in. No secret." />
    <div class="pair">
      <${Field} label="Token lifetime" name="token_ttl" value=${form.token_ttl} onValue=${set('token_ttl')} error=${error}
        autocomplete="off" placeholder=${settings.default_token_ttl} hint="Such as 14d, 12h, 30m or never." />
      <${Field} label="Rate" name="throttle_rate" value=${form.throttle_rate} onValue=${set('throttle_rate')} error=${error}
        autocomplete="off" placeholder=${settings.default_throttle_rate ?? 'unlimited'} hint="Of each caller, such as 100/m; empty for the default." />
    </div>
    <${Field} label="Login policy" name="login_policy" value=${form.login_policy} onValue=${set('login_policy')} error=${error}
      options=${POLICIES} />
    <div class="pair">
      <${Field} label="Live tokens of a caller" name="max_per_caller" value=${form.max_per_caller} onValue=${set('max_per_caller')} error=${error}
        inputmode="numeric" autocomplete="off" placeholder="any number" hint="At most so many; empty for any number." />
      <${Field} label="One too many" name="at_limit" value=${form.at_limit} onValue=${set('at_limit')} error=${error} options=${AT_LIMIT} />
    </div>
    <${Choice} label="Switched on" name="enabled" checked=${form.enabled} onChoice=${set('enabled')} hint="Off, nobody can log in with it, and its tokens are refused." />
  </div>`;
}

function Effects({ dry }) {
  return html`<div>
    <p class="figure">${tokens(dry.affected_tokens)}</p>
    <p class="muted">of this client are concerned.</p>
  </div>
  ${dry.effects.length > 0 && html`<${Notice} kind="warn"><ul class="effects">${dry.effects.map((effect) => html`<li>${effect}</li>`)}</ul><//>`}`;
}

function formOf(client, policy) {
  return {
    name: client?.name ?? '',
    token_ttl: client?.token_ttl ?? '',
    throttle_rate: client?.throttle_rate ?? '',
    login_policy: client?.login_policy ?? policy,
    max_per_caller: client?.max_per_caller === null || client === undefined ? '' : String(client.max_per_caller),
    at_limit: client?.at_limit ?? '',
    enabled: client?.enabled ?? true,
  };
}

function values(form) {
  const most = form.max_per_caller.trim();
  return {
    name: form.name,
    token_ttl: form.token_ttl.trim(),
    throttle_rate: form.throttle_rate.trim() === '' ? null : form.throttle_rate.trim(),
    login_policy: form.login_policy,
    // What is no number goes to the server as it is, which says so.
    max_per_caller: most === '' ? null : /^\d+$/.test(most) ? Number(most) : most,
    at_limit: form.at_limit === '' ? null : form.at_limit,
    enabled: form.enabled,
  };
}

function creation(form) {
  const given = values(form);
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => name === 'name' || (value !== null && value !== '')));
}

function changed(form, client) {
  const before = values(formOf(client));
  return Object.fromEntries(Object.entries(values(form)).filter(([name, value]) => value !== before[name]));
}

function Switch({ client, onDone, onClose }) {
  const change = { enabled: !client.enabled };
  const verb = client.enabled ? 'Switch it off' : 'Switch it on';
  return html`<${Confirm} title=${`Switch ${client.name} ${client.enabled ? 'off' : 'on'}?`} verb=${verb} onClose=${onClose}
    preview=${() => patch(`/clients/${client.id}`, change, { 'dry-run': 'true' })}
    counted=${(dry) => html`<${Effects} dry=${dry} />`}
    act=${async () => {
      await patch(`/clients/${client.id}`, change);
      return `${client.name} is switched ${client.enabled ? 'off' : 'on'}.`;
    }}
    onDone=${onDone} />`;
}

function Delete({ client, onDone, onClose }) {
  return html`<${Confirm} title=${`Delete the client ${client.name}?`} verb="Delete it and end its tokens" onClose=${onClose}
    text=${`The client ${client.name} goes, and with it every token that callers have for it. Programs that log in as ${client.name} are refused from then on.`}
    preview=${() => remove(`/clients/${client.id}`, { 'dry-run': 'true' })}
    counted=${(dry) => html`<p><span class="figure">${tokens(dry.affected_tokens)}</span> <span class="muted">will end.</span></p>`}
    act=${async () => {
      const ended = await remove(`/clients/${client.id}`);
      return `${client.name} is deleted. ${tokens({ count: ended.tokens_ended })} ended.`;
    }}
    onDone=${onDone} />`;
}
