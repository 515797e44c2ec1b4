/** Running text as runs of Word: emphasis, links, and references to footnotes. */

import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx';
import { parseWebAddress } from '../../base/text/webAddress.ts';
import { FOOTNOTE_MARK } from './footnoteMark.ts';
import { readInlineMarkdown } from './markdown.ts';

/** Inline Markdown as runs. Only `http(s)` addresses become links. */
export function writeInlines(markdown: string): ParagraphChild[] {
  const runs: ParagraphChild[] = [];
  let [bold, italics, strike] = [0, 0, 0];
  let link: { readonly address: string; readonly children: TextRun[] } | undefined;
  const add = (text: string, options: { readonly font?: string } = {}) => {
    for (const [index, part] of text.split(FOOTNOTE_MARK).entries()) {
      if (index % 2 === 1 && !link) runs.push(new FootnoteReferenceRun(Number(part)));
      else if (part !== '' && index % 2 === 0) {
        const style = { bold: bold > 0, italics: italics > 0, strike: strike > 0, ...options };
        if (link) link.children.push(new TextRun({ text: part, style: 'Hyperlink', ...style }));
        else runs.push(new TextRun({ text: part, ...style }));
      }
    }
  };
  for (const token of readInlineMarkdown(markdown)) {
    const { type, content } = token;
    if (type === 'text') add(content);
    else if (type === 'softbreak') add(' ');
    else if (type === 'hardbreak') runs.push(new TextRun({ break: 1 }));
    else if (type === 'code_inline') add(content, { font: 'Courier New' });
    else if (type === 'image') add(`${content} (${String(token.attrGet('src') ?? '')})`);
    else if (type === 'strong_open' || type === 'strong_close') bold += token.nesting;
    else if (type === 'em_open' || type === 'em_close') italics += token.nesting;
    else if (type === 's_open' || type === 's_close') strike += token.nesting;
    else if (type === 'link_open') {
      const address = parseWebAddress(String(token.attrGet('href') ?? ''));
      if (address !== undefined) link = { address, children: [] };
    } else if (type === 'link_close' && link) {
      runs.push(new ExternalHyperlink({ children: link.children, link: link.address }));
      link = undefined;
    }
  }
  return runs;
}
