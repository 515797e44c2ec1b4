/** Reproducible pseudo-random numbers. */

/**
 * @typedef {object} Random
 * @property {(limit: number) => number} below an integer from 0 to `limit`, exclusive
 * @property {(chance: number) => boolean} happens
 * @property {<T>(list: readonly T[]) => T} pick
 */

/** @param {number} seed @returns {Random} */
export function createRandom(seed) {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return {
    below,
    happens: (chance) => next() < chance,
    pick: (list) => /** @type {any} */ (list[below(list.length)]),
  };
}
