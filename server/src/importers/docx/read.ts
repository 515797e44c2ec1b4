/** Reads a Word file (Office Open XML, ECMA-376, transitional and strict) as a brief and the sources it cites. */

import * as l10n from '@vscode/l10n';
import { childrenOf, descendantsOf, type Element, find } from '../../base/markup.ts';
import { moveCitedLinks } from '../document/citedLinks.ts';
import type { Block } from '../document/document.ts';
import { createTally, describeTally } from '../document/leftOut.ts';
import { writeBrief } from '../document/write.ts';
import type { ImportResult } from '../importer.ts';
import { createReferences } from '../references/cslCitation.ts';
import { readBlocks, type WordContext } from './body.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type PackageFault, type WordPackage } from './package.ts';
import { readStyles } from './styles.ts';

/** Reads the bytes of a `.docx`. Without a text if it cannot be read: then the only problem says why. */
export function readDocx(bytes: Uint8Array): ImportResult {
  const opened = openPackage(bytes);
  if (typeof opened === 'string') return { problems: [{ message: describeFault(opened) }] };
  const body = find(opened.document.root, 'body');
  if (!body) return { problems: [{ message: describeFault('no-document') }] };
  const tally = createTally();
  const references = createReferences();
  const context: WordContext = {
    styles: readStyles(opened.parts('styles')[0]?.root),
    nextLabel: readNumbering(opened.parts('numbering')[0]?.root),
    references,
    tally,
    notesByBookmark: findMarkedNotes(opened.document.root),
  };
  const blocks = readBlocks(body, opened.document.targets, context);
  const notes = new Map([...readNotes(opened, 'footnote', context), ...readNotes(opened, 'endnote', context)]);
  for (const { root } of opened.parts('comments')) tally.comments += childrenOf(root, 'comment').length;
  const margins = [...opened.parts('header'), ...opened.parts('footer')];
  tally.headers = margins.filter(({ root }) => descendantsOf(root, 't').length > 0).length;
  const text = writeBrief({ blocks: blocks.map(withMovedLinks), notes });
  const entries = references.entries();
  const problems = describeTally(tally).map((message) => ({ message }));
  return { text, ...(entries.length > 0 && { entries }), problems };
}

/** The notes of one kind, by the id that their markers name. */
function readNotes(opened: WordPackage, kind: 'footnote' | 'endnote', context: WordContext): [string, Block[]][] {
  return opened.parts(`${kind}s`).flatMap((part) =>
    childrenOf(part.root, kind).flatMap((note): [string, Block[]][] => {
      // The lines above the notes are notes of their own.
      if (/separator|continuation/i.test(note.attributes.get('type') ?? '')) return [];
      return [[`${kind} ${note.attributes.get('id')}`, readBlocks(note, part.targets, context).map(withMovedLinks)]];
    }),
  );
}

function withMovedLinks(block: Block): Block {
  return block.kind === 'paragraph'
    ? { ...block, content: moveCitedLinks(block.content) }
    : { ...block, rows: block.rows.map((row) => row.map(moveCitedLinks)) };
}

/** Bookmarks around the marker of a note: cross-references to the note name them. */
function findMarkedNotes(root: Element): Map<string, string> {
  const notes = new Map<string, string>();
  const visit = (element: Element, open: Map<string, string>): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const id = child.attributes.get('id') ?? '';
      if (child.name === 'bookmarkStart') open.set(id, child.attributes.get('name') ?? '');
      else if (child.name === 'bookmarkEnd') open.delete(id);
      else if (child.name === 'footnoteReference' || child.name === 'endnoteReference') {
        for (const name of open.values()) notes.set(name, `${child.name.replace('Reference', '')} ${id}`);
      } else visit(child, open);
    }
  };
  // A bookmark around a marker ends in its paragraph.
  for (const paragraph of descendantsOf(root, 'p')) visit(paragraph, new Map());
  return notes;
}

function describeFault(fault: PackageFault): string {
  switch (fault) {
    case 'damaged':
      return l10n.t(
        'The file is damaged or is no Word file. Open it in Word or LibreOffice, save it again as .docx and import that.',
      );
    case 'no-document':
      return l10n.t('The file holds no Word document. Save the document as .docx and import that.');
    case 'too-large':
      return l10n.t(
        'The file unpacks to more text than can be imported. Split the document, or save it again as .docx.',
      );
  }
}
