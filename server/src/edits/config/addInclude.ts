/** Lists a file under `include` in a `.briefmark.yaml`. Comments, order and line ends are untouched. */
import { newlineOf } from '../../base/text/newline.ts';
import { readYamlTokens } from '../../syntax/yaml/boundedParser.ts';
import { appendText, formatText, isFlowScalar } from '../registry/textList.ts';

/** The new text of the file: `text` with the pattern added. Undefined if its YAML allows no insertion. */
export function addInclude(text: string, pattern: string): string | undefined {
  const parsed = readYamlTokens(text);
  if (!('tokens' in parsed)) return undefined;
  const documents = parsed.tokens.filter((token) => token.type === 'document');
  const map = documents[0]?.type === 'document' ? documents[0].value : undefined;
  if (documents.length > 1 || (map && map.type !== 'block-map' && isFilled(map))) return undefined;
  const fields = map?.type === 'block-map' ? map.items : [];
  const field = fields.find(({ key }) => key && 'source' in key && key.source.replace(/["']/g, '') === 'include');
  const newline = newlineOf(text);
  const replace = (start: number, end: number, words: string) =>
    text.slice(0, start) + words.replaceAll('\n', newline) + text.slice(end);
  if (!field) {
    const end = text.trimEnd().length;
    const rest = text.slice(end).startsWith(newline) ? '' : '\n';
    return replace(end, end, `${end > 0 ? '\n' : ''}include:\n  - ${formatText(pattern)}${rest}`);
  }
  const { value } = field;
  if (value && isFlowScalar(value) && value.source !== '') {
    const start = text.slice(0, value.offset).trimEnd().length;
    return replace(start, value.offset + value.source.length, `\n  - ${value.source}\n  - ${formatText(pattern)}`);
  }
  const found = appendText(text, field, pattern);
  return found && replace(found.at, found.at, found.text);
}

/** Whether a value is more than the nothing that comments leave. */
function isFilled(value: { readonly type: string }): boolean {
  return !('source' in value && value.source === '');
}
