import fc from 'fast-check';
import { expect } from 'vitest';
import { CITATION_ORDERS, DATE_STYLES, DEFAULT_CHECK_SETTINGS } from '../../../../server/src/rules/engine/settings.ts';
import { formattingEdits } from '../../../../server/src/rules/run/formatting.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { briefPiece, testProperty } from '../../support/arbitraries.ts';
import { apply } from '../../support/world.ts';

const BRIEF = 'file:///main.brief';

const more = fc.constantFrom(
  ...[
    '(TASS,May 9; RIA, May 8)',
    '(RFE/RL, 2021-09-05;AFP, May 3rd.)',
    '(AP, October 18, 28; June 3)',
    '(x (TASS May 9))',
  ],
);
const texts = fc
  .array(fc.oneof(briefPiece, more), { maxLength: 20 })
  .map((all) => `---\ndate: 2021-09-24\n---\n\n${all.join('')}`);

testProperty(
  'formatting is idempotent; edits do not overlap',
  texts,
  fc.constantFrom(...DATE_STYLES),
  fc.constantFrom(...CITATION_ORDERS),
  (text, dates, citationOrder) => {
    const workspace = createWorkspace();
    const scope = workspace.scopeOf(BRIEF);
    const settings = { ...DEFAULT_CHECK_SETTINGS, dates, citationOrder };
    const context = {
      uri: BRIEF,
      version: 1,
      scope,
      workspace,
      settings,
      addEntries: () => undefined,
      addAlias: () => undefined,
    };
    const once = (before: string) => apply(before, formattingEdits(readBrief(before), context));
    const after = once(text);
    expect(once(after)).toBe(after);
  },
);
