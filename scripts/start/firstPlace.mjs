/** What `npm start` shows first, and what it says where there is nothing to show. */
import { basename } from 'node:path';

/** @typedef {{ file: string, line: number, column: number, view: string }} Place counted from 1 */

const SOURCING = new Set(['missing-source', 'unknown-source', 'placeholder-source', 'assistant-leftover']);

/**
 * The first finding in a brief, or else in a registry, and the view that lists it; undefined if nothing was found.
 * @param {string} output what `briefmark check --format json` has printed, on both streams @returns {Place | undefined}
 */
export function firstPlace(output) {
  const json = output
    .split('\n')
    .filter((line) => !line.startsWith('briefmark: '))
    .join('\n');
  /** @type {{ file: string, code: string, range: { start: { line: number, character: number } } }[]} */
  const findings = json.trim() === '' ? [] : JSON.parse(json);
  const first = findings.find(({ file }) => !file.endsWith('.yaml')) ?? findings[0];
  if (!first) return undefined;
  const { line, character } = first.range.start;
  const view = SOURCING.has(first.code) ? 'sources' : 'briefs';
  return { file: first.file, line: line + 1, column: character + 1, view };
}

/** @param {string} folder @param {boolean} isEmpty whether nothing was checked there */
export function howToBegin(folder, isEmpty) {
  if (!isEmpty) return 'There are no findings. Open a brief to see its sources and names.';
  const name = basename(folder);
  return `There is nothing to check in ${name} yet. Briefs end in .brief; Markdown and text files are checked as they are if
${name}/.briefmark.yaml lists them, for example: include: ["**/*.{md,txt}"]
Or open such a file and select “Check this file with Briefmark” at the bottom of the window.`;
}
