/**
 * Edits never damage: whatever a text is, and in whatever order its citations are formatted and fixed, each citation keeps its
 * source and its date, none is lost, what is known of it only grows, and everything outside citations stays as it is.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { outermostSpans, type Span, shift } from '../../../../server/src/base/text/span.ts';
import { CITATION_ORDERS, DATE_STYLES, DEFAULT_CHECK_SETTINGS } from '../../../../server/src/rules/engine/settings.ts';
import { fixesOf } from '../../../../server/src/rules/run/fixes.ts';
import { formattingEdits } from '../../../../server/src/rules/run/formatting.ts';
import { ruleByCode } from '../../../../server/src/rules/run/ruleLookup.ts';
import { checkBrief } from '../../../../server/src/rules/run/runRules.ts';
import { resolveCitation } from '../../../../server/src/scope/resolveCitation.ts';
import { foldName, type Scope } from '../../../../server/src/scope/scope.ts';
import type { Brief } from '../../../../server/src/syntax/ast.ts';
import { briefDateOf, readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../../server/src/syntax/brief/records.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';
import { anyText } from '../../support/houses.ts';
import { apply } from '../../support/world.ts';

const { files: registries } = parseFixture(`--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS, aliases: [ITAR-TASS] }
  - { id: post, type: media, name: Pier Post }
  - { id: north, type: place, name: Northquay }
--- sources.yaml
references:
  - { id: tass-1, title: One, container-title: TASS, issued: 2021-05-03 }
  - { id: tass-2, title: Two, container-title: TASS, issued: 2021-05-09 }
  - { id: ria-1, title: Three, container-title: RIA, issued: 2021-05-08 }
  - { id: ap-1, container-title: AP, issued: 2021-09-22 }
`);
const uri = 'file:///main.brief';
const RANK = { missing: 0, unknown: 1, ambiguous: 1, unchecked: 1, linked: 2, resolved: 2 };

/** What is cited, and what is known of it. */
interface Cited {
  readonly group: Span;
  readonly meaning: string;
  readonly rank: number;
}

function citedIn(brief: Brief, scope: Scope): Cited[] {
  const date = briefDateOf(brief)?.value;
  return recordsOf(brief).map(({ at, value: citation }) => {
    const { status, dates } = resolveCitation(citation, scope, date);
    const { source, title, id, url, locator, when } = citation;
    const days = dates.map(({ date: { year, month, day }, until }) => [
      year,
      month,
      day,
      until?.year,
      until?.month,
      until?.day,
    ]);
    const written = when?.dates.map(({ calendar }) => calendar);
    return {
      group: shift(citation.group, at),
      rank: RANK[status],
      meaning: JSON.stringify([
        source && foldName(source.name),
        title?.value,
        id?.value,
        url?.value,
        locator?.value,
        days,
        written,
      ]),
    };
  });
}

/** The text between the citations. */
function outside({ text }: Brief, cited: readonly Cited[]): string {
  let at = 0;
  let rest = '';
  for (const { start, end } of outermostSpans(cited.map(({ group }) => group))) {
    rest += `${text.slice(at, start)}\u0000`;
    at = end;
  }
  return rest + text.slice(at);
}

const operation = fc.oneof(fc.constant('format' as const), fc.nat(60));

testProperty(
  'formatting, and preferred fixes in any order',
  anyText,
  fc.array(operation, { minLength: 1, maxLength: 5 }),
  fc.constantFrom(...DATE_STYLES),
  fc.constantFrom(...CITATION_ORDERS),
  (first, operations, dates, citationOrder) => {
    const settings = { ...DEFAULT_CHECK_SETTINGS, dates, citationOrder };
    let text = first;
    for (const operation of operations) {
      const workspace = workspaceOf({ files: [...registries, { name: 'main.brief', uri, text, marks: [] }] });
      const brief = workspace.brief(uri)!;
      const scope = workspace.scopeOf(uri);
      const none = () => undefined;
      const context = { uri, version: 1, scope, workspace, settings, addEntries: none, addAlias: none };
      const before = citedIn(brief, scope);
      const check = (after: string, what: string) => {
        const briefAfter = readBrief(after, uri, brief.known);
        const citedAfter = citedIn(briefAfter, scope);
        const meanings = (all: readonly Cited[]) => all.map(({ meaning }) => meaning).sort();
        expect(meanings(citedAfter), what).toEqual(meanings(before));
        const ranks = (all: readonly Cited[]) => all.map(({ meaning, rank }) => `${meaning} ${rank}`).sort();
        for (const [index, one] of ranks(citedAfter).entries())
          expect(one >= ranks(before)[index]!, `${what}: ${one}`).toBe(true);
        expect(outside(briefAfter, citedAfter), what).toBe(outside(brief, before));
      };
      if (operation === 'format') {
        const after = apply(text, formattingEdits(brief, context));
        check(after, `formatted ${JSON.stringify(text)} to ${JSON.stringify(after)}`);
        text = after;
        continue;
      }
      const fixes = checkBrief(uri, brief, scope, settings).flatMap((finding) =>
        fixesOf(finding, { ...context, text, brief }).flatMap((fix) =>
          fix.isPreferred && fix.changes ? [{ finding, fix }] : [],
        ),
      );
      const chosen = fixes[operation % Math.max(1, fixes.length)];
      if (!chosen) continue;
      const changes = chosen.fix.changes!.flatMap((change) => (change.uri === uri && 'span' in change ? [change] : []));
      const after = apply(text, changes);
      const what = `${chosen.finding.code} (${chosen.fix.title}) of ${JSON.stringify(text)} to ${JSON.stringify(after)}`;
      if (ruleByCode(chosen.finding.code)?.isFormOnly) check(after, what);
      else {
        // The fix of one citation leaves the others alone.
        const isTouched = ({ group }: Cited) =>
          changes.some(({ span }) => span.start <= group.end && group.start <= span.end);
        const others = before.filter((one) => !isTouched(one)).map(({ meaning }) => meaning);
        const left = citedIn(readBrief(after, uri), scope).map(({ meaning }) => meaning);
        for (const meaning of others) {
          const at = left.indexOf(meaning);
          expect(at, `${what} loses ${meaning}`).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }
      text = after;
    }
  },
);
