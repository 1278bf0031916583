/**
 * Two elements for the pages of an application that has Durin:
 *
 *   <durin-sessions api="/app/api/auth"></durin-sessions>    the caller's sessions, to look at and to end
 *   <durin-api-key api="/app/api/auth"></durin-api-key>      the caller's API access token, to create and to revoke
 *
 * `api` is where Durin's endpoints are. The page gives them the token, by `element.token = '…'` or by
 * `element.authorization = async () => 'Token …'`. `scheme` is what stands before a token where that is not `Token`. They fire
 * `durin-signed-out` when the token is taken no more, and `durin-error` with `{ status, detail }` when something else goes wrong.
 * When one has ended or made something, `durin-changed` on the document has the others look again. `lang` is `en` or `de`;
 * `element.texts = { … }` replaces words. They are styled by the custom properties `--durin-…` and by `::part(…)`.
 */

const TEXTS = {
  en: {
    sessions: 'Your active sessions',
    loading: 'Loading …',
    noSessions: 'There are no active sessions.',
    noToken: 'Log in to see this.',
    thisDevice: 'This device',
    unknownDevice: 'Unknown device',
    deviceOn: '{browser} on {system}',
    client: 'App',
    name: 'Name',
    address: 'Address',
    signedIn: 'Signed in',
    lastUsed: 'Last used',
    neverUsed: 'not yet',
    expires: 'Expires',
    never: 'never',
    end: 'Sign out',
    endOf: 'Sign out {device}',
    endTitle: 'Sign out this device?',
    endText: '{device} has to log in again.',
    endOthers: 'Sign out all other devices',
    endOthersTitle: 'Sign out all other devices?',
    endOthersText: 'This device stays signed in. All others end, API keys included: {clients}.',
    ended: '{device} is signed out.',
    endedOthers: 'All other devices are signed out.',
    cancel: 'Cancel',
    again: 'Try again',
    apiKey: 'Your API key',
    apiKeyText: 'A key lets a program of yours do what you may do. Keep it secret.',
    noKey: 'You have no API key.',
    create: 'Create an API key',
    created: 'Created',
    secretText: 'Copy it now: it is not shown again.',
    secret: 'API key',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'Select the key and copy it.',
    done: 'I have copied it',
    revoke: 'Revoke the key',
    revokeTitle: 'Revoke your API key?',
    revokeText: 'Programs that use it are refused from then on.',
    revoked: 'The API key is revoked.',
    signedOut: 'You are signed out. Log in again.',
    tooMany: 'Too many requests. Try again in {seconds} s.',
    unreachable: 'The server cannot be reached. Check your connection, then try again.',
    failed: 'That did not work.',
  },
  de: {
    sessions: 'Ihre aktiven Sitzungen',
    loading: 'Wird geladen …',
    noSessions: 'Es gibt keine aktiven Sitzungen.',
    noToken: 'Melden Sie sich an, um dies zu sehen.',
    thisDevice: 'Dieses Gerät',
    unknownDevice: 'Unbekanntes Gerät',
    deviceOn: '{browser} unter {system}',
    client: 'Anwendung',
    name: 'Name',
    address: 'Adresse',
    signedIn: 'Angemeldet',
    lastUsed: 'Zuletzt benutzt',
    neverUsed: 'noch nicht',
    expires: 'Läuft ab',
    never: 'nie',
    end: 'Abmelden',
    endOf: '{device} abmelden',
    endTitle: 'Dieses Gerät abmelden?',
    endText: '{device} muss sich neu anmelden.',
    endOthers: 'Alle anderen Geräte abmelden',
    endOthersTitle: 'Alle anderen Geräte abmelden?',
    endOthersText: 'Dieses Gerät bleibt angemeldet. Alle anderen enden, auch API-Schlüssel: {clients}.',
    ended: '{device} ist abgemeldet.',
    endedOthers: 'Alle anderen Geräte sind abgemeldet.',
    cancel: 'Abbrechen',
    again: 'Noch einmal versuchen',
    apiKey: 'Ihr API-Schlüssel',
    apiKeyText: 'Mit einem Schlüssel darf ein Programm, was Sie dürfen. Halten Sie ihn geheim.',
    noKey: 'Sie haben keinen API-Schlüssel.',
    create: 'API-Schlüssel anlegen',
    created: 'Angelegt',
    secretText: 'Kopieren Sie ihn jetzt: Er wird nicht wieder angezeigt.',
    secret: 'API-Schlüssel',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    notCopied: 'Markieren und kopieren Sie den Schlüssel.',
    done: 'Ich habe ihn kopiert',
    revoke: 'Schlüssel widerrufen',
    revokeTitle: 'API-Schlüssel widerrufen?',
    revokeText: 'Programme, die ihn benutzen, werden dann abgewiesen.',
    revoked: 'Der API-Schlüssel ist widerrufen.',
    signedOut: 'Sie sind abgemeldet. Melden Sie sich neu an.',
    tooMany: 'Zu viele Anfragen. Versuchen Sie es in {seconds} s noch einmal.',
    unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung, und versuchen Sie es noch einmal.',
    failed: 'Das hat nicht geklappt.',
  },
};

