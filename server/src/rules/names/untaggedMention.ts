import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { isValidTag, tagChoices } from '../../edits/tags/tagging.ts';
import { mentionsInChunk } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { perScope } from '../../scope/perScope.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { suggestionsOf } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';

/** In a brief with tags, an entity of the registry whose first mention has no tag. */
export const untaggedMention: Rule = {
  code: 'untagged-mention',
  severity: { draft: 'off', release: 'hint' },
  title: l10n.t('The first mention of a known entity has no tag, although other entities in the brief have one.'),
  standard: {
    name: 'Briefmark format, section 1',
    requirement: l10n.t('Entities are tagged where they are mentioned; tags add precision and change no word.'),
  },
  why: l10n.t(
    'Readers assume that the tags of a brief are complete, and that an untagged name was not looked up. One tag at the first mention is enough. The rule skips briefs without entity tags: they are not annotated.',
  ),
  bad: {
    brief: '[ISKP](group:iskp) claimed the attack on Kabul.\n',
    registry: `entities:
  - { id: iskp, type: group, name: ISKP }
  - { id: kabul, type: place, name: Kabul }
`,
  },
  fixed: { brief: '[ISKP](group:iskp) claimed the attack on [Kabul](place:kabul).\n' },
  good: {
    brief: '[ISKP](group:iskp) claimed the attack on [Kabul](place:kabul). Kabul was quiet.\n',
    registry: `entities:
  - { id: iskp, type: group, name: ISKP }
  - { id: kabul, type: place, name: Kabul }
`,
  },
  *brief({ brief, scope }) {
    const parts = chunksOf(brief);
    if (!parts.some(hasTags)) return;
    const seen = new Set<string>();
    for (const part of parts) {
      for (const [id, span] of firstMentionsIn(part, mentionsInChunk(part, scope.findNames))) {
        if (seen.has(id)) continue;
        seen.add(id);
        const message = span && formatMessage(JSON.stringify([id, slice(brief.text, shift(span, part.at))]), scope);
        if (message) yield { span: shift(span, part.at), message, data: { suggestions: [id] } };
      }
    }
  },
  fixes: (finding, { scope, uri, text }) =>
    tagChoices(scope, uri, finding.span, slice(text, finding.span), suggestionsOf(finding)),
};

const hasTags = perChunk(({ chunk }) => chunk.blocks.some((block) => entityTags(block).length > 0));

/** The entities that a chunk mentions, by id; the value is the span of the first mention if it has no tag. */
const firstMentionsIn = perChunk((part, mentions: readonly (readonly Mention[])[]) => {
  const firsts = new Map<string, Span | undefined>();
  for (const [index, { block, at, offset }] of blocksOf(part).entries()) {
    // The tag belongs in the text below a heading, not in the heading.
    const isProse = block.kind === 'paragraph' && block.shape === 'prose';
    const tags = entityTags(block);
    let next = 0;
    const addTagsBefore = (end: number) => {
      for (; next < tags.length && tags[next]!.start < end; next++) {
        const id = tags[next]!.id.value;
        if (!firsts.has(id)) firsts.set(id, undefined);
      }
    };
    for (const mention of isProse ? mentions[index]! : []) {
      addTagsBefore(mention.start);
      const [id, ...others] = mention.ids;
      if (id === undefined || others.length > 0 || firsts.has(id)) continue;
      if (createTaggableCheck(part.brief, block, at)(mention)) firsts.set(id, shift(mention, offset));
    }
    addTagsBefore(block.length);
  }
  return firsts;
});

/**
 * The message for an entity and its surface; undefined if no tag can name the entity. One JSON key, because `perScope`
 * caches by one string.
 */
const formatMessage = perScope((key: string, scope) => {
  const [id, surface]: string[] = JSON.parse(key);
  const entity = scope.entities.get(id!)?.entry;
  if (!entity || !isValidTag(entity.type.value, id!)) return undefined;
  return surface === entity.name.value
    ? l10n.t('The first mention of “{0}” has no tag, though other names here have. Tag it.', surface)
    : l10n.t(
        'The first mention of “{0}” ({1}) has no tag, though other names here have. Tag it.',
        entity.name.value,
        surface!,
      );
});
