/** Appends a text to a YAML list of texts: a pure insertion. */
import type { CST } from 'yaml';
import { formatScalar } from './addEntries.ts';
import { appendToFlowList } from './flowList.ts';

/** A field of a YAML map, as tokens. */
export type Field = CST.BlockMap['items'][number];

export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The insertion into `yaml` that appends a text to the list of a field, or makes one of an empty field. Undefined for any other value. */
export function appendText(yaml: string, { value, sep }: Field, text: string): Insertion | undefined {
  if (value?.type === 'flow-collection') {
    // The list alone, as the only field of a map.
    const listStart = value.offset;
    const found = appendToFlowList(`x: ${yaml.slice(listStart)}`, ['x'], false, ({ quotes }) => [
      formatText(text, quotes === 'json'),
    ]);
    return found && { ...found, at: found.at - 'x: '.length + listStart };
  }
  if (value?.type === 'block-seq') {
    const last = value.items.findLast((item) => isFlowScalar(item.value))?.value;
    const end = last && isFlowScalar(last) ? endOfLine(yaml, last.offset + last.source.length) : undefined;
    return end === undefined ? undefined : { at: end, text: `\n${' '.repeat(value.indent)}- ${formatText(text)}` };
  }
  const colon = sep?.find(({ type }) => type === 'map-value-ind');
  if (!colon || (value && !(value.type === 'scalar' && value.source === ''))) return undefined;
  return { at: colon.offset + 1, text: ` [${formatText(text)}]` };
}

/** Whether a token is a plain or quoted text, not a block text. */
export function isFlowScalar(token: CST.Token | null | undefined): token is CST.FlowScalar {
  const type = token?.type;
  return type === 'scalar' || type === 'single-quoted-scalar' || type === 'double-quoted-scalar';
}

/** The text as a YAML scalar. */
export function formatText(text: string, isJson = false): string {
  return isJson ? JSON.stringify(text) : formatScalar(text, '');
}

/** The end of the line that contains an offset. */
export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}
