/** Entities that briefs tag and no registry has. */

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../../base/memo/maps.ts';
import { shift } from '../../../base/text/span.ts';
import { isValidId } from '../../../base/text/validId.ts';
import { acronymDefinitionsIn } from '../../../names/acronymDefinitions.ts';
import { isKnownType, type Scope } from '../../../scope/scope.ts';
import { type Brief, SOURCE_TYPE, type Tag } from '../../../syntax/ast.ts';
import { entityTags } from '../../../syntax/brief/block.ts';
import { type FileSpan, type NameSuggestion, sentenceAround } from './suggestNames.ts';

/** A brief, and the scope of its registries. */
export interface TaggingBrief {
  readonly file: string;
  readonly brief: Brief;
  readonly scope: Scope;
}

interface TagUse {
  readonly tag: Tag;
  /** The acronym in brackets behind it. */
  readonly acronym: string | undefined;
  readonly at: FileSpan;
  readonly text: string;
}

/** One suggestion an id, with the id and type of its tags; the most frequent first. */
export function suggestTaggedNames(briefs: readonly TaggingBrief[]): NameSuggestion[] {
  const tagsById = new Map<string, TagUse[]>();
  for (const { file, brief, scope } of briefs) {
    for (const [index, block] of brief.blocks.entries()) {
      const start = brief.starts[index]!;
      const acronyms = acronymDefinitionsIn(block, brief.text.slice(start, start + block.length));
      for (const tag of entityTags(block)) {
        const { id, type, surface } = tag;
        if (type.value === SOURCE_TYPE || scope.entities.has(id.value)) continue;
        if (!isValidId(id.value) || !isKnownType(scope, type.value) || surface.value.trim() === '') continue;
        const at = { file, ...shift({ start: tag.start, end: tag.end }, start) };
        const acronym = acronyms.find((definition) => definition.tag === tag)?.acronym.value;
        getOrInsert(tagsById, id.value, () => []).push({ tag, acronym, at, text: brief.text });
      }
    }
  }
  const suggestions = [...tagsById].map(([id, tags]): NameSuggestion => {
    const [first] = tags;
    const written = tags.flatMap(({ tag, acronym }) =>
      [tag.surface.value.replace(/\s+/g, ' ').trim(), acronym ?? []].flat(),
    );
    const forms = [...new Set(written)];
    const [name = id, ...aliases] = forms.sort((a, b) => b.length - a.length);
    return {
      id,
      name,
      type: first!.tag.type.value,
      aliases,
      count: tags.length,
      files: [...new Set(tags.map(({ at }) => at.file))],
      spans: tags.map(({ at }) => at),
      reason: l10n.t('tagged with the id “{0}”', id),
      sentence: sentenceAround(first!.text, first!.at),
      isDescription: false,
      isGuess: false,
    };
  });
  return suggestions.sort((a, b) => b.count - a.count);
}
