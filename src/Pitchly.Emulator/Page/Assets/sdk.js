// @ts-check
// The emulator's implementation of Pitchly's SDK script: the documented class, connected to the emulator's channel. The guide lacks some
// names; those were chosen by this project.

/**
 * @typedef {{ accessToken: string, accessTokenExpiresAt: string, organizationId: string }
 *   | { error: { name: string, reason: string, code: number } }} ConnectResponse
 * @typedef {{
 *   appId: string, onConnect?(response: ConnectResponse): void, onSelection?(rowIds: string[]): void, onFilter?(filter: any): void,
 *   onShowSelected?(showSelected: boolean): void, debug?: boolean
 * }} PitchlyParameters
 */

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const platform = new URL(script.src).origin;
  const MINUTE = 60_000;
  const RETRY = 5_000;

  class Pitchly {
    #lastId = 0;
    /** @type {Map<string, (message: any) => void>} */
    #pending = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    /** @type {PitchlyParameters} */
    #parameters;
    #organizationId = '';
    #databaseId = '';

    /** @param {PitchlyParameters} parameters */
    constructor(parameters) {
      this.#parameters = parameters;
      window.addEventListener('message', event => {
        if (event.source === window.parent && event.origin === platform && typeof event.data?.type === 'string') {
          this.#receive(event.data);
        }
      });
      window.addEventListener('pagehide', () => this.#post({ type: 'leave' }));
      this.#post({ type: 'ready', data: { appId: parameters.appId, sdk: 'sdk.js of the emulator' } });
      this.generateAccessToken();
    }

    getOrganizationId() {
      return this.#organizationId;
    }

    getDatabaseId() {
      return this.#databaseId;
    }

    hideFilter() {
      this.#post({ type: 'hideFilter' });
    }

    showFilter() {
      this.#post({ type: 'showFilter' });
    }

    /** @param {(response: ConnectResponse) => void} [callback] */
    generateAccessToken(callback) {
      this.#request('generateAccessToken', response => {
        this.#plan(response);
        this.#parameters.onConnect?.(response);
        callback?.(response);
      }, { appId: this.#parameters.appId });
    }

    /** @param {(id: string) => void} [callback] */
    requestOrganizationId(callback) {
      this.#request('requestOrganizationId', id => {
        this.#organizationId = id;
        callback?.(id);
      });
    }

    /** @param {(id: string) => void} [callback] */
    requestDatabaseId(callback) {
      this.#request('requestDatabaseId', id => {
        this.#databaseId = id;
        callback?.(id);
      });
    }

    /** @param {(rowIds: string[]) => void} [callback] */
    requestSelection(callback) {
      this.#request('requestSelection', rowIds => {
        this.#parameters.onSelection?.(rowIds);
        callback?.(rowIds);
      });
    }

    /** @param {(filter: any) => void} [callback] */
    requestFilter(callback) {
      this.#request('requestFilter', filter => {
        this.#parameters.onFilter?.(filter);
        callback?.(filter);
      });
    }

    /** @param {(showSelected: boolean) => void} [callback] */
    requestShowSelected(callback) {
      this.#request('requestShowSelected', showSelected => {
        this.#parameters.onShowSelected?.(showSelected);
        callback?.(showSelected);
      });
    }

    /** @param {(id: string) => void} [callback] */
    requestUserId(callback) {
      this.#request('requestUserId', id => callback?.(id));
    }

    /** @param {string} type @param {(data: any) => void} done @param {unknown} [data] */
    #request(type, done, data) {
      const id = String(++this.#lastId);
      this.#pending.set(id, message => {
        if (!message.error) {
          done(message.data);
        }
      });
      this.#post({ type, id, data });
    }

    /** @param {{ type: string, id?: string, data?: any, error?: any }} message */
    #receive(message) {
      if (message.id !== undefined) {
        this.#pending.get(message.id)?.(message);
        this.#pending.delete(message.id);
        return;
      }
      switch (message.type) {
        case 'organization':
          this.#organizationId = message.data;
          break;
        case 'database':
          this.#databaseId = message.data;
          break;
        case 'selection':
          this.#parameters.onSelection?.(message.data);
          break;
        case 'filter':
          this.#parameters.onFilter?.(message.data);
          break;
        case 'showSelected':
          this.#parameters.onShowSelected?.(message.data);
          break;
      }
    }

    /**
     * Schedules the next renewal according to the guide: within 2 to 5 minutes of expiration; without a connection, every 5 seconds; no
     * renewal after any other error.
     * @param {ConnectResponse} response
     */
    #plan(response) {
      clearTimeout(this.#timer);
      if (!('error' in response)) {
        const left = new Date(response.accessTokenExpiresAt).getTime() - Date.now();
        this.#timer = setTimeout(() => this.generateAccessToken(), Math.max(RETRY, left - (2 + 3 * Math.random()) * MINUTE));
      } else if (response.error.code === 0) {
        this.#timer = setTimeout(() => this.generateAccessToken(), RETRY);
      }
    }

    /** @param {unknown} message */
    #post(message) {
      window.parent.postMessage(message, platform);
    }
  }

  Object.assign(window, { Pitchly });
})();
