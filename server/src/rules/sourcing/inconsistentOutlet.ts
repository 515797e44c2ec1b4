import * as l10n from '@vscode/l10n';
import { type OutletName, outletNamesIn, outletNamesWithSpans } from '../../analysis/sourcing/outletSpellings.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { shift } from '../../base/text/span.ts';
import { reparseCitation } from '../../edits/citation/replaceSource.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import { foldName, type Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** One outlet spelled in two ways, which readers take for two outlets. */
export const inconsistentOutlet: Rule = {
  code: 'inconsistent-outlet',
  severity: { draft: 'hint', release: 'warning' },
  title: l10n.t('One outlet is spelled in two ways.'),
  standard: {
    name: 'Chicago Manual of Style (17th ed.), 14.4, “Flexibility and consistency”',
    requirement: l10n.t('Any sensible citation style is acceptable if a work uses it consistently.'),
  },
  why: l10n.t(
    'An outlet with two names in one brief looks like two outlets, and one source looks like two that agree. Two names are one outlet if they differ only in case, spacing, punctuation or `The`, or if the registry says so; similar names alone are not enough. The fix uses the spelling of most citations, or the first one if both are equally common. Names in different scripts may be used side by side, and so may a name and the short form that the brief introduces: `(Ministry of Foreign Affairs (MFA), May 3)`, then `(MFA, May 5)`.',
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
    const { inconsistent, shortForms } = spellingsOf(brief, scope);
    if (inconsistent.size === 0) return;
    const namesByChunk = chunksOf(brief).map((part) => ({ at: part.at, outlets: namesInChunk(part, scope) }));
    for (const outlet of inconsistent) {
      const chunkSpellings = namesByChunk.flatMap(({ at, outlets }): ChunkSpellings[] => {
        const spellings = outlets.get(outlet);
        return spellings ? [{ offset: at, spellings }] : [];
      });
      yield* inconsistenciesOf(chunkSpellings, shortForms, uri);
    }
  },
  fixes({ span, data }, context) {
    const { brief, scope } = context;
    const index = brief ? blockIndexAt(brief, span.start) : -1;
    const spelling = data?.spelling;
    if (!brief || index < 0 || typeof spelling !== 'string') return [];
    const at = brief.starts[index]!;
    const spanInBlock = { start: span.start - at, end: span.end - at };
    const citation = brief.blocks[index]!.citations.find(({ source }) => source?.start === spanInBlock.start);
    const text = brief.text.slice(at, at + brief.blocks[index]!.length);
    if (
      !citation?.source ||
      text.slice(spanInBlock.start, spanInBlock.end).replace(/\s+/g, ' ') !== citation.source.name
    )
      return [];
    const reparsed = reparseCitation(text, citation, { span: spanInBlock, text: spelling }, knownNamesOf(scope));
    if (reparsed?.source?.name !== spelling) return [];
    const date = briefDateOf(brief)?.value;
    const [oldResolution, newResolution] = [
      resolveCitation(citation, scope, date),
      resolveCitation(reparsed, scope, date),
    ];
    if (
      oldResolution.status !== newResolution.status ||
      oldResolution.entries.some((entry, n) => entry !== newResolution.entries[n])
    )
      return [];
    const isPreferred = foldName(spelling) === foldName(citation.source.name);
    return [
      replacementFix(l10n.t('Change “{0}” to “{1}”', citation.source.name, spelling), context, span, spelling, {
        isPreferred,
      }),
    ];
  },
};

type Spellings = ReadonlyMap<string, readonly OutletName[]>;

/** The spellings of an outlet in the chunk at `offset`; spans are relative to the chunk. */
interface ChunkSpellings {
  readonly offset: number;
  readonly spellings: Spellings;
}

/** The spellings of each outlet in a chunk, and the short forms defined there; each once. */
const spellingsIn = perChunk((part, scope: Scope) => {
  const outlets = new Map<string, string[]>();
  const shortForms = new Set<string>();
  for (const { block, text } of blocksOf(part)) {
    if (block.groups.length === 0 && block.citations.length === 0) continue;
    const blockNames = outletNamesIn(block, text, scope);
    for (const word of blockNames.short) shortForms.add(word);
    for (const { outletKey, spelling } of blockNames.names) {
      const spellings = outlets.get(outletKey);
      if (!spellings) outlets.set(outletKey, [spelling]);
      else if (!spellings.includes(spelling)) spellings.push(spelling);
    }
  }
  return { outlets, short: shortForms };
});

/** The outlets that a brief spells in several ways, and the short forms it gives. */
function spellingsOf(
  brief: Brief,
  scope: Scope,
): { inconsistent: ReadonlySet<string>; shortForms: ReadonlySet<string> } {
  const firstSpellings = new Map<string, string>();
  const inconsistent = new Set<string>();
  const shortForms = new Set<string>();
  for (const part of chunksOf(brief)) {
    const { outlets, short } = spellingsIn(part, scope);
    for (const word of short) shortForms.add(word);
    for (const [outlet, spellings] of outlets) {
      const [spelling] = spellings;
      const first = firstSpellings.get(outlet);
      if (first === undefined) firstSpellings.set(outlet, spelling!);
      if (spellings.length > 1 || (first !== undefined && first !== spelling)) inconsistent.add(outlet);
    }
  }
  return { inconsistent, shortForms };
}

/** The names of outlets in a chunk, by outlet and spelling. */
const namesInChunk = perChunk((part, scope: Scope) => {
  const outlets = new Map<string, Map<string, OutletName[]>>();
  for (const { block, text, offset } of blocksOf(part)) {
    if (block.groups.length === 0 && block.citations.length === 0) continue;
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
  shortForms: ReadonlySet<string>,
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
  const [mostUsed] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!mostUsed) return;
  const { written: usualText, spelling: usualSpelling } = mostUsed.first;
  const times = formatTimes(mostUsed.count);
  const related = [
    { uri, span: shift(mostUsed.first.span, mostUsed.at), message: l10n.t('“{0}”, for the first time.', usualText) },
  ];
  const messages = new Map<string, string>();
  for (const { offset: at, spellings } of chunks) {
    for (const [spelling, names] of spellings) {
      if (spelling === usualSpelling || shortForms.has(spelling)) continue;
      for (const name of names) {
        const message = getOrInsert(messages, name.written, () => formatMessage(name.written, usualText, times));
        yield { span: shift(name.span, at), message, related, data: { spelling: usualText } };
      }
    }
  }
}

function formatMessage(name: string, usualText: string, times: string): string {
  const isFormOnly = foldName(name) === foldName(usualText);
  const problem = l10n.t('“{0}” and “{1}” ({2}) are one outlet.', name, usualText, times);
  const advice = isFormOnly
    ? l10n.t('Use one name.')
    : l10n.t('Use one name, or define the short form once: (Full Name (Short Form), May 3).');
  return `${problem} ${advice}`;
}
