/** What means nothing in a brief, but something to Pandoc: https://pandoc.org/MANUAL.html#pandocs-markdown */

import { outermostSpans, shift } from '../../base/text/span.ts';
import type { Change } from '../../render/prose/change.ts';
import type { Brief } from '../../syntax/ast.ts';
import { markdownChanges } from './markdownText.ts';

/** Handles, formulas, sub- and superscripts, commands of TeX. `~~` strikes out in both. */
const special = /@|\$|\^|(?<!~)~(?!~)|\\(?=[A-Za-z])/g;
const bareKey = /@([\p{L}\p{N}_][\p{L}\p{N}_./:-]{0,200})/uy;

/** The changes of Markdown, and a backslash before what Pandoc would read. `isKey`: whether an id is one of a source. */
export function pandocChanges(brief: Brief, isKey: (id: string) => boolean): Change[] {
  const { text, blocks, starts } = brief;
  const escapes = blocks.flatMap((block, index): Change[] => {
    if (block.kind === 'front-matter') return [];
    const at = starts[index]!;
    const words = text.slice(at, at + block.length);
    const atoms = outermostSpans([...block.atoms.filter(({ kind }) => kind !== 'tag'), ...block.markers]);
    let next = 0;
    return Array.from(words.matchAll(special)).flatMap(({ 0: sign, index: offset }): Change[] => {
      while (next < atoms.length && atoms[next]!.end <= offset) next++;
      const isInAtom = (atoms[next]?.start ?? words.length) <= offset;
      if (isInAtom || words[offset - 1] === '\\') return [];
      if (sign === '^' && /[[^]/.test(words[offset - 1] ?? '')) return [];
      if (sign === '@' && isKeyAt(words, offset, isKey)) return [];
      return [{ ...shift({ start: offset, end: offset }, at), text: '\\' }];
    });
  });
  return [...markdownChanges(brief), ...escapes];
}

function isKeyAt(words: string, offset: number, isKey: (id: string) => boolean): boolean {
  bareKey.lastIndex = offset;
  const written = bareKey.exec(words)?.[1];
  return written !== undefined && isKey(written.replace(/[./:-]+$/, ''));
}
