/**
 * The citations and entity tags of briefs as W3C Web Annotations, for programs that keep notes beside a text they do not change.
 * https://www.w3.org/TR/annotation-model/
 */

import * as l10n from '@vscode/l10n';
import { v5 } from 'uuid';
import type { Steps } from '../base/memo/steps.ts';
import { firstOffset } from '../base/text/byteOrderMark.ts';
import { codePointsBefore } from '../base/text/codePoints.ts';
import { type Span, shift } from '../base/text/span.ts';
import { quoteOf } from '../base/text/textQuote.ts';
import { parseWebAddress } from '../base/text/webAddress.ts';
import { releaseOf } from '../render/release.ts';
import { sourceFacts } from '../render/sourceFacts.ts';
import { numberSources } from '../render/sources.ts';
import { languageOf } from '../render/words/index.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { type ExportedBrief, type Exporter, type ExportInput, textFile } from './engine/exporter.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const WIKIDATA = 'http://www.wikidata.org/entity/';
const NAMESPACE = '2f5c8a52-7c0e-4b86-9d0a-51e0d2a6f3b4';

type Body = Readonly<Record<string, string>>;

interface Annotation {
  readonly motivation: string;
  readonly body: readonly Body[];
  readonly span: Span;
}

export const webAnnotationExporter: Exporter = {
  id: 'web-annotation',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  title: l10n.t('Web Annotations'),
  description: l10n.t('Citations and tags as W3C Web Annotations, which point into the text'),
  isBundle: true,
  async write(input) {
    const items: object[] = [];
    for (const brief of input.briefs) {
      const annotations = await input.run(annotationsOf(brief, input));
      const locate = createTarget(brief);
      for (const { span, motivation, body } of annotations)
        items.push({
          id: uuid(`${brief.file}\n${span.start}\n${span.end}\n${motivation}`),
          type: 'Annotation',
          motivation,
          body,
          target: locate(span),
        });
    }
    const id = uuid(input.briefs.map(({ file }) => file).join('\n'));
    const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0, items };
    const generator = { type: 'Software', name: 'Briefmark' };
    const collection = {
      '@context': CONTEXT,
      id,
      type: 'AnnotationCollection',
      generator,
      total: items.length,
      first: page,
    };
    return { files: [textFile('.jsonld', `${JSON.stringify(collection, undefined, 2)}\n`)], leftOut: [] };
  },
};

/** In text order. */
function* annotationsOf(
  { brief, scope, lost }: ExportedBrief,
  { options: { internal = false } }: ExportInput,
): Steps<Annotation[]> {
  const release = releaseOf(brief, scope, internal);
  const { words } = languageOf(brief);
  const sources = yield* numberSources(brief, scope, { words, release, isGap: (citation) => lost.has(citation) });
  const annotations: Annotation[] = [];
  for (const { at, value: citation } of recordsOf(brief)) {
    // Of an item without any words, its parenthesis is what can be pointed at.
    const span = shift(citation.span.end > citation.span.start ? citation.span : citation.group, at);
    if (lost.has(citation))
      annotations.push({ span, motivation: 'editing', body: [textBody('editing', words.sourceMissing)] });
    const listed = sources.numbersOf(citation).map((number) => sources.list[number - 1]!);
    const body = listed.flatMap((source): Body[] => {
      const facts = sourceFacts(source, scope, { words, release });
      const said = facts.filter(({ kind }) => kind !== 'address' && kind !== 'archive').map(({ text }) => text);
      const addresses = facts.filter(({ kind }) => kind === 'address' || kind === 'archive').map(({ text }) => text);
      const id =
        source.entry && !release.isWithheld(source.entry)
          ? [textBody('identifying', `src:${source.entry.id.value}`)]
          : [];
      return [textBody('describing', said.join('. ') || words.withheld), ...id, ...addresses.map(linkBody)];
    });
    if (body.length > 0) annotations.push({ span, motivation: 'linking', body });
  }
  yield;
  for (const [index, block] of brief.blocks.entries())
    for (const tag of entityTags(block)) {
      const entry = scope.entities.get(tag.id.value)?.entry;
      const known = entry && !release.isWithheld(entry) ? entry : undefined;
      const item = known?.wikidata && /^Q\d+$/.test(known.wikidata.value) ? known.wikidata.value : undefined;
      annotations.push({
        span: shift(tag.surface.span, brief.starts[index]!),
        motivation: 'identifying',
        body: [
          textBody('identifying', `${tag.type.value}:${tag.id.value}`),
          ...(known ? [textBody('tagging', known.name.value)] : []),
          ...(item ? [{ type: 'SpecificResource', purpose: 'identifying', source: WIKIDATA + item }] : []),
        ],
      });
    }
  return annotations.sort((a, b) => a.span.start - b.span.start);
}

/** The selectors count code points, as the model wants, in the text of the file as it is, without a byte order mark. */
function createTarget({ file, brief: { text } }: ExportedBrief): (span: Span) => object {
  const codePoints = codePointsBefore(text);
  const first = firstOffset(text);
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return (span) => ({
    type: 'SpecificResource',
    source: encodeURIComponent(name),
    selector: [
      { type: 'TextQuoteSelector', ...quoteOf(text, span, first) },
      {
        type: 'TextPositionSelector',
        start: codePoints(span.start) - first,
        end: codePoints(span.end) - first,
      },
    ],
  });
}

function textBody(purpose: string, value: string): Body {
  return { type: 'TextualBody', purpose, format: 'text/plain', value };
}

/** What is no address of the web is text. */
function linkBody(address: string): Body {
  const source = parseWebAddress(address);
  return source ? { type: 'SpecificResource', purpose: 'linking', source } : textBody('describing', address);
}

function uuid(key: string): string {
  return `urn:uuid:${v5(key, NAMESPACE)}`;
}
