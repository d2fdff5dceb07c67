// @ts-check
import { AppFrame } from './frame.js';

/**
 * @typedef {{ id: string, name: string, type: string }} Field
 * @typedef {{ id: string, values: Record<string, { text: string, isNumber: boolean }> }} Row
 * @typedef {{
 *   appId: string, organizationId: string, database: { id: string, name: string }, fields: Field[], rows: Row[],
 *   selection: string[], filter: any, showSelected: boolean, isFilterVisible: boolean, apps: { name: string, url: string }[], faults: Fault[]
 * }} Page
 * @typedef {{ path: string, kind: string, status: number, left: number }} Fault A fault that waits.
 * @typedef {{ at: string, method: string, path: string, operation?: string, status?: number, milliseconds: number }} Call
 * @typedef {{ at: string, method: string, path: string, fault: string }} Strike
 */

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${type.name} '${id}'.`);
  }
  return found;
}

const rows = element('rows', HTMLTableSectionElement);
const fields = element('fields', HTMLTableRowElement);
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

/** @param {string} path @param {unknown} order */
async function post(path, order) {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order) });
  return response.ok ? undefined : (await response.json()).reason;
}

/** @param {unknown} act */
const act = act => post('/emulator/user', act);

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

/** A token is never shown, not even here. @param {string} text */
const withoutTokens = text => text.replace(/("accessToken":")[^"]*/g, '$1…');

/** @param {Page} page */
function show(page) {
  element('place', HTMLElement).textContent = `Organization ${page.organizationId} · App ID ${page.appId}`;
  element('database', HTMLElement).textContent = page.database.name;
  showSelected.checked = page.showSelected;
  filter.hidden = !page.isFilterVisible;
  showFields(page);
  showRows(page);
  showApps(page);
  showFaults(page);
}

/** @param {Page} page */
function showFields(page) {
  if (filterField.options.length === 0) {
    filterField.append(...page.fields.map(field => new Option(field.name, field.id)));
  }
  fields.replaceChildren(cell('th', ''), ...page.fields.map(field => cell('th', field.name)));
  fields.cells[0].setAttribute('aria-label', 'Selected');
}

/** @param {Page} page */
function showRows(page) {
  const focused = document.activeElement?.id;
  const selected = new Set(page.selection);
  rows.replaceChildren(...page.rows.map(row => {
    const line = document.createElement('tr');
    line.className = selected.has(row.id) ? 'picked' : '';
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.id = `row-${row.id}`;
    tick.checked = selected.has(row.id);
    tick.setAttribute('aria-label', `Select ${row.values[page.fields[0].id]?.text ?? row.id}`);
    tick.addEventListener('change', () => {
      tick.checked ? selected.add(row.id) : selected.delete(row.id);
      act({ selection: page.rows.filter(one => selected.has(one.id)).map(one => one.id).concat([...selected].filter(id => !page.rows.some(one => one.id === id))) });
    });
    const first = document.createElement('td');
    first.append(tick);
    line.append(first, ...page.fields.map(field => {
      const value = row.values[field.id];
      const shown = cell('td', value?.text ?? '');
      shown.className = value?.isNumber ? 'number' : '';
      shown.addEventListener('click', () => act({ activeCell: { fieldId: field.id, rowId: row.id } }));
      return shown;
    }));
    return line;
  }));
  if (page.rows.length === 0) {
    const none = cell('td', page.showSelected && selected.size === 0 ? 'No rows are selected.' : 'No rows match.');
    none.colSpan = page.fields.length + 1;
    const line = document.createElement('tr');
    line.className = 'empty';
    line.append(none);
    rows.append(line);
  }
  element('count', HTMLElement).textContent = `${page.rows.length} ${page.rows.length === 1 ? 'row' : 'rows'} shown, ${selected.size} selected`;
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

const grid = element('grid', HTMLElement);

/** A grid that is wider than its panel says so, since some systems hide scroll bars. */
function showMore() {
  element('more', HTMLElement).hidden = grid.scrollLeft + grid.clientWidth >= grid.scrollWidth - 1;
}

/** @param {'td' | 'th'} kind @param {string} text */
function cell(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
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
    const frame = new AppFrame(app, page.appId, {
      note: (direction, text) => note(direction, `${app.name}  ${withoutTokens(text)}`),
      drop: reason => {
        element('dropped', HTMLElement).textContent = `${++dropped} dropped; the last: ${reason}`;
      },
    });
    frames.set(app.url, frame);
    frame.isOffline = offline.checked;
    apps.append(frame.element);
  }
}

/** A button is pressed for as long as its fault waits. @param {Page} page */
function showFaults(page) {
  for (const button of faultButtons) {
    const order = orderOf(button);
    if (order.path) {
      const armed = page.faults.find(fault => fault.path === order.path && fault.kind === order.kind && (order.kind !== 'status' || fault.status === order.status));
      button.setAttribute('aria-pressed', String(armed !== undefined));
      button.dataset.left = armed && armed.left > 1 ? ` for ${armed.left}` : '';
    }
  }
}

async function refresh() {
  const response = await fetch('/emulator/page');
  show(await response.json());
}

let refreshing = Promise.resolve();

function listen() {
  const events = new EventSource('/emulator/events');
  events.addEventListener('changed', () => {
    refreshing = refreshing.then(refresh);
  });
  events.addEventListener('call', event => {
    /** @type {Call} */
    const call = JSON.parse(event.data);
    const outcome = call.status === undefined || call.status === null ? 'no answer: the connection was lost' : call.status;
    note('http', `${timeOf(call)}  ${call.method} ${call.path}${call.operation ? ` ${call.operation}` : ''}: ${outcome}, ${call.milliseconds} ms`);
  });
  events.addEventListener('struck', event => {
    /** @type {Strike} */
    const strike = JSON.parse(event.data);
    const text = `${strike.method} ${strike.path} was struck: ${strike.fault}`;
    note('http', `${timeOf(strike)}  ${text}`);
    faultStatus.textContent = `${text}, at ${timeOf(strike)}`;
  });
}

/** @param {{ at: string }} news */
const timeOf = news => new Date(news.at).toLocaleTimeString('en-GB');

/** @param {HTMLElement} button */
const orderOf = button => JSON.parse(button.dataset.fault ?? '{}');

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
    shown.textContent = `The data is no JSON: ${error instanceof Error ? error.message : error}`;
  }
});
for (const button of faultButtons) {
  button.addEventListener('click', async () => {
    const order = orderOf(button);
    const refused = await post('/emulator/faults', order);
    faultStatus.textContent = refused ?? `${button.textContent}: ${order.path ? 'armed' : 'done'}`;
  });
}

grid.addEventListener('scroll', showMore);
new ResizeObserver(showMore).observe(grid);
new ResizeObserver(showMore).observe(rows);

listen();
