import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildOutline, MAX_ROWS, type OutlineItem } from '../../../../server/src/features/outline/outline.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../../support/arbitraries.ts';

const piece = fc.constantFrom(
  '# One\n',
  '## Two\n',
  '\n',
  'Lone line\n\n',
  'Prose [x](group:y) (, May 3; TASS, May 4).\n',
  '---\n',
  '[@a; @b]',
);

testProperty(
  'rows lie inside their parents, and selections inside rows',
  fc.array(piece, { maxLength: 30 }),
  (pieces) => {
    const text = pieces.join('');
    const checkInside = (items: readonly OutlineItem[], start: number, end: number): void => {
      for (const { span, selection, children } of items) {
        expect(span.start >= start && span.end <= end && span.start <= span.end).toBe(true);
        expect(selection.start >= span.start && selection.end <= span.end).toBe(true);
        checkInside(children, span.start, span.end);
      }
    };
    checkInside(buildOutline(readBrief(text), createScope([])), 0, text.length);
  },
);

const known = createScope([
  {
    uri: 'file:///e.yaml',
    registry: readRegistry('entities:\n- { id: is, type: group, name: Islamic State, aliases: [IS, is a] }\n'),
  },
]);

testProperty(
  'after edits, the outline equals that of the text read from scratch',
  briefText(),
  randomEdit,
  randomEdit,
  (text, one, other) => {
    let brief = readBrief(text);
    buildOutline(brief, known);
    for (const edit of [one, other]) {
      const after = applyRandomEdit(brief.text, edit);
      brief = updateBrief(brief, after.text, after.edit);
      expect(buildOutline(brief, known)).toEqual(buildOutline(readBrief(after.text), known));
    }
  },
);

describe('what a very long outline leaves out', () => {
  const section = (index: number, body: string) => `# ${index}\n\n${body}\n\n`;
  const brief = (sections: number, body: string) =>
    readBrief(Array.from({ length: sections }, (_, index) => section(index, body)).join(''));
  const rows = (items: readonly OutlineItem[]): OutlineItem[] =>
    items.flatMap((item) => [item, ...rows(item.children)]);
  const kinds = (items: readonly OutlineItem[]) => [...new Set(rows(items).map(({ kind }) => kind))];
  const scope = createScope([]);
  const body = 'Of [x](group:x) (TASS, May 3) and [y](group:y) (, May 4; TASS, May 5).';

  test('nothing while everything fits', () => {
    const found = buildOutline(brief(MAX_ROWS / 10, body), scope);
    expect(kinds(found)).toEqual(['section', 'citation', 'missing', 'entity']);
  });

  test('names first', () => {
    const found = buildOutline(brief(MAX_ROWS / 5, body), scope);
    expect(found[0]).toMatchObject({ kind: 'note', name: 'Names are not listed', span: { start: 0, end: 0 } });
    expect(kinds(found)).toEqual(['note', 'section', 'citation', 'missing']);
  });

  test('then sources that are not missing, then missing ones beyond the limit', () => {
    const found = buildOutline(brief(MAX_ROWS / 4, body), scope);
    expect(found[0]!.name).toBe('Only headings and missing sources are listed');
    const all = rows(found.slice(1));
    expect(all.length).toBeLessThanOrEqual(MAX_ROWS);
    expect(found).toHaveLength(1 + MAX_ROWS / 4);
    expect(new Set(found.slice(1).flatMap(({ children }) => children.map(({ kind }) => kind)))).toEqual(
      new Set(['missing']),
    );
  });

  test('then headings', () => {
    const found = buildOutline(brief(MAX_ROWS + 1, '(, May 4)'), scope);
    expect(found[0]!.name).toBe(`Only the first ${MAX_ROWS} headings are listed`);
    expect(found).toHaveLength(1 + MAX_ROWS);
    expect(kinds(found)).toEqual(['note', 'section']);
  });
});