const STYLE = `
:host {
  display: block; font: var(--durin-font, inherit);
  --_text: var(--durin-text, #18212d); --_muted: var(--durin-muted, #55616f); --_surface: var(--durin-surface, #fff);
  --_line: var(--durin-line, #dbe1e8); --_accent: var(--durin-accent, #1d5fbf); --_on-accent: var(--durin-on-accent, #fff);
  --_danger: var(--durin-danger, #b3261e); --_danger-soft: var(--durin-danger-soft, #fdecea);
  --_soft: var(--durin-accent-soft, #e7effb); --_radius: var(--durin-radius, 10px);
  color: var(--_text); line-height: 1.5;
}
/* As the page says, which may be light where the browser would have it dark. */
@supports (color: light-dark(#000, #fff)) {
  :host {
    --_text: var(--durin-text, light-dark(#18212d, #e5e9ef)); --_muted: var(--durin-muted, light-dark(#55616f, #a0acba));
    --_surface: var(--durin-surface, light-dark(#fff, #171d25)); --_line: var(--durin-line, light-dark(#dbe1e8, #2a343f));
    --_accent: var(--durin-accent, light-dark(#1d5fbf, #86b6ff)); --_on-accent: var(--durin-on-accent, light-dark(#fff, #0c1826));
    --_danger: var(--durin-danger, light-dark(#b3261e, #ff9f96));
    --_danger-soft: var(--durin-danger-soft, light-dark(#fdecea, #3a1d1c));
    --_soft: var(--durin-accent-soft, light-dark(#e7effb, #1b2c45));
  }
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h2 { font-size: 1.15em; font-weight: 650; line-height: 1.3; }
h3 { font-size: 1em; font-weight: 600; overflow-wrap: anywhere; }
.head { display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center; justify-content: space-between; margin-bottom: 0.8em; }
.list { list-style: none; display: grid; gap: 0.75em; grid-template-columns: minmax(0, 1fr); }
.card { background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); padding: 0.9em 1.1em; display: grid; gap: 0.6em; grid-template-columns: minmax(0, 1fr); }
.card-head { display: flex; flex-wrap: wrap; gap: 0.4em 0.8em; align-items: center; justify-content: space-between; }
.title { display: flex; flex-wrap: wrap; gap: 0.3em 0.6em; align-items: center; min-width: 0; }
.badge { background: var(--_soft); color: var(--_accent); border-radius: 99px; padding: 0.05em 0.7em; font-size: 0.8em; font-weight: 550; }
.facts { display: grid; gap: 0.5em 1.25em; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr)); font-size: 0.9em; }
.facts dt { color: var(--_muted); font-size: 0.9em; }
.facts dd { overflow-wrap: anywhere; }
.muted { color: var(--_muted); }
button {
  font: inherit; font-weight: 500; min-height: 2.4em; padding: 0.3em 0.9em; border-radius: calc(var(--_radius) * 0.7); cursor: pointer;
  border: 1px solid var(--_muted); background: var(--_surface); color: var(--_text);
}
button:hover { border-color: var(--_text); }
button:disabled { opacity: 0.65; cursor: default; }
button.primary { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
button.danger { color: var(--_danger); border-color: var(--_danger); background: transparent; }
button.danger:hover { background: var(--_danger-soft); }
button.final { background: var(--_danger); border-color: var(--_danger); color: var(--_surface); }
h2:focus { outline: none; }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
.notice { border: 1px solid var(--_danger); background: var(--_danger-soft); border-radius: calc(var(--_radius) * 0.7); padding: 0.6em 0.9em; margin-bottom: 0.8em; display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center; justify-content: space-between; }
.status { min-height: 1.5em; color: var(--_muted); font-size: 0.9em; margin-top: 0.5em; }
.secret { display: grid; align-items: end; gap: 0.5em; grid-template-columns: minmax(0, 1fr) auto; }
.secret input { min-height: 2.67em; font: 0.9em ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; width: 100%; padding: 0.5em 0.7em; border: 1px solid var(--_muted); border-radius: calc(var(--_radius) * 0.7); background: var(--_surface); color: var(--_text); }
label { display: grid; gap: 0.25em; font-weight: 550; font-size: 0.9em; grid-template-columns: minmax(0, 1fr); }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5em; justify-content: flex-end; }
.buttons.start { justify-content: flex-start; }
dialog { font: inherit; color: var(--_text); background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); padding: 1.2em; width: min(28em, calc(100% - 1.5em)); }
dialog::backdrop { background: rgb(10 15 22 / 55%); }
.dialog { display: grid; gap: 0.9em; grid-template-columns: minmax(0, 1fr); }
`;

