import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { lineStarts, positionAt } from '../../../../server/src/base/text/positions.ts';
import { complete } from '../../../../server/src/features/completion/index.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { briefText, testProperty } from '../../support/arbitraries.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';
import { CASEBOOK } from '../../support/world.ts';

const workspace = workspaceOf(parseFixture(CASEBOOK));

/** Whatever is offered takes the place of what is typed: at the cursor, on its line, inside the text. */
function checkEdits(uri: string, text: string, offset: number): void {
  const brief = uri.endsWith('.brief') ? readBrief(text) : undefined;
  if (brief) workspace.putBrief(uri, brief, true);
  else workspace.putRegistry(uri, readRegistry(text));
  const found = complete({ uri, workspace, text, offset, ...(brief && { brief }) });
  workspace.remove(uri);
  if (!found) return;
  const { typed, whole, offers } = found;
  expect(whole.start).toBe(typed.start);
  expect(typed.end).toBe(offset);
  expect(0 <= typed.start && typed.start <= offset && offset <= whole.end && whole.end <= text.length).toBe(true);
  const starts = lineStarts(text);
  expect(positionAt(starts, whole.start).line).toBe(positionAt(starts, whole.end).line);
  expect(offers.length).toBeLessThanOrEqual(200);
  for (const offer of offers) expect(offer.text).not.toMatch(/[\r\n]/);
}

const begun = fc.constantFrom(
  ...[
    '[x](',
    '[RFE/RL](gro',
    '[x](group:',
    '[x](src:r',
    '[@',
    '[@tass-a; @',
    '(',
    '(RF',
    '(RFE/RL, ',
    '(TASS, May 3; ',
  ],
  ...['ISK', '[Kab', 'Islamic State in ', '<!-- brief-ignore ', '(see ', ', September 5)', ']', ')', ' -->', '`'],
);
const yaml = fc.constantFrom(
  ...['entities:', 'references:', 'sources:', 'types:', '\n', '\n  ', '\n    ', '\n      ', '- ', '{ ', ' }', '[', ']'],
  ...[
    'id: a',
    'type: ',
    'type:',
    'part_of: ',
    'container-title: ',
    'custom:',
    'reliability: ',
    'profile: ',
    'ignore: ',
  ],
  ...[', ', '"', "'", '#', ' # ', '\r\n', '\r', '\t', 'gro', 'Times', '\uFEFF', '---\n', '\n---\n', ':', '-', '👍'],
);
const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('every offer stays in its place', () => {
  const brief = fc.tuple(briefText(10), begun, briefText(5));
  testProperty('in briefs, behind what is begun', brief, ([before, words, after]) => {
    checkEdits('file:///a.brief', before + words + after, before.length + words.length);
  });
  testProperty('in briefs, anywhere', brief, place, (parts, at) => {
    const text = parts.join('');
    checkEdits('file:///a.brief', text, Math.round(at * text.length));
  });
  const registry = fc.array(yaml, { maxLength: 25 }).map((parts) => parts.join(''));
  testProperty('in registries', registry, place, (text, at) => {
    checkEdits('file:///a.entities.yaml', text, Math.round(at * text.length));
  });
  testProperty('in front matter', registry, place, (text, at) => {
    checkEdits('file:///a.brief', `---\n${text}`, 4 + Math.round(at * text.length));
  });
});
