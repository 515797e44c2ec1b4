/**
 * Writes `server/src/analysis/names/suggest/knowledge/en/countries.json`: the English names of the countries and territories of
 * ISO 3166-1. The names come from CLDR (https://cldr.unicode.org), which Node carries as ICU data. Run by hand; the result is
 * checked in, because ICU data differs between platforms and versions.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes of CLDR that are no country: unions, outlying territories, private use. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
/** Codes that ISO has withdrawn: CLDR gives them the name of the successor or of the former state. */
const CURRENT = (/** @type {string} */ code) => new Intl.Locale(`und-${code}`).region === code;

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const short = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none', style: 'short' });
const countries = LETTERS.flatMap((first) =>
  LETTERS.flatMap((second) => {
    const code = first + second;
    const name = NOT_COUNTRIES.has(code) || !CURRENT(code) ? undefined : names.of(code);
    if (name === undefined) return [];
    // `Myanmar (Burma)`, `Hong Kong SAR China`, `Congo - Kinshasa`: the parts are names, too.
    const written = [name, short.of(code) ?? name].flatMap((one) =>
      one.replace(/ SAR China$| \([^)]*\)(?= )/g, '').split(/ \(|\)$| - /),
    );
    return [
      [
        ...new Set(
          written.map((one) =>
            one
              .replaceAll('&', 'and')
              .replace(/^St\. /, 'Saint ')
              .trim(),
          ),
        ),
      ].filter(Boolean),
    ];
  }),
);
const path = join(root, 'server/src/analysis/names/suggest/knowledge/en/countries.json');
await writeFile(
  path,
  `${JSON.stringify(
    countries.map((forms) => forms.join('|')),
    null,
    2,
  )}\n`,
);
console.log(`Wrote ${path}`);