const UNITS = [['year', 31557600], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const BROWSERS = [
  [/\bEdgA?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'], [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const SYSTEMS = [
  [/\bWindows\b/, 'Windows'], [/\bAndroid\b/, 'Android'], [/\biPad\b/, 'iPad'], [/\biPhone\b/, 'iPhone'],
  [/\bMac OS X\b/, 'macOS'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux'],
];

const SETTERS = ['texts', 'token', 'authorization'];
const CHANGED = 'durin-changed';

let sheet = null;

/** Every text that is shown becomes a text node, so none is ever taken for markup. */
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== false && child !== undefined));
  return made;
}

/** One style sheet for all; a browser that cannot share one (Safari before 16.4) gets it each time. */
function dress(root) {
  if (!('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype)) {
    root.append(element('style', {}, STYLE));
    return;
  }
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  root.adoptedStyleSheets = [sheet];
}

class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
    this.detail = detail;
  }
}

/** What both share: the token, the words, the requests, and what is shown when something goes wrong. */
class DurinElement extends HTMLElement {
  static observedAttributes = ['api', 'lang', 'scheme'];

  // Another object with each change: an answer to the one before is neither shown nor told.
  #caller = { authorization: null };
  #texts = {};
  #turn = 0;
  #kept = false;
  #again = ({ detail }) => detail !== this && this.load();
  #place;
  #status;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    dress(root);
    this.#place = element('div', { part: 'content' });
    this.#status = element('p', { class: 'status', part: 'status', role: 'status' });
    root.append(this.#place, this.#status);
  }

  /** The token as the login gave it. It cannot be read again. */
  set token(text) {
    this.authorization = text ? () => `${this.getAttribute('scheme') || 'Token'} ${text}` : null;
  }

  /** A function, or an async one, that answers the value of the header `Authorization`; null: nobody is logged in. */
  set authorization(given) {
    this.#caller = { authorization: given };
    this.#clear();
    this.load();
  }

  /** Words instead of those that are built in. */
  set texts(given) {
    this.#texts = { ...given };
    this.load();
  }

  get language() {
    const named = this.getAttribute('lang') || this.closest('[lang]')?.lang || navigator.language || 'en';
    return named.toLowerCase().split('-')[0] === 'de' ? 'de' : 'en';
  }

