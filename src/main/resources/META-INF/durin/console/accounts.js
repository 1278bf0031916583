/** Accounts that Durin keeps. */

import { html, useState } from './vendor/standalone.module.js';
import { get, post } from './api.js';
import { number, tokens } from './texts.js';
import {
  Badge, Button, Confirm, DateTime, Dialog, Fault, Field, Heading, PagedTable, useFocusOnFault, usePages, useSettled, useWork,
} from './ui.js';

const STATES = [['', 'all'], ['active', 'active'], ['pending', 'pending'], ['disabled', 'disabled']];
const KINDS = { active: 'good', pending: 'warn', disabled: 'bad' };

export function Accounts({ operator, say }) {
  const [filter, setFilter] = useState({ name: '', state: '' });
  const settled = useSettled(filter);
  const pages = usePages((after) => get('/accounts', { ...settled, limit: 50, after }), [JSON.stringify(settled)]);
  const [open, setOpen] = useState(null);
  const set = (name) => (value) => setFilter((before) => ({ ...before, [name]: value }));
  const close = () => setOpen(null);
  const done = (text) => {
    close();
    say(text);
    pages.reload();
  };
  return html`
    <${Heading} title="Accounts" lead="Callers whom Durin keeps itself, with their groups and whether they may log in." />
    <section class="panel" aria-label="Accounts">
      <form class="filters" role="search" onSubmit=${(event) => event.preventDefault()}>
        <${Field} label="Name begins with" name="name" value=${filter.name} onValue=${set('name')} autocomplete="off" spellcheck=${false} />
        <${Field} label="State" name="state" value=${filter.state} onValue=${set('state')} options=${STATES} />
      </form>
      <${PagedTable} pages=${pages} caption="Accounts" columns=${columns(operator, setOpen)} rowKey=${(account) => account.username}
        empty="No account is like that." total=${(all) => `${all.items.length} of ${shown(all.value.count)}`} />
    </section>
    ${open?.kind === 'disable' && html`<${Disable} account=${open.account} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'enable' && html`<${Enable} account=${open.account} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'confirmation' && html`<${Confirmation} account=${open.account} onDone=${done} onClose=${close} />`}
    ${open?.kind === 'groups' && html`<${Groups} account=${open.account} onDone=${done} onClose=${close} />`}`;
}

function shown({ count, capped }) {
  return capped ? `${number(count)} or more` : number(count);
}

function columns(operator, setOpen) {
  return [
    { label: 'Name', kind: 'main-cell', cell: (account) => account.username },
    { label: 'State', cell: (account) => html`<${Badge} kind=${KINDS[account.state]}>${account.state}<//>` },
    { label: 'Mail address', cell: (account) => html`<${Mail} account=${account} />` },
    { label: 'Groups', cell: (account) => (account.groups.length === 0 ? html`<span class="muted">none</span>` : account.groups.join(', ')) },
    { label: 'Created', cell: (account) => html`<${DateTime} instant=${account.created} />` },
    { label: 'Actions', kind: 'row-actions', cell: (account) => html`<${Actions} account=${account} operator=${operator} onOpen=${setOpen} />` },
  ];
}

function Mail({ account }) {
  if (!account.email) {
    return html`<span class="muted">none</span>`;
  }
  return html`<span class="wrap">${account.email}</span>${!account.email_confirmed && html`<span class="sub">not confirmed</span>`}`;
}

function Actions({ account, operator, onOpen }) {
  const open = (kind) => () => onOpen({ kind, account });
  const label = (what) => `${what}: ${account.username}`;
  return html`
    ${account.state === 'pending' && operator.mail && html`<${Button} small onClick=${open('confirmation')}
      aria-label=${label('Send the confirmation again')}>Confirm by mail<//>`}
    <${Button} small onClick=${open('groups')} aria-label=${label('Change the groups')}>Groups<//>
    ${account.state === 'disabled'
      ? html`<${Button} small onClick=${open('enable')} aria-label=${label('Enable')}>Enable<//>`
      : html`<${Button} small kind="danger" onClick=${open('disable')} aria-label=${label('Disable')}>Disable<//>`}`;
}

function Disable({ account, onDone, onClose }) {
  return html`<${Confirm} title=${`Disable ${account.username}?`} verb="Disable the account" onClose=${onClose} onDone=${onDone}
    text=${`${account.username} cannot log in any more, and every session of ${account.username} ends.`}
    preview=${() => post('/tokens/revoke', { caller: account.username }, { 'dry-run': 'true' })}
    counted=${(dry) => html`<p><span class="figure">${tokens(dry.affected_tokens)}</span> <span class="muted">will end.</span></p>`}
    act=${async () => {
      const changed = await post('/accounts/disable', { username: account.username });
      return `${account.username} is disabled. ${tokens({ count: changed.tokens_ended })} ended.`;
    }} />`;
}

function Enable({ account, onDone, onClose }) {
  return html`<${Confirm} title=${`Enable ${account.username}?`} verb="Enable the account" onClose=${onClose} onDone=${onDone}
    text=${`${account.username} can log in again. Sessions that have ended do not come back.`}
    act=${async () => {
      await post('/accounts/enable', { username: account.username });
      return `${account.username} is enabled.`;
    }} />`;
}

function Confirmation({ account, onDone, onClose }) {
  return html`<${Confirm} title=${`Send ${account.username} the confirmation again?`} verb="Send the mail" onClose=${onClose} onDone=${onDone}
    text=${`A new link goes to ${account.email}. Those before stay good until one is used.`}
    act=${async () => {
      await post('/accounts/confirmation', { username: account.username });
      return `A mail goes to ${account.email}.`;
    }} />`;
}

function Groups({ account, onDone, onClose }) {
  const [text, setText] = useState(account.groups.join('\n'));
  // What it has already stays as it is, whatever is in its name.
  const groups = text.split('\n').map((line) => (account.groups.includes(line) ? line : line.trim())).filter((group) => group !== '');
  const work = useWork(async () => {
    await post('/accounts/groups', { username: account.username, groups });
    onDone(groups.length === 0 ? `${account.username} is in no group.` : `${account.username} is in ${groups.join(', ')}.`);
  });
  useFocusOnFault(work.error);
  return html`<${Dialog} title=${`Groups of ${account.username}`} busy=${work.busy} onClose=${onClose} onSubmit=${work.run} foot=${html`
      <${Button} disabled=${work.busy} onClick=${onClose}>Cancel<//><${Button} kind="primary" type="submit" busy=${work.busy}>Change the groups<//>`}>
    <${Field} label="Groups" name="groups" value=${text} onValue=${setText} error=${work.error} lines="5" autocomplete="off" spellcheck=${false}
      hint="One on each line. They count from the next request on." />
    <${Fault} error=${work.error} known=${['groups']} />
  <//>`;
}
