import { describe, expect, test } from 'vitest';
import { DEFAULT_EXPORTER, EXPORTERS, loadExporter, loadExportFormats } from '../../../server/src/exporters/index.ts';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { toDocument } from '../../../server/src/render/document.ts';
import { briefOf } from '../support/fixture.ts';

const [listSource] = Object.values(
  import.meta.glob('../../../server/src/exporters/index.ts', { query: '?raw', import: 'default', eager: true }),
);

function inputOf(fixture: string, title?: string) {
  const { uri, brief, workspace } = briefOf(fixture);
  const briefs = [{ uri, name: 'cranes', brief }];
  return { briefs, workspace, findings: () => [], options: title === undefined ? {} : { title } };
}

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
    for (const { id, extension, mediaType, title } of formats) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(extension, id).toMatch(/^[a-z]+$/);
      expect(mediaType, id).toMatch(/^\w+\/[\w.+-]+/);
      expect(title, id).not.toBe('');
    }
  });
});

describe('html', () => {
  const fixture = '---\ntitle: Cranes\n---\n\nThe port slept (Tide, March 4).\n';

  test('is the rendered page as UTF-8', async () => {
    const input = inputOf(`${fixture}It is 5 °C.\n`);
    const exporter = await loadExporter('html');
    const html = new TextDecoder().decode(await exporter!.write(input));
    const [{ uri, brief }] = input.briefs as [(typeof input.briefs)[number]];
    expect(html).toBe(toDocument(renderBrief(brief, input.workspace.scopeOf(uri), { fallbackTitle: 'cranes' })));
    expect(html).toContain('<h1>Cranes</h1>');
    expect(html).toContain('5 °C');
  });

  test('takes another title, and the file name for a brief without a title', async () => {
    const titleOf = async (text: string, title?: string) => {
      const exporter = await loadExporter('html');
      const html = new TextDecoder().decode(await exporter!.write(inputOf(text, title)));
      return /<h1>(.*?)<\/h1>/.exec(html)?.[1];
    };
    expect(await titleOf(fixture, 'Quays')).toBe('Quays');
    expect(await titleOf('The port slept.\n')).toBe('cranes');
  });

  test('holds exactly one brief', async () => {
    const input = inputOf(fixture);
    const exporter = await loadExporter('html');
    await expect(exporter!.write({ ...input, briefs: [...input.briefs, ...input.briefs] })).rejects.toThrow(
      'one brief',
    );
    await expect(exporter!.write({ ...input, briefs: [] })).rejects.toThrow('one brief');
  });
});
