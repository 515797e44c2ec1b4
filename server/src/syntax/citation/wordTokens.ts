import type { Citation } from '../ast.ts';
import type { CitationToken } from './citationForm.ts';

/** What to color in an item that names its source and date in words. */
export function wordTokens({ span, source, title, when, url }: Citation): CitationToken[] {
  const dates = (when?.dates ?? []).map((date): CitationToken => ({ ...date.span, role: 'date' }));
  if (source) return [{ start: source.start, end: source.end, role: 'source' }, ...dates];
  if (title || url) return dates;
  return [{ start: when?.span.start ?? span.start, end: when?.span.end ?? span.end, role: 'missing' }];
}