  connectedCallback() {
    // What the page has set before this script had come hides the setter.
    for (const name of SETTERS.filter((setter) => Object.hasOwn(this, setter))) {
      const given = this[name];
      delete this[name];
      this[name] = given;
    }
    document.addEventListener(CHANGED, this.#again);
    this.load();
  }

  disconnectedCallback() {
    document.removeEventListener(CHANGED, this.#again);
    this.#clear();
  }

  /** An open dialog keeps the page from being used, even when its element cannot be seen any more. */
  #clear() {
    const dialog = this.shadowRoot.querySelector('dialog');
    dialog?.close();
    dialog?.remove();
    this.#kept = false;
    this.show();
    this.tell('');
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) {
      this.load();
    }
  }

  say(name, values = {}) {
    const text = this.#texts[name] ?? TEXTS[this.language][name];
    return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  }

  /** Asks the server, and shows what it says. */
  async load() {
    if (this.#kept) {
      return;
    }
    const turn = ++this.#turn;
    if (!this.isConnected) {
      return;
    }
    const caller = this.#caller;
    if (caller.authorization === null || !this.hasAttribute('api')) {
      this.show(this.heading(), element('p', { class: 'muted' }, this.say('noToken')));
      return;
    }
    if (this.#place.childElementCount === 0) {
      this.show(this.heading(), element('p', { class: 'muted', role: 'status' }, this.say('loading')));
    }
    try {
      const content = await this.content(caller);
      if (turn === this.#turn) {
        this.show(...content);
      }
    } catch (refusal) {
      if (turn === this.#turn) {
        this.refused(refusal, () => this.load());
      }
    }
  }

  show(...content) {
    this.#place.replaceChildren(...content);
  }

  /** Shows what is not shown again, so that it stays until `release`. */
  keep(...content) {
    this.#turn += 1;
    this.#kept = true;
    this.show(...content);
  }

  release() {
    this.#kept = false;
  }

  tell(text) {
    this.#status.textContent = text;
  }

  /** Shows what went wrong, above what is there, and tells the page. */
  refused(refusal, again = null) {
    const signedOut = refusal.status === 401;
    const notice = element('div', { class: 'notice', part: 'error', role: 'alert' }, element('span', {}, refusal.detail ?? refusal.message));
    if (again && !signedOut) {
      notice.append(element('button', { type: 'button', part: 'button', onclick: again }, this.say('again')));
    }
    if (signedOut || again) {
      this.show(this.heading(), notice);
    } else {
      this.#place.querySelector('.notice')?.remove();
      this.#place.prepend(notice);
    }
    const detail = { status: refusal.status ?? 0, detail: refusal.detail ?? refusal.message };
    this.dispatchEvent(new CustomEvent(signedOut ? 'durin-signed-out' : 'durin-error', { detail, bubbles: true, composed: true }));
  }

  /** Asks in the name of a caller; fails, too, when it is no more the one whom the page has. */
  async request(method, path, caller) {
    const headers = { Accept: 'application/json', Authorization: await caller.authorization() };
    this.#mustBe(caller);
    let response;
    try {
      response = await fetch(this.getAttribute('api').replace(/\/$/, '') + path, { method, headers, cache: 'no-store', redirect: 'error' });
    } catch (failure) {
      throw new Refusal(0, this.say('unreachable'));
    }
    const answer = await response.json().catch(() => null);
    this.#mustBe(caller);
    if (!response.ok) {
      throw new Refusal(response.status, this.words(response, answer));
    }
    return answer;
  }

