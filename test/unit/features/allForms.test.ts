/** Every feature knows every form of citation, in the languages of its dates. */
import { describe, expect, test } from 'vitest';
import { type Span, shift, slice, touches } from '../../../server/src/base/text/span.ts';
import { EXPORTERS } from '../../../server/src/exporters/index.ts';
import { citationRows } from '../../../server/src/exporters/rows/citations.ts';
import { lensEntries, usageOf } from '../../../server/src/features/annotations/codeLens.ts';
import { inlayHints } from '../../../server/src/features/annotations/inlayHints.ts';
import { hoverBrief } from '../../../server/src/features/hover/hover.ts';
import { findDefinition } from '../../../server/src/features/navigation/definition.ts';
import { findHighlights } from '../../../server/src/features/navigation/highlight.ts';
import { findReferences } from '../../../server/src/features/navigation/references.ts';
import { buildOutline, type OutlineItem } from '../../../server/src/features/outline/outline.ts';
import { semanticTokens } from '../../../server/src/features/semanticTokens/semanticTokens.ts';
import { briefFolds } from '../../../server/src/features/structure/folding.ts';
import { briefStatus } from '../../../server/src/features/views/briefStatus.ts';
import { unresolvedCitations } from '../../../server/src/features/views/sources.ts';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { resolveCitation } from '../../../server/src/scope/resolveCitation.ts';
import { briefDateOf } from '../../../server/src/syntax/brief/brief.ts';
import { markersOf } from '../../../server/src/syntax/brief/notes.ts';
import { recordsOf } from '../../../server/src/syntax/brief/records.ts';
import { isSourceMissing } from '../../../server/src/syntax/citation/missing.ts';
import { exportBytes, exportText } from '../exporters/support.ts';
import { parseFixture, workspaceOf } from '../support/fixture.ts';
import { createContext, parsedFileOf } from '../support/world.ts';

interface Language {
  readonly lang: string;
  readonly day: string;
  readonly full: string;
  readonly otherDay: string;
}

const LANGUAGES: readonly Language[] = [
  { lang: 'en', day: 'May 3', full: 'May 3, 2022', otherDay: 'May 4' },
  { lang: 'en', day: '3 May', full: '3 May 2022', otherDay: '4 May' },
  { lang: 'de', day: '3. Mai', full: '3. Mai 2022', otherDay: '4. Mai' },
  { lang: 'fr', day: '3 mai', full: '3 mai 2022', otherDay: '4 mai' },
  { lang: 'es', day: '3 de mayo', full: '3 de mayo de 2022', otherDay: '4 de mayo' },
  { lang: 'uk', day: '3 травня', full: '3 травня 2022', otherDay: '4 травня' },
];

const SOURCES = `--- sources.yaml
references:
  - { id: reuters-3, title: The Port, container-title: Reuters, issued: 2022-05-03, URL: "https://reuters.example/2022/05/03/port" }
  - { id: vale, title: Low Tide, type: book, author: [{ family: Vale, given: Ann }], issued: 2009 }
`;

/** Each line holds one citation, or one marker, of the report of May 3. */
const cited = ({ day, full }: Language) => [
  `The port was shut at night (Reuters, ${day}).`,
  'The gate was shut as well (ibid., p. 4).',
  `The yard was shut as well [Reuters, ${day}].`,
  `The quay was shut as well (see Reuters, ${full}, p. 2).`,
  'The road was shut as well [@reuters-3, p. 3].',
  'As @reuters-3 [p. 2] says, the bridge was shut.',
  `The mill was shut as well ([Reuters](src:reuters-3), ${day}).`,
  'The ferry was [held back](https://reuters.example/2022/05/03/port) until noon.',
  'The ferry was late again.[^1]',
  'The ferry was late again.[^2]',
  'The ferry was late again.†',
  'The ferry was late againᵃ and again.',
  `The crane stood still.^[Reuters, ${full}]`,
  `The crane was sold in the end. — Reuters, ${full}`,
  `The crane was sold in the end (source: Reuters, ${full}).`,
];
/** Each line has lost its source. */
const lost = ({ otherDay }: Language) => [
  `The dock was empty (, ${otherDay}).`,
  `The dock was empty [, ${otherDay}].`,
  `The dock was empty at noon. — , ${otherDay}`,
  'The dock was empty (via ).',
  'The dock was empty [citation needed].',
  'The dock was empty TK.',
  'The dock was empty【4†source】.',
  'The dock was [empty at noon]() and later.',
  'The dock was empty.[^9]',
  'The dock was empty at noon and later.[[8]]()',
];
const notes = ({ full, otherDay }: Language) =>
  `[^1]: Reuters, ${full}.\n\n[^2]: Ibid., p. 4.\n\n[^3]: , ${otherDay}\n\nᵃ Reuters, ${full}.\nᵇ A comment.\n`;

function worldOf(language: Language) {
  const paragraphs = [...cited(language), ...lost(language), 'The dock was empty.[^3]'].join('\n\n');
  const text = `---\ndate: 2022-06-20\nlang: ${language.lang}\n---\n\n# Port\n\n${paragraphs}\n\nSource: Reuters, ${language.full}\n\n† Reuters, ${language.full}.\n\n## Books\n\nThe tide was low (Vale 2009; Shaw and Holm, 2015, p. 7; Vale 2012a).\n\n## Notes\n\n${notes(language)}`;
  const fixture = parseFixture(`--- main.brief\n${text}\n${SOURCES}`);
  const context = createContext(fixture);
  const { uri } = fixture.files[0]!;
  const brief = context.workspace.brief(uri)!;
  const scope = context.workspace.scopeOf(uri);
  const date = briefDateOf(brief)?.value;
  const records = recordsOf(brief).map((placed) => ({
    ...placed,
    span: shift(placed.value.span, placed.at),
    words: slice(brief.text, shift(placed.value.span, placed.at)),
    resolution: resolveCitation(placed.value, scope, date),
    isLost: isSourceMissing(placed.value),
  }));
  return { fixture, context, uri, brief, scope, records, file: parsedFileOf(context.workspace, uri) };
}

