/** Errors that the user can fix: a wrong argument, a file that cannot be read. */

const USAGE_ERROR = 'UsageError';

/** An error whose message is printed as it is: what is wrong, where, and what to do next. The exit code is 2. */
export function createUsageError(message: string): Error {
  return Object.assign(new Error(message), { name: USAGE_ERROR });
}

/** Whether `createUsageError` made the error; any other error is a defect of the program. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === USAGE_ERROR;
}
