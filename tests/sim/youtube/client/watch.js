/** The watch page of the simulated YouTube: goes on to another video without a new document. */
const container = document.getElementById('chat-container');

document.querySelector('nav').addEventListener('click', async (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  const videoId = new URL(link.href).searchParams.get('v');
  await fetch(
    new Request('/youtubei/v1/next?prettyPrint=false', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ context: { client: { hl: document.documentElement.lang } }, videoId }),
    }),
  );
  const frame = document.createElement('iframe');
  frame.id = 'chatframe';
  frame.src = `/live_chat?v=${videoId}`;
  container.replaceChildren(frame);
});
