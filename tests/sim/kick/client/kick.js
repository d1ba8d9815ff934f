/** The page of the simulated Kick: follows one channel at a time over whichever connection the site names. */
const chat = document.getElementById('chat');
const user = document.body.dataset.user;
let connection = null;
let followed = [];
let channel = 0;
let requests = 1;

const ask = async (url, options) =>
  (await fetch(url, { credentials: 'include', ...options })).json();

function say(name, on) {
  if (connection === null || connection.socket.readyState !== WebSocket.OPEN) return;
  requests += 1;
  const verb = on ? 'subscribe' : 'unsubscribe';
  connection.socket.send(
    JSON.stringify(
      connection.provider === 'pusher'
        ? { event: `pusher:${verb}`, data: { auth: '', channel: name } }
        : { id: requests, [verb]: { channel: name } },
    ),
  );
}

async function connect() {
  const { data } = await ask('https://web.kick.com/api/v1/realtime/connection', {
    method: 'POST',
    body: '{}',
  });
  const socket = new WebSocket(data.url);
  connection = { socket, provider: data.provider };
  socket.onmessage = ({ data: text }) => {
    const line = document.createElement('li');
    line.textContent = text.slice(0, 120);
    chat.prepend(line);
  };
  socket.onclose = () => setTimeout(connect, 100);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  if (data.provider === 'centrifugo')
    socket.send(JSON.stringify({ id: 1, connect: { token: 'x' } }));
  if (user !== '') say(`private-userfeed.${user}`, true);
  for (const name of followed) say(name, true);
}

async function show(slug) {
  for (const name of followed) say(name, false);
  followed = [];
  const answer = await ask(`/api/v2/channels/${slug}`);
  channel = answer.id;
  followed = [
    `channel_${answer.id}`,
    `channel.${answer.id}`,
    `chatroom_${answer.chatroom.id}`,
    `chatrooms.${answer.chatroom.id}.v2`,
  ];
  for (const name of followed) say(name, true);
}

document.querySelector('nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  void show(location.pathname.slice(1));
});

document.getElementById('kicks-gifting').addEventListener('click', (event) => {
  event.preventDefault();
  const gift = event.target.dataset.gift;
  if (gift === undefined) return;
  void ask(`https://web.kick.com/api/v1/kicks/${channel}/gift`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ gift_id: gift, message: '', idempotency_key: crypto.randomUUID() }),
  });
});

void ask('/api/v1/user');
if (location.pathname !== '/') await show(location.pathname.slice(1));
await connect();
