import * as l10n from '@vscode/l10n';
import { entityTags } from '../../model/facts.ts';
import { mentionsIn } from '../../model/mentions.ts';
import { canBeTagOf, taggableIn, tagsFor } from '../../model/tagging.ts';
import { shift, slice } from '../../syntax/span.ts';
import { suggestionsOf } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

/** In a brief with tags, an entity of the registry whose first mention has none. */
export const untaggedMention: Rule = {
  code: 'untagged-mention',
  severity: { draft: 'off', release: 'hint' },
  title: l10n.t('The first mention of a known entity has no tag, though others in the brief have.'),
  standard: {
    name: 'Briefmark format, section 1',
    says: l10n.t('Entities are tagged where they are mentioned; tags add precision and change no word.'),
  },
  why: l10n.t(
    'Who reads a brief with tags takes them for complete: what has none looks like something nobody has looked up. One tag at the first mention is enough. A brief without any tag of an entity is not annotated, and the rule is silent.',
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
    if (!brief.blocks.some((block) => entityTags(block).length > 0)) return;
    const seen = new Set<string>();
    for (const [index, block] of brief.blocks.entries()) {
      // A heading names what the text below it is about: there it is tagged.
      const isProse = block.kind === 'paragraph' && block.shape === 'prose';
      const at = brief.starts[index]!;
      const tags = entityTags(block);
      let next = 0;
      for (const mention of isProse ? mentionsIn(brief, block, at, scope.findNames) : []) {
        for (; next < tags.length && tags[next]!.start < mention.start; next++) seen.add(tags[next]!.id.value);
        const [id, ...others] = mention.ids;
        if (id === undefined || others.length > 0 || seen.has(id) || !taggableIn(brief, block, at)(mention)) continue;
        seen.add(id);
        const entity = scope.entities.get(id)?.entry;
        if (!entity || !canBeTagOf(entity.type.value, id)) continue;
        const span = shift(mention, at);
        const [words, name, tag] = [slice(brief.text, span), entity.name.value, `${entity.type.value}:${id}`];
        yield {
          span,
          message: l10n.t(
            '“{0}” is {1} ({2}) of the registry, but its first mention has no tag, while others in this brief have. Tag it, so that readers can rely on the tags.',
            words,
            name,
            tag,
          ),
          data: { suggestions: [id] },
        } satisfies Problem;
      }
      for (; next < tags.length; next++) seen.add(tags[next]!.id.value);
    }
  },
  fixes: (finding, { scope, uri }) => tagsFor(scope, uri, finding.span, suggestionsOf(finding)),
};
