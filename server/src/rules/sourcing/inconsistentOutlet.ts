import * as l10n from '@vscode/l10n';
import { type OutletName, outletNamesIn, outletNamesWithSpans } from '../../analysis/sourcing/outletSpellings.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { shift } from '../../base/text/span.ts';
import { reparseCitation } from '../../edits/citation/replaceSource.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import { foldName, type Scope } from '../../scope/scope.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk, sumOfChunks } from '../../syntax/brief/chunks.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** One outlet, spelled in two ways: readers take it for two. */
export const inconsistentOutlet: Rule = {
  code: 'inconsistent-outlet',
  severity: { draft: 'hint', release: 'warning' },
  title: l10n.t('One outlet is spelled in two ways.'),
  standard: {
    name: 'Chicago Manual of Style (17th ed.), 14.4, “Flexibility and consistency”',
    requirement: l10n.t('Any sensible style of citation will do, as long as one work keeps to it throughout.'),
  },
  why: l10n.t(
    'An outlet that is called two names in one brief looks like two outlets, and what rests on one source like something that two confirm. Two names are one outlet when they differ only in case, spacing, punctuation or `The`, or when the registry says so; names that only look alike never are. The spelling that most citations use is proposed, the first one when there are as many of each. Names in different scripts may stand beside each other, and so may a name and the short form that the brief gives it: `(Ministry of Foreign Affairs (MFA), May 3)`, then `(MFA, May 5)`.',
  ),
  bad: {
    brief: 'Fares rose (Eurasianet, May 8) and fell (EurasiaNet, May 9). Then they rose again (Eurasianet, May 10).\n',
  },
  fixed: {
    brief: 'Fares rose (Eurasianet, May 8) and fell (Eurasianet, May 9). Then they rose again (Eurasianet, May 10).\n',
  },
  good: {
    brief: 'Fares rose (Eurasianet, May 8) and fell (Eurasianet, May 9). Then they rose again (Eurasianet, May 10).\n',
  },
  *brief({ uri, brief, scope }) {
    const { disputed, short } = spellingsOf(brief, scope);
    if (disputed.size === 0) return;
    const named = chunksOf(brief).map((part) => ({ at: part.at, outlets: namesInChunk(part, scope) }));
    for (const outlet of disputed) {
      const places = named.flatMap(({ at, outlets }): ChunkSpellings[] => {
        const spellings = outlets.get(outlet);
        return spellings ? [{ offset: at, spellings }] : [];
      });
      yield* inconsistenciesOf(places, short, uri);
    }
  },
  fixes({ span, data }, context) {
    const { brief, scope } = context;
    const index = brief ? blockIndexAt(brief, span.start) : -1;
    const to = data?.spelling;
    if (!brief || index < 0 || typeof to !== 'string') return [];
    const at = brief.starts[index]!;
    const here = { start: span.start - at, end: span.end - at };
    const citation = brief.blocks[index]!.citations.find(({ source }) => source?.start === here.start);
    const text = brief.text.slice(at, at + brief.blocks[index]!.length);
    if (!citation?.source || text.slice(here.start, here.end).replace(/\s+/g, ' ') !== citation.source.name) return [];
    const after = reparseCitation(text, citation, { span: here, text: to });
    if (after?.source?.name !== to) return [];
    const date = briefDateOf(brief)?.value;
    const [before, then] = [resolveCitation(citation, scope, date), resolveCitation(after, scope, date)];
    if (before.status !== then.status || before.entries.some((entry, n) => entry !== then.entries[n])) return [];
    const preferred = foldName(to) === foldName(citation.source.name);
    return [replacementFix(l10n.t('Write “{0}”', to), context, span, to, { isPreferred: preferred })];
  },
};

type Spellings = ReadonlyMap<string, readonly OutletName[]>;

/** How a chunk that begins at `at` spells an outlet; spans count from there. */
interface ChunkSpellings {
  readonly offset: number;
  readonly spellings: Spellings;
}

