/** Which mentions of a name are found once a registry has the full name. */
import { goldSpans, RIGHT_TYPES } from './goldTexts.mjs';
import { importSources } from './sources.mjs';

/** @typedef {import('./goldTexts.mjs').Annotation} Annotation */
/** @typedef {import('./goldTexts.mjs').AnnotationRow} AnnotationRow */
/** An annotated mention: where it stands, and the name in it. @typedef {Annotation & { name: string, nameType: string }} Named */
/** @typedef {ReturnType<typeof noCounts>} Counts */

const TITLE =
  /^(?:(?:the|The|acting|former|Mr|Mrs|Ms|Dr|Sir|Prof|Gen|King|Queen|President|Chancellor|Ambassador|Governor|Senator|Foreign|Home|Defense|Defence|Prime|Deputy|Special|Vice|FCO|US|UK|UN|U\.S\.|U\.N\.)\.?,? |(?:Minister|Secretary|Representative|Envoy|Chargé d’Affaires)(?:-General)?(?: (?:of|for) (?:the )?\p{Lu}\S*(?: \p{Lu}\S*)?(?=,? \p{Lu}|$))?,? ?)+/u;
const PRONOUN = /^(?:I|We|He|She|It|They|You|Our|Their|His|Her)$/;
/** Words of a name: capitalized, or what links them. */
const NAME =
  /^(?:al-)?\p{Lu}[\p{L}\p{M}\p{N}.’'&/-]*(?: (?:(?:of|the|in|for|and|on|to|bin|van|von|de|der) )*(?:al-)?[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.’'&/-]*)*$/u;

/**
 * Registers for each text the full name of everything annotated in it, the longest of its forms, and counts which annotated
 * mentions are found. @param {ReturnType<typeof import('./goldTexts.mjs').readGoldTexts>} texts @param {boolean} lists
 */
export async function measureMentions(texts, lists) {
  console.log(`
Mentions of registered names: each text has a registry of its own with the full name of everything annotated in it and nothing
else. The full name is the longest of its forms in the text, without titles and articles; people are the same by family name,
others by the same words, or by an acronym in brackets behind them. Descriptions, such as “the Foreign Secretary”, are no names.
A mention is found if a mention of the same entity stands in it. Further mentions are those behind the first; other forms are
those that are not the full name. A found mention is right if people annotated its words, in whole or as a part of a phrase.`);
  const { createScope, readBrief, readRegistry, factsOf } = await importSources(`
    export { createScope } from './server/src/scope/scope.ts';
    export { readBrief } from './server/src/syntax/brief/brief.ts';
    export { readRegistry } from './server/src/syntax/registry/registry.ts';
    export { factsOf } from './server/src/workspace/briefFacts.ts';
  `);
  const total = noCounts();
  const people = noCounts();
  for (const { name, text, rows } of texts) {
    const named = goldSpans(rows)
      .flatMap((span) => namedIn(text, span, rows) ?? [])
      .sort((a, b) => a.start - b.start);
    const groups = grouped(text, named);
    const entities = [...groups.values()].map(({ id, forms, type }) => ({ id, type, name: fullName(forms) }));
    const registry = readRegistry(`entities: ${JSON.stringify(entities)}`);
    const scope = createScope([{ uri: 'registry', registry }]);
    const found = factsOf(readBrief(text), scope.findNames).mentions.map((/** @type {any} */ { at, value }) => ({
      start: at + value.start,
      end: at + value.end,
      ids: value.ids,
    }));
    const counts = noCounts();
    const seen = new Set();
    for (const one of named) {
      const group = groups.get(keyOf(one)) ?? fail(one.name);
      const isFound = found.some(
        (/** @type {any} */ { start, end, ids }) => ids.includes(group.id) && start < one.end && one.start < end,
      );
      const isOtherForm = fold(one.name) !== fold(fullName(group.forms));
      for (const each of one.nameType === 'Person' ? [counts, people] : [counts]) {
        each.all++;
        each.allFound += Number(isFound);
        each.further += Number(seen.has(group.id));
        each.furtherFound += Number(seen.has(group.id) && isFound);
        each.otherForms += Number(isOtherForm);
        each.otherFormsFound += Number(isOtherForm && isFound);
      }
      seen.add(group.id);
      if (!isFound && lists) console.log(`  missing  “${text.slice(one.start, one.end)}” (${fullName(group.forms)})`);
    }
    for (const { start, end, ids } of found) {
      const isRight = rows.some(
        ([from, to, type, words]) =>
          from < end && start < to && type in RIGHT_TYPES && isPartOf(text.slice(start, end), words),
      );
      counts.found++;
      counts.right += Number(isRight);
      if (!isRight && lists)
        console.log(`  wrong    “${text.slice(start, end)}” (${ids}) in “${text.slice(start - 30, end + 20)}”`);
    }
    print(name, counts);
    for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(total))) total[key] += counts[key];
  }
  print('people', people);
  print('all', total);
}

