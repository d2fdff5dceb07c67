// @ts-check
// Transfers messages between an App in an iframe and Pitchly's page that embeds it. Messages from other pages are dropped.

/** @typedef {{ invokeMethodAsync(method: 'Receive', text: string): Promise<void> }} Receiver The .NET object that receives messages. */
/** @typedef {{ type: string, id?: string, data?: unknown, error?: unknown }} Message */

/**
 * @param {Receiver} receiver
 * @param {string} platform The origin of Pitchly's page.
 * @param {number} maximumBytes The maximum size of an incoming message.
 */
export function connect(receiver, platform, maximumBytes) {
  const page = window.parent;
  if (page === window) {
    throw new Error("This page is not inside Pitchly's page. Open it from there. A Pitchly App runs in an iframe of Pitchly's page.");
  }

  // Not every browser supports ancestorOrigins.
  const embedder = location.ancestorOrigins?.[0];
  if (embedder !== undefined && embedder !== platform) {
    throw new Error(`The page around this App is at ${embedder}, but Origin is ${platform}. Set Origin to ${embedder}, or open Pitchly's page at ${platform}.`);
  }

  let dropped = 0;
  /** @type {Message | undefined} */
  let ready;

  /** @param {MessageEvent} event */
  function onMessage(event) {
    const text = event.source === page && event.origin === platform && isMessage(event.data) ? JSON.stringify(event.data) : undefined;
    if (text === undefined || new TextEncoder().encode(text).length > maximumBytes) {
      dropped++;
    } else {
      receiver.invokeMethodAsync('Receive', text);
    }
  }

  function onPageHide() {
    if (ready?.data !== undefined) {
      page.postMessage({ type: 'leave' }, platform);
    }
  }

  /** Connects again if the browser restores the page from its back/forward cache. @param {PageTransitionEvent} event */
  function onPageShow(event) {
    if (event.persisted && ready !== undefined) {
      page.postMessage(ready, platform);
    }
  }

  window.addEventListener('message', onMessage);
  window.addEventListener('pagehide', onPageHide);
  window.addEventListener('pageshow', onPageShow);
  return {
    /** @param {string} text */
    send(text) {
      const message = JSON.parse(text);
      ready = message.type === 'ready' ? message : ready;
      page.postMessage(message, platform);
    },

    dropped: () => dropped,

    timeoutAdvice: () => `Check that the page around this App is at ${platform}, which is the value of Origin, and that it shows this App at ${location.origin}.`,

    close() {
      onPageHide();
      window.removeEventListener('message', onMessage);
      window.removeEventListener('pagehide', onPageHide);
      window.removeEventListener('pageshow', onPageShow);
    },
  };
}

/** @param {unknown} value @returns {value is Message} */
function isMessage(value) {
  if (Object.prototype.toString.call(value) !== '[object Object]') {
    return false;
  }
  const message = /** @type {Record<string, unknown>} */ (value);
  return typeof message.type === 'string' && (message.id === undefined || typeof message.id === 'string');
}
