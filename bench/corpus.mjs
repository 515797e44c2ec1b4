/** The files of the benchmark: written when they are first needed, then reused until the scripts that write them change. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBibliography } from './bibliography.mjs';
import { writeBrief } from './briefs.mjs';
import { createWorld } from './world.mjs';

const BRIEF_LENGTH = 4_000;
const FILES_PER_FOLDER = 100;

/**
 * @typedef {import('./briefs.mjs').Form} Form
 * @typedef {object} Corpus
 * @property {import('./world.mjs').World} world
 * @property {(extension: string) => string} openFolder a folder with the registries and no brief
 * @property {(extension: string) => string} bibliographyFolder as `openFolder`, with a large bibliography
 * @property {(extension: string, count: number, form?: Form) => string} indexFolder a folder with the registries and this many briefs
 */

/** @param {string} work @returns {Corpus} */
export function prepareCorpus(work) {
  const world = createWorld();
  const hash = createHash('sha256');
  for (const script of ['random.mjs', 'world.mjs', 'briefs.mjs', 'corpus.mjs', 'bibliography.mjs']) {
    hash.update(readFileSync(new URL(script, import.meta.url)));
  }
  const home = join(work, `corpus-${hash.digest('hex').slice(0, 12)}`);
  for (const name of existsSync(work) ? readdirSync(work) : []) {
    const old = join(work, name);
    if (name.startsWith('corpus-') && old !== home) rmSync(old, { recursive: true, force: true });
  }
  const indexFolder = (
    /** @type {string} */ extension,
    /** @type {number} */ count,
    /** @type {Form} */ form = 'parentheses',
  ) =>
    madeFolder(join(home, `${count}-${form}${extension}`), (folder) => {
      writeFileSync(join(folder, 'entities.yaml'), world.yaml.entities);
      writeFileSync(join(folder, 'sources.yaml'), world.yaml.sources);
      for (let index = 0; index < count; index++) writeFile(folder, world, index, extension, form);
    });
  const bibliographyFolder = (/** @type {string} */ extension) =>
    madeFolder(join(home, `bibliography${extension}`), (folder) => {
      writeFileSync(join(folder, 'entities.yaml'), world.yaml.entities);
      writeFileSync(join(folder, 'sources.yaml'), world.yaml.sources);
      writeFileSync(join(folder, '.briefmark.yaml'), 'bibliography: library.bib\n');
      writeFileSync(join(folder, 'library.bib'), writeBibliography(world));
    });
  return { world, openFolder: (extension) => indexFolder(extension, 0), bibliographyFolder, indexFolder };
}

/** The heading of the probe's own page, which the Markdown files link to. @param {import('./world.mjs').World} world */
export function probeLink({ probe }) {
  return `[${probe.name}](/probe.md#${probe.name.toLowerCase().replaceAll(' ', '-')})`;
}

/** @param {string} folder @param {import('./world.mjs').World} world @param {number} index @param {string} extension @param {Form} form */
function writeFile(folder, world, index, extension, form) {
  const inside = join(folder, String(Math.floor(index / FILES_PER_FOLDER)));
  if (index % FILES_PER_FOLDER === 0) mkdirSync(inside);
  const probe = extension === '.md' ? probeLink(world) : world.probe.name;
  writeFileSync(join(inside, `${index}${extension}`), writeBrief(world, index + 1, BRIEF_LENGTH, probe, form));
}

/** Fills the folder under a temporary name first, so that an interrupted run leaves no incomplete one. @param {string} folder @param {(folder: string) => void} fill */
function madeFolder(folder, fill) {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  fill(unfinished);
  renameSync(unfinished, folder);
  return folder;
}
