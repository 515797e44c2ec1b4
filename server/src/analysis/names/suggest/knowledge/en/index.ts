/** General knowledge about names in English, as data. The bundle `dist/nameLists.mjs` has it, and is loaded when names are suggested. */

export { default as countryNames } from './countries.json';
export { DEMONYMS } from './demonyms.ts';
export * as organizations from './organizations.ts';
export * as media from './outlets.ts';
export * as people from './people.ts';
export * as places from './places.ts';
export * as things from './things.ts';
