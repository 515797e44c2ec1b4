import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type Located, type Span, slice } from '../../../server/src/base/text/span.ts';
import type { Block, Brief, Citation } from '../../../server/src/syntax/ast.ts';
import {
  blockIndexAt,
  briefDateOf,
  readBrief,
  sectionsOf,
  stripTags,
  unclosedFrontMatter,
  updateBrief,
} from '../../../server/src/syntax/brief/brief.ts';
import { formOf } from '../../../server/src/syntax/citation/forms/index.ts';

import { applyRandomEdit, briefText, notedText, randomEdit, testProperty } from '../support/arbitraries.ts';

const anyText = fc.oneof(briefText(), notedText());

describe('reading', () => {
  testProperty('never fails, and the blocks tile the text', anyText, (text) => {
    const { blocks, starts } = readBrief(text);
    let end = 0;
    for (const [index, block] of blocks.entries()) {
      expect(starts[index]).toBe(end);
      expect(block.length).toBeGreaterThan(0);
      end += block.length;
    }
    expect(end).toBe(text.length);
  });

  testProperty('spans lie in their block and point at what they say', anyText, (text) => {
    const { blocks, starts } = readBrief(text);
    for (const [index, block] of blocks.entries()) {
      const start = starts[index]!;
      checkBlock(text.slice(start, start + block.length), block);
    }
  });

  testProperty('what follows from a brief lies in it', anyText, (text) => {
    const brief = readBrief(text);
    const whole = { start: 0, end: text.length };
    const date = briefDateOf(brief);
    if (date) expectInside(date.span, whole);
    const unclosed = unclosedFrontMatter(brief);
    if (unclosed) expect(slice(text, unclosed)).toBe('---');
    let before = 0;
    for (const { title, level, span } of sectionsOf(brief)) {
      expectInside(span, whole);
      expectInside(title.span, span);
      expect(level).toBeGreaterThanOrEqual(1);
      expect(level).toBeLessThanOrEqual(6);
      expect(span.start).toBeGreaterThanOrEqual(before);
      before = span.start;
    }
  });

  testProperty('sections nest or lie side by side', anyText, (text) => {
    const open: Span[] = [];
    for (const { span } of sectionsOf(readBrief(text))) {
      while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop();
      if (open.length > 0) expectInside(span, open.at(-1)!);
      open.push(span);
    }
  });
});

function checkBlock(text: string, { content, atoms, groups, citations, date, ignores, frontMatter }: Block): void {
  const whole = { start: 0, end: text.length };
  const located = ({ value, span }: Located<string>, outer: Span) => {
    expect(slice(text, span)).toBe(value);
    expectInside(span, outer);
  };
  expectInside(content, whole);
  expectInOrder(atoms);
  for (const atom of atoms) {
    expectInside(atom, whole);
    const words = slice(text, atom);
    if (atom.kind === 'tag') {
      for (const part of [atom.surface, atom.type, atom.id]) located(part, atom);
      expect(words).toMatch(/^\[[^\n]*\]\(<?[^:]+:[^\n]*\)$/u);
      expect(atom.surface.span.end).toBeLessThan(atom.type.span.start);
      expect(atom.type.span.end).toBe(atom.id.span.start - 1);
    } else if (atom.kind === 'link') {
      expectInside(atom.text, atom);
      located(atom.target, atom);
    } else {
      expect(words).toMatch({ code: /^`[\s\S]*`$/, comment: /^<!--[\s\S]*-->$/, citation: /^\[[\s\S]*\]$/ }[atom.kind]);
    }
  }
  expectInOrder(groups);
  for (const group of groups) {
    expect(slice(text, group)).toMatch(/^\([\s\S]*\)$/);
    expectInside(group, content);
    if (group.content) expectInside(group.content, group);
  }
  for (const [index, citation] of citations.entries()) {
    expect(citation.span.start).toBeGreaterThanOrEqual(citations[index - 1]?.span.start ?? 0);
    checkCitation(text, citation, content, located);
  }
  if (date) expectInside(date.span, content);
  for (const code of ignores.flatMap(({ codes }) => codes)) located(code, content);
  for (const code of frontMatter?.ignore ?? []) expectInside(code.span, content);
}

