/**
 * Measures how many findings the rules produce on texts with few mistakes: `npm run noise -- FOLDER` checks every .txt,
 * .md and .brief below the folder as a brief, in both profiles, and counts. `--list` prints every finding. Never fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fail } from './run.mjs';
import { importSources } from './sources.mjs';

const BRIEFS = /\.(?:txt|md|brief)$/i;
const PROFILES = /** @type {const} */ (['draft', 'release']);
const WORDS = 2_000;
/** At most this many characters of an excerpt are printed. */
const LONGEST = 100;

/** @typedef {{ code: string, severity: string, message: string, span: { start: number, end: number } }} Finding */

const lists = process.argv.includes('--list');
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
await measure().catch(fail);

async function measure() {
  if (!folder) throw new Error('Name a folder with texts: npm run noise -- FOLDER [--list]');
  const engine = await importSources(`
    export { checkBrief } from './server/src/rules/run/runRules.ts';
    export { RULES } from './server/src/rules/index.ts';
    export { DEFAULT_CHECK_SETTINGS } from './server/src/rules/engine/settings.ts';
    export { readBrief } from './server/src/syntax/brief/brief.ts';
    export { lineStarts, positionAt } from './server/src/base/text/positions.ts';
    export { createWorkspace } from './server/src/workspace/index/workspaceStore.ts';
  `);
  /** @type {Map<string, { draft: number, release: number }>} */
  const counts = new Map(engine.RULES.map((/** @type {Finding} */ { code }) => [code, { draft: 0, release: 0 }]));
  // The folder where the command was typed; npm changes the current folder.
  const base = resolve(process.env.INIT_CWD ?? '.', folder);
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => BRIEFS.test(name))
    .sort();
  let words = 0;
  for (const name of files) {
    const text = new TextDecoder().decode(readFileSync(join(base, name)));
    words += text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    const workspace = engine.createWorkspace();
    const brief = engine.readBrief(text);
    workspace.putBrief(name, brief, true);
    const found = new Map();
    for (const profile of PROFILES) {
      const settings = { ...engine.DEFAULT_CHECK_SETTINGS, forcedProfile: profile };
      for (const finding of engine.checkBrief(name, brief, workspace.scopeOf(name), settings)) {
        const count = counts.get(finding.code);
        if (count) count[profile]++;
        found.set(`${finding.code} ${finding.span.start} ${finding.span.end}`, finding);
      }
    }
    if (lists) for (const finding of found.values()) print(join(relative('.', base), name), text, finding, engine);
  }
  report(counts, words, files.length);
}

/** @param {string} name @param {string} text @param {Finding} finding @param {any} engine */
function print(name, text, { code, message, span }, engine) {
  const { line, character } = engine.positionAt(engine.lineStarts(text), span.start);
  const shown = text.slice(span.start, Math.min(span.end, span.start + LONGEST)).replace(/\s+/g, ' ');
  console.log(`${name}:${line + 1}:${character + 1} ${code} “${shown}” ${message}`);
}

/** @param {Map<string, { draft: number, release: number }>} counts @param {number} words @param {number} files */
function report(counts, words, files) {
  const rows = [...counts].filter(([, { draft, release }]) => draft + release > 0);
  const total = { draft: 0, release: 0 };
  for (const [, count] of rows) for (const profile of PROFILES) total[profile] += count[profile];
  const line = (/** @type {string} */ code, /** @type {unknown} */ draft, /** @type {unknown} */ release) =>
    console.log(code.padEnd(30) + String(draft).padStart(9) + String(release).padStart(9));
  if (lists && rows.length > 0) console.log();
  line('rule', 'draft', 'release');
  for (const [code, { draft, release }] of rows.sort(([, a], [, b]) => b.release - a.release))
    line(code, draft, release);
  line('all', total.draft, total.release);
  const per = (/** @type {number} */ count) => (words === 0 ? '0.00' : ((count * WORDS) / words).toFixed(2));
  line(`per ${WORDS.toLocaleString('en')} words`, per(total.draft), per(total.release));
  console.log(`\n${words.toLocaleString('en')} words in ${files} texts.`);
}
