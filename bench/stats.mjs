/**
 * @typedef {{ median: number, p95: number, count: number }} Stat
 * @typedef {object} Row one line of the results
 * @property {string} group
 * @property {string} name
 * @property {'ms' | 'bytes' | 'MB/s' | 'findings'} unit
 * @property {number} [limit] a value as high means: it took longer, and was not waited for
 * @property {Partial<Record<import('./servers.mjs').ServerId, Stat>>} values
 */

/** @param {readonly number[]} samples @returns {Stat | undefined} */
export function statOf(samples) {
  if (samples.length === 0) return undefined;
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

/** How many times the floor it is, or for speeds how many times slower; undefined where one of them is missing. @param {Row} row @param {import('./servers.mjs').ServerId} id */
export function ratioOf({ unit, values }, id) {
  const [floor, other] = [values.floor?.median, values[id]?.median];
  if (!floor || !other) return undefined;
  return unit === 'MB/s' ? floor / other : other / floor;
}

/**
 * Lets the subjects take turns, so that a noisy moment hits all of them. One that has used up its time stops early.
 * @template Subject @param {readonly Subject[]} subjects @param {{ rounds: number, each: number, budget: number }} plan
 * @param {(subject: Subject) => Promise<number | undefined>} measure milliseconds; undefined when the subject cannot do it
 * @returns {Promise<Map<Subject, number[]>>}
 */
export async function inTurns(subjects, { rounds, each, budget }, measure) {
  const samples = new Map(subjects.map((subject) => [subject, /** @type {number[]} */ ([])]));
  const used = new Map(subjects.map((subject) => [subject, 0]));
  for (let round = 0; round < rounds; round++) {
    for (const [subject, list] of samples) {
      for (let count = 0; count < each && (list.length < 2 || (used.get(subject) ?? 0) < budget); count++) {
        const began = performance.now();
        const time = await measure(subject);
        used.set(subject, (used.get(subject) ?? 0) + performance.now() - began);
        if (time === undefined) break;
        list.push(time);
      }
    }
  }
  return samples;
}