/** @param {string} what @returns {never} */
function fail(what) {
  throw new Error(`No group for ${what}`);
}

function noCounts() {
  return { all: 0, allFound: 0, further: 0, furtherFound: 0, otherForms: 0, otherFormsFound: 0, found: 0, right: 0 };
}

/** The name in an annotated span; undefined if it describes without a name. @param {string} text @param {Annotation} span @param {AnnotationRow[]} rows @returns {Named | undefined} */
function namedIn(text, span, rows) {
  const words = text.slice(span.start, span.end);
  const bare = withoutTitle(words, span.type);
  if (PRONOUN.test(bare)) return undefined;
  const isNationality = rows.some(([, , type, other]) => type === 'Nationality' && fold(other) === fold(bare));
  if (NAME.test(bare) && !isNationality) return { ...span, name: bare, nameType: span.type };
  const inside = rows
    .filter(
      ([start, end, type, inner]) =>
        span.start <= start &&
        end <= span.end &&
        end - start < span.end - span.start &&
        type in RIGHT_TYPES &&
        NAME.test(withoutTitle(inner, type)),
    )
    .sort(
      ([, , type, one], [, , otherType, other]) =>
        Number(otherType === span.type) - Number(type === span.type) || other.length - one.length,
    );
  const [best] = inside;
  if (!best || (span.type === 'Person' && best[2] !== 'Person')) return undefined;
  return { ...span, name: withoutTitle(best[3], best[2]), nameType: best[2] };
}

/** @param {string} words @param {string} type */
function withoutTitle(words, type) {
  const bare = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /i, '')
    .replace(/[’']s?$/, '');
  return type === 'Person' ? bare.replace(TITLE, '').replace(/,.*$/, '') : bare;
}

/** @param {string} words */
function fold(words) {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}

/** @param {Named} named */
function keyOf({ name, nameType }) {
  return nameType === 'Person' ? `person ${fold(name).split(/[ -]/).at(-1)}` : fold(name);
}

/** The entities of a text by the keys of their names. @param {string} text @param {Named[]} named */
function grouped(text, named) {
  /** @type {Map<string, { id: string, type: string, forms: string[] }>} */
  const groups = new Map();
  for (const one of named) {
    const group = groups.get(keyOf(one)) ?? {
      id: `e${groups.size}`,
      type: RIGHT_TYPES[one.nameType]?.[0] ?? 'org',
      forms: [],
    };
    group.forms.push(one.name);
    groups.set(keyOf(one), group);
    const acronym = /^ \((\p{Lu}[\p{L}\p{N}-]+)\)/u.exec(text.slice(one.end, one.end + 20))?.[1];
    if (acronym) groups.set(fold(acronym), group);
  }
  return groups;
}

/** @param {string[]} forms */
function fullName(forms) {
  return [...forms].sort((a, b) => b.length - a.length)[0] ?? '';
}

/** @param {string} words @param {string} annotated */
function isPartOf(words, annotated) {
  return fold(annotated).includes(fold(words)) || fold(words).includes(fold(annotated));
}

/** @param {string} name @param {Counts} counts */
function print(name, { all, allFound, further, furtherFound, otherForms, otherFormsFound, found, right }) {
  const share = (/** @type {number} */ part, /** @type {number} */ whole) =>
    `${whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`} (${part} of ${whole})`.padEnd(22);
  console.log(
    `${name.padEnd(52)} recall ${share(allFound, all)} further ${share(furtherFound, further)} other forms ${share(otherFormsFound, otherForms)} ${found > 0 ? `precision ${share(right, found)}` : ''}`,
  );
}