/** The spellings of each outlet in a chunk, and the short forms that are given there; each once. */
const spellingsIn = perChunk((part, scope: Scope) => {
  const outlets = new Map<string, string[]>();
  const short = new Set<string>();
  for (const { block, text } of blocksOf(part)) {
    if (block.groups.length === 0) continue;
    const here = outletNamesIn(block, text, scope);
    for (const word of here.short) short.add(word);
    for (const { outletKey: outlet, spelling } of here.names) {
      const spellings = outlets.get(outlet);
      if (!spellings) outlets.set(outlet, [spelling]);
      else if (!spellings.includes(spelling)) spellings.push(spelling);
    }
  }
  return { outlets, short };
});

/** Of a brief: in how many chunks each spelling of an outlet stands, and each short form; and the outlets with several spellings. */
const spellingsOf = sumOfChunks(
  spellingsIn,
  () => ({
    outlets: new Map<string, Map<string, number>>(),
    disputed: new Set<string>(),
    short: new Map<string, number>(),
  }),
  (sum, { outlets, short }, by) => {
    for (const word of short) addToCount(sum.short, word, by);
    for (const [outlet, spellings] of outlets) {
      const counts = getOrInsert(sum.outlets, outlet, () => new Map<string, number>());
      for (const spelling of spellings) addToCount(counts, spelling, by);
      if (counts.size > 1) sum.disputed.add(outlet);
      else sum.disputed.delete(outlet);
      if (counts.size === 0) sum.outlets.delete(outlet);
    }
  },
);

function addToCount(counts: Map<string, number>, word: string, delta: number): void {
  const count = (counts.get(word) ?? 0) + delta;
  if (count === 0) counts.delete(word);
  else counts.set(word, count);
}

/** The names of outlets in a chunk, by outlet and spelling. */
const namesInChunk = perChunk((part, scope: Scope) => {
  const outlets = new Map<string, Map<string, OutletName[]>>();
  for (const { block, text, offset } of blocksOf(part)) {
    if (block.groups.length === 0) continue;
    for (const name of outletNamesWithSpans(block, text, scope)) {
      const spellings = getOrInsert(outlets, name.outletKey, () => new Map<string, OutletName[]>());
      getOrInsert(spellings, name.spelling, () => []).push({ ...name, span: shift(name.span, offset) });
    }
  }
  return outlets;
});

function formatTimes(count: number): string {
  if (count > 2) return l10n.t('{0} times', count);
  return count === 1 ? l10n.t('once') : l10n.t('twice');
}

function* inconsistenciesOf(
  chunks: readonly ChunkSpellings[],
  shortForms: ReadonlyMap<string, number>,
  uri: string,
): Generator<Problem> {
  const counts = new Map<string, { count: number; first: OutletName; at: number }>();
  for (const { offset: at, spellings } of chunks) {
    for (const [spelling, names] of spellings) {
      if (shortForms.has(spelling)) continue;
      getOrInsert(counts, spelling, () => ({ count: 0, first: names[0]!, at })).count += names.length;
    }
  }
  if (counts.size < 2) return;
  const [usual] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!usual) return;
  const { written, spelling: usualSpelling } = usual.first;
  const times = formatTimes(usual.count);
  const related = [
    { uri, span: shift(usual.first.span, usual.at), message: l10n.t('“{0}”, for the first time.', written) },
  ];
  const messages = new Map<string, string>();
  for (const { offset: at, spellings } of chunks) {
    for (const [spelling, names] of spellings) {
      if (spelling === usualSpelling || shortForms.has(spelling)) continue;
      for (const name of names) {
        const message = getOrInsert(messages, name.written, () => formatMessage(name.written, written, times));
        yield { span: shift(name.span, at), message, related, data: { spelling: written } };
      }
    }
  }
}

function formatMessage(name: string, written: string, times: string): string {
  const isFormOnly = foldName(name) === foldName(written);
  const what = l10n.t(
    '“{0}” is the outlet that this brief also calls “{1}” ({2}); readers take two names for two sources.',
    name,
    written,
    times,
  );
  const next = isFormOnly
    ? l10n.t('Write one name throughout.')
    : l10n.t('Write one name throughout, or give the short form once: (Full Name (Short Form), May 3).');
  return `${what} ${next}`;
}
