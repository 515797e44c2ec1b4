import { runSync } from '../../../server/src/base/memo/steps.ts';
import { formatOfName } from '../../../server/src/references/formats.ts';
import { readBibliography, readReferences } from '../../../server/src/references/readBibliography.ts';
import type { SourceEntry } from '../../../server/src/syntax/ast.ts';
import { formatIsoDate } from '../../../server/src/syntax/date/isoDate.ts';

/** The registry in a bibliography; the name tells the format. */
export async function readAs(name: string, text: string) {
  return runSync(readBibliography(text, await formatOfName(name)!.load())).finish();
}

/** The references in a bibliography, with all their fields. */
export async function referencesIn(name: string, text: string) {
  return runSync(readReferences(text, await formatOfName(name)!.load()));
}

/** One source as a line: `id | type | title | outlet | issued | accessed | authors | url`. */
export function formatSource({ id, type, title, outlet, issued, accessed, authors, url }: SourceEntry): string {
  const dates = [issued, accessed].map((date) => (date ? formatIsoDate(date.value) : ''));
  return [id.value, type, title, outlet?.value, ...dates, authors.join('; '), url?.value]
    .map((part) => part ?? '')
    .join(' | ');
}

/** The sources of a bibliography as lines, and below them its problems with the words they are about. */
export async function show(name: string, text: string): Promise<string> {
  const { sources, problems } = await readAs(name, text);
  return [
    ...sources.map(formatSource),
    ...problems.map(({ message, span, isLesser }) => {
      const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      return `${isLesser ? 'lesser' : 'problem'} at ${JSON.stringify(words)}: ${message}`;
    }),
  ].join('\n');
}
