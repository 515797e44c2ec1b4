/**
 * Calendar dates as people write them, known as far as they were written.
 */

/** A date of the Gregorian calendar; what was not written is absent. `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}
