import { expect, test } from 'vitest';
import { lensEntries, usageOf } from '../../../../server/src/features/annotations/codeLens.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

/** Briefs and a registry, the last file → what stands above its entries, and at which places a click shows it. */
function check(name: string, fixture: string, expected: readonly string[]): void {
  test(name, () => {
    const parsed = parseFixture(fixture);
    const workspace = workspaceOf(parsed);
    const file = parsed.files.at(-1)!;
    const lenses = lensEntries(workspace.registries.get(file.uri)!).map((entry) => {
      const { title, occurrences } = usageOf(workspace, entry);
      const shown = occurrences.map(({ uri, span }) => {
        const { name, text } = parsed.files.find((file) => file.uri === uri)!;
        return `${name} “${text.slice(span.start, span.end)}”`;
      });
      return [`${file.text.slice(entry.span.start, entry.span.end)}: ${title}`, ...shown].join('; ');
    });
    expect(lenses).toEqual(expected);
    const closed = workspaceOf(parsed, '');
    const titles = lensEntries(closed.registries.get(file.uri)!).map((entry) => usageOf(closed, entry).title);
    expect(titles).toEqual(expected.map((line) => /: ([^;]*)/.exec(line)![1]));
  });
}

const BRIEFS = `
  --- a.brief
  It left (TASS, May 3, 2021) and [again](src:tass-1) [@tass-1].
  --- b.brief
  So said [it](src:tass-1) and [them](src:two).
`;

check(
  'sources: tags, keys and citations in words, in how many briefs',
  `${BRIEFS}
  --- sources.yaml
  references:
    - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
    - { id: two }
    - { id: three }
  `,
  [
    'tass-1: cited 4 times in 2 briefs; a.brief “TASS, May 3, 2021”; a.brief “[again](src:tass-1)”; a.brief “@tass-1”; b.brief “[it](src:tass-1)”',
    'two: cited once; b.brief “[them](src:two)”',
    'three: never cited',
  ],
);

check(
  'entities: tags and names; an outlet, for how many sources; part_of is shown but does not count',
  `
  --- a.brief
  ISKP and [them](group:iskp). Kabul.
  --- b.brief
  ISKP.
  --- sources.yaml
  references:
    - { id: a, container-title: TASS }
    - { id: b, container-title: TASS }
  --- entities.yaml
  entities:
    - { id: iskp, type: group, name: ISKP }
    - { id: kabul, type: place, name: Kabul, part_of: nowhere }
    - { id: tass, type: media, name: TASS }
    - { id: nowhere, type: place, name: Nowhere }
  `,
  [
    'iskp: 3 mentions in 2 briefs; a.brief “[them](group:iskp)”; a.brief “ISKP”; b.brief “ISKP”',
    'kabul: 1 mention; a.brief “Kabul”',
    'tass: outlet of 2 sources; sources.yaml “TASS”; sources.yaml “TASS”',
    'nowhere: never mentioned; entities.yaml “nowhere”',
  ],
);

check(
  'sources: in notes, links and source lines',
  `
  --- a.brief
  It slept.[^1] It woke.[^1] As [one](https://example.org/a/b) says, it ate.

  [^1]: TASS, May 3, 2021.
  [^2]: Ibid.

  Source: TASS, 3 May 2021
  --- sources.yaml
  references:
    - { id: tass-1, container-title: TASS, issued: 2021-05-03, URL: "https://example.org/a/b" }
  `,
  [
    'tass-1: cited 4 times, 2 markers; a.brief “[one](https://example.org/a/b)”; a.brief “[^1]”; a.brief “[^1]”; a.brief “TASS, May 3, 2021.”; a.brief “Ibid.”; a.brief “TASS, 3 May 2021”',
  ],
);
