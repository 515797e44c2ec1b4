import * as l10n from '@vscode/l10n';
import { runSync } from '../../base/memo/steps.ts';
import type { Located } from '../../base/text/span.ts';
import type { FrontMatter, Registry } from '../ast.ts';
import { readSections } from '../yaml/sections.ts';
import { splitEntries } from '../yaml/splitEntries.ts';
import { createYamlContext } from '../yaml/yamlTree.ts';
import { type CheckedEntry, dateField, omitUndefined, textField, textListField, validNode } from './entryFields.ts';
import { readFrontMatterFast } from './plainFrontMatter.ts';
import { createProblemList, readAuthors, readLists } from './registry.ts';
import { frontMatterSchema } from './schema.ts';
import { checkFields } from './topLevelFields.ts';

export type { FrontMatter } from '../ast.ts';

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
    (key) => fieldNames.includes(key) || LIST_KEYS.includes(key),
  );
  const registry = runSync(readLists(context, sections, true));
  const entry = checkFields(context, sections, frontMatterSchema(), notFieldsMessage);
  return toFrontMatter(entry, { ...registry, problems: problems.all() });
}

function toFrontMatter(entry: CheckedEntry, registry: Registry): FrontMatter {
  const author = validNode(entry, 'author');
  const names = readAuthors(author).join(', ');
  return omitUndefined({
    title: textField(entry, 'title'),
    date: dateField(entry, 'date'),
    publication: textField(entry, 'publication'),
    author: author && names ? { value: names, span: author.span } : undefined,
    tlp: textField(entry, 'tlp'),
    profile: textField(entry, 'profile'),
    ignore: textListField(entry, 'ignore').flatMap(splitRuleCodes),
    registry,
  });
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
