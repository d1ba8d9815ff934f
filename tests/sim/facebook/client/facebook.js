/** The page of the simulated Facebook: draws the comments that its socket brings. */
const comments = document.getElementById('comments');
const { language, video } = document.body.dataset;
const socket = new WebSocket(`wss://www.facebook.com/comments?lang=${language}&video=${video}`);

function drawn(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

socket.onmessage = ({ data }) => {
  const { all, sending, sent } = JSON.parse(data);
  if (all !== undefined) comments.replaceChildren(drawn(all));
  if (sent !== undefined) {
    const comment = drawn(sending).firstElementChild;
    comments.append(comment);
    setTimeout(() => comment.replaceWith(drawn(sent)), 50);
  }
};