  #mustBe(caller) {
    if (caller !== this.#caller) {
      throw new Refusal(0, this.say('signedOut'));
    }
  }

  words(response, answer) {
    if (response.status === 401) {
      return this.say('signedOut');
    }
    if (response.status === 429) {
      return this.say('tooMany', { seconds: response.headers.get('Retry-After') ?? '60' });
    }
    return answer?.detail ?? this.say('failed');
  }

  title(text) {
    return element('h2', { part: 'heading', tabindex: '-1' }, text);
  }

  /** After what was pressed is gone, so that whoever uses a keyboard is not sent to the beginning of the page. */
  async loadAndFocus(caller) {
    await this.load();
    if (caller === this.#caller) {
      this.#place.querySelector('h2')?.focus();
    }
  }

  /** Has the other elements of the page look again. */
  announce() {
    document.dispatchEvent(new CustomEvent(CHANGED, { detail: this }));
  }

  button(text, kind, action, label = null) {
    const made = element('button', { type: 'button', class: kind, part: `button ${kind}`, 'aria-label': label }, text);
    made.addEventListener('click', async () => {
      const caller = this.#caller;
      made.disabled = true;
      try {
        await action(caller);
      } catch (refusal) {
        if (caller === this.#caller) {
          this.refused(refusal);
        }
      } finally {
        made.disabled = false;
        // Disabled, it has lost the focus, and could not have it back from a dialog.
        if (made.isConnected && document.activeElement === document.body) {
          made.focus();
        }
      }
    });
    return made;
  }

  /** Asks before something ends; answers whether it shall. */
  confirm(title, text, verb) {
    return new Promise((resolve) => {
      const dialog = element('dialog', { part: 'dialog', 'aria-labelledby': 'confirm' });
      const choose = (chosen) => () => dialog.close(chosen);
      dialog.append(element('div', { class: 'dialog' },
        element('h2', { id: 'confirm' }, title),
        element('p', {}, text),
        element('div', { class: 'buttons' },
          element('button', { type: 'button', part: 'button', onclick: choose('') }, this.say('cancel')),
          element('button', { type: 'button', class: 'final', part: 'button final', onclick: choose('yes') }, verb))));
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'yes');
      });
      this.shadowRoot.append(dialog);
      dialog.showModal();
    });
  }

  /** A list of what is known, without what is not. */
  facts(entries) {
    return element('dl', { class: 'facts', part: 'facts' }, entries
      .filter(([, value]) => value !== '' && value !== null)
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
  }

  date(instant) {
    return this.time(instant, new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : 'de', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)));
  }

  ago(instant) {
    const seconds = (new Date(instant).getTime() - Date.now()) / 1000;
    const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
    return this.time(instant, new Intl.RelativeTimeFormat(this.language, { numeric: Math.abs(seconds) < 1 ? 'auto' : 'always' }).format(Math.trunc(seconds / length), unit));
  }

  time(instant, text) {
    return element('time', { datetime: instant, title: instant }, text);
  }
}

/** The caller's sessions. */
class DurinSessions extends DurinElement {
  heading() {
    return this.title(this.say('sessions'));
  }

  async content(caller) {
    const sessions = await this.request('GET', '/sessions', caller);
    // This device first, then what was used last.
    sessions.sort((one, other) => other.is_current - one.is_current || (other.last_used ?? other.created).localeCompare(one.last_used ?? one.created));
    const others = sessions.filter((session) => !session.is_current);
    const head = element('div', { class: 'head', part: 'head' }, this.heading(),
      others.length > 0 && this.button(this.say('endOthers'), 'danger', (caller) => this.endOthers(others, caller)));
    return [head, sessions.length === 0
      ? element('p', { class: 'muted' }, this.say('noSessions'))
      : element('ul', { class: 'list', part: 'list' }, sessions.map((session) => this.card(session)))];
  }

  card(session) {
    const device = this.device(session.last_user_agent || session.user_agent);
    return element('li', { class: 'card', part: session.is_current ? 'session current' : 'session' },
      element('div', { class: 'card-head' },
        element('div', { class: 'title' },
          element('h3', { part: 'device' }, device),
          session.is_current && element('span', { class: 'badge', part: 'badge' }, this.say('thisDevice'))),
        !session.is_current && this.button(this.say('end'), 'danger', (caller) => this.end(session, device, caller), this.say('endOf', { device }))),
      this.facts([
        [this.say('client'), session.client],
        [this.say('name'), session.name],
        [this.say('address'), session.last_address || session.address],
        [this.say('signedIn'), this.date(session.created)],
        [this.say('lastUsed'), session.last_used ? this.ago(session.last_used) : this.say('neverUsed')],
        [this.say('expires'), session.expiry ? this.ago(session.expiry) : this.say('never')],
      ]));
  }

