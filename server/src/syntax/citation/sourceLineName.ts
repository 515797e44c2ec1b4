/** The source and the date that a source line names. docs/format.md, "Source lines and datelines". */

import { inEitherCase, oneOf, words } from '../../base/text/phrases.ts';
import { type Span, slice } from '../../base/text/span.ts';
import type { When } from '../ast.ts';
import { isPartOfName, readWhen } from '../date/writtenDate.ts';
import { tokenize } from '../tokens.ts';
import { normalizeName } from './itemSource.ts';
import { isSourceLike } from './sourceName.ts';

export interface NamedSource {
  /** Absent where the source was lost. */
  readonly source?: { readonly name: string; readonly span: Span };
  readonly when?: When;
}

/** The `p 2` of `Moscow, in Russian 8 Oct 09 p 2`. */
const pagesBehind = /(?<=\d)\s(?:pp?|S)\.?\s\d[\d, –-]{0,20}\.?$/;
/** The `(London)` of `Al-Quds (London)`. */
const placeBehind = /(?<=\p{L})\s\(\p{Lu}[\p{L} .’'-]{1,30}\)\s*$/u;

/** `Graphic prepared by CRS`, `Guild analysis of port data`: who made a figure or a table. */
const makers = inEitherCase(words`adapted calculated compiled created prepared produced`);
const preparedBy = new RegExp(String.raw`^\s*(?:\p{Lu}\p{Ll}+ )?${oneOf(makers)} by (?=\p{Lu})`, 'u');
const analysisBy = /^(\p{Lu}\S*(?: \p{Lu}\S*){0,5}) (?:analysis|calculations?|compilation|estimates?)(?= |$)/u;

/** `Interfax news agency, Moscow, in Russian 0830 gmt 3 May 04`: the name before the first comma, the date at the end. */
export function readNamed(text: string, span: Span): NamedSource {
  const pages = pagesBehind.exec(slice(text, span))?.[0].length ?? 0;
  const tokens = tokenize(text, { start: span.start, end: span.end - pages }, []);
  let when: When | undefined;
  let nameEnd = span.end;
  for (let at = 0; at < tokens.length && !when; at++) {
    if (isPartOfName(tokens, at)) continue;
    when = readWhen(tokens, at);
    if (when) nameEnd = when.span.start;
  }
  const all = text.slice(span.start, nameEnd).split(/[,;]/, 1)[0]!.replace(placeBehind, '');
  const lead = preparedBy.exec(all)?.[0].length ?? 0;
  const written = analysisBy.exec(all)?.[1] ?? all.slice(lead);
  const name = normalizeName(written);
  const from = span.start + lead;
  const start = from + written.length - written.replace(/^[\s*_]+/, '').length;
  const end = from + written.replace(/[\s*_]+$/, '').length;
  const source =
    name !== '' && isSourceLike(name, when !== undefined) && !/^https?:/i.test(name)
      ? { name, span: { start, end } }
      : undefined;
  return { ...(source && { source }), ...(when && { when }) };
}
