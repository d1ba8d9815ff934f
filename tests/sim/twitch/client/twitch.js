/** The page of the simulated Twitch: one chat for the whole visit, in one channel at a time. */
const chat = document.getElementById('chat');
const user = document.body.dataset.user;
let socket = null;
let channel = { id: '', login: '' };

const ask = async (questions) =>
  (
    await fetch('https://gql.twitch.tv/gql#origin=twilight', {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify(questions),
    })
  ).json();

function say(line) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(line);
}

function connect() {
  socket = new WebSocket('wss://irc-ws.chat.twitch.tv/');
  socket.onmessage = ({ data }) => {
    const line = document.createElement('li');
    line.textContent = data.slice(0, 120);
    chat.prepend(line);
  };
  socket.onclose = () => setTimeout(connect, 100);
  socket.onopen = () => {
    say('CAP REQ :twitch.tv/tags twitch.tv/commands');
    say('PASS oauth:not-to-be-read');
    say(`NICK ${user}`);
    say(`USER ${user} 8 * :${user}`);
    if (channel.login !== '') say(`JOIN #${channel.login}`);
  };
}

async function show(login) {
  const [answer] = await ask([{ operationName: 'ChannelShell', variables: { login } }]);
  const { login: last } = channel;
  channel = answer.data.userOrError;
  say(`JOIN #${channel.login}`);
  if (last !== '') say(`PART #${last}`);
}

document.querySelector('nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  void show(location.pathname.slice(1));
});

document.querySelector('form').addEventListener('click', (event) => {
  event.preventDefault();
  const { bits, anonymous } = event.target.dataset;
  if (bits === undefined) return;
  const input = {
    id: crypto.randomUUID(),
    targetID: channel.id,
    bits: Number(bits),
    content: `Cheer${bits} `,
    isAutoModEnabled: true,
    shouldCheerAnyway: false,
    isAnonymous: anonymous === 'yes',
  };
  void ask({ operationName: 'ChatInput_SendCheer', variables: { input } });
});

void ask([{ operationName: 'CoreActionsCurrentUser', variables: {} }]);
new WebSocket('wss://hermes.twitch.tv/v1?clientId=sim');
if (location.pathname !== '/') await show(location.pathname.slice(1));
connect();
