/** No export hides that a source is lost. */
import { expect } from 'vitest';
import { briefText, testAsyncProperty } from '../support/arbitraries.ts';
import { briefOfText, exportText } from './support.ts';

for (const format of ['text', 'markdown', 'pandoc'])
  testAsyncProperty(`${format} marks each lost source`, briefText(), async (text) => {
    const brief = briefOfText(text);
    const [written = ''] = (await exportText(format, [brief])).files.values();
    const marks = written.split(/\[(?:source missing|falta la fuente|source[^\]]*|Quelle[^\]]*)\\?\]/).length - 1;
    expect(marks).toBeGreaterThanOrEqual(brief.lost.size);
  });
