/** All formats that references are written in. A new one is one line here. */

import type { WriteReferences } from './writer.ts';

export interface WrittenFormat {
  readonly id: string;
  /** Loads its writer. */
  readonly load: () => Promise<WriteReferences>;
}

export const WRITTEN_FORMATS: readonly WrittenFormat[] = [
  { id: 'csl-yaml', load: async () => (await import('./cslYaml.ts')).writeCslYaml },
  { id: 'csl-json', load: async () => (await import('./cslJson.ts')).writeCslJson },
  { id: 'bibtex', load: async () => (await import('./bibtex.ts')).writeBibtex },
  { id: 'ris', load: async () => (await import('./ris.ts')).writeRis },
];
