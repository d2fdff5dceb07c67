// @ts-check

/**
 * The response of /emulator/page.
 * @typedef {{ id: string, name: string }} Named
 * @typedef {{ id: string, name: string, type: string }} Field
 * @typedef {{ id: string, isSelected: boolean, values: Record<string, { text: string, isNumber: boolean }> }} Row
 * @typedef {{ path: string, kind: string, status: number, left: number }} Fault A waiting fault.
 * @typedef {{
 *   app?: string, issuedAt: string, reuseUntil: string, renewFrom: string, renewUntil: string, expiresAt: string, isGood: boolean
 * }} Token
 * @typedef {{
 *   appId: string, organizationId: string, organization: string, person: string, people: Named[], databases: Named[], database: Named,
 *   fields: Field[], from: number, rowCount: number, rows: Row[], selectedCount: number, filter: any, showSelected: boolean,
 *   isFilterVisible: boolean, apps: { name: string, url: string, appId: string }[], faults: Fault[],
 *   clock: { now: string, aheadSeconds: number }, tokens: Token[]
 * }} Page
 */

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
export function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${type.name} '${id}'.`);
  }
  return found;
}

/** @param {string} path @param {unknown} command @returns {Promise<string | undefined>} The reason for a refusal. */
export async function post(path, command) {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) });
  return response.ok ? undefined : (await response.json()).reason;
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** Sends an action of the user. Actions are sent sequentially, so that they reach the emulator in order. @param {unknown} action */
export function act(action) {
  const next = () => post('/emulator/user', action);
  const done = last.then(next, next);
  last = done;
  return done;
}
