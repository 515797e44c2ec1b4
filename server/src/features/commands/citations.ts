import { isValidId } from '../../base/text/validId.ts';
import type { ReportSummary } from '../../protocol/commands.ts';
import type { Brief, SourceEntry } from '../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import type { CitationForm } from '../../syntax/citation/citationForm.ts';
import { CITATION_FORMS, formOf } from '../../syntax/citation/forms/index.ts';
import { parenthesis } from '../../syntax/citation/forms/parenthesis.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import { citationHabitsOf, sortByRelevance, sourcesOf } from '../completion/sources.ts';
import { isPosition, isString } from './argument.ts';
import { createBriefCommand } from './command.ts';

/** Where a citation is inserted, and the text around it. */
interface InsertionPoint {
  readonly offset: number;
  readonly prefix: string;
  readonly suffix: string;
  /** The form of the group. */
  readonly form: CitationForm;
}

/** The reports that can be cited at a position, most likely first, with the text to insert for each. */
export const citations = createBriefCommand(
  'briefmark.server.citations',
  { uri: isString, position: isPosition },
  ({ position }, { brief, document, scope }) => {
    const { offset, prefix, suffix, form } = insertionPointAt(brief, document.offsetAt(position));
    const forms = CITATION_FORMS.filter(({ brackets }) => brackets === form.brackets);
    const inWords = forms.find(({ idRole }) => !idRole);
    const withId = forms.find(({ idRole }) => idRole);
    const date = briefDateOf(brief)?.value;
    const choices = sortByRelevance(sourcesOf(scope).values(), citationHabitsOf(brief, scope))
      .filter(({ entry }) => isValidId(entry.id.value))
      .flatMap(({ entry }) => {
        const words = inWords?.write(entry, date, '');
        const tag = withId?.write(entry, date, '');
        if (tag === undefined) return [];
        return {
          ...toReportSummary(entry),
          ...(words && { plainText: prefix + words + suffix }),
          taggedText: prefix + tag + suffix,
        };
      });
    return { version: document.version, at: document.positionAt(offset), choices };
  },
);

/** In a citation group, after the item the cursor touches; in empty parentheses; otherwise new parentheses. */
function insertionPointAt(brief: Brief, offset: number): InsertionPoint {
  const index = blockIndexAt(brief, offset);
  const blockStart = brief.starts[index] ?? 0;
  const offsetInBlock = offset - blockStart;
  const items = (brief.blocks[index]?.citations ?? []).filter(
    ({ group }) => group.start < offsetInBlock && offsetInBlock < group.end,
  );
  const [first] = items;
  // A source tag in running prose is a group without brackets, so no item can be added to it.
  if (first && /[([]/.test(brief.text.charAt(blockStart + first.group.start)) && first.span.start > first.group.start) {
    const item = items.findLast(({ span }) => span.start <= offsetInBlock) ?? first;
    return { offset: blockStart + item.span.end, prefix: '; ', suffix: '', form: formOf(first) };
  }
  const [left, right] = [brief.text.charAt(offset - 1), brief.text.charAt(offset)];
  if (left === '(' && right === ')') return { offset, prefix: '', suffix: '', form: parenthesis };
  const space = left === '' || /[\s(]/.test(left) ? '' : ' ';
  return { offset, prefix: `${space}(`, suffix: ')', form: parenthesis };
}

function toReportSummary({ id, outlet, title, authors, issued }: SourceEntry): ReportSummary {
  return {
    id: id.value,
    outlet: outlet?.value ?? authors[0] ?? id.value,
    title: title ?? '',
    date: issued ? formatDateForDisplay(issued.value) : '',
  };
}
