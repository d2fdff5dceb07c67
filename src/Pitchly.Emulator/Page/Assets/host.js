// @ts-check
import { Clock } from './clock.js';
import { AppFrame } from './frame.js';
import { Grid } from './grid.js';
import { act, element, post } from './page.js';

/**
 * @typedef {import('./page.js').Page} Page
 * @typedef {{ at: string, method: string, path: string, operation?: string, status?: number, milliseconds: number }} Call
 * @typedef {{ at: string, method: string, path: string, fault: string }} InjectedFault
 */

const person = element('person', HTMLSelectElement);
const database = element('databases', HTMLSelectElement);
const filter = element('filter', HTMLFormElement);
const filterField = element('filter-field', HTMLSelectElement);
const filterOperator = element('filter-operator', HTMLSelectElement);
const filterValue = element('filter-value', HTMLInputElement);
const showSelected = element('show-selected', HTMLInputElement);
const apps = element('apps', HTMLElement);
const log = element('log', HTMLOListElement);
const offline = element('offline', HTMLInputElement);
const faultStatus = element('fault-status', HTMLElement);

/** @type {HTMLElement[]} */
const faultButtons = [...document.querySelectorAll('button')].filter(button => button.dataset.fault !== undefined);

/** @type {Map<string, AppFrame>} */
const frames = new Map();
let dropped = 0;

/** @param {'in' | 'out' | 'http'} kind @param {string} text */
function note(kind, text) {
  const entry = document.createElement('li');
  entry.className = kind;
  entry.textContent = text;
  log.append(entry);
  while (log.children.length > 200) {
    log.firstChild?.remove();
  }
  log.scrollTop = log.scrollHeight;
}

/** Hides access tokens; the page never shows one. @param {string} text */
const withoutTokens = text => text.replace(/("accessToken":")[^"]*/g, '$1…');

/** @param {Page} page */
function show(page) {
  element('place', HTMLElement).textContent = `${page.organization} · Organization ${page.organizationId} · App ID ${page.appId}`;
  element('database', HTMLElement).textContent = page.database.name;
  choose(person, page.people, page.person);
  choose(database, page.databases, page.database.id);
  showSelected.checked = page.showSelected;
  filter.hidden = !page.isFilterVisible;
  choose(filterField, page.fields, page.fields.some(field => field.id === filterField.value) ? filterField.value : page.fields[0].id);
  grid.show(page);
  clock.show(page);
  showApps(page);
  showFaults(page);
}

/**
 * Sets the options of a list and selects one. The options are replaced only if they have changed, so that an open list stays open.
 * @param {HTMLSelectElement} list @param {{ id: string, name: string }[]} all @param {string} chosen
 */
function choose(list, all, chosen) {
  const key = JSON.stringify(all.map(one => [one.id, one.name]));
  if (list.dataset.key !== key) {
    list.dataset.key = key;
    list.replaceChildren(...all.map(one => new Option(one.name, one.id)));
  }
  list.value = chosen;
}

/** @param {Page} page */
function showApps(page) {
  apps.classList.toggle('several', page.apps.length > 1);
  if (page.apps.length === 0) {
    apps.innerHTML = '<div class="app hint">No App is shown. Start the emulator with <code>--app http://localhost:5000</code>, or call <code>PitchlyEmulator.Embed</code>.</div>';
    return;
  }
  for (const app of page.apps.filter(app => !frames.has(app.url))) {
    apps.querySelector('.hint')?.remove();
    const frame = new AppFrame(app, {
      note: (direction, text) => note(direction, `${app.name}  ${withoutTokens(text)}`),
      drop: reason => {
        element('dropped', HTMLElement).textContent = `${++dropped} dropped. The last one: ${reason}`;
      },
    });
    frames.set(app.url, frame);
    frame.isOffline = offline.checked;
    apps.append(frame.element);
  }
}

/** Shows a button as pressed while its fault is waiting. @param {Page} page */
function showFaults(page) {
  for (const button of faultButtons) {
    const command = commandOf(button);
    if (command.path) {
      const armed = page.faults.find(fault => fault.path === command.path && fault.kind === command.kind && (command.kind !== 'status' || fault.status === command.status));
      button.setAttribute('aria-pressed', String(armed !== undefined));
      button.dataset.left = armed && armed.left > 1 ? ` for ${armed.left}` : '';
    }
  }
}

let isRefreshing = false, isStale = false;

/** Refreshes the page. Refreshes do not overlap; changes during a refresh cause another one. */
async function refresh() {
  isStale = true;
  if (isRefreshing) {
    return;
  }
  isRefreshing = true;
  try {
    while (isStale) {
      isStale = false;
      const response = await fetch(`/emulator/page?from=${grid.from}&count=${grid.count}`);
      show(await response.json());
    }
  } finally {
    isRefreshing = false;
  }
}

const clock = new Clock();
const grid = new Grid(refresh);

function listen() {
  const events = new EventSource('/emulator/events');
  events.addEventListener('changed', () => refresh());
  events.addEventListener('call', event => {
    /** @type {Call} */
    const call = JSON.parse(event.data);
    const outcome = call.status === undefined || call.status === null ? 'no response: the connection was lost' : call.status;
    note('http', `${timeOf(call)}  ${call.method} ${call.path}${call.operation ? ` ${call.operation}` : ''}: ${outcome}, ${call.milliseconds} ms`);
  });
  events.addEventListener('struck', event => {
    /** @type {InjectedFault} */
    const injected = JSON.parse(event.data);
    const text = `${injected.method} ${injected.path}, injected fault: ${injected.fault}`;
    note('http', `${timeOf(injected)}  ${text}`);
    faultStatus.textContent = `${text}, at ${timeOf(injected)}`;
  });
}

/** @param {{ at: string }} entry */
const timeOf = entry => new Date(entry.at).toLocaleTimeString('en-GB');

/** @param {HTMLElement} button */
const commandOf = button => JSON.parse(button.dataset.fault ?? '{}');

filter.addEventListener('submit', event => {
  event.preventDefault();
  act({
    filter: {
      conditions: [{
        left: { type: 'field', value: filterField.value },
        comparison: { operator: filterOperator.value },
        right: { type: 'input', value: filterValue.value },
      }],
    },
  });
});
element('filter-clear', HTMLButtonElement).addEventListener('click', () => {
  filterValue.value = '';
  act({ filter: null });
});
showSelected.addEventListener('change', () => act({ showSelected: showSelected.checked }));
element('log-clear', HTMLButtonElement).addEventListener('click', () => log.replaceChildren());
offline.addEventListener('change', () => {
  for (const frame of frames.values()) {
    frame.isOffline = offline.checked;
  }
});
element('inspector', HTMLFormElement).addEventListener('submit', async event => {
  event.preventDefault();
  const shown = element('inspector-error', HTMLElement);
  try {
    const data = JSON.parse(element('message-data', HTMLTextAreaElement).value);
    shown.textContent = await act({ message: { type: element('message-type', HTMLInputElement).value, data } }) ?? '';
  } catch (error) {
    shown.textContent = `The data is not valid JSON: ${error instanceof Error ? error.message : error}`;
  }
});
for (const button of faultButtons) {
  button.addEventListener('click', async () => {
    const command = commandOf(button);
    const refused = await post('/emulator/faults', command);
    faultStatus.textContent = refused ?? `${button.textContent}: ${command.path ? 'armed' : 'done'}`;
  });
}

person.addEventListener('change', () => act({ person: person.value }));
database.addEventListener('change', () => act({ database: database.value }));

listen();
