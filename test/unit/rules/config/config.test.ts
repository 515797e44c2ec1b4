import { expect, test } from 'vitest';
import { readConfig } from '../../../../server/src/rules/config/config.ts';

const WHOLE = `# How we work.
profile: release
rules: { missing-source: off, unknown-source: { draft: hint, release: error } }
exclude: [drafts/, "*.old.brief"]
include: [reports/**/*.md, notes/]
tradecraft: { scale: PHIA, publications: [Casebook Bulletin, 1984] }
style: { dates: 5 September, citationOrder: oldest first }
`;

test('all settings', () => {
  expect(readConfig(WHOLE)).toMatchObject({
    checks: {
      profile: 'release',
      rules: { 'missing-source': 'off', 'unknown-source': { draft: 'hint', release: 'error' } },
      scale: 'PHIA',
      publications: ['Casebook Bulletin', '1984'],
      dates: '5 September',
      citationOrder: 'oldest first',
    },
    exclude: ['drafts/', '*.old.brief'],
    include: ['reports/**/*.md', 'notes/'],
    registry: { problems: [], entities: [], declaresSources: false },
  });
});

test('in lines, in CRLF, with a byte order mark, as JSON', () => {
  const lines = `\ufeffstyle:\n  dates: 2021-09-05\nexclude:\n- old/\nrules:\n  missing-source:\n    release: warning\n`;
  const json =
    '{"style": {"dates": "2021-09-05"}, "exclude": "old/", "rules": {"missing-source": {"release": "warning"}}}';
  for (const text of [lines, lines.replaceAll('\n', '\r\n'), json]) {
    const { checks, exclude, registry } = readConfig(text);
    expect(registry.problems).toEqual([]);
    expect({ ...checks, exclude }).toEqual({
      dates: '2021-09-05',
      exclude: ['old/'],
      rules: { 'missing-source': { release: 'warning' } },
      publications: [],
    });
  }
});

test('an empty file, and settings that are being typed', () => {
  for (const text of ['', '\n', '# profile: release\n', 'profile:\nrules:\nstyle:\n  dates:\n']) {
    const { checks, exclude, registry } = readConfig(text);
    expect([checks, exclude, registry.problems]).toEqual([{ rules: {}, publications: [] }, [], []]);
  }
});
