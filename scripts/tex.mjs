/**
 * Writes `server/src/references/bibtex/texSymbols.json`: what the commands of TeX stand for in a bibliography, from the tables of
 * `unicode2latex`, which the BibTeX parser of Zotero's Better BibTeX is built on. Run by hand when that package changes; the
 * result is checked in, because the tables for writing TeX, which nothing here needs, are four times as large.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { combining, latex2unicode } from 'unicode2latex';
import { root } from './run.mjs';

/** Letters, punctuation, arrows and operators; the others are shapes, and the alphabets of formulas. */
const isWanted = (/** @type {string} */ char) =>
  /^[\0-\u22ff\u27e6-\u27ef\u2a7d\u2a7e]$/.test(char) && !/\p{M}/u.test(char);

/** @type {Record<string, string>} */
const symbols = {};
for (const [command, meaning] of Object.entries(latex2unicode)) {
  // Cyrillic letters come with a command that selects their font: `\cyrchar\CYRA`.
  const name = /^(?:\\cyrchar)?\\([A-Za-z]+|[^A-Za-z\s])$/.exec(command)?.[1];
  const text = (typeof meaning === 'string' ? meaning : (Object.values(meaning)[0] ?? '')).normalize('NFC');
  if (name === undefined || text === '' || name in combining.tounicode) continue;
  if ([...text].every(isWanted)) symbols[name] = text;
}
/** Accents on the letter that follows: only those written with a single combining character. */
const accents = Object.fromEntries(Object.entries(combining.tounicode).filter(([, mark]) => /^\p{M}+$/u.test(mark)));
const path = join(root, 'server/src/references/bibtex/texSymbols.json');
await writeFile(path, `${JSON.stringify({ accents, symbols }, null, 2)}\n`);
console.log(`Wrote ${path}`);
