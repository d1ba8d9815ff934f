/** The chat of the simulated YouTube: shows what the document held, then asks again and again. */
const list = document.getElementById('items');
const { video, hl, gl } = list.dataset;
let position = Number(list.dataset.position);

const ask = async (name, more) => {
  const body = JSON.stringify({ context: { client: { hl, gl } }, videoId: video, ...more });
  // The site hands over a Request, not an address.
  const request = new Request(`/youtubei/v1/live_chat/${name}?prettyPrint=false`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return (await fetch(request)).json();
};

function show(actions) {
  for (const action of actions) {
    const line = document.createElement('li');
    line.textContent = JSON.stringify(action).slice(0, 120);
    list.prepend(line);
  }
}

document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void ask('send_message', { amount: '$5.00' });
});

show(window.ytInitialData.contents.liveChatRenderer.actions);
for (;;) {
  const { continuationContents } = await ask('get_live_chat', { position });
  const { actions } = continuationContents.liveChatContinuation;
  position += actions.length;
  show(actions);
}
