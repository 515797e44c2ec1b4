import { expect, test } from 'vitest';
import { buildTimeline } from '../../../../server/src/features/views/timeline.ts';
import type { PictureRange } from '../../../../server/src/protocol/pictures.ts';
import { contextOf } from './support.ts';

const CASEBOOK = `
  --- north/a.brief
  ---
  date: 2021-09-24
  ---

  Convoys left Termez on 3 September 2021, people there said (, September 22). Others waited (TASS, September 6).

  It began when [the bridge](place:bridge) closed on August 15, 2021 \`May 1, 2020\`; section 1.2.10 says so (Reuters,
  March 31). The fees rose on February 30, 2021 (TASS, September 6; [TASS](src:tass-1)).

  He said so twice (Author’s interview, Kyiv, May 3, 2021) (The Port Paper, accessed May 4, 2021).
  --- north/b.brief
  Nothing is dated (, May 2), but [this](src:tass-1) is.
  --- c.brief
  It closed on 1 May 2020.
  --- entities.yaml
  entities:
    - { id: tass, type: media, name: TASS Agency, aliases: [TASS] }
  --- sources.yaml
  references:
    - { id: tass-1, title: Convoys, container-title: TASS, issued: 2021-09-06 }
`;

async function show(within: PictureRange): Promise<string[]> {
  const { items, undated } = await buildTimeline(within, contextOf(CASEBOOK));
  return [
    ...items.map(({ kind, date, title, detail, state, count, locations }) => {
      const day = [date.year, date.month, date.day].filter((part) => part !== undefined).join('-');
      const lines = locations.map(({ uri, range }) => `${uri.replace(/.*\//, '')}:${range.start.line + 1}`);
      return [day, kind, title, detail, state ?? '', count, lines.join(' ')].join(' | ');
    }),
    `undated ${undated}`,
  ];
}

test('the dated things of a folder, each report once', async () => {
  expect(await show({ rangeKind: 'folder', uri: 'file:///north/b.brief' })).toEqual([
    '2021-3-31 | report | Reuters |  | unknown | 1 | a.brief:7',
    '2021-5-3 | report | Author’s interview, Kyiv |  |  | 1 | a.brief:10',
    '2021-8-15 | event | It began when the bridge closed on August 15, 2021 `May 1, 2020`; section 1.2.10 says so (Reuters, March 31). | a.brief |  | 1 | a.brief:7',
    '2021-9-3 | event | Convoys left Termez on 3 September 2021, people there said (, September 22). | a.brief |  | 1 | a.brief:5',
    '2021-9-6 | report | Convoys | TASS Agency |  | 4 | a.brief:5 a.brief:8 a.brief:8 b.brief:1',
    '2021-9-22 | report |  |  | missing | 1 | a.brief:5',
    '2021-9-24 | brief | a.brief |  |  | 1 | a.brief:1',
    'undated 2',
  ]);
});

test('of one brief, and of all', async () => {
  expect(await show({ rangeKind: 'brief', uri: 'file:///c.brief' })).toEqual([
    '2020-5-1 | event | It closed on 1 May 2020. | c.brief |  | 1 | c.brief:1',
    'undated 0',
  ]);
  expect(await show({ rangeKind: 'workspace' })).toHaveLength(9);
  expect(await show({ rangeKind: 'brief', uri: 'file:///gone.brief' })).toEqual(['undated 0']);
});

test('days without a year have the year that the date of the brief gives them, and nothing else has one', async () => {
  const prose = 'On February 27 they came. (August 12–20) It closed on November 3. A vote is scheduled for November 5.';
  const show = async (fixture: string) => {
    const { items } = await buildTimeline({ rangeKind: 'workspace' }, contextOf(fixture));
    return items
      .filter(({ kind }) => kind === 'event')
      .map(({ date, isYearInferred, title }) => `${date.year}-${date.month}-${date.day} ${isYearInferred} ${title}`);
  };
  expect(await show(`--- a.brief\n---\ndate: 2021-09-24\n---\n\n${prose} In May 20 men left (TASS, May 3).\n`)).toEqual(
    [
      '2020-11-3 true (August 12–20) It closed on November 3.',
      '2021-2-27 true On February 27 they came.',
      '2021-8-12 true (August 12–20) It closed on November 3.',
      '2021-11-5 true A vote is scheduled for November 5.',
    ],
  );
  expect(await show(`--- a.brief\n${prose}\n`)).toEqual([]);
});
