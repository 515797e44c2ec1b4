/** What can be tagged in a brief: names of the registries, and names that no registry has yet. */

import { loadKnowledge } from '../../analysis/names/suggest/knowledge/knowledge.ts';
import { proseOf } from '../../analysis/names/suggest/prose.ts';
import {
  isWorthWriting,
  type NameSuggestion,
  sentenceAround,
  suggestNamesInTexts,
} from '../../analysis/names/suggest/suggestNames.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import type { NewEntry } from '../../edits/registry/addEntries.ts';
import { createEntityEntries } from '../../edits/registry/suggestedEntities.ts';
import { isValidTag } from '../../edits/tags/tagging.ts';
import { mentionsIn } from '../../names/mentions.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import type { AnnotationCandidate, AnnotationEntity } from '../../protocol/commands.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';

/** The mentions that can be tagged, in text order, and the entities that they may name. */
export interface Annotations {
  readonly candidates: readonly AnnotationCandidate[];
  /** By id. */
  readonly entities: ReadonlyMap<string, AnnotationEntity>;
  /** The entries of the new ones, by id. */
  readonly entries: ReadonlyMap<string, NewEntry>;
}

interface PlacedMention {
  readonly span: Span;
  readonly ids: readonly string[];
}

/** The candidates of a brief. Where a known name and a suggested one overlap, the known one counts. */
export async function annotationsIn(uri: string, brief: Brief, scope: Scope): Promise<Annotations> {
  const known = knownMentions(brief, scope);
  const suggested = await suggestedMentions(uri, brief, scope);
  const entities = new Map<string, AnnotationEntity>(suggested.entities.map((entity) => [entity.id, entity]));
  for (const { ids } of known) {
    for (const id of ids) {
      const { name, type } = scope.entities.get(id)!.entry;
      entities.set(id, { id, name: name.value, type: type.value, isNew: false, reason: '' });
    }
  }
  const candidates: AnnotationCandidate[] = [];
  let end = 0;
  // Sorting is stable: of two that begin alike, the known one comes first.
  for (const { span, ids } of [...known, ...suggested.mentions].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < end) continue;
    end = span.end;
    const text = slice(brief.text, span);
    candidates.push({ span, text, sentence: sentenceAround(brief.text, span), entities: ids });
  }
  return { candidates, entities, entries: suggested.entries };
}

/** The untagged mentions of the names in the registries. */
function knownMentions(brief: Brief, scope: Scope): PlacedMention[] {
  const isTaggable = (id: string) => {
    const entry = scope.entities.get(id)?.entry;
    return entry !== undefined && isValidTag(entry.type.value, id);
  };
  return brief.blocks.flatMap((block, index) => {
    const start = brief.starts[index]!;
    const mentions = mentionsIn(brief, block, start, scope.findNames);
    const isFree = mentions.length > 0 ? createTaggableCheck(brief, block, start) : () => false;
    return mentions.flatMap((mention): PlacedMention[] => {
      const ids = mention.ids.filter(isTaggable);
      return ids.length > 0 && isFree(mention) ? [{ span: shift(mention, start), ids }] : [];
    });
  });
}

async function suggestedMentions(uri: string, brief: Brief, scope: Scope) {
  const prose = { file: uri, text: proseOf(brief, scope.findNames) };
  const names = suggestNamesInTexts([prose], await loadKnowledge()).filter(isWorthWriting);
  const entries = new Map<string, NewEntry>();
  const entities: AnnotationEntity[] = [];
  const mentions: PlacedMention[] = [];
  const written = createEntityEntries(names, scope);
  const byName = new Map(written.map((entry) => [entry.name, entry]));
  for (const suggestion of names) {
    const entry = byName.get(suggestion.name);
    if (!entry) continue;
    const id = entry.id!;
    entries.set(id, entry);
    entities.push({ id, name: suggestion.name, type: suggestion.type, isNew: true, reason: suggestion.reason });
    mentions.push(...mentionsOf(suggestion, brief).map((span) => ({ span, ids: [id] })));
  }
  return { entries, entities, mentions };
}

/** The name that no registry has yet and that a span is a mention of, however it was found; undefined if there is none. */
export async function suggestionAt(
  uri: string,
  brief: Brief,
  scope: Scope,
  { start, end }: Span,
): Promise<{ readonly suggestion: NameSuggestion; readonly span: Span } | undefined> {
  const prose = { file: uri, text: proseOf(brief, scope.findNames) };
  for (const suggestion of suggestNamesInTexts([prose], await loadKnowledge())) {
    const span = mentionsOf(suggestion, brief).find((mention) => mention.start <= start && end <= mention.end);
    if (span) return { suggestion, span };
  }
  return undefined;
}

/** The name itself in each phrase that mentions it: `Ida Holm` in `Harbor Minister Ida Holm`. */
function mentionsOf({ name, aliases, spans }: NameSuggestion, brief: Brief): Span[] {
  const forms = [name, ...aliases].sort((a, b) => b.length - a.length).map(formPattern);
  return spans.flatMap((phrase) => {
    const words = slice(brief.text, phrase);
    const match = forms.map((form) => form.exec(words)).find((found) => found !== null);
    if (!match) return [];
    const start = phrase.start + match.index;
    const span = { start, end: start + match[0].length };
    const index = blockIndexAt(brief, start);
    const block = brief.blocks[index];
    const blockStart = brief.starts[index]!;
    return block && createTaggableCheck(brief, block, blockStart)(shift(span, -blockStart)) ? [span] : [];
  });
}

/** The form as whole words, with any white space between them. */
function formPattern(form: string): RegExp {
  const words = form.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'u');
}
