/** All exporters. A new one is one line here; the command line and the editor's export command follow from the list. */

import type { ExportFormat } from '../protocol/exportFormat.ts';
import type { Exporter } from './engine/exporter.ts';

/** By id, in the order in which they are offered. Each is loaded when it is first used. */
export const EXPORTERS: ReadonlyMap<string, () => Promise<Exporter>> = new Map([
  ['html', async () => (await import('./html.ts')).htmlExporter],
  ['docx', async () => (await import('./docx.ts')).docxExporter],
  ['markdown', async () => (await import('./markdown.ts')).markdownExporter],
  ['pandoc', async () => (await import('./pandoc.ts')).pandocExporter],
  ['text', async () => (await import('./text.ts')).textExporter],
  ['csl-json', async () => (await import('./cslJson.ts')).cslJsonExporter],
  ['bibtex', async () => (await import('./bibtex.ts')).bibtexExporter],
  ['stix', async () => (await import('./stix.ts')).stixExporter],
  ['web-annotation', async () => (await import('./webAnnotation.ts')).webAnnotationExporter],
  ['signoff', async () => (await import('./signoff.ts')).signoffExporter],
  ['signoff-csv', async () => (await import('./signoffCsv.ts')).signoffCsvExporter],
  ['csv', async () => (await import('./csv.ts')).csvExporter],
]);

export const DEFAULT_EXPORTER = 'html';

/** The exporter with this id; undefined when there is none. */
export async function loadExporter(id: string): Promise<Exporter | undefined> {
  return EXPORTERS.get(id)?.();
}

/** The formats of all exporters. */
export async function loadExportFormats(): Promise<ExportFormat[]> {
  const exporters = await Promise.all([...EXPORTERS.values()].map((load) => load()));
  return exporters.map(({ id, extension, mediaType, title, description }) => ({
    id,
    extension,
    mediaType,
    title,
    description,
  }));
}
