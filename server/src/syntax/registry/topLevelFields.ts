import * as l10n from '@vscode/l10n';
import type * as z from 'zod/mini';
import type { Span } from '../../base/text/span.ts';
import type { YamlSection } from '../yaml/sections.ts';
import type { YamlContext, YamlField, YamlNode } from '../yaml/yamlTree.ts';
import { type CheckedEntry, checkEntry } from './entryFields.ts';

/**
 * Checks the top-level fields of front matter or configuration against their schema. If a field is repeated, the first
 * one counts. `notFieldsMessage` is reported where there is something other than fields. Fields that the schema does
 * not name are omitted.
 */
export function checkFields(
  context: YamlContext,
  sections: readonly YamlSection[],
  schema: z.ZodMiniObject,
  notFieldsMessage: string,
): CheckedEntry {
  const fields = new Map<string, YamlField>();
  for (const section of sections) {
    const { key } = section;
    if (!key && section.value) context.report(notFieldsMessage, section.value.span);
    if (!key || !Object.hasOwn(schema.shape, key.value)) continue;
    const value = sectionNode(section, key.span);
    if (fields.has(key.value))
      context.report(l10n.t('“{0}” appears twice here; only the first counts. Remove one.', key.value), key.span);
    else if (value) fields.set(key.value, { key: key.value, keySpan: key.span, value });
  }
  const span = { start: 0, end: context.text.length };
  const node: YamlNode = { kind: 'map', fields: [...fields.values()], span };
  const entry = checkEntry(context.text, { node, line: span, damaged: false }, schema, context.report);
  return entry ?? { node, invalidPaths: new Set(), plain: {} };
}

/** In a field with a syntax error, which has been reported, only a plain text is trusted. */
function sectionNode({ items, value, damaged }: YamlSection, keySpan: Span): YamlNode | undefined {
  if (damaged) return value?.kind === 'scalar' ? value : undefined;
  if (!items) return value;
  const nodes = [...items].flatMap((item) => item.node ?? []);
  const span = { start: nodes[0]?.span.start ?? keySpan.start, end: nodes.at(-1)?.span.end ?? keySpan.end };
  return { kind: 'list', items: nodes, span };
}
