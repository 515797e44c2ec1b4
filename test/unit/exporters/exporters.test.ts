import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ExportedBrief } from '../../../server/src/exporters/engine/exporter.ts';
import { DEFAULT_EXPORTER, EXPORTERS, loadExporter, loadExportFormats } from '../../../server/src/exporters/index.ts';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { toDocument } from '../../../server/src/render/document.ts';
import { briefsOf, exportBytes, exportOne, HARBOR } from './support.ts';

const [listSource] = Object.values(
  import.meta.glob('../../../server/src/exporters/index.ts', { query: '?raw', import: 'default', eager: true }),
);

describe('the list', () => {
  test('imports an exporter only when it is used', () => {
    const staticImports = [...listSource!.matchAll(/^import (?!type )[^;]*;/gm)];
    expect(staticImports).toEqual([]);
  });

  test('the key of an exporter is its id', async () => {
    for (const [id, load] of EXPORTERS) expect((await load()).id).toBe(id);
    expect(EXPORTERS.has(DEFAULT_EXPORTER)).toBe(true);
  });

  test('an unknown id has no exporter', async () => {
    expect(await loadExporter('constructor')).toBeUndefined();
  });

  test('the formats are complete', async () => {
    const formats = await loadExportFormats();
    expect(formats.map(({ id }) => id)).toEqual([...EXPORTERS.keys()]);
    for (const { id, extension, mediaType, title, description } of formats) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(extension, id).toMatch(/^[a-z]+$/);
      expect(mediaType, id).toMatch(/^\w+\/[\w.+-]+/);
      expect(title, id).not.toBe('');
      expect(description, id).toMatch(/^\p{Lu}.*[^.]$/u);
    }
  });
});

describe('html', () => {
  const fixture = '---\ntitle: Cranes\n---\n\nThe port slept (Tide, March 4).\n';

  test('is the rendered page as UTF-8', async () => {
    const text = `${fixture}It is 5 °C.\n`;
    const [{ brief, scope }] = briefsOf(text) as [ExportedBrief];
    const html = await exportOne('html', text);
    expect(html).toBe(toDocument(renderBrief(brief, scope, { fallbackTitle: 'main' })));
    expect(html).toContain('<h1>Cranes</h1>');
    expect(html).toContain('5 °C');
  });

  test('takes another title; the name of the file is in the head alone', async () => {
    const titlesOf = async (text: string, title?: string) => {
      const html = await exportOne('html', text, title === undefined ? {} : { title });
      return [...html.matchAll(/<(title|h1)>(.*?)<\/\1>/g)].map(([, tag, words]) => `${tag}: ${words}`);
    };
    expect(await titlesOf(fixture, 'Quays')).toEqual(['title: Quays', 'h1: Quays']);
    expect(await titlesOf('# Cranes\n\nThe port slept.\n', 'Quays')).toEqual(['title: Quays', 'h1: Quays']);
    expect(await titlesOf('The port slept.\n')).toEqual(['title: main']);
  });
});

test('a format that bundles nothing holds exactly one brief', async () => {
  const two = '--- a.brief\nThe port slept.\n--- b.brief\nThe port woke.\n';
  for (const [id, load] of EXPORTERS) {
    const { isBundle } = await load();
    if (isBundle) expect((await exportBytes(id, two)).files.size, id).toBeGreaterThan(0);
    else await expect(exportBytes(id, two), id).rejects.toThrow('one brief');
  }
});

test('no format says of the registries what readers may not know, unless it is internal', async () => {
  for (const id of EXPORTERS.keys()) {
    const { files } = await exportBytes(id, HARBOR);
    for (const content of files.values()) {
      // A Word file is a ZIP archive.
      const text =
        content[0] === 0x50
          ? Object.values(unzipSync(content))
              .map((part) => strFromU8(part))
              .join('')
          : strFromU8(content);
      for (const secret of ['The list', 'our own copy', 'B2', 'usually reliable'])
        expect(text, id).not.toContain(secret);
    }
  }
});