function checkCitation(
  text: string,
  citation: Citation,
  content: Span,
  located: (value: Located<string>, outer: Span) => void,
): void {
  const { span, group, id, source, when, locator, formErrors: slips } = citation;
  expectInside(group, content);
  expectInside(span, group);
  expect(slice(text, span).trim()).toBe(slice(text, span));
  expect(span.end).toBeGreaterThan(span.start);
  if (!citation.isRepeat) {
    expect(id !== undefined).toBe(formOf(citation).idRole !== undefined);
    if (id) located(id, span);
  }
  if (locator) located(locator, span);
  if (source) {
    expectInside(source, group);
    for (const part of [source.place, source.abbreviation]) if (part) expectInside(part, span);
  }
  if (when) {
    expectInside(when.span, group);
    expectInOrder(when.dates.map((date) => date.span));
    for (const date of when.dates) expectInside(date.span, when.span);
    if (when.strayStop) expect(slice(text, when.strayStop)).toBe('.');
    if (!citation.isRepeat) expect(slice(text, when.span)).toMatch(/\d|\p{L}/u);
  }
  for (const slip of slips) expectInside(slip.at, span);
}

function expectInside({ start, end }: Span, outer: Span): void {
  expect(start).toBeLessThanOrEqual(end);
  expect(start).toBeGreaterThanOrEqual(outer.start);
  expect(end).toBeLessThanOrEqual(outer.end);
}

function expectInOrder(spans: readonly Span[]): void {
  for (const [index, { start }] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.start ?? 0);
}

describe('notes', () => {
  testProperty('belong to their markers, and the markers to their notes, in order of position', notedText(), (text) => {
    const {
      notes: { lists, markers, orphans },
    } = readBrief(text);
    const whole = { start: 0, end: text.length };
    expectInOrder(markers.map(({ span }) => span));
    expectInOrder(orphans.map(({ span }) => span));
    for (const marker of [...markers, ...orphans]) {
      expectInside(marker.span, whole);
      for (const note of marker.notes) expect(note.markers).toContain(marker);
    }
    for (const { notes, span } of lists) {
      expectInOrder(notes.map((note) => note.span));
      for (const note of notes) {
        expectInside(note.span, span);
        expectInside(note.number, note.span);
        expectInside(note.content, note.span);
        for (const marker of note.markers) expect(marker.notes).toContain(note);
      }
    }
  });
});

describe('stripping tags', () => {
  const words = fc.constantFrom(
    'The',
    'governor',
    '(ISKP)',
    'IS',
    'Кабул',
    '喀布尔',
    '𝔘',
    'said,',
    'left.',
    'e\u0301',
    '(TASS, May 3)',
    '*so*',
  );
  const space = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\r\n\r\n', '\n# ', '\u00a0');
  const target = fc.constantFrom('group:is', 'person:a-b', 'src:tass-1', 'place:喀布尔', 'grup:iskp', 'org:');
  const part = fc.tuple(words, space, fc.option(target));

  testProperty('gives the prose back into which they were put', fc.array(part, { maxLength: 40 }), (parts) => {
    const prose = parts.map(([word, blank]) => word + blank).join('');
    const tagged = parts.map(([word, blank, tag]) => (tag ? `[${word}](${tag})` : word) + blank).join('');
    expect(stripTags(readBrief(tagged))).toBe(prose);
  });

  testProperty('leaves no tag and changes nothing else', briefText(), (text) => {
    const brief = readBrief(text);
    const tags = brief.blocks.flatMap(({ atoms }) => atoms.filter(({ kind }) => kind === 'tag'));
    if (tags.length === 0) expect(stripTags(brief)).toBe(text);
  });
});

describe('an updated brief', () => {
  const texts = fc.oneof(briefText(40), notedText(40));
  testProperty(
    'equals one read from scratch',
    texts,
    fc.array(randomEdit, { minLength: 1, maxLength: 6 }),
    (text, changes) => {
      let brief = readBrief(text);
      for (const one of changes) {
        const { text: after, edit } = applyRandomEdit(brief.text, one);
        const updated = updateBrief(brief, after, edit);
        expect(updated).toEqual(readBrief(after));
        expectKept(brief, updated, edit);
        brief = updated;
      }
    },
  );
});

/** Blocks with the same text at the same place, outside the edit, are the same objects, unless the rest of the brief says something else of them. */
function expectKept(before: Brief, after: Brief, edit: Span & { newLength: number }): void {
  const moved = after.text.length - before.text.length;
  for (const [index, block] of after.blocks.entries()) {
    const start = after.starts[index]!;
    const beforeEdit = start + block.length <= edit.start;
    if (!beforeEdit && start < edit.start + edit.newLength) continue;
    const was = beforeEdit ? start : start - moved;
    const old = blockIndexAt(before, was);
    if (before.starts[old] !== was || before.blocks[old]!.length !== block.length) continue;
    if ((old === 0) !== (index === 0)) continue;
    expect(after.ownBlocks[index]).toBe(before.ownBlocks[old]);
    // Repetitions and markers hold what they refer to, which may have been read again.
    if (block.markers.length > 0 || block.citations.some(({ isRepeat }) => isRepeat)) continue;
    if (isDeepStrictEqual(block, before.blocks[old])) expect(block).toBe(before.blocks[old]);
  }
}
