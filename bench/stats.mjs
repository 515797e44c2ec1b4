/**
 * @typedef {{ median: number, p95: number, count: number }} Stat
 * @typedef {object} Row one line of the results
 * @property {string} group
 * @property {string} name
 * @property {'ms' | 'bytes' | 'MB/s' | 'findings'} unit
 * @property {number} [limit] a value this high means that the answer took longer and was not waited for
 * @property {Partial<Record<import('./servers.mjs').ServerId, Stat>>} values
 * @property {Ratio} [ratio] with `--against`: this build to the other one
 *
 * @typedef {{ median: number, min: number, max: number }} Ratio over the rounds, each of which gives one ratio
 */

/** @param {readonly number[]} samples @returns {Stat | undefined} */
export function statOf(samples) {
  if (samples.length === 0) return undefined;
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

/**
 * How many times the floor a value is (for speeds, how many times slower); undefined where one of the two is missing.
 * @param {Row} row @param {import('./servers.mjs').ServerId} id
 */
export function ratioOf({ unit, values }, id) {
  const [floor, other] = [values.floor?.median, values[id]?.median];
  if (!floor || !other) return undefined;
  return unit === 'MB/s' ? floor / other : other / floor;
}

/**
 * One list of rows out of several rounds: the median of the medians, and how this build compares with the other one.
 * The ratios are taken within each round, since a busy moment slows both builds.
 * @param {readonly (readonly Row[])[]} rounds @returns {Row[]}
 */
export function combineRounds(rounds) {
  /** @type {Map<string, Row[]>} */
  const byRow = new Map();
  for (const row of rounds.flat()) {
    const key = `${row.group}\n${row.name}`;
    byRow.set(key, [...(byRow.get(key) ?? []), row]);
  }
  return [...byRow.values()].map(combineRows);
}

/** @param {Row[]} rows the same row in each round @returns {Row} */
function combineRows(rows) {
  const [first] = /** @type {[Row]} */ (rows);
  const ids = /** @type {const} */ (['before', 'briefmark']);
  const values = ids.flatMap((id) => {
    const stat = statOf(rows.flatMap(({ values }) => values[id]?.median ?? []));
    return stat ? [[id, stat]] : [];
  });
  const ratios = rows.flatMap(({ values }) => {
    const [before, now] = [values.before?.median, values.briefmark?.median];
    return before && now !== undefined ? now / before : [];
  });
  const median = statOf(ratios)?.median;
  return {
    ...first,
    values: Object.fromEntries(values),
    ...(median !== undefined && { ratio: { median, min: Math.min(...ratios), max: Math.max(...ratios) } }),
  };
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
