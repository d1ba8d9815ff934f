/** The page of both simulated clients: draws the chat of its address, and what is said there. */
const { client, language } = document.body.dataset;
const middle = document.getElementById('column-center');
const portals = document.getElementById('portals');
const socket = new WebSocket(`wss://web.telegram.org/apiws?client=${client}&lang=${language}`);

function drawn(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** Where a new message goes: below the last one, in /a/ under its day. */
function add(html) {
  const message = drawn(html).firstElementChild;
  const list = middle.querySelector(client === 'k' ? '.bubbles-inner' : '.messages-container');
  if (client === 'k') {
    list.append(message);
    return message;
  }
  const today = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'day');
  let group = list.querySelector(`[data-day="${today}"]`);
  if (group === null) {
    const day = `<div class="message-date-group" data-day="${today}"><div class="sticky-date"><span>${today}</span></div></div>`;
    list.append(drawn(day));
    group = list.lastElementChild;
  }
  group.append(message);
  return message;
}

socket.onmessage = ({ data }) => {
  const { chat, sending, sent, list } = JSON.parse(data);
  if (chat !== undefined) middle.replaceChildren(drawn(chat));
  if (list !== undefined) portals.replaceChildren(drawn(list));
  if (sent !== undefined) {
    const message = add(sending);
    // Once it was sent, it is drawn anew under its own id.
    setTimeout(() => message.replaceWith(drawn(sent)), 50);
  }
};

const open = () => socket.send(JSON.stringify({ open: location.hash }));
socket.onopen = open;
window.addEventListener('hashchange', open);
