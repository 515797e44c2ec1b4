/** Adds an alias to an entity of a registry. The change is a pure insertion: comments, order and line ends are untouched. */

import { newlineOf } from '../../base/text/newline.ts';
import { type Span, slice } from '../../base/text/span.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import { readYamlTokens } from '../../syntax/yaml/boundedParser.ts';
import type { Change } from '../change.ts';
import { appendToFlowList } from './flowList.ts';
import { appendText, endOfLine, type Field, formatText, type Insertion, isFlowScalar } from './textList.ts';

const plainLine = /^[^\r\n]*$/;

/**
 * The change that adds the alias to `entry`, which was read from `text`. Undefined if the text has changed since, if the
 * alias exists or spans lines, if the aliases come from an anchor or a merge, or if their YAML form allows no insertion.
 */
export function addAlias(uri: string, text: string, entry: EntityEntry, alias: string): Change | undefined {
  const { span, id, aliases } = entry;
  if (slice(text, id.span) !== id.value) return undefined;
  if (!plainLine.test(alias) || aliases.some(({ value }) => value === alias)) return undefined;
  const yaml = slice(text, span);
  const found = yaml.startsWith('{')
    ? addToFlowMap(yaml, alias, aliases.length > 0)
    : addToBlockMap(text, span, entry, alias);
  if (!found) return undefined;
  const at = span.start + found.at;
  return { uri, span: { start: at, end: at }, text: found.text.replaceAll('\n', newlineOf(text)) };
}

function addToFlowMap(yaml: string, alias: string, hasAliases: boolean): Insertion | undefined {
  const found = appendToFlowList(yaml, ['aliases'], false, ({ quotes }) => [formatText(alias, quotes === 'json')]);
  // Aliases outside the map come from a merge or an anchor, and a list in the map would hide them.
  return hasAliases && !/aliases["']?\s*:/.test(yaml) ? undefined : found;
}

function addToBlockMap(text: string, span: Span, { aliases }: EntityEntry, alias: string): Insertion | undefined {
  // Fields align with the first one after the dash of a list item: spaces in place of the dash keep the columns.
  const column = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
  const yaml = ' '.repeat(column) + slice(text, { start: span.start, end: endOfLine(text, span.end) });
  const parsed = readYamlTokens(yaml);
  const document = 'tokens' in parsed ? parsed.tokens.find(({ type }) => type === 'document') : undefined;
  const map = document?.type === 'document' ? document.value : undefined;
  if (map?.type !== 'block-map') return undefined;
  const field = (key: string): Field | undefined =>
    map.items.find((item) => item.key && 'source' in item.key && item.key.source.replace(/["']/g, '') === key);
  const aliasesField = field('aliases');
  const found = aliasesField
    ? appendText(yaml, aliasesField, alias)
    : aliases.length === 0
      ? addAfterName(yaml, field('name'), column, alias)
      : undefined;
  return found && { ...found, at: found.at - column };
}

function addAfterName(yaml: string, name: Field | undefined, column: number, alias: string): Insertion | undefined {
  if (!name || !isFlowScalar(name.value)) return undefined;
  const end = endOfLine(yaml, name.value.offset + name.value.source.length);
  return { at: end, text: `\n${' '.repeat(column)}aliases: [${formatText(alias)}]` };
}
