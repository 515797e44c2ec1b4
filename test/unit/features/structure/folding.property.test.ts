import { expect } from 'vitest';
import { briefFolds, type Fold, registryFolds } from '../../../../server/src/features/structure/folding.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { briefText, testProperty } from '../../support/arbitraries.ts';

const brief = (text: string) => briefFolds(readBrief(text));
const registry = (text: string) => registryFolds(text, readRegistry(text));

function expectNested(folds: readonly Fold[], lines: number): void {
  const open: Fold[] = [];
  for (const fold of folds) {
    expect(fold.startLine).toBeLessThan(fold.endLine);
    expect(fold.endLine).toBeLessThan(lines);
    while (open.length > 0 && open.at(-1)!.endLine < fold.startLine) open.pop();
    const around = open.at(-1);
    if (around) {
      expect(fold.startLine).toBeGreaterThan(around.startLine);
      expect(fold.endLine).toBeLessThanOrEqual(around.endLine);
    }
    open.push(fold);
  }
}

const yaml = (text: string) =>
  text.replaceAll('(', '\n  - id: ').replaceAll('[', '\n    type: ').replaceAll(';', '\n# ');

testProperty('folds of any brief are nested, in order, of several lines', briefText(), (text) => {
  expectNested(brief(text), text.split(/\r\n?|\n/).length);
});

testProperty('folds of any registry are, too', briefText(12), (text) => {
  for (const each of [text, `entities:\n${yaml(text)}`, `---\ntitle: A\nsources:\n${yaml(text)}\n---\n`]) {
    expectNested(registry(each), each.split(/\r\n?|\n/).length);
    expectNested(brief(each), each.split(/\r\n?|\n/).length);
  }
});
