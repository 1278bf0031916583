/** The console: who may see it, and which of its pages is shown. */

import { html, render, useEffect, useState } from './vendor/standalone.module.js';
import { begin, isLoggedIn, logIn, logOut } from './api.js';
import { Button, Fault, Field, Notice, useWork } from './ui.js';
import { Overview } from './overview.js';
import { Clients } from './clients.js';
import { Tokens } from './tokens.js';
import { Accounts } from './accounts.js';
import { Events } from './events.js';

const PAGES = [
  { path: 'overview', title: 'Overview', page: Overview },
  { path: 'clients', title: 'Clients', page: Clients },
  { path: 'tokens', title: 'Tokens', page: Tokens },
  { path: 'accounts', title: 'Accounts', page: Accounts, needs: (operator) => operator.accounts },
  { path: 'events', title: 'Events', page: Events },
];

const ENDED = 'Your session has ended. Log in again to go on.';
const NOT_TOLD = 'You are logged out here, but the server could not be told. There the session ends by itself when its time is over.';

function Console() {
  const [operator, setOperator] = useState(null);
  const [reason, setReason] = useState('');
  const started = useStart(() => {
    setReason(ENDED);
    setOperator(null);
  });
  useLeaving(setOperator);
  if (started.error) {
    return html`<main class="login"><${Fault} error=${started.error} again=${() => location.reload()} /></main>`;
  }
  if (!started.done) {
    return html`<p class="starting" role="status">Starting the console …</p>`;
  }
  if (operator === null) {
    return html`<${Login} reason=${reason} onOperator=${(found) => { setReason(''); setOperator(found); }} />`;
  }
  const leave = async () => {
    setReason('Logging out …');
    setOperator(null);
    setReason(await logOut() ? 'You have logged out.' : NOT_TOLD);
  };
  return html`<${Frame} operator=${operator} onLeave=${leave} />`;
}

function useStart(ended) {
  const [state, setState] = useState({ done: false, error: null });
  useEffect(() => {
    begin(ended).then(() => setState({ done: true, error: null }), (error) => setState({ done: false, error }));
  }, []);
  return state;
}

/** Whoever leaves the page has left the token behind, so it ends; a page that comes back asks for the password again. */
function useLeaving(setOperator) {
  useEffect(() => {
    const left = () => {
      if (isLoggedIn()) {
        logOut();
        setOperator(null);
      }
    };
    window.addEventListener('pagehide', left);
    return () => window.removeEventListener('pagehide', left);
  }, []);
}

function Brand() {
  return html`<div class="brand"><img src="icon.svg" alt="" /><span>Durin</span></div>`;
}

function Login({ reason, onOperator }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const work = useWork(async () => {
    const operator = await logIn(name, password);
    onOperator(operator);
  });
  useEffect(() => {
    document.title = 'Log in · Durin console';
    document.getElementById('log-in-name')?.focus();
  }, []);
  return html`<main class="login">
    <${Brand} />
    <form class="panel" novalidate onSubmit=${(event) => { event.preventDefault(); work.run(); }}>
      <div class="panel-body">
        <h1>Log in to the console</h1>
        ${reason && !work.error && html`<${Notice}>${reason}<//>`}
        <${Fault} error=${work.error} known=${['username', 'password']} />
        <${Field} label="Name" name="username" id="log-in-name" autocomplete="username" autocapitalize="none" spellcheck=${false}
          value=${name} onValue=${setName} error=${work.error} required />
        <${Field} label="Password" name="password" type="password" autocomplete="current-password"
          value=${password} onValue=${setPassword} error=${work.error} required />
        <${Button} kind="primary" type="submit" busy=${work.busy}>Log in<//>
      </div>
    </form>
  </main>`;
}

function Frame({ operator, onLeave }) {
  const { path, query } = useRoute();
  const pages = PAGES.filter((page) => !page.needs || page.needs(operator));
  const current = pages.find((page) => page.path === path) ?? pages[0];
  const [toast, setToast] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setToast(''), 8000);
    return () => clearTimeout(timer);
  }, [toast]);
  // What had the focus may be gone with what was done, such as the row of what was deleted.
  const say = (text) => {
    setToast(text);
    setTimeout(focusHeading);
  };
  return html`<div>
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); focusHeading(); }}>Skip to the page</a>
    <header class="bar"><div class="bar-inner">
      <${Brand} />
      <nav class="nav" aria-label="Pages"><ul>${pages.map((page) => html`<li key=${page.path}>
        <a href=${`#/${page.path}`} aria-current=${page === current ? 'page' : undefined}>${page.title}</a></li>`)}</ul></nav>
      <div class="who">
        <span class="who-name" title=${operator.operator}>${operator.operator}</span>
        <${Button} small onClick=${onLeave}>Log out<//>
      </div>
    </div></header>
    <main id="main" class="page" key=${`${current.path} ${query}`}>
      <${current.page} operator=${operator} query=${query} say=${say} />
    </main>
    <footer class="foot">Durin ${operator.version}</footer>
    <div class="toasts" role="status">${toast && html`<div class="notice notice-good toast"><span>${toast}</span>
      <${Button} small onClick=${() => setToast('')}>Close<//></div>`}</div>
  </div>`;
}

function focusHeading() {
  document.querySelector('#main h1')?.focus();
}

/** Which page the address names, after the #; nothing secret is ever in it. */
function useRoute() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path, query: new URLSearchParams(query) };
}

const place = document.getElementById('console');
place.replaceChildren();
render(html`<${Console} />`, place);
