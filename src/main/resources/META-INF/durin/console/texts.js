/** How values are written. */

const NUMBER = new Intl.NumberFormat('en');
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const PRECISE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const UNITS = [['year', 31557600], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

export function number(value) {
  return NUMBER.format(value);
}

/** A count that the server stops at some number. */
export function count({ count: value, capped }) {
  return capped ? `${number(value)} or more` : number(value);
}

/** Such as "3 tokens". */
export function tokens(counted) {
  return `${count(counted)} ${counted.count === 1 && !counted.capped ? 'token' : 'tokens'}`;
}

export function date(instant) {
  return DATE.format(new Date(instant));
}

export function precise(instant) {
  return PRECISE.format(new Date(instant));
}

/** Such as "in 3 days" or "2 hours ago". */
export function relative(instant) {
  const seconds = (new Date(instant).getTime() - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['now', 1];
  return unit === 'now' ? unit : RELATIVE.format(Math.trunc(seconds / length), unit);
}

const BROWSERS = [
  [/\bEdgA?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'], [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const SYSTEMS = [
  [/\bWindows\b/, 'Windows'], [/\bAndroid\b/, 'Android'], [/\biPad\b/, 'iPad'], [/\biPhone\b/, 'iPhone'],
  [/\bMac OS X\b/, 'macOS'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux'],
];

/** A user agent in words, such as "Firefox on Windows"; as it is where it is no browser's. */
export function device(userAgent) {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) {
    return `${browser} on ${system}`;
  }
  return browser ?? userAgent;
}
