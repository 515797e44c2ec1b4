import * as l10n from '@vscode/l10n';
import { runSync } from '../../base/memo/steps.ts';
import type { Located } from '../../base/text/span.ts';
import type { CalendarDate, FrontMatter, Registry } from '../ast.ts';
import { readDeclaredDate } from '../date/declaredDate.ts';
import { readSections, type YamlSection } from '../yaml/sections.ts';
import { splitEntries } from '../yaml/splitEntries.ts';
import { createYamlContext, type YamlNode } from '../yaml/yamlTree.ts';
import {
  type CheckedEntry,
  locatedText,
  omitUndefined,
  textField,
  textListField,
  toPlainValue,
  validNode,
} from './entryFields.ts';
import { readFrontMatterFast } from './plainFrontMatter.ts';
import { createProblemList, readAuthors, readLists } from './registry.ts';
import { frontMatterSchema } from './schema.ts';
import { checkFields } from './topLevelFields.ts';

export type { FrontMatter } from '../ast.ts';

/** The date of a brief in the fields of other programs, where it has no `date`. */
const OTHER_DATE_KEYS = ['Date', 'published', 'pubDate'];
/** Fields of other programs: what is wrong with them is not reported. */
const OTHER_KEYS = [...OTHER_DATE_KEYS, 'lang'];
const LIST_KEYS = ['entities', 'references', 'sources', 'types'];

/**
 * Reads the text between the `---` lines at the start of a brief; spans are relative to the start of that text. Unknown
 * fields belong to other programs and are ignored. Any text gives a value; what is wrong is in `registry.problems`.
 */
export function readFrontMatter(yaml: string): FrontMatter {
  return readFrontMatterFast(yaml) ?? readYamlFrontMatter(yaml);
}

function readYamlFrontMatter(yaml: string): FrontMatter {
  const problems = createProblemList();
  const context = createYamlContext(yaml, problems.report);
  const fieldNames = Object.keys(frontMatterSchema().shape);
  const sections = readSections(
    context,
    splitEntries(context),
    (key) => fieldNames.includes(key) || LIST_KEYS.includes(key) || OTHER_KEYS.includes(key),
  );
  const registry = runSync(readLists(context, sections, true));
  const entry = checkFields(context, sections, frontMatterSchema(), notFieldsMessage);
  return toFrontMatter(entry, sections, { ...registry, problems: problems.all() });
}

function toFrontMatter(entry: CheckedEntry, sections: readonly YamlSection[], registry: Registry): FrontMatter {
  const author = validNode(entry, 'author');
  const names = readAuthors(author).join(', ');
  return omitUndefined({
    title: textField(entry, 'title'),
    date: declaredDate(validNode(entry, 'date')) ?? otherDate(sections),
    lang: locatedText(scalarOf(sections, 'lang')),
    publication: textField(entry, 'publication'),
    author: author && names ? { value: names, span: author.span } : undefined,
    tlp: textField(entry, 'tlp'),
    profile: textField(entry, 'profile'),
    ignore: textListField(entry, 'ignore').flatMap(splitRuleCodes),
    registry,
  });
}

function declaredDate(node: YamlNode | undefined): Located<CalendarDate> | undefined {
  const date = node && readDeclaredDate(toPlainValue(node)).date;
  return node && date ? { value: date, span: node.span } : undefined;
}

function otherDate(sections: readonly YamlSection[]): Located<CalendarDate> | undefined {
  for (const key of OTHER_DATE_KEYS) {
    const date = declaredDate(scalarOf(sections, key));
    if (date) return date;
  }
  return undefined;
}

function scalarOf(sections: readonly YamlSection[], name: string): YamlNode | undefined {
  const value = sections.find(({ key }) => key?.value === name)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

const notFieldsMessage = l10n.t(
  'Front matter is a list of fields such as "date: 2021-09-24"; this is none, so nothing is read from it.',
);

/** `ignore: missing-source, future-date` names two rules. */
function splitRuleCodes(code: Located<string>): Located<string>[] {
  const isVerbatim = code.span.end - code.span.start === code.value.length;
  return [...code.value.matchAll(/[^\s,]+/g)].map((match) => {
    const start = code.span.start + match.index;
    return { value: match[0], span: isVerbatim ? { start, end: start + match[0].length } : code.span };
  });
}
