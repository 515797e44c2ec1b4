import fc from 'fast-check';
import { expect } from 'vitest';
import type { Span } from '../../../../server/src/base/text/span.ts';
import { briefSelections, registrySelections } from '../../../../server/src/features/structure/selection.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { briefText, testProperty } from '../../support/arbitraries.ts';

const registry =
  'entities:\n  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }\n';
const scope = createScope([{ uri: 'file:///e.yaml', registry: readRegistry(registry) }]);

type Select = (text: string, offset: number) => Span[];
const inBrief: Select = (text, offset) => briefSelections(readBrief(text), scope, offset);
const inRegistry: Select = (text, offset) => registrySelections(text, readRegistry(text), offset);

function expectChain(text: string, offset: number, spans: readonly Span[]): void {
  let inner: Span | undefined;
  for (const span of spans) {
    expect(span.start).toBeLessThanOrEqual(offset);
    expect(span.end).toBeGreaterThanOrEqual(offset);
    if (inner) {
      expect(span.start).toBeLessThanOrEqual(inner.start);
      expect(span.end).toBeGreaterThanOrEqual(inner.end);
      expect(span.end - span.start).toBeGreaterThan(inner.end - inner.start);
    }
    inner = span;
  }
  expect(inner).toEqual({ start: 0, end: text.length });
}

testProperty(
  'at any place of any text every step is wider, up to all of it',
  briefText(12),
  fc.nat(),
  (text, place) => {
    const registry = `entities:\n${text.replaceAll('(', '\n  - id: ')}`;
    const inFrontMatter = `---\ntitle: A\nsources:\n${text.replaceAll('(', '\n  - id: ')}\n---\n${text}`;
    for (const [select, each] of [
      [inBrief, text],
      [inBrief, inFrontMatter],
      [inRegistry, registry],
    ] as const) {
      const offset = place % (each.length + 1);
      expectChain(each, offset, select(each, offset));
    }
  },
);
