/** The seed of all property tests is fixed, so that every run checks the same inputs; with `RUNS=` they are random ones. */
import fc from 'fast-check';

if (!(Number(process.env.RUNS ?? 0) > 0)) fc.configureGlobal({ seed: 20210924 });
