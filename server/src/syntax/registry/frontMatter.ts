import * as l10n from '@vscode/l10n';
import { runSync } from '../../base/memo/steps.ts';
import { didYouMean } from '../../base/text/didYouMean.ts';
import { quote } from '../../base/text/quote.ts';
import { type Located, slice } from '../../base/text/span.ts';
import type { CalendarDate, FrontMatter, Registry } from '../ast.ts';
import { readDeclaredDate } from '../date/declaredDate.ts';
import { readSections, type YamlSection } from '../yaml/sections.ts';
import { type RawSection, splitEntries } from '../yaml/splitEntries.ts';
import { createYamlContext, type YamlContext, type YamlNode } from '../yaml/yamlTree.ts';
import {
  type CheckedEntry,
  locatedText,
  omitUndefined,
  textField,
  textListField,
  toPlainValue,
  validNode,
} from './entryFields.ts';
import { findNearMiss } from './misspelled.ts';
import { readFrontMatterFast } from './plainFrontMatter.ts';
import { createProblemList, readAuthors, readLists } from './registry.ts';
import { frontMatterSchema } from './schema.ts';
import { checkFields } from './topLevelFields.ts';

export type { FrontMatter } from '../ast.ts';

/** What other programs call the date. */
const DATE_SYNONYMS: ReadonlySet<string> = new Set(['published', 'pubdate', 'fecha', 'datum']);

/** Fields of other programs that are almost one of ours. */
const FOREIGN_FIELDS: ReadonlySet<string> = new Set(
  'authors dates entity nocite reference source subtitle tags titles toc type'.split(' '),
);

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
  const rawSections = splitEntries(context);
  renameFields(yaml, rawSections ?? [], [...fieldNames, ...LIST_KEYS]);
  const sections = readSections(
    context,
    rawSections,
    (key) => fieldNames.includes(key) || LIST_KEYS.includes(key) || key === 'lang',
  );
  reportTypos(context, sections, [...fieldNames, ...LIST_KEYS]);
  const registry = runSync(readLists(context, sections, true));
  const entry = checkFields(context, sections, frontMatterSchema(), notFieldsMessage);
  return toFrontMatter(entry, sections, { ...registry, problems: problems.all() });
}

/** Gives fields in other capitals (`Profile`), and what other programs call the date, the names of the schema, in place. */
function renameFields(yaml: string, sections: RawSection[], names: readonly string[]): void {
  const written = new Set(sections.map(({ key }) => key?.value));
  for (const [index, section] of sections.entries()) {
    const { key } = section;
    if (!key || names.includes(key.value)) continue;
    const folded = key.value.toLowerCase();
    // Jekyll has `published: true`.
    const isDate = DATE_SYNONYMS.has(folded) && /\d/.test(slice(yaml, section.span));
    const name = names.find((one) => one.toLowerCase() === folded) ?? (isDate ? 'date' : undefined);
    if (name === undefined || written.has(name)) continue;
    written.add(name);
    sections[index] = { ...section, key: { ...key, value: name } };
  }
}

/** Fields that the schema does not name belong to other programs, unless they are almost one of its names. */
function reportTypos(context: YamlContext, sections: readonly YamlSection[], names: readonly string[]): void {
  for (const { key } of sections) {
    if (!key || names.includes(key.value) || FOREIGN_FIELDS.has(key.value.toLowerCase())) continue;
    const suggestion = findNearMiss(key.value, names);
    if (suggestion === undefined || sections.some((other) => other.key?.value === suggestion)) continue;
    const message = `${l10n.t('{0} is not a field of Briefmark.', quote(key.value))}${didYouMean(suggestion)}`;
    context.report(message, key.span, { suggestion, isLesser: true });
  }
}

function toFrontMatter(entry: CheckedEntry, sections: readonly YamlSection[], registry: Registry): FrontMatter {
  const author = validNode(entry, 'author');
  const names = readAuthors(author).join(', ');
  return omitUndefined({
    title: textField(entry, 'title'),
    date: declaredDate(validNode(entry, 'date')),
    lang: languageOf(sections),
    publication: textField(entry, 'publication'),
    author: author && names ? { value: names, span: author.span } : undefined,
    tlp: textField(entry, 'tlp'),
    profile: textField(entry, 'profile'),
    bibliography: textListField(entry, 'bibliography'),
    ignore: textListField(entry, 'ignore').flatMap(splitRuleCodes),
    registry,
  });
}

function declaredDate(node: YamlNode | undefined): Located<CalendarDate> | undefined {
  const date = node && readDeclaredDate(toPlainValue(node)).date;
  return node && date ? { value: date, span: node.span } : undefined;
}

/** The language of Quarto and Pandoc; whatever else other programs keep in `lang` is ignored. */
function languageOf(sections: readonly YamlSection[]): Located<string> | undefined {
  const value = sections.find(({ key }) => key?.value === 'lang')?.value;
  return value?.kind === 'scalar' ? locatedText(value) : undefined;
}

const notFieldsMessage = l10n.t('This is not a field. Write front matter as fields, such as “date: 2021-09-24”.');

/** `ignore: missing-source, future-date` names two rules. */
function splitRuleCodes(code: Located<string>): Located<string>[] {
  const isVerbatim = code.span.end - code.span.start === code.value.length;
  return [...code.value.matchAll(/[^\s,]+/g)].map((match) => {
    const start = code.span.start + match.index;
    return { value: match[0], span: isVerbatim ? { start, end: start + match[0].length } : code.span };
  });
}
