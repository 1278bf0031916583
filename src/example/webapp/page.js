// Logs in as client `web`, and shows the caller's sessions and API key. The token is kept here alone: a reload forgets it.

const API = 'api/auth';
const MILLIS_OF_LOGOUT = 10000;
const login = document.getElementById('login');
const account = document.getElementById('account');
const leave = document.getElementById('leave');
const said = document.getElementById('said');
const parts = document.querySelectorAll('durin-sessions, durin-api-key');

let token = null;

login.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { username, password } = Object.fromEntries(new FormData(login));
  try {
    const response = await fetch(`${API}/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ username, password, client: 'web' }),
    });
    if (response.ok) {
      show((await response.json()).token);
    } else {
      show(null, 'That name and password do not fit.');
    }
  } catch (failure) {
    show(null, 'The server cannot be reached.');
  }
});

leave.addEventListener('click', async () => {
  const ended = token;
  show(null, 'Logging out …');
  said.textContent = await end(ended)
    ? 'You have logged out.'
    : 'You are logged out here, but the server could not be told. There the session ends by itself when its time is over.';
});

async function end(ended) {
  try {
    const response = await fetch(`${API}/logout`, {
      method: 'POST', headers: { Authorization: `Token ${ended}` }, signal: AbortSignal.timeout(MILLIS_OF_LOGOUT),
    });
    // Refused, it has ended before.
    return response.ok || response.status === 401;
  } catch (failure) {
    return false;
  }
}

account.addEventListener('durin-signed-out', () => show(null, 'Your session has ended. Log in again.'));

function show(next, text = '') {
  token = next;
  said.textContent = text;
  login.reset();
  login.hidden = token !== null;
  account.hidden = token === null;
  leave.hidden = token === null;
  for (const part of parts) {
    part.token = token;
  }
}
