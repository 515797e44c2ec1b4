/** Reports fields, types and ids that are not lost here, but misspelled, or read otherwise by other programs. */

import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { didYouMean, isAnagram } from '../../base/text/didYouMean.ts';
import { quote } from '../../base/text/quote.ts';
import type { Located } from '../../base/text/span.ts';
import { quoteScalar } from '../yaml/quoteScalar.ts';
import type { YamlContext, YamlNode } from '../yaml/yamlTree.ts';
import { CSL_TYPES, intendedCslField, intendedCslType, isCslField } from './csl.ts';
import { type CheckedEntry, textField } from './entryFields.ts';

/** Our own fields of a source. */
const MISPLACED_FIELDS = ['reliability', 'credibility', 'sha256', 'tlp'];
const CUSTOM_FIELDS = [...MISPLACED_FIELDS, 'archive'];
/** Fields that hold a sentence or a name. */
const TEXT_FIELDS = ['title', 'abstract', 'container-title', 'publisher', 'name', 'description'];
/** What YAML reads as a comment, although a writer of comments leaves a space behind the `#`. */
const cutEnd = /[ \t]+(#[\p{L}\p{N}][^\n\r]*)/uy;
/** What YAML 1.1 or 1.2 reads as a number or a truth value unless it is in quotation marks. */
const readsAsOther =
  /^(?:[-+]?(?:\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\.inf)|\.nan|y|n|yes|no|on|off|true|false|null)$/i;

/** The names that the fields of an entry may have. */
interface FieldNames {
  readonly isField: (key: string) => boolean;
  /** The field that a name which is none probably stands for. */
  readonly findIntended: (key: string) => string | undefined;
  readonly describe: (key: string, intended: string) => string;
}

/** The names of the fields of a source. */
export const SOURCE_FIELDS: FieldNames = {
  isField: isCslField,
  findIntended: intendedCslField,
  describe: (key, intended) => l10n.t('{0} is not a field of CSL. Did you mean “{1}”?', quote(key), intended),
};

/** The names of the fields of an entity or a type. */
export function fieldNamesOf(known: readonly string[]): FieldNames {
  return {
    isField: (key) => known.includes(key),
    findIntended: (key) => findNearMiss(key, known),
    describe: (key, intended) => l10n.t('{0} is not a field of an entry. Did you mean “{1}”?', quote(key), intended),
  };
}

/**
 * The entry with each misspelled field under its intended name, unless the entry has that field, too. Each one is
 * reported; its value counts, so that a slip in a name makes no citation unknown. Other unknown fields are allowed.
 */
export function correctFieldNames(node: YamlNode, names: FieldNames, report: YamlContext['report']): YamlNode {
  if (node.kind !== 'map' || node.fields.every(({ key }) => names.isField(key))) return node;
  const taken = new Set(node.fields.map(({ key }) => key));
  const fields = node.fields.map((field) => {
    const intended = names.isField(field.key) ? undefined : names.findIntended(field.key);
    if (intended === undefined || taken.has(intended)) return field;
    taken.add(intended);
    report(names.describe(field.key, intended), field.keySpan, { suggestion: intended });
    return { ...field, key: intended };
  });
  return { ...node, fields };
}

/** The same for our own fields below `custom`; other fields there belong to other programs. */
export function correctCustomFields(node: YamlNode, report: YamlContext['report']): YamlNode {
  const custom = node.kind === 'map' ? node.fields.find(({ key }) => key === 'custom') : undefined;
  if (node.kind !== 'map' || !custom) return node;
  const value = correctFieldNames(custom.value, fieldNamesOf(CUSTOM_FIELDS), report);
  if (value === custom.value) return node;
  return { ...node, fields: node.fields.map((field) => (field === custom ? { ...field, value } : field)) };
}

/** Our own fields belong under `custom`, because CSL does not have them. */
export function reportMisplaced(context: YamlContext, node: YamlNode): void {
  if (node.kind !== 'map') return;
  for (const { key, keySpan } of node.fields)
    if (MISPLACED_FIELDS.includes(key))
      context.report(l10n.t('CSL has no field {0}. Indent it below “custom:”.', quote(key)), keySpan);
}

/** A type that CSL does not have is used all the same, but other programs format the source by a type they know. */
export function reportUnknownType(context: YamlContext, entry: CheckedEntry): void {
  const type = textField(entry, 'type');
  if (!type || CSL_TYPES.includes(type.value)) return;
  const suggestion = intendedCslType(type.value);
  const advice =
    suggestion === undefined
      ? ` ${l10n.t('Write one, such as article-newspaper, webpage or report.')}`
      : didYouMean(suggestion);
  context.report(`${l10n.t('{0} is not a CSL type.', quote(type.value))}${advice}`, type.span, {
    isLesser: true,
    ...(suggestion !== undefined && { suggestion }),
  });
}

/** Whether a version of YAML reads a bare word as a number or a truth value, not as text. */
export function isReadAsOther(word: string): boolean {
  return readsAsOther.test(word);
}

/** An id that YAML reads as a number or a truth value is used as it is written, but other programs do not find it. */
export function reportBareId(context: YamlContext, id: Located<string>): void {
  if (!isReadAsOther(id.value) || /["']/.test(context.text[id.span.start - 1] ?? '')) return;
  context.report(
    l10n.t('YAML reads the id {0} as a number or a truth value. Put it in quotation marks.', quote(id.value)),
    id.span,
    { isLesser: true, suggestion: quoteScalar(id.value) },
  );
}

/** A text that YAML ends before a `#`: `title: The #flood protests` is “The”. */
export function reportCutText(context: YamlContext, { node }: CheckedEntry): void {
  if (node.kind !== 'map') return;
  for (const { key, value } of node.fields) {
    if (value.kind !== 'scalar' || !TEXT_FIELDS.includes(key)) continue;
    cutEnd.lastIndex = value.span.end;
    const end = cutEnd.exec(context.text);
    if (!end) continue;
    const span = { start: value.span.start, end: cutEnd.lastIndex };
    context.report(
      l10n.t(
        'YAML reads {0} as a comment, not as text. Put the whole value in quotation marks.',
        quote(end[1]!.trim()),
      ),
      span,
      { isLesser: true, suggestion: quoteScalar(context.text.slice(span.start, span.end).trim()) },
    );
  }
}

/** The known name that a key is probably meant to be: by its case, a hyphen, an ending or a typo. */
export function findNearMiss(key: string, known: readonly string[]): string | undefined {
  if (key.length > 30) return undefined;
  const folded = key.toLowerCase().replaceAll('-', '_');
  return known.find((word) => {
    if (isAnagram(word, folded)) return true;
    if (word.startsWith(folded) && folded.length > 3 && word.length - folded.length <= 2) return true;
    return distance(folded, word) <= (word.length > 5 ? 2 : word.length > 3 ? 1 : 0);
  });
}
