/** A brief as a document of prose: what stands above the text, the text with its notes, and the list of sources. */

import type { Header } from '../../render/header.ts';
import { headerOf } from '../../render/header.ts';
import type { Change } from '../../render/prose/change.ts';
import { type Prose, writeProse } from '../../render/prose/prose.ts';
import type { ProseStyle } from '../../render/prose/style.ts';
import { releaseOf } from '../../render/release.ts';
import { sourceFacts } from '../../render/sourceFacts.ts';
import { numberSources } from '../../render/sources.ts';
import { titleOf } from '../../render/title.ts';
import { languageOf } from '../../render/words/index.ts';
import type { PageWords } from '../../render/words/words.ts';
import type { Brief } from '../../syntax/ast.ts';
import { type ExportedBrief, type ExportInput, onlyBrief } from '../engine/exporter.ts';

export interface SourceList {
  /** `Citations with a source: 7 of 8.` */
  readonly tally: string;
  /** The citations whose source is lost, as written. */
  readonly missing: readonly string[];
  /** The sources in the order of their first citations, each in one line. */
  readonly items: readonly string[];
}

export interface ProseDocument {
  readonly words: PageWords;
  /** BCP 47. */
  readonly language: string;
  /** What the document is called. */
  readonly title: string;
  /** Whether the text itself begins with the title. */
  readonly isTitleInText: boolean;
  readonly header: Header;
  readonly prose: Prose;
  /** Undefined if the brief cites nothing. */
  readonly sources: SourceList | undefined;
}

/** The document of the only brief of an export, in a style. `changesOf`: further changes of its text. */
export async function proseDocument(
  input: ExportInput,
  style: (words: PageWords) => ProseStyle,
  changesOf: (brief: Brief) => readonly Change[] = () => [],
): Promise<ProseDocument> {
  const only = onlyBrief(input);
  return input.run(writeDocument(only, input, style, changesOf));
}

function* writeDocument(
  { brief, scope, name, lost }: ExportedBrief,
  { options: { title: given, internal = false } }: ExportInput,
  style: (words: PageWords) => ProseStyle,
  changesOf: (brief: Brief) => readonly Change[],
) {
  const { tag: language, words } = languageOf(brief);
  const release = releaseOf(brief, scope, internal);
  const title = titleOf(brief);
  const isGap = (citation: Parameters<typeof lost.has>[0]) => lost.has(citation);
  const numbered = yield* numberSources(brief, scope, { words, release, isGap });
  yield;
  const prose = writeProse(brief, scope, style(words), { release, isLost: isGap, changes: changesOf(brief) });
  const { citationCount, missing, list } = numbered;
  return {
    words,
    language,
    title: given ?? title.text ?? name,
    isTitleInText: title.line !== undefined && given === undefined,
    header: headerOf(brief, words),
    prose,
    sources:
      citationCount === 0
        ? undefined
        : {
            tally: words.tally(citationCount - missing.length, citationCount),
            missing: missing.map((one) => one.words.replace(/^,\s*/, '')),
            items: list.map((listed) => {
              const facts = sourceFacts(listed, scope, { words, release });
              return facts
                .map(({ kind, text }) => sentenceOf(kind === 'archive' ? `${words.archivedAt} ${text}` : text))
                .join(' ');
            }),
          },
  };
}

function sentenceOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return /[.!?…。]$/.test(line) ? line : `${line}.`;
}
