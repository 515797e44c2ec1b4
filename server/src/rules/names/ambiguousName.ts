import * as l10n from '@vscode/l10n';
import { entityTags } from '../../model/facts.ts';
import { mentionsIn } from '../../model/mentions.ts';
import { foldText } from '../../model/names.ts';
import type { Scope } from '../../model/scope.ts';
import { taggableIn, tagsFor } from '../../model/tagging.ts';
import { shift, slice } from '../../syntax/span.ts';
import { suggestionsOf } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

/** More bearers of a name are not listed in the message. */
const MOST_NAMED = 3;

/** A name in prose that several entities bear. */
export const ambiguousName: Rule = {
  code: 'ambiguous-name',
  severity: { draft: 'hint', release: 'information' },
  title: l10n.t('A name that several entities bear, and nothing says which is meant.'),
  standard: {
    name: 'Briefmark format, section 1',
    says: l10n.t('A tag says which person, place or group a name stands for.'),
  },
  why: l10n.t(
    'Two people of one name are the classic confusion: the reader takes one for the other, and so does every search. Tag the name once, and all that follows is clear. Silent where a tag or the full name of one of them stands before it.',
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
    if (!sharesNames(scope)) return;
    const told = new Set<string>();
    const reported = new Set<string>();
    for (const [index, block] of brief.blocks.entries()) {
      const at = brief.starts[index]!;
      const mentions = mentionsIn(brief, block, at, scope.findNames);
      const tags = entityTags(block);
      let next = 0;
      for (const mention of mentions) {
        for (; next < tags.length && tags[next]!.start < mention.start; next++) told.add(tags[next]!.id.value);
        if (mention.ids.length === 1) told.add(mention.ids[0]!);
        if (mention.ids.length < 2 || mention.ids.some((id) => told.has(id))) continue;
        const span = shift(mention, at);
        const words = slice(brief.text, span);
        const name = foldText(words);
        if (reported.has(name) || !taggableIn(brief, block, at)(mention)) continue;
        reported.add(name);
        yield {
          span,
          message: l10n.t(
            '“{0}” may be {1}, and nothing before it says which is meant. Tag it, so that nobody takes one for the other.',
            words,
            listed(mention.ids, scope),
          ),
          data: { suggestions: mention.ids },
        } satisfies Problem;
      }
      for (; next < tags.length; next++) told.add(tags[next]!.id.value);
    }
  },
  fixes: (finding, { scope, uri }) => tagsFor(scope, uri, finding.span, suggestionsOf(finding)),
};

const shared = new WeakMap<Scope, boolean>();

/** Whether any two entities bear one name: in most registries none do, and no brief has to be looked through. */
function sharesNames(scope: Scope): boolean {
  const known = shared.get(scope);
  if (known !== undefined) return known;
  let any = false;
  for (const ids of scope.namesakes.values()) any ||= ids.length > 1;
  shared.set(scope, any);
  return any;
}

function listed(ids: readonly string[], scope: Scope): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => {
    const entry = scope.entities.get(id)?.entry;
    return entry ? `${entry.name.value} (${entry.type.value}:${id})` : id;
  });
  if (ids.length > MOST_NAMED) return l10n.t('{0} or others', shown.join(', '));
  return l10n.t('{0} or {1}', shown.slice(0, -1).join(', '), shown.at(-1) ?? '');
}
