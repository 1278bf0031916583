/** Speaks to Durin's endpoints. The token is kept in a variable of this module and nowhere else: a reload forgets it. */

const MILLIS_OF_LOGOUT = 10000;

let token = null;
let settings = null;
let whenEnded = () => {};

/** What the server refused, or that it could not be asked. */
export class Refusal extends Error {
  constructor(status, detail, fields = {}, retryAfter = null) {
    super(detail);
    this.status = status;
    this.detail = detail;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** Learns where the endpoints are; `ended` is called when the server takes the token no more. */
export async function begin(ended) {
  whenEnded = ended;
  const response = await ask(new URL('config.json', document.baseURI), { cache: 'no-cache' });
  if (!response.ok) {
    throw new Refusal(response.status, 'The console is switched off.');
  }
  settings = await response.json();
}

export function isLoggedIn() {
  return token !== null;
}

/** The client that the console logs in as. */
export function ownClient() {
  return settings.client;
}

/** Logs in, and answers what the server says of the operator. */
export async function logIn(username, password) {
  const answer = await send('POST', '/login', { body: { username, password, client: settings.client }, token: null });
  token = answer.token;
  try {
    return await send('GET', '/admin');
  } catch (refusal) {
    // A refused one is forgotten by now, and may be good all the same.
    token = null;
    await end(answer.token);
    throw refusal;
  }
}

/** Forgets the token at once, and answers whether it has ended at the server, too. */
export async function logOut() {
  const ended = token;
  token = null;
  return ended === null || end(ended);
}

async function end(ended) {
  try {
    await send('POST', '/logout', { token: ended, keepalive: true, signal: AbortSignal.timeout(MILLIS_OF_LOGOUT) });
    return true;
  } catch (refusal) {
    return refusal.status === 401;
  }
}

export function get(path, query = {}) {
  return send('GET', `/admin${path}`, { query });
}

export function post(path, body, query = {}) {
  return send('POST', `/admin${path}`, { body, query });
}

export function patch(path, body, query = {}) {
  return send('PATCH', `/admin${path}`, { body, query });
}

export function remove(path, query = {}) {
  return send('DELETE', `/admin${path}`, { query });
}

async function send(method, path, { body, query = {}, token: used = token, keepalive = false, signal } = {}) {
  const url = new URL(settings.api + path, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && value !== null && value !== undefined) {
      url.searchParams.set(name, value);
    }
  }
  const headers = { Accept: 'application/json' };
  if (used !== null) {
    headers.Authorization = `${settings.scheme ?? 'Token'} ${used}`;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await ask(url, {
    method, headers, keepalive, signal, cache: 'no-store', redirect: 'error',
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer(response, used);
}

async function ask(url, options) {
  try {
    return await fetch(url, options);
  } catch (failure) {
    throw new Refusal(0, 'The server cannot be reached. Check the connection, then try again.');
  }
}

async function answer(response, used) {
  const content = await response.json().catch(() => null);
  if (response.ok) {
    return content;
  }
  if (response.status === 401 && used !== null && used === token) {
    token = null;
    whenEnded();
  }
  throw refusal(response, content ?? {});
}

function refusal(response, problem) {
  const { type, title, status, detail, non_field_errors: general = [], ...others } = problem;
  const fields = Object.fromEntries(Object.entries(others).filter(([, texts]) => Array.isArray(texts)));
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const retryAfter = Number.isNaN(wait) ? null : wait;
  return new Refusal(response.status, words(response.status, detail, general, fields, retryAfter), fields, retryAfter);
}

function words(status, detail, general, fields, retryAfter) {
  if (status === 429 && retryAfter !== null) {
    return `Too many requests. Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`;
  }
  const said = [detail, ...general].filter(Boolean).join(' ');
  if (said !== '') {
    return said;
  }
  return Object.keys(fields).length > 0
    ? 'Some of the fields below are not right.'
    : `The server answered with status ${status}. Its log may say why.`;
}
