// What others' extensions do to pages: at the start, and once more on top of whoever came in between.
window.others ??= { made: 0, sent: 0, heard: 0, fetched: 0, loaded: 0 };
{
  const { others } = window;
  const Before = window.WebSocket;
  window.WebSocket = class WebSocket extends Before {
    constructor(...args) {
      super(...args);
      others.made += 1;
    }

    send(data) {
      others.sent += 1;
      super.send(data);
    }
  };

  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function addEventListener(type, listener, options) {
    const heard = function (event) {
      others.heard += 1;
      return typeof listener === 'function'
        ? listener.call(this, event)
        : listener.handleEvent(event);
    };
    return listen.call(this, type, type === 'message' && listener ? heard : listener, options);
  };

  const ask = window.fetch;
  window.fetch = async (...args) => {
    const answer = await ask(...args);
    others.fetched += 1;
    await answer.clone().text();
    return answer;
  };

  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (...args) {
    others.loaded += 1;
    return send.apply(this, args);
  };
}
