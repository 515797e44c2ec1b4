/** The one way to say that a command cannot run for a reason that the user can do something about. */

const USAGE_ERROR = 'CouldNotRun';

/** An error whose message is all that the user has to read: what, where, what to do next. */
export function createUsageError(message: string): Error {
  return Object.assign(new Error(message), { name: USAGE_ERROR });
}

/** Whether an error was made by `couldNotRun`; any other one is a defect of the program. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === USAGE_ERROR;
}
