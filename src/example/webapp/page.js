// Logs in as client `web`, and shows the caller's sessions and API key. The token is kept here alone: a reload forgets it.

const API = 'api/auth';
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
  show(null, 'You have logged out.');
  await fetch(`${API}/logout`, { method: 'POST', headers: { Authorization: `Token ${ended}` } });
});

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
