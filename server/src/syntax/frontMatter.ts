import { problemList, readAuthors, readLists } from './registry.ts';
import { type CheckedEntry, checkEntry, dateField, goodNode, present, textField, textsField } from './registryEntry.ts';
import type { FrontMatter, Registry } from './registryTypes.ts';
import { frontMatterSchema } from './schema.ts';
import type { Located, Span } from './span.ts';
import { readSections, type Section } from './yamlSections.ts';
import { type YamlField, type YamlNode, yamlContext } from './yamlTree.ts';

export type { FrontMatter } from './registryTypes.ts';

const listKeys = ['entities', 'references', 'sources', 'types'];

/**
 * Reads the text between the `---` lines at the top of a brief; spans count from the start of that text. Fields we do
 * not know are other programs' and pass in silence. Any text at all gives a value; mistakes are in `registry.problems`.
 */
export function readFrontMatter(yaml: string): FrontMatter {
  const problems = problemList();
  const context = yamlContext(yaml, problems.report);
  const wanted = Object.keys(frontMatterSchema.shape);
  const sections = readSections(context, (key) => wanted.includes(key) || listKeys.includes(key));
  const registry = readLists(context, sections, true);
  const fields = new Map<string, YamlField>();
  for (const section of sections) {
    const { key } = section;
    if (!key && section.value) context.report(noFields, section.value.span);
    if (!key || !wanted.includes(key.value)) continue;
    const value = nodeOf(section, key.span);
    if (fields.has(key.value))
      context.report(`"${key.value}" stands twice here, and only the first one counts. Remove one.`, key.span);
    else if (value) fields.set(key.value, { key: key.value, keySpan: key.span, value });
  }
  const span = { start: 0, end: yaml.length };
  const node: YamlNode = { kind: 'map', fields: [...fields.values()], span };
  const entry = checkEntry(yaml, { node, line: span, damaged: false }, frontMatterSchema, context.report);
  return readFields(entry ?? { node, bad: new Set() }, { ...registry, problems: problems.all() });
}

function readFields(entry: CheckedEntry, registry: Registry): FrontMatter {
  const author = goodNode(entry, 'author');
  const names = readAuthors(author).join(', ');
  return present({
    title: textField(entry, 'title'),
    date: dateField(entry, 'date'),
    publication: textField(entry, 'publication'),
    author: author && names ? { value: names, span: author.span } : undefined,
    tlp: textField(entry, 'tlp'),
    profile: textField(entry, 'profile'),
    ignore: textsField(entry, 'ignore').flatMap(splitCodes),
    registry,
  });
}

/** Of a field with a mistake of syntax, which has been reported, only a plain text is trusted. */
function nodeOf({ items, value, damaged }: Section, keySpan: Span): YamlNode | undefined {
  if (damaged) return value?.kind === 'scalar' ? value : undefined;
  if (!items) return value;
  const nodes = [...items].flatMap((item) => item.node ?? []);
  const span = { start: nodes[0]?.span.start ?? keySpan.start, end: nodes.at(-1)?.span.end ?? keySpan.end };
  return { kind: 'list', items: nodes, span };
}

const noFields =
  'Front matter is a list of fields such as "date: 2021-09-24"; this is none, so nothing is read from it.';

/** `ignore: missing-source, future-date` names two rules. */
function splitCodes(code: Located<string>): Located<string>[] {
  const exact = code.span.end - code.span.start === code.value.length;
  return [...code.value.matchAll(/[^\s,]+/g)].map((match) => {
    const start = code.span.start + match.index;
    return { value: match[0], span: exact ? { start, end: start + match[0].length } : code.span };
  });
}
