import { expect, test } from 'vitest';
import { briefFolds, type Fold, registryFolds } from '../../../../server/src/features/structure/folding.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';

/** A text whose lines begin with `kind>` where a fold begins, and with `<` where one ends (`<<` two), before a bar. */
function check(name: string, drawn: string, read: (text: string) => Fold[]): void {
  test(name, () => {
    const lines = drawn.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
    const texts = lines.map((line) => line.slice(line.indexOf('|') + 1));
    const folds = read(`${texts.join('\n')}\n`);
    const shown = texts.map((text, index) => {
      const begins = folds.filter(({ startLine }) => startLine === index).map(({ kind }) => `${kind}>`);
      const ends = folds.filter(({ endLine }) => endLine === index).map(() => '<');
      return `${[...begins, ...ends].join('')}|${text}`;
    });
    expect(shown).toEqual(lines.map((line) => line.trimStart()));
  });
}

const brief = (text: string) => briefFolds(readBrief(text));
const registry = (text: string) => registryFolds(text, readRegistry(text));

check(
  'front matter with lists and entries in it, sections in sections, without the blank lines after them',
  `
  front matter>|---
               |title: A
          list>|sources:
         entry>|  - id: a
             <<|    type: post
               |date: 2021-05-05
              <|---
               |
               |Before.
               |
       section>|# One
               |
               |Words.
               |
       section>|## Two
               |
               |Words
             <<|and words.
               |
               |
       section>|# Three
               |
              <|End.
               |
               |# Four
  `,
  brief,
);

check(
  'headings without marks; comments, one or several in a row',
  `
    section>|Heading
            |
            |Words. Words that go on.
            |
    comment>|<!-- One
           <|of two lines -->
            |
            |Words (TASS, May 3).
            |
    comment>|<!-- brief-ignore missing-source -->
            |
          <<|<!-- Two -->
  `,
  brief,
);

check(
  'registries: lists, entries, comments',
  `
    comment>|# About
           <|# this file.
            |
       list>|references:
    comment>|  # The first
           <|  # ones
      entry>|  - id: a
            |    custom:
           <|      reliability: A
            |  # One comment
            |  - { id: b, title: One line }
      entry>|  - id: c
            |
          <<|    title: C
            |
            |# The next
       list>|types:
           <|  - { id: x, name: X }
  `,
  registry,
);

check(
  'registries: an entry somebody is writing does not disturb the others',
  `
       list>|entities:
            |  - id:
      entry>|  - id: b
            |    type: person
          <<|    name: "unclosed
  `,
  registry,
);

check(
  'lists of notes',
  `
               |It slept.[^1] It woke.[^2]
               |
         notes>|[^1]: TASS, May 3.
               |[^2]: Reuters,
              <|May 4.
               |
  `,
  brief,
);
check(
  'a list of notes under its heading',
  `
       section>|# One
               |
              <|It slept.[1] It woke.[2]
               |
       section>|# Notes
               |
         notes>|1. TASS, May 3.
               |
             <<|2. Reuters, May 4.
  `,
  brief,
);
