/** The page of the simulated Instagram: asks how its stream stands again and again, as the site does, only faster. */
const POLL_MS = 100;
const list = document.getElementById('comments');
// So that the simulator can tell pages apart: the site's own has no such thing.
const sim = Math.random().toString(36).slice(2);
let shown = 0;

const api = (id, about) => `/api/v1/live/${id}/${about}/`;

/** Comments by XMLHttpRequest, everything else by fetch: either is hooked. */
const askComments = (id, after) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${api(id, 'get_comment')}?last_comment_ts=${after}&sim=${sim}`);
    request.responseType = 'json';
    request.onloadend = () => resolve(request.response);
    request.send();
  });

async function show(id) {
  shown += 1;
  const mine = shown;
  let last = 0;
  await fetch(api(id, 'info'));
  while (mine === shown) {
    const answer = await askComments(id, last);
    if (answer === null || answer.status === 'fail') {
      await fetch(api(id, 'heartbeat_and_get_viewer_count'), { method: 'POST' });
      return;
    }
    for (const { created_at, user, text } of answer.comments) {
      last = Math.max(last, created_at);
      const line = document.createElement('li');
      line.textContent = `${user.username} ${text}`;
      list.prepend(line);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

document.querySelector('nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  list.replaceChildren();
  void show(link.dataset.broadcast);
});

const id = new URLSearchParams(location.search).get('broadcast_id');
if (id !== null) await show(id);
