// @ts-check
import { act, element } from './page.js';

/** @typedef {import('./page.js').Page} Page */

/** The number of rows in the document, and the number of those above the first visible row. */
const WINDOW = 100, BEFORE = 30;

/** The assumed height of a row in pixels, before one can be measured. */
const ROW_HEIGHT = 34;

/** Creates text for screen readers. @param {string} text */
function unseen(text) {
  const made = document.createElement('span');
  made.className = 'unseen';
  made.textContent = text;
  return made;
}

/** The grid of the database's rows. If there are many, the document contains only those near the visible ones: the window. */
export class Grid {
  #box = element('grid', HTMLElement);
  #sheet = element('sheet', HTMLElement);
  #table = element('table', HTMLTableElement);
  #fields = element('fields', HTMLTableRowElement);
  #rows = element('rows', HTMLTableSectionElement);
  #more = element('more', HTMLElement);
  #rowHeight = ROW_HEIGHT;
  #headHeight = ROW_HEIGHT;
  #rowCount = 0;

  /** The first row of the window. */
  from = 0;
  count = WINDOW;

  /** @param {() => void} refresh Fetches the rows of the window again. */
  constructor(refresh) {
    this.#box.addEventListener('scroll', () => {
      this.#showMore();
      if (this.#move()) {
        refresh();
      }
    });
    new ResizeObserver(() => this.#showMore()).observe(this.#box);
    new ResizeObserver(() => this.#showMore()).observe(this.#rows);
  }

  /** @param {Page} page */
  show(page) {
    const focused = document.activeElement?.id;
    this.#rowCount = page.rowCount;
    this.#fields.replaceChildren(this.#cell('th', ''), ...page.fields.map(field => this.#cell('th', field.name)));
    this.#fields.cells[0].append(unseen('Selected'));
    this.#rows.replaceChildren(...page.rows.map((row, index) => this.#row(page, row, page.from + index)));
    for (const field of this.#fields.cells) {
      field.className = this.#rows.rows[0]?.cells[field.cellIndex].className ?? '';
    }
    if (page.rowCount === 0) {
      this.#rows.append(this.#noRows(page));
    }
    this.#measure();
    this.#table.setAttribute('aria-rowcount', String(page.rowCount + 1));
    const isPart = page.rowCount > page.rows.length;
    this.#table.style.marginTop = isPart ? `${page.from * this.#rowHeight}px` : '';
    this.#sheet.style.height = isPart ? `${this.#headHeight + page.rowCount * this.#rowHeight}px` : '';
    element('count', HTMLElement).textContent =
      `${page.rowCount} ${page.rowCount === 1 ? 'row' : 'rows'} shown, ${page.selectedCount} selected`;
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  /** Measures the average height of a row. Heights can be fractional, and rounding errors would add up over thousands of rows. */
  #measure() {
    const { height } = this.#rows.getBoundingClientRect();
    this.#rowHeight = height / this.#rows.rows.length || this.#rowHeight;
    this.#headHeight = this.#fields.getBoundingClientRect().height;
  }

  /** Moves the window to the visible rows if necessary. @returns {boolean} Whether the window was moved. */
  #move() {
    const first = Math.floor(this.#box.scrollTop / this.#rowHeight);
    const seen = Math.ceil(this.#box.clientHeight / this.#rowHeight);
    if (this.#rowCount <= this.count || (first >= this.from && first + seen <= this.from + this.count)) {
      return false;
    }
    this.from = Math.max(0, Math.min(first - BEFORE, this.#rowCount - this.count));
    return true;
  }

  /** @param {Page} page @param {import('./page.js').Row} row @param {number} index */
  #row(page, row, index) {
    const line = document.createElement('tr');
    line.className = row.isSelected ? 'picked' : '';
    line.setAttribute('aria-rowindex', String(index + 2));
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.id = `row-${row.id}`;
    tick.checked = row.isSelected;
    tick.setAttribute('aria-label', `Select ${row.values[page.fields[0].id]?.text ?? row.id}`);
    tick.addEventListener('change', () => act({ tick: { rowId: row.id, isSelected: tick.checked } }));
    const first = document.createElement('td');
    first.append(tick);
    line.append(first, ...page.fields.map(field => {
      const value = row.values[field.id];
      const shown = this.#cell('td', value?.text ?? '');
      shown.className = value?.isNumber ? 'number' : '';
      shown.addEventListener('click', () => act({ activeCell: { fieldId: field.id, rowId: row.id } }));
      return shown;
    }));
    return line;
  }

  /** @param {Page} page */
  #noRows(page) {
    const none = this.#cell('td', page.showSelected && page.selectedCount === 0 ? 'No rows are selected.' : 'No rows match.');
    none.colSpan = page.fields.length + 1;
    const line = document.createElement('tr');
    line.className = 'empty';
    line.append(none);
    return line;
  }

  /** Shows a hint if the grid is wider than its panel, because some systems hide scroll bars. */
  #showMore() {
    this.#more.hidden = this.#box.scrollLeft + this.#box.clientWidth >= this.#box.scrollWidth - 1;
  }

  /** @param {'td' | 'th'} kind @param {string} text */
  #cell(kind, text) {
    const made = /** @type {HTMLTableCellElement} */ (document.createElement(kind));
    made.textContent = text;
    if (kind === 'th') {
      made.scope = 'col';
    }
    return made;
  }
}
