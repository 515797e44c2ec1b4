/** What the pages about one brief have in common: the parts that are shown, and the version of the text that they belong to. */
import type { Preview } from '../../../../../server/src/protocol/preview';
import { createParts } from './parts';

/** What was shown before. */
export interface Shown {
  /** Whether nothing was. */
  readonly isFirst: boolean;
  /** Whether another brief was, or nothing. */
  readonly isOther: boolean;
}

export function createBriefPage() {
  const element = document.getElementById('page')!;
  const parts = createParts(element);
  let version = -1;
  let uri = '';
  return {
    element,
    lines: parts.lines,
    /** The brief that is shown; empty before the first one. */
    uri: () => uri,
    version: () => version,
    /** The offset in the brief that an element with `data-at` stands for. */
    offsetOf: (located: Element) => parts.startOf(located).at + Number(located.getAttribute('data-at')),
    show(next: Preview & { readonly uri: string }): Shown {
      const shown = { isFirst: version < 0, isOther: uri !== next.uri };
      ({ version, uri } = next);
      document.title = next.title;
      element.lang = next.language;
      parts.show(next.parts);
      return shown;
    },
  };
}
