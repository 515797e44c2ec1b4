/** Word files for tests, from the XML of their parts. */
import { strToU8, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT_WORD = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface WordParts {
  /** The content of `w:body`. */
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly header?: string;
  /** The addresses of links, by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly isStrict?: boolean;
}

/** The bytes of a `.docx`. */
export function wordFile({ body, links = {}, isStrict = false, ...parts }: WordParts): Uint8Array {
  const names = { 'xmlns:w': isStrict ? STRICT_WORD : WORD, 'xmlns:r': RELATIONSHIPS };
  const attributes = Object.entries(names)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  const root = (name: string, content: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<w:${name}${attributes}>${content}</w:${name}>`);
  const rootNames = { numbering: 'numbering', header: 'hdr' } as Record<string, string>;
  const external = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/hyperlink" Target="${target.replaceAll('&', '&amp;')}" TargetMode="External"/>`,
  );
  const internal = Object.keys(parts).map(
    (name) => `<Relationship Id="part-${name}" Type="${RELATIONSHIPS}/${name}" Target="${name}.xml"/>`,
  );
  const relationships = (all: readonly string[]) =>
    strToU8(`<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`);
  return zipSync({
    '_rels/.rels': relationships([
      `<Relationship Id="a" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>`,
    ]),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships([...internal, ...external]),
    'word/_rels/footnotes.xml.rels': relationships(external),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [`word/${name}.xml`, root(rootNames[name] ?? name, content)]),
    ),
  });
}

/** A paragraph of runs; a text is a run of its own. */
export function p(content: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p>${properties}${content}</w:p>`;
}

/** A run with a text. */
export function t(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A link whose address is the relationship `id`. */
export function a(id: string, content: string): string {
  return `<w:hyperlink r:id="${id}">${content}</w:hyperlink>`;
}

/** A field with its instruction and what it shows. */
export function field(instruction: string, result: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const escaped = instruction.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve">${escaped}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
}

export const footnote = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const endnote = (id: number) => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;

/** The styles that the tests use, with ids as a German Word writes them. */
export const STYLES = [
  ['Titel', 'Title'],
  ['berschrift1', 'heading 1'],
  ['berschrift2', 'heading 2'],
  ['Zitat', 'Quote'],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('');
