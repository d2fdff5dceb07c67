// @ts-check
// Uses Pitchly's own SDK script through its documented class, and converts its callbacks to messages of the channel.

/** @typedef {{ invokeMethodAsync(method: 'Receive', text: string): Promise<void> }} Receiver The .NET object that receives messages. */
/** @typedef {(value: any) => void} Callback */
/**
 * The documented methods. The guide lacks most of their names, so any of them may be missing.
 * @typedef {Record<string, ((callback?: Callback) => void) | undefined>} Pitchly
 */

const UNSUPPORTED = { name: 'could-not-connect', reason: "Pitchly's script does not support this method.", code: 0 };

/** Each request, and the event that the script raises before it replies. @type {Record<string, string>} */
const RAISED = { requestSelection: 'selection', requestFilter: 'filter', requestShowSelected: 'showSelected' };

/**
 * @param {Receiver} receiver
 * @param {string} address The URL of the script.
 */
export async function connect(receiver, address) {
  await load(address);
  /** @type {Pitchly | undefined} */
  let pitchly;
  let isClosed = false;

  /** The number of pending requests for each event. Until their replies arrive, the event is not emitted. @type {Map<string, number>} */
  const pendingReplies = new Map();

  /**
   * The last value of each event while the transport requests the initial values. The script may also push these values, so they are
   * compared to avoid duplicates.
   * @type {Map<string, string>}
   */
  const initialValues = new Map();

  /**
   * The token that the script requests automatically at the start. It is the reply to the App's first request for a token, whether it
   * arrives before or after that request.
   * @type {{ waiting: Callback[], response?: unknown } | undefined}
   */
  let first = { waiting: [] };

  /** @param {unknown} message */
  function emit(message) {
    if (!isClosed) {
      receiver.invokeMethodAsync('Receive', JSON.stringify(message));
    }
  }

  /** @param {string} type @param {unknown} data */
  function event(type, data) {
    const text = JSON.stringify(data ?? null);
    if (!pendingReplies.get(type) && initialValues.get(type) !== text) {
      emit({ type, data: data ?? null });
    }
    if (initialValues.has(type)) {
      initialValues.set(type, text);
    }
  }

  /** @param {unknown} response */
  function onConnect(response) {
    if (first === undefined) {
      event('connect', response);
    } else if (first.waiting.length > 0) {
      first.waiting.forEach(reply => reply(response));
      first = undefined;
    } else {
      first.response = response;
    }
  }

  /** @param {string} appId */
  function start(appId) {
    const Class = /** @type {any} */ (window).Pitchly;
    pitchly = /** @type {Pitchly} */ (new Class({
      appId,
      onConnect,
      onSelection: (/** @type {unknown} */ rowIds) => event('selection', rowIds),
      onFilter: (/** @type {unknown} */ filter) => event('filter', filter),
      onShowSelected: (/** @type {unknown} */ showSelected) => event('showSelected', showSelected),
    }));
    pitchly.requestOrganizationId?.(id => event('organization', id));
    pitchly.requestDatabaseId?.(id => event('database', id));
    for (const [type, raised] of Object.entries(RAISED)) {
      initialValues.set(raised, '');
      pitchly[type]?.(() => initialValues.delete(raised));
    }
  }

  /** @param {string} type @param {string} id */
  function request(type, id) {
    const raised = type === 'generateAccessToken' ? 'connect' : RAISED[type];
    const change = (/** @type {number} */ by) => raised && pendingReplies.set(raised, (pendingReplies.get(raised) ?? 0) + by);
    const method = pitchly?.[type];
    if (method === undefined) {
      emit({ type, id, error: UNSUPPORTED });
      return;
    }
    if (type === 'generateAccessToken' && first?.response !== undefined) {
      emit({ type, id, data: first.response });
      first = undefined;
      return;
    }
    if (type === 'generateAccessToken' && first) {
      first.waiting.push(data => emit({ type, id, data }));
      return;
    }
    change(1);
    method.call(pitchly, data => {
      change(-1);
      emit({ type, id, data: data ?? null });
    });
  }

  return {
    /** @param {string} text */
    send(text) {
      const message = JSON.parse(text);
      if (message.type === 'ready') {
        start(message.data.appId);
      } else if (message.id !== undefined) {
        request(message.type, message.id);
      } else {
        pitchly?.[message.type]?.();
      }
    },

    dropped: () => 0,

    timeoutAdvice: () => `Check that this App is inside Pitchly's page, which shows it at ${location.origin}, and that ${address} is Pitchly's script.`,

    close() {
      isClosed = true;
    },
  };
}

/** @param {string} address */
function load(address) {
  if (/** @type {any} */ (window).Pitchly) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`Pitchly's script can't be loaded from ${address}.`)));
    document.head.append(script);
  });
}
