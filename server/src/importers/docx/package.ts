/** The parts of a Word file (ECMA-376, part 2: a zip file in which relationships name the parts). */

import { unzipSync } from 'fflate';
import { childrenOf, type Element, MAX_PARTS, type MarkupBudget, readXml } from '../../base/markup.ts';

/** A part and the targets of its relationships, by id. */
export interface Part {
  readonly root: Element;
  readonly targets: ReadonlyMap<string, string>;
}

export interface WordPackage {
  readonly document: Part;
  /** The parts to which the document has a relationship of this kind, such as `footnotes`. */
  readonly parts: (kind: string) => readonly Part[];
}

/** Why a file is not read: it is no zip file or a part is not well-formed; no document is in it; it unpacks to too much. */
export type PackageFault = 'damaged' | 'no-document' | 'too-large';

/** The parts of a report of a thousand pages have a tenth of this. */
const MAX_UNPACKED_BYTES = 96 * 2 ** 20;
const textPart = /\.(?:xml|rels)$/i;
const readKinds = new Set(['footnotes', 'endnotes', 'styles', 'numbering', 'comments', 'header', 'footer']);
const otherFolder = /(?:^|\/)(?:theme|media|fonts|glossary|charts|diagrams|embeddings|customXml)\//i;

interface Relationship {
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Opens a Word file. A part that the document names and that cannot be read makes the whole file damaged: a note could be lost. */
export function openPackage(bytes: Uint8Array): WordPackage | PackageFault {
  const files = unpack(bytes);
  if (typeof files === 'string') return files;
  const budget = { left: MAX_PARTS };
  const fault = (): PackageFault => (budget.left < 0 ? 'too-large' : 'damaged');
  const roots = readRelationships(files, '', budget);
  if (!roots) return fault();
  const main = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined || !files.has(main)) return files.size > 0 ? 'no-document' : 'damaged';
  const relationships = readRelationships(files, main, budget);
  const document = readPart(files, main, budget);
  if (!document || !relationships) return fault();
  const parts: { readonly kind: string; readonly part: Part }[] = [];
  const read = new Set<string>();
  for (const { kind, target, isExternal } of relationships.values()) {
    if (!readKinds.has(kind) || isExternal || read.has(`${kind} ${target}`)) continue;
    read.add(`${kind} ${target}`);
    const part = readPart(files, target, budget);
    if (!part) return fault();
    parts.push({ kind, part });
  }
  return { document, parts: (kind) => parts.flatMap((one) => (one.kind === kind ? [one.part] : [])) };
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> | PackageFault {
  let unpackedBytes = 0;
  let isTooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!textPart.test(name) || otherFolder.test(name)) return false;
        // fflate unpacks no more than this size, even if more follows.
        unpackedBytes += originalSize;
        isTooLarge ||= unpackedBytes > MAX_UNPACKED_BYTES;
        return !isTooLarge;
      },
    });
    return isTooLarge ? 'too-large' : new Map(Object.entries(files));
  } catch {
    return 'damaged';
  }
}

function readPart(files: ReadonlyMap<string, Uint8Array>, name: string, budget: MarkupBudget): Part | undefined {
  const file = files.get(name);
  const root = file && readXml(decodeXml(file), budget);
  if (!root) return undefined;
  const relationships = readRelationships(files, name, budget);
  if (!relationships) return undefined;
  const targets = [...relationships].map(([id, { target }]) => [id, target] as const);
  return { root, targets: new Map(targets) };
}

/** By id, the relationships of a part; of the whole package if `name` is empty. Undefined if the file with them cannot be read. */
function readRelationships(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  budget: MarkupBudget,
): Map<string, Relationship> | undefined {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const file = files.get(`${folder}_rels/${name.slice(folder.length)}.rels`);
  const root = file && readXml(decodeXml(file), budget);
  if (file && !root) return undefined;
  const relationships = new Map<string, Relationship>();
  for (const { attributes } of root ? childrenOf(root, 'Relationship') : []) {
    const isExternal = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    relationships.set(attributes.get('Id') ?? '', {
      kind: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: isExternal ? target : resolvePath(folder, target),
      isExternal,
    });
  }
  return relationships;
}

function resolvePath(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** XML is UTF-8 or begins with a byte order mark. */
function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
