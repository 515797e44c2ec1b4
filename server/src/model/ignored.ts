/** Which rules a brief asks to be left alone by, and where. FORMAT.md, section 3, "Ignore". */
import { type Brief, frontMatterOf } from '../syntax/brief.ts';

/** Codes of rules. */
export interface IgnoredCodes {
  /** In the whole brief. */
  readonly file: ReadonlySet<string>;
  /** In single blocks, by their index. */
  readonly blocks: ReadonlyMap<number, ReadonlySet<string>>;
}

/** The rules silenced in a brief, by comments or by the front matter. */
export function ignoredCodes(brief: Brief): IgnoredCodes {
  const file = new Set(frontMatterOf(brief)?.ignore.map((code) => code.value));
  const blocks = new Map<number, Set<string>>();
  let pending = new Set<string>();
  for (const [index, block] of brief.blocks.entries()) {
    const here = pending;
    let next = new Set<string>();
    for (const { scope, codes, beforeProse } of block.ignores) {
      const into = scope === 'file' ? file : beforeProse ? here : next;
      for (const { value } of codes) into.add(value);
    }
    const isPassedOver = block.kind !== 'paragraph' || block.shape === 'comment';
    if (here.size > 0) blocks.set(index, here);
    if (isPassedOver) next = new Set([...here, ...next]);
    pending = next;
  }
  return { file, blocks };
}
