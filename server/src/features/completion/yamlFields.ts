/** In registries and front matter: names of fields that are not there yet. */
import { yamlCursorAt } from '../cursor/yamlCursor.ts';
import { fieldsAt } from '../cursor/yamlFields.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { entryOffer } from './yamlEntry.ts';

/** Fields whose value is on the following lines, indented. */
const NESTING_FIELDS = new Set([
  'custom',
  'types',
  'entities',
  'references',
  'sources',
  'rules',
  'tradecraft',
  'style',
  'comments',
  'signoffs',
  'quote',
  'replies',
]);

export const completeYamlFields: CompletionProvider = (context) => {
  const cursor = yamlCursorAt(context);
  if (cursor?.expects !== 'key' || cursor.quote !== '') return undefined;
  const offers = fieldsAt(cursor, context.brief !== undefined)
    .filter(([name]) => !cursor.existingKeys.has(name))
    .map(([name, detail]): Offer => {
      const colon = cursor.hasColon ? '' : NESTING_FIELDS.has(name) ? ':' : ': ';
      return { kind: 'field', label: name, detail, text: cursor.leadingSpace + name + colon, names: [name] };
    });
  const entry = entryOffer(cursor, context);
  return { typed: cursor.typed, whole: cursor.whole, offers: entry ? [entry, ...offers] : offers };
};
