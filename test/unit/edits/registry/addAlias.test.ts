import { describe, expect, test } from 'vitest';
import { addAlias } from '../../../../server/src/edits/registry/addAlias.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { withAlias } from './support.ts';

const TAIL = '  - { id: z, type: org, name: Zed }\n';

describe('an alias is inserted', () => {
  test.each([
    [
      'into the list',
      '  - id: a\n    type: org\n    aliases: [ONE] # c\n    name: Alpha\n',
      '  - id: a\n    type: org\n    aliases: [ONE, NEW] # c\n    name: Alpha\n',
    ],
    [
      'into an empty list',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: []\n',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: [NEW]\n',
    ],
    [
      'as the value of an empty field',
      '  - id: a\n    type: org\n    aliases: # none\n    name: Alpha\n',
      '  - id: a\n    type: org\n    aliases: [NEW] # none\n    name: Alpha\n',
    ],
    [
      'below the last line of a list',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases:\n      - ONE # first\n      - "TWO" # second\n    # end\n',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases:\n      - ONE # first\n      - "TWO" # second\n      - NEW\n    # end\n',
    ],
    [
      'below a list in the column of its key',
      '  - id: a\n    type: org\n    aliases:\n    - ONE\n    name: Alpha\n',
      '  - id: a\n    type: org\n    aliases:\n    - ONE\n    - NEW\n    name: Alpha\n',
    ],
    [
      'below the name',
      '  - id: a\n    type: org\n    name: Alpha # so\n    description: x\n',
      '  - id: a\n    type: org\n    name: Alpha # so\n    aliases: [NEW]\n    description: x\n',
    ],
    [
      'below the name, if there is none yet',
      '  - name: "Al # pha"\n    id: a\n    type: org\n',
      '  - name: "Al # pha"\n    aliases: [NEW]\n    id: a\n    type: org\n',
    ],
    [
      'into an entry on one line',
      '  - { id: a, type: org, name: Alpha }\n',
      '  - { id: a, type: org, name: Alpha, aliases: [ NEW ] }\n',
    ],
    [
      'into the list of such an entry',
      '  - { id: a, type: org, name: Alpha, aliases: [ONE] } # c\n',
      '  - { id: a, type: org, name: Alpha, aliases: [ONE, NEW] } # c\n',
    ],
    [
      'into an entry in JSON style',
      '  - { "id": "a", "type": "org", "name": "Alpha" }\n',
      '  - { "id": "a", "type": "org", "name": "Alpha", "aliases": [ "NEW" ] }\n',
    ],
    [
      'into a list over several lines',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: [\n      ONE,\n      TWO\n    ]\n',
      '  - id: a\n    type: org\n    name: Alpha\n    aliases: [\n      ONE,\n      TWO,\n      NEW\n    ]\n',
    ],
  ])('%s', (_, entry, expected) => {
    for (const head of ['entities:\n', '# all\ntypes: []\nentities:\n  # first\n']) {
      expect(withAlias(`${head}${entry}${TAIL}`)).toBe(`${head}${expected}${TAIL}`);
      expect(withAlias(`${head}${entry}`.trimEnd())).toBe(`${head}${expected}`.trimEnd());
      const crlf = (text: string) => text.replaceAll('\n', '\r\n');
      expect(withAlias(crlf(`${head}${entry}${TAIL}`))).toBe(crlf(`${head}${expected}${TAIL}`));
    }
    expect(withAlias(`---\nentities:\n${entry}---\n\nText.\n`)).toBe(`---\nentities:\n${expected}---\n\nText.\n`);
  });

  test.each([
    ['aliases that are one text', 'entities:\n  - { id: a, type: org, name: Alpha, aliases: ONE }\n'],
    [
      'aliases from an anchor',
      'entities:\n  - { id: b, type: org, name: B, aliases: &x [ONE] }\n  - { id: a, type: org, name: A, aliases: *x }\n',
    ],
    [
      'aliases from a merge',
      'entities:\n  - &x { id: b, type: org, name: B, aliases: [ONE] }\n  - { <<: *x, id: a, name: A }\n',
    ],
    ['a name over several lines', 'entities:\n  - id: a\n    type: org\n    name: |\n      Alpha\n'],
    ['an alias that is there', 'entities:\n  - { id: a, type: org, name: Alpha, aliases: [NEW] }\n'],
  ])('nowhere: %s', (_, text) => expect(withAlias(text)).toBeUndefined());

  test('nowhere if the text has changed since', () => {
    const text = 'entities:\n  - { id: a, type: org, name: Alpha }\n';
    const [entry] = readRegistry(text).entities;
    expect(addAlias('r', `# new\n${text}`, entry!, 'NEW')).toBeUndefined();
  });
});
