import fc from 'fast-check';
import { expect } from 'vitest';
import { buildOutline, type OutlineItem } from '../../../../server/src/features/outline/outline.ts';
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
