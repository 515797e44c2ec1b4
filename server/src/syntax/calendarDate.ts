/** A date of the Gregorian calendar; parts that are not written are absent. `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Present where the year was written with two digits, so that its century is a guess: it is never later than the brief. */
  readonly hasShortYear?: true;
}
