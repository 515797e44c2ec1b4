/** How many of the annotated names `briefmark suggest names` suggests, and with the right type. */
import { goldSpans, RIGHT_TYPES } from './goldTexts.mjs';
import { importSources } from './sources.mjs';

/** @typedef {import('./goldTexts.mjs').Annotation} Annotation */

/** @param {ReturnType<typeof import('./goldTexts.mjs').readGoldTexts>} texts @param {boolean} lists */
export async function measureSuggestions(texts, lists) {
  console.log('Suggested names: an annotated name is found if a suggestion overlaps it by more than half of both.');
  const { suggestNamesInTexts, loadKnowledge, proseOf, readBrief } = await importSources(`
    export { proseOf } from './server/src/analysis/names/suggest/prose.ts';
    export { readBrief } from './server/src/syntax/brief/brief.ts';
    export { suggestNamesInTexts } from './server/src/analysis/names/suggest/suggestNames.ts';
    export { loadKnowledge } from './server/src/analysis/names/suggest/knowledge/knowledge.ts';
  `);
  const knowledge = await loadKnowledge();
  const total = { gold: 0, found: 0, hits: 0, typed: 0 };
  for (const { name, file, text, rows } of texts) {
    const gold = goldSpans(rows);
    const found = suggestNamesInTexts([{ file, text: proseOf(readBrief(text)) }], knowledge)
      .flatMap((/** @type {any} */ { spans, type, name, reason }) =>
        spans.map((/** @type {any} */ span) => ({ ...span, type, name, reason })),
      )
      .sort((/** @type {Annotation} */ a, /** @type {Annotation} */ b) => a.start - b.start);
    const matched = new Set();
    let typed = 0;
    for (const span of found) {
      const hit = gold.find((one) => !matched.has(one) && overlapsMostly(one, span));
      if (!hit) {
        if (lists)
          console.log(`  extra    ${span.type} “${text.slice(span.start, span.end)}” (${span.name}; ${span.reason})`);
        continue;
      }
      matched.add(hit);
      const types = gold.filter(({ start, end }) => start === hit.start && end === hit.end).map(({ type }) => type);
      if (types.some((type) => RIGHT_TYPES[type]?.includes(span.type))) typed++;
      else if (lists)
        console.log(`  type     ${span.type}, not ${types} “${text.slice(span.start, span.end)}” (${span.reason})`);
    }
    const spans = new Set(gold.map(({ start, end }) => `${start} ${end}`));
    if (lists)
      for (const { start, end, type } of gold)
        if (![...matched].some((one) => one.start === start && one.end === end))
          console.log(`  missing  ${type} “${text.slice(start, end)}”`);
    print(name, { gold: spans.size, found: found.length, hits: matched.size, typed });
    total.gold += spans.size;
    total.found += found.length;
    total.hits += matched.size;
    total.typed += typed;
  }
  print('all', total);
}

/** Whether two spans overlap by more than half of both. @param {Annotation} a @param {Annotation} b */
function overlapsMostly(a, b) {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > a.end - a.start && shared * 2 > b.end - b.start;
}

/** @param {string} name @param {{ gold: number, found: number, hits: number, typed: number }} counts */
function print(name, { gold, found, hits, typed }) {
  const [precision, recall] = [hits / Math.max(1, found), hits / Math.max(1, gold)];
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)} %`.padStart(7);
  console.log(
    `${name.padEnd(52)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${f1.toFixed(3)}  type right ${percent(typed / Math.max(1, hits))}  (${hits} of ${gold})`,
  );
}
