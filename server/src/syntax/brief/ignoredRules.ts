/** The rules that a brief silences, and where. docs/format.md, section 3, "Ignore". */
import type { Brief } from '../ast.ts';
import { frontMatterOf } from './brief.ts';
import { chunksOf, perChunk } from './chunks.ts';

/** Codes of rules. */
export interface IgnoredCodes {
  /** In the whole brief. */
  readonly fileCodes: ReadonlySet<string>;
  /** In single blocks, by their index. */
  readonly blockCodes: ReadonlyMap<number, ReadonlySet<string>>;
}

const NONE: ReadonlySet<string> = new Set();
/** The indexes in a chunk of the blocks with ignore comments. */
const ignoringBlocks = perChunk(({ chunk: { blocks } }) =>
  blocks.flatMap(({ ignores }, at) => (ignores.length > 0 ? at : [])),
);

/** The rules silenced in a brief, by comments or by the front matter. */
export function ignoredCodes(brief: Brief): IgnoredCodes {
  const fileCodes = new Set(frontMatterOf(brief)?.ignore.map((code) => code.value));
  const blockCodes = new Map<number, ReadonlySet<string>>();
  let pending = NONE;
  const visitBlock = (index: number) => {
    const { ignores, kind, shape } = brief.blocks[index]!;
    const here = new Set(pending);
    const next = new Set<string>();
    for (const { scope, codes, isBeforeProse: beforeProse } of ignores) {
      const into = scope === 'file' ? fileCodes : beforeProse ? here : next;
      for (const { value } of codes) into.add(value);
    }
    if (here.size > 0) blockCodes.set(index, here);
    const isPassedOver = kind !== 'paragraph' || shape === 'comment';
    pending = isPassedOver ? new Set([...here, ...next]) : next;
  };
  let index = 0;
  for (const part of chunksOf(brief)) {
    for (const at of ignoringBlocks(part)) {
      // A comment that silences rules for the next paragraph also covers the headings before that paragraph.
      for (; pending.size > 0 && index < part.first + at; index++) visitBlock(index);
      index = part.first + at;
      visitBlock(index++);
    }
  }
  for (; pending.size > 0 && index < brief.blocks.length; index++) visitBlock(index);
  return { fileCodes, blockCodes };
}
