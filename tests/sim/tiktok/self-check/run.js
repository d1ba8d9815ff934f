// All checks in order, and their outcome on the page of checks.

import { checkFetchErrors, checkFetchShape, checkFetchUse } from './fetch.js';
import { FETCHED, OTHER, results, WATCHED } from './kit.js';
import { checkSocketLife, checkSocketShape } from './socket.js';
import { checkSurroundings } from './surroundings.js';
import { checkXhrShape, checkXhrUse } from './xhr.js';

function show() {
  const list = document.createElement('main');
  list.className = 'checks';
  const bad = results.filter((one) => !one.ok);
  const title = document.createElement('h2');
  title.textContent = `${results.length - bad.length} of ${results.length} checks are fine`;
  list.append(
    title,
    ...[...bad, ...results.filter((one) => one.ok)].map((one) => {
      const line = document.createElement('div');
      line.className = one.ok ? 'good' : 'bad';
      line.textContent = `${one.ok ? '✓' : '✗'} ${one.name} ${one.detail}`;
      return line;
    }),
  );
  document.getElementById('app').append(list);
}

await checkSocketShape();
await checkFetchShape();
await checkXhrShape();
await checkSocketLife();
await checkFetchErrors();
await checkFetchUse('watched', WATCHED);
await checkFetchUse('unwatched', OTHER);
await checkXhrUse('watched', FETCHED);
await checkXhrUse('unwatched', OTHER);
await checkSurroundings();
if (document.getElementById('app').dataset.kind === 'check') {
  show();
}
window.__selfCheckDone = true;
