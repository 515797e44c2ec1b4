import * as l10n from '@vscode/l10n';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { oneLine } from '../../base/text/oneLine.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { tagChoices } from '../../edits/tags/tagging.ts';
import { mentionsInChunk } from '../../names/mentions.ts';
import { foldText, type Mention } from '../../names/nameFinder.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { isSubtypeOf, type Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A message lists at most this many candidates. */
const MAX_LISTED = 3;
/** In UTF-16 units. */
const MAX_DESCRIPTION_LENGTH = 40;

const capitalizedAfter = /^[ -]\p{Lu}\p{L}/u;
const capitalizedBefore = /(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}’'-]*)[ -]$/u;
/** No longer word beside a name is looked at, in UTF-16 units. */
const MAX_WORD_LENGTH = 40;
const openers = patternsFrom(({ names }) => new Set(names.sentenceOpeners));

/** A name in prose that several entities share. */
export const ambiguousName: Rule = {
  code: 'ambiguous-name',
  severity: { draft: 'hint', release: 'information' },
  title: l10n.t('A name belongs to several entities, and the brief does not say which one is meant.'),
  standard: {
    name: 'Briefmark format, section 1',
    requirement: l10n.t('A tag says which person, place or group a name stands for.'),
  },
  why: l10n.t(
    'Two people with the same name are a classic source of confusion, for readers and for every search. Tag the name once; later mentions then mean the same entity. The rule reports nothing after a tag or the full name of one of them.',
  ),
  bad: {
    brief: 'Georgia held elections on October 26.\n',
    registry: `entities:
  - { id: georgia, type: place, name: Georgia }
  # brief-ignore duplicate-alias
  - { id: us-ga, type: place, name: Georgia, description: A state of the United States. }
`,
  },
  fixed: { brief: '[Georgia](place:georgia) held elections on October 26.\n' },
  good: {
    brief: '[Georgia](place:georgia) held elections on October 26. Georgia had waited.\n',
    registry: `entities:
  - { id: georgia, type: place, name: Georgia }
  # brief-ignore duplicate-alias
  - { id: us-ga, type: place, name: Georgia, description: A state of the United States. }
`,
  },
  *brief({ brief, scope }) {
    if (!scope.entitiesByName.hasSharedNames) return;
    const parts = chunksOf(brief);
    const chunkNames = parts.map((part) => ambiguousNamesIn(part, mentionsInChunk(part, scope.findNames)));
    const firstChunkById = new Map<string, number>();
    const isIdentifiedBefore = (id: string, index: number) => {
      const first = getOrInsert(firstChunkById, id, () =>
        chunkNames.findIndex(({ identifiedIds }) => identifiedIds.has(id)),
      );
      return first >= 0 && first < index;
    };
    const reported = new Set<string>();
    for (const [index, { ambiguous }] of chunkNames.entries()) {
      for (const { foldedName, surface, ids, span } of ambiguous) {
        if (reported.has(foldedName) || ids.some((id) => isIdentifiedBefore(id, index))) continue;
        if (isOutletOfOrganization(ids, scope)) continue;
        reported.add(foldedName);
        yield {
          span: shift(span, parts[index]!.at),
          message: l10n.t('“{0}” can be {1}. Tag the one you mean.', surface, formatCandidates(ids, scope)),
          data: { suggestions: ids },
        } satisfies Problem;
      }
    }
  },
  fixes: (finding, { scope, uri, text }) =>
    tagChoices(scope, uri, finding.span, slice(text, finding.span), suggestionsOf(finding)),
};

interface AmbiguousMention {
  /** The surface folded for comparison. */
  readonly foldedName: string;
  readonly surface: string;
  readonly ids: readonly string[];
  readonly span: Span;
}

/**
 * For a chunk: the first mention of each ambiguous name that nothing earlier in the chunk disambiguates, and the ids of
 * all entities that the chunk identifies.
 */
const ambiguousNamesIn = perChunk((part, mentions: readonly (readonly Mention[])[]) => {
  const identifiedIds = new Set<string>();
  const ambiguous = new Map<string, AmbiguousMention>();
  for (const [index, { block, text, at, offset }] of blocksOf(part).entries()) {
    const tags = entityTags(block);
    let next = 0;
    for (const mention of mentions[index]!) {
      for (; next < tags.length && tags[next]!.start < mention.start; next++) identifiedIds.add(tags[next]!.id.value);
      const { ids } = mention;
      if (ids.length === 1) identifiedIds.add(ids[0]!);
      if (ids.length < 2 || ids.some((id) => identifiedIds.has(id)) || isPartOfLongerName(text, mention)) continue;
      const surface = slice(text, mention);
      const foldedName = foldText(surface);
      if (ambiguous.has(foldedName) || !createTaggableCheck(part.brief, block, at)(mention)) continue;
      ambiguous.set(foldedName, { foldedName, surface, ids, span: shift(mention, offset) });
    }
    for (; next < tags.length; next++) identifiedIds.add(tags[next]!.id.value);
  }
  return { identifiedIds, ambiguous: [...ambiguous.values()] };
});

/** Whether a capitalized word beside a mention makes a longer name of it: `Niger Delta`, `Imran Khan`. */
function isPartOfLongerName(text: string, { start, end }: Span): boolean {
  if (capitalizedAfter.test(text.slice(end, end + MAX_WORD_LENGTH))) return true;
  const before = capitalizedBefore.exec(text.slice(Math.max(0, start - MAX_WORD_LENGTH), start))?.[1];
  return before !== undefined && !openers().has(before.toLowerCase());
}

/** Whether the entities are an organization and the outlet that it is as well: one thing for the reader. */
function isOutletOfOrganization(ids: readonly string[], scope: Scope): boolean {
  const types = ids.map((id) => scope.entities.get(id)?.entry.type.value ?? '');
  const isOf =
    (...wanted: string[]) =>
    (type: string) =>
      wanted.some((one) => isSubtypeOf(scope, type, one));
  const others = types.filter((type) => !isOf('media')(type));
  return others.length === 1 && isOf('org', 'group')(others[0]!);
}

/** What tells an entity from another of the same name. */
function describe({ description, type, id }: EntityEntry): string {
  return description?.replace(/\.$/, '') ?? `${type.value}:${id.value}`;
}

function formatCandidates(ids: readonly string[], scope: Scope): string {
  const shown = ids.slice(0, MAX_LISTED).map((id) => {
    const entry = scope.entities.get(id)?.entry;
    return entry ? l10n.t('{0} ({1})', entry.name.value, oneLine(describe(entry), MAX_DESCRIPTION_LENGTH)) : id;
  });
  if (ids.length > MAX_LISTED) return l10n.t('{0} or others', shown.join(', '));
  return l10n.t('{0} or {1}', shown.slice(0, -1).join(', '), shown.at(-1) ?? '');
}
