/** Plain data without what its citations are copies of, which says nothing of them. */
export function withoutPatterns<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPatterns) as T;
  const entries = Object.entries(value).filter(([key]) => key !== 'template');
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutPatterns(one)])) as T;
}
