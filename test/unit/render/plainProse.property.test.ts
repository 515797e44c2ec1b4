import { expect } from 'vitest';
import { plainProse } from '../../../server/src/render/prose/plainProse.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { briefText, testProperty } from '../support/arbitraries.ts';

testProperty('no comment, front matter or tag is left', briefText(), (text) => {
  const scope = createScope([]);
  const { blocks } = readBrief(plainProse(readBrief(text), scope));
  expect(blocks.flatMap(({ atoms }) => atoms).filter(({ kind }) => kind === 'comment')).toEqual([]);
});
