import * as l10n from '@vscode/l10n';
import { atOnce } from '../../base/memo/steps.ts';
import type { Located } from '../../base/text/span.ts';
import type { FrontMatter, Registry } from '../ast.ts';
import { readSections } from '../yaml/sections.ts';
import { cutText } from '../yaml/splitEntries.ts';
import { yamlContext } from '../yaml/yamlTree.ts';
import { type CheckedEntry, dateField, goodNode, present, textField, textsField } from './entryFields.ts';
import { readPlainFrontMatter } from './plainFrontMatter.ts';
import { problemList, readAuthors, readLists } from './registry.ts';
import { frontMatterSchema } from './schema.ts';
import { checkFields } from './topLevelFields.ts';

export type { FrontMatter } from '../ast.ts';

const listKeys = ['entities', 'references', 'sources', 'types'];

/**
 * Reads the text between the `---` lines at the top of a brief; spans count from the start of that text. Fields we do
 * not know are other programs' and pass in silence. Any text at all gives a value; mistakes are in `registry.problems`.
 */
export function readFrontMatter(yaml: string): FrontMatter {
  return readPlainFrontMatter(yaml) ?? readAnyFrontMatter(yaml);
}

function readAnyFrontMatter(yaml: string): FrontMatter {
  const problems = problemList();
  const context = yamlContext(yaml, problems.report);
  const wanted = Object.keys(frontMatterSchema().shape);
  const sections = readSections(context, cutText(context), (key) => wanted.includes(key) || listKeys.includes(key));
  const registry = atOnce(readLists(context, sections, true));
  const entry = checkFields(context, sections, frontMatterSchema(), noFields);
  return readFields(entry, { ...registry, problems: problems.all() });
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

const noFields = l10n.t(
  'Front matter is a list of fields such as "date: 2021-09-24"; this is none, so nothing is read from it.',
);

/** `ignore: missing-source, future-date` names two rules. */
function splitCodes(code: Located<string>): Located<string>[] {
  const exact = code.span.end - code.span.start === code.value.length;
  return [...code.value.matchAll(/[^\s,]+/g)].map((match) => {
    const start = code.span.start + match.index;
    return { value: match[0], span: exact ? { start, end: start + match[0].length } : code.span };
  });
}