for (const language of LANGUAGES) {
  describe(`${language.lang}, ${language.full}`, () => {
    const { fixture, context, uri, brief, scope, records, file } = worldOf(language);
    const { workspace } = context;
    const resolved = records.filter(({ resolution }) => resolution.entries[0]?.entry.id.value === 'reuters-3');
    const missing = records.filter(({ isLost }) => isLost);

    test('all are read', () => {
      expect(resolved.length).toBe(cited(language).length + 1);
      expect(missing.length).toBe(lost(language).length + 1);
      const dated = missing.filter(({ value }) => value.when).map(({ words }) => words);
      expect(dated).toEqual(Array.from({ length: 4 }, () => `, ${language.otherDay}`));
    });

    test('hover, definition, references, highlights', () => {
      const problems: string[] = [];
      for (const { span, words, isLost } of records) {
        const card = hoverBrief(workspace, uri, brief, span.start);
        if (!card || !touches(card.span, span.start)) problems.push(`no hover: ${words}`);
        if (isLost && card?.lines[0]?.kind !== 'title') problems.push(`no title: ${words}`);
      }
      const entry = fixture.files[1]!.text.indexOf('reuters-3');
      const registry = fixture.files[1]!.uri;
      const fromEntry = findReferences(registry, parsedFileOf(workspace, registry), entry, workspace, false);
      for (const { span, words, at, value } of resolved) {
        const where = findDefinition(uri, file, span.start, workspace)?.entries.map((one) => one.uri);
        if (where?.join() !== registry) problems.push(`no definition: ${words} ${where}`);
        const found = findReferences(uri, file, span.start, workspace, false);
        const missed = fromEntry.filter((one) => !found.some((other) => other.span.start === one.span.start));
        if (missed.length > 0) problems.push(`fewer references: ${words}`);
        for (const place of [span, ...markersOf(brief, { at, value })])
          if (!fromEntry.some((one) => one.span.start === place.start))
            problems.push(`no reference: ${slice(brief.text, place)}`);
        if (!findHighlights(uri, file, span.start, workspace).some((one) => one.span.start === span.start))
          problems.push(`no highlight: ${words}`);
      }
      expect(problems).toEqual([]);
    });

    test('outline, tokens, inlay hints', () => {
      const rows = flatten(buildOutline(brief, scope));
      const tokens = semanticTokens(brief, scope);
      const hints = inlayHints(brief, scope, { start: 0, end: brief.text.length }, { years: true, ids: true });
      const problems = records.flatMap(({ span, words, at, value, isLost, resolution }) => {
        const places = [span, ...markersOf(brief, { at, value })];
        const kinds = isLost ? ['missing'] : ['citation'];
        const row = rows.find(
          ({ selection, kind }) => kinds.includes(kind) && places.some((one) => overlap(selection, one)),
        );
        const token = tokens.find((one) => overlap(one, span) && (!isLost || one.modifiers.includes('missing')));
        const hasHint = hints.some(({ offset, text }) => offset === span.end && text === 'reuters-3');
        const wantsHint =
          !value.id && resolution.status === 'resolved' && resolution.entries[0]!.entry.id.value === 'reuters-3';
        return [
          ...(row ? [] : [`no row: ${words}`]),
          ...(token ? [] : [`no token: ${words}`]),
          ...(hasHint === wantsHint ? [] : [`hint: ${words}`]),
        ];
      });
      expect(problems).toEqual([]);
    });

    test('counts, side bar, list and page', async () => {
      const status = (await briefStatus(uri, context))!;
      expect({ missing: status.missing, citations: status.citations }).toEqual({
        missing: missing.length,
        citations: records.length,
      });
      const unresolved = await unresolvedCitations('missing', context);
      expect(unresolved.total).toBe(missing.length);
      const rows = citationRows({ name: 'main', brief, scope });
      expect(rows.filter((row) => row.id === 'reuters-3').length).toBe(resolved.length);
      const { parts } = renderBrief(brief, scope, { fallbackTitle: 'main' });
      const html = JSON.stringify(parts);
      expect(html.split('<mark').length - 1).toBe(missing.length);
    });

    test('lens, open or closed; folding', () => {
      const [entry] = lensEntries(workspace.registries.get(fixture.files[1]!.uri)!);
      const markers = resolved.reduce((sum, placed) => sum + markersOf(brief, placed).length, 0);
      for (const one of [workspace, workspaceOf(fixture, '')]) {
        const { title, occurrences } = usageOf(one, entry!);
        expect(title).toBe(`cited ${resolved.length} times, ${markers} markers`);
        expect(occurrences.length).toBe(resolved.length + markers);
      }
      expect(briefFolds(brief).map(({ kind }) => kind)).toContain('notes');
    });

    test('exports', async () => {
      for (const format of EXPORTERS.keys()) {
        const { files } = await exportBytes(format, `--- main.brief\n${brief.text}\n${SOURCES}`);
        expect(files.size, format).toBeGreaterThan(0);
      }
      const { files } = await exportText('web-annotation', `--- main.brief\n${brief.text}\n${SOURCES}`);
      const { total } = JSON.parse([...files.values()][0]!) as { total: number };
      expect(total).toBe(records.length);
    });
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function flatten(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.children)]);
}
