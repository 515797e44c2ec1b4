/**
 * Writes `server/src/syntax/date/calendarNames.json`: the names of the months in the languages of docs/format.md, with their inflected
 * and abbreviated forms, and those of the days of the week. The names come from CLDR (https://cldr.unicode.org), which Node carries as ICU data. Run by hand when
 * a language is added; the result is checked in, because ICU data differs between platforms and versions.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const LANGUAGES = ['es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'tr', 'ar', 'ar-SY', 'ar-IQ', 'id'];

/** The forms of one month: with a day (inflected) and alone, in full and abbreviated. @param {string} language @param {number} month */
function formsOf(language, month) {
  const date = new Date(Date.UTC(2021, month, 15));
  const forms = [];
  for (const length of /** @type {const} */ (['long', 'short'])) {
    for (const day of /** @type {const} */ ([undefined, 'numeric'])) {
      const options = {
        month: length,
        ...(day && { day }),
        timeZone: 'UTC',
        numberingSystem: 'latn',
        calendar: 'gregory',
      };
      const parts = new Intl.DateTimeFormat(language, options).formatToParts(date);
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      forms.push(name.toLocaleLowerCase(language).replace(/\.$/, '').normalize('NFC'));
    }
  }
  return [...new Set(forms)].filter((form) => /\p{L}/u.test(form));
}

const months = Object.fromEntries(
  LANGUAGES.map((language) => [language, Array.from({ length: 12 }, (_, month) => formsOf(language, month).join('|'))]),
);
/** August 2, 2021 was a Monday. @param {string} language @param {number} day */
function weekdayOf(language, day) {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2021, 7, 2 + day),
  );
  return name.toLocaleLowerCase(language).normalize('NFC');
}

const weekdays = Object.fromEntries(
  LANGUAGES.map((language) => [language, Array.from({ length: 7 }, (_, day) => weekdayOf(language, day)).join('|')]),
);
const path = join(root, 'server/src/syntax/date/calendarNames.json');
await writeFile(path, `${JSON.stringify({ months, weekdays }, null, 2)}\n`);
console.log(`Wrote ${path}`);
