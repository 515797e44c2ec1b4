import { type CslDateResult, readCslDate } from './cslDate.ts';
import { findFullDate } from './fullDate.ts';
import { isValidDate } from './isoDate.ts';

/** Reads the date that front matter declares: as registries write dates, or in words, as `4 March 2022` or `4 de marzo de 2022`. */
export function readDeclaredDate(input: unknown): CslDateResult {
  const read = readCslDate(input);
  if (read.problem === undefined || typeof input !== 'string') return read;
  const date = findFullDate(input.trim());
  return date?.span.start === 0 && isValidDate(date.value) ? { date: date.value } : read;
}
