import type { Located, Span } from '../../../base/text/span.ts';
import type { Loss, SourceName, When } from '../../ast.ts';

/** One citation of a note. Without a source and an address it has lost its source, unless it repeats another one. */
export interface NoteItem {
  readonly span: Span;
  /** `Ibid.`: the citation before it; `Filiu, From Deep State, p. 12`, `supra note 4`: one of an earlier note. */
  readonly repeats?: 'previous' | 'earlier';
  readonly source?: SourceName;
  readonly title?: Located<string>;
  readonly author?: Located<string>;
  readonly when?: When;
  readonly locator?: Span;
  readonly url?: Located<string>;
  readonly archive?: Located<string>;
  readonly accessed?: Span;
  /** How its source was lost, where the words do not show it. */
  readonly loss?: Loss;
}
