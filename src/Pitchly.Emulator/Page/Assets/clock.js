// @ts-check
import { element, post } from './page.js';

/**
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./page.js').Token} Token
 */

const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE;

/** The emulator's clock, which can be moved forward, and the lifetimes of the Apps' tokens. */
export class Clock {
  #now = element('clock-now', HTMLElement);
  #lives = element('token-lives', HTMLElement);
  #shown = '';
  /** The time by which the emulator is ahead of this browser, in milliseconds. */
  #ahead = 0;
  /** @type {Token[]} */
  #tokens = [];

  constructor() {
    for (const button of document.querySelectorAll('button')) {
      if (button.dataset.advance) {
        button.addEventListener('click', () => post('/emulator/clock', { advanceSeconds: Number(button.dataset.advance) }));
      }
    }
    setInterval(() => this.#draw(), SECOND);
  }

  /** @param {Page} page */
  show(page) {
    this.#ahead = Date.parse(page.clock.now) - Date.now();
    this.#tokens = page.tokens;
    const by = page.clock.aheadSeconds;
    element('clock-ahead', HTMLElement).textContent = by === 0 ? 'It was not moved.' : `It was moved forward by ${duration(by * SECOND)}.`;
    this.#draw();
  }

  #draw() {
    const now = Date.now() + this.#ahead;
    this.#now.textContent = time(now);
    const lives = this.#tokens.map(token => life(token, now));
    const text = JSON.stringify(lives);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#lives.replaceChildren(...lives.map(list));
    }
  }
}

/** @typedef {{ title: string, steps: { text: string, isNow: boolean }[] }} Life */

/** @param {Token} token @param {number} now @returns {Life} */
function life(token, now) {
  const steps = [
    { at: Date.parse(token.issuedAt), text: 'issued' },
    { at: Date.parse(token.reuseUntil), text: 'from now on, requests get a new token' },
    { at: Date.parse(token.renewFrom), text: `the SDK renews it until ${time(Date.parse(token.renewUntil))}` },
    { at: Date.parse(token.expiresAt), text: 'expires' },
  ];
  const left = Date.parse(token.expiresAt) - now;
  const state = !token.isGood && left > 0 ? 'now: no longer valid' : left > 0 ? `now: valid for ${duration(left)}` : 'now: expired';
  const place = steps.filter(step => step.at <= now).length;
  const shown = steps.map(step => ({ text: `${time(step.at)} ${step.text}`, isNow: false }));
  shown.splice(place, 0, { text: state, isNow: true });
  return { title: `The access token of ${token.app ?? 'an App'}`, steps: shown };
}

/** @param {Life} life */
function list(life) {
  const title = document.createElement('h3');
  title.textContent = life.title;
  const steps = document.createElement('ol');
  steps.className = 'timeline';
  steps.append(...life.steps.map(step => {
    const item = document.createElement('li');
    item.textContent = step.text;
    if (step.isNow) {
      item.setAttribute('aria-current', 'time');
    }
    return item;
  }));
  const whole = document.createElement('div');
  whole.append(title, steps);
  return whole;
}

/** @param {number} at */
const time = at => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Rounds up to minutes, because text that changes every second is hard to read. @param {number} span */
function duration(span) {
  const minutes = Math.ceil(span / MINUTE);
  const hours = Math.floor(minutes * MINUTE / HOUR);
  return hours > 0 ? `${hours} h ${minutes - hours * 60} min` : `${minutes} min`;
}
