/** Checks of the argument of a command, which comes from outside and may be anything. */

import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';

export type Check<T> = (value: unknown) => value is T;

/** A check for each field of a record. Fields that may be absent are checked as present or undefined (`optional`). */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<string, never> extends Pick<T, K> ? Check<T[K] | undefined> : Check<T[K]>;
};

export const isString: Check<string> = (value) => typeof value === 'string';
/** A position, an offset or a version: not negative. */
export const isCount: Check<number> = (value): value is number => Number.isInteger(value) && (value as number) >= 0;
export const isPosition: Check<Position> = record<Position>({ line: isCount, character: isCount });
export const isRange: Check<Range> = record<Range>({ start: isPosition, end: isPosition });

/** Checks that a value is a record with these fields; it may have others. */
export function record<T extends object>(fields: Fields<T>): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    checks.every(([name, isValid]) => isValid((value as Record<string, unknown>)[name]));
}

export function optional<T>(isValid: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || isValid(value);
}

/** A list in which every item passes. */
export function listOf<T>(isValid: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isValid);
}

export function oneOf<T extends string | number>(...values: readonly T[]): Check<T> {
  return (value): value is T => values.includes(value as T);
}

/** The argument of a command, if it is valid; else the request is answered with the error `InvalidParams`. */
export function checkedArgument<T>(command: string, argument: unknown, isValid: Check<T>): T {
  if (isValid(argument)) return argument;
  throw new ResponseError(ErrorCodes.InvalidParams, `${command}: invalid argument. See docs/protocol.md.`);
}
