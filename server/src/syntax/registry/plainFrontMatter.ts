import type { Located, Mutable } from '../../base/text/span.ts';
import type { CalendarDate } from '../ast.ts';
import { EMPTY_REGISTRY, type FrontMatter } from '../ast.ts';
import { parseIsoDate } from '../date/isoDate.ts';

/** The fields of a brief. */
const fieldStart = /(title|date|publication|author|tlp|profile|lang): {1,20}/y;
const dateValue = /(\d{4}-\d\d-\d\d) {0,20}\r?(?:\n|$)/y;
/** Words that YAML reads literally. */
const plainValue = /((?!(?:true|false|null)(?:[ \r\n]|$))[a-z][a-z0-9 ,.()&/–-]{0,200}[a-z0-9.)]) {0,20}\r?(?:\n|$)/iy;

/**
 * Reads a front matter of the usual form, one line of plain words per field, as `readFrontMatter` would; undefined for
 * any other. Without it, reading 1,000 briefs of 4 kB takes 1.5 times as long.
 */
export function readFrontMatterFast(yaml: string): FrontMatter | undefined {
  let at = yaml.search(/\S/);
  if (at < 0 || at !== yaml.lastIndexOf('\n', at) + 1) return undefined;
  const fields = new Map<string, Located<string>>();
  let date: Located<CalendarDate> | undefined;
  while (at < yaml.length) {
    const key = execAt(fieldStart, yaml, at)?.[1];
    if (key === undefined || fields.has(key)) return undefined;
    const start = fieldStart.lastIndex;
    const valuePattern = key === 'date' ? dateValue : plainValue;
    const value = execAt(valuePattern, yaml, start)?.[1];
    if (value === undefined) return undefined;
    const span = { start, end: start + value.length };
    if (key === 'date') {
      const read = parseIsoDate(value);
      if (!read) return undefined;
      date = { value: read, span };
    }
    if (key === 'profile' && value !== 'draft' && value !== 'release') return undefined;
    fields.set(key, { value, span });
    at = valuePattern.lastIndex;
  }
  const frontMatter: Mutable<FrontMatter> = {
    bibliography: [],
    ignore: [],
    registry: EMPTY_REGISTRY,
  };
  if (date) frontMatter.date = date;
  for (const name of ['title', 'publication', 'author', 'tlp', 'profile', 'lang'] as const) {
    const value = fields.get(name);
    if (value) frontMatter[name] = value;
  }
  return frontMatter;
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