  device(userAgent) {
    const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
    const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
    if (browser && system) {
      return this.say('deviceOn', { browser, system });
    }
    return browser ?? (userAgent || this.say('unknownDevice'));
  }

  async end(session, device, caller) {
    if (!await this.confirm(this.say('endTitle'), this.say('endText', { device }), this.say('end'))) {
      return;
    }
    await this.request('DELETE', `/sessions/${session.id}`, caller);
    this.tell(this.say('ended', { device }));
    this.announce();
    await this.loadAndFocus(caller);
  }

  async endOthers(others, caller) {
    const text = this.say('endOthersText', { count: others.length, clients: this.clients(others) });
    if (!await this.confirm(this.say('endOthersTitle'), text, this.say('endOthers'))) {
      return;
    }
    await this.request('POST', '/logoutothers', caller);
    this.tell(this.say('endedOthers'));
    this.announce();
    await this.loadAndFocus(caller);
  }

  /** Such as "api 1, web 2". */
  clients(sessions) {
    const counts = new Map();
    for (const { client } of sessions) {
      counts.set(client, (counts.get(client) ?? 0) + 1);
    }
    return [...counts].sort().map(([client, count]) => `${client} ${count}`).join(', ');
  }
}

/** The caller's API access token. */
class DurinApiKey extends DurinElement {
  heading() {
    return this.title(this.say('apiKey'));
  }

  async content(caller) {
    const key = await this.find(caller);
    return [element('div', { class: 'head', part: 'head' }, this.heading()),
      element('div', { class: 'card', part: 'key' }, ...(key === null ? this.none() : this.one(key)))];
  }

  /** That there is none is said as that something is not found. */
  async find(caller) {
    try {
      return await this.request('GET', '/apiaccess', caller);
    } catch (refusal) {
      if (refusal.status === 404 && refusal.detail === 'Not found.') {
        return null;
      }
      throw refusal;
    }
  }

  none() {
    return [
      element('p', {}, this.say('noKey')),
      element('p', { class: 'muted' }, this.say('apiKeyText')),
      element('div', { class: 'buttons start' }, this.button(this.say('create'), 'primary', (caller) => this.create(caller))),
    ];
  }

  one(key) {
    return [
      this.facts([
        [this.say('client'), key.client],
        [this.say('created'), this.date(key.created)],
        [this.say('expires'), key.expiry ? this.ago(key.expiry) : this.say('never')],
      ]),
      element('div', { class: 'buttons start' }, this.button(this.say('revoke'), 'danger', (caller) => this.revoke(caller))),
    ];
  }

  async create(caller) {
    const key = await this.request('POST', '/apiaccess', caller);
    const field = element('input', { readonly: true, value: key.token, autocomplete: 'off', spellcheck: 'false', part: 'secret' });
    field.addEventListener('focus', () => field.select());
    const copy = this.button(this.say('copy'), 'primary', async () => {
      try {
        await navigator.clipboard.writeText(key.token);
        this.tell(this.say('copied'));
      } catch (failure) {
        field.focus();
        field.select();
        this.tell(this.say('notCopied'));
      }
    });
    const done = this.button(this.say('done'), '', (whose) => {
      this.tell('');
      this.release();
      return this.loadAndFocus(whose);
    });
    this.keep(element('div', { class: 'head', part: 'head' }, this.heading()), element('div', { class: 'card', part: 'key' },
      element('p', {}, this.say('secretText')),
      element('div', { class: 'secret' }, element('label', {}, this.say('secret'), field), copy),
      element('div', { class: 'buttons start' }, done)));
    field.focus();
    this.announce();
  }

  async revoke(caller) {
    if (!await this.confirm(this.say('revokeTitle'), this.say('revokeText'), this.say('revoke'))) {
      return;
    }
    await this.request('DELETE', '/apiaccess', caller);
    this.tell(this.say('revoked'));
    this.announce();
    await this.loadAndFocus(caller);
  }
}

customElements.define('durin-sessions', DurinSessions);
customElements.define('durin-api-key', DurinApiKey);
