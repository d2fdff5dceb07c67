// @ts-check

const MAXIMUM_BYTES = 1024 * 1024;

/** The time before the page reconnects to the emulator, in milliseconds. */
const RECONNECT = 1000;

/** @typedef {{ note(direction: 'in' | 'out', text: string): void, drop(reason: string): void }} Watcher */

/** One App in its iframe. A separate channel carries its messages to the platform, and the platform's messages to this App only. */
export class AppFrame {
  /** The number of Apps of each origin. @type {Map<string, number>} */
  static #origins = new Map();

  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {{ type: string, id?: string, data?: any } | undefined} The App's last ready message. */
  #ready;
  /** @type {string[]} */
  #waiting = [];
  #isOffline = false;
  #isShown = true;
  #origin;
  #address;
  #watcher;
  #iframe = document.createElement('iframe');
  #status = document.createElement('span');

  /** @param {{ name: string, url: string, appId: string }} app @param {Watcher} watcher */
  constructor(app, watcher) {
    this.#origin = new URL(app.url).origin;
    AppFrame.#origins.set(this.#origin, (AppFrame.#origins.get(this.#origin) ?? 0) + 1);
    this.#address = `${location.origin.replace('http', 'ws')}/apps/${app.appId}/channel`;
    this.#watcher = watcher;
    this.#iframe.src = app.url;
    this.#iframe.title = app.name;
    this.#status.className = 'quiet';
    this.#status.setAttribute('role', 'status');
    this.#status.textContent = `Waiting for the App. Set its Origin to this page: ${location.origin}.`;
    this.element = this.#frame(app.name);
    window.addEventListener('message', event => this.#onMessage(event));
  }

  /** @param {boolean} value Whether the App can't reach Pitchly. */
  set isOffline(value) {
    this.#isOffline = value;
    if (!value && this.#ready) {
      this.#start(this.#ready);
    }
  }

  /** @param {string} name */
  #frame(name) {
    const heading = document.createElement('h2');
    heading.textContent = name;
    const hide = document.createElement('button');
    hide.type = 'button';
    hide.textContent = 'Hide';
    hide.setAttribute('aria-label', `Hide ${name}`);
    hide.addEventListener('click', () => {
      this.#isShown = !this.#isShown;
      this.#iframe.hidden = !this.#isShown;
      hide.textContent = this.#isShown ? 'Hide' : 'Show';
      hide.setAttribute('aria-label', `${hide.textContent} ${name}`);
      if (this.#ready && !this.#isApp) {
        this.#deliver(JSON.stringify({ type: 'focus', data: { isFocused: this.#isShown } }));
      }
    });
    const bar = document.createElement('div');
    bar.className = 'bar';
    bar.append(heading, this.#status, hide);
    const element = document.createElement('div');
    element.className = 'app';
    element.append(bar, this.#iframe);
    return element;
  }

  /** Whether this is a v1 App. The ready message of a v2 plugin has no data. */
  get #isApp() {
    return typeof this.#ready?.data === 'object';
  }

  /** @param {MessageEvent} event */
  #onMessage(event) {
    const message = event.data;
    if (this.#isLeaveMessage(event)) {
      this.#ready = undefined;
      this.#disconnect();
      return;
    }
    if (event.source !== this.#iframe.contentWindow) {
      return;
    }
    if (event.origin !== this.#origin) {
      this.#status.textContent = `The App sends messages from ${event.origin}, but is shown as ${this.#origin}, so its messages are dropped. Show it at ${event.origin}.`;
      this.#watcher.drop(`it came from ${event.origin}, not from ${this.#origin}.`);
    } else if (Object.prototype.toString.call(message) !== '[object Object]' || typeof message.type !== 'string') {
      this.#watcher.drop('it is not an object with a type.');
    } else {
      const text = JSON.stringify(message);
      if (new TextEncoder().encode(text).length > MAXIMUM_BYTES) {
        this.#watcher.drop(`it is larger than ${MAXIMUM_BYTES} bytes.`);
      } else {
        this.#watcher.note('in', text);
        this.#handle(message, text);
      }
    }
  }

  /**
   * Returns whether the App's page sent its last message, because the user leaves it. The event then may have no source, so the App is
   * identified by its origin. This is not possible if several Apps have the same origin.
   * @param {MessageEvent} event
   */
  #isLeaveMessage(event) {
    return event.data?.type === 'leave' && event.origin === this.#origin && (event.source === this.#iframe.contentWindow || (event.source === null && AppFrame.#origins.get(this.#origin) === 1));
  }

  /** @param {{ type: string, id?: string, data?: any }} message @param {string} text */
  #handle(message, text) {
    if (message.type === 'ready') {
      this.#start(message);
    } else if (this.#isOffline) {
      this.#refuse(message);
    } else if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(text);
    } else {
      this.#waiting.push(text);
      this.#connect();
    }
  }

  /** @param {{ type: string, data?: any }} ready */
  #start(ready) {
    this.#ready = ready;
    this.#status.textContent = '';
    this.#disconnect();
    if (!this.#isOffline) {
      this.#connect();
    }
  }

  #connect() {
    if (this.#socket) {
      return;
    }
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      for (const text of [...(this.#ready ? [JSON.stringify(this.#ready)] : []), ...this.#waiting.splice(0)]) {
        socket.send(text);
      }
    });
    socket.addEventListener('message', event => {
      if (socket === this.#socket && !this.#isOffline) {
        this.#deliver(event.data);
      }
    });
    socket.addEventListener('close', () => {
      if (socket === this.#socket) {
        this.#socket = undefined;
        setTimeout(() => this.#ready && !this.#isOffline && this.#connect(), RECONNECT);
      }
    });
  }

  #disconnect() {
    this.#waiting = [];
    this.#socket?.close();
    this.#socket = undefined;
  }

  /** @param {string} text */
  #deliver(text) {
    const message = JSON.parse(text);
    this.#watcher.note('out', JSON.stringify(message));
    this.#iframe.contentWindow?.postMessage(message, this.#origin);
  }

  /** Replies with the error that the guide shows for a lost connection. @param {{ type: string, id?: string }} message */
  #refuse(message) {
    if (message.id !== undefined) {
      const error = { name: 'could-not-connect', reason: 'Could not connect to Pitchly server.', code: 0 };
      const answer = message.type === 'generateAccessToken' ? { data: { error } } : { error };
      this.#deliver(JSON.stringify({ type: message.type, id: message.id, ...answer }));
    }
  }
}
