/** All formats of bibliographies. A new one is one line here. */

import type { BibliographyFormat } from './model/reference.ts';

export const BIBLIOGRAPHY_FORMATS: readonly BibliographyFormat[] = [
  {
    id: 'bibtex',
    name: 'BibTeX',
    extensions: ['bib', 'bibtex', 'biblatex'],
    load: async () => (await import('./bibtex/bibtex.ts')).cutBibtex,
  },
  {
    id: 'csl-json',
    name: 'CSL-JSON',
    extensions: ['json'],
    load: async () => (await import('./cslJson.ts')).cutCslJson,
  },
  {
    id: 'csl-yaml',
    name: 'CSL-YAML',
    extensions: ['yaml', 'yml'],
    load: async () => (await import('./cslYaml.ts')).cutCslYaml,
  },
  { id: 'ris', name: 'RIS', extensions: ['ris'], load: async () => (await import('./ris.ts')).cutRis },
  {
    id: 'endnote-xml',
    name: 'EndNote XML',
    extensions: ['xml'],
    load: async () => (await import('./endNote.ts')).cutEndNote,
  },
];

/** The format of a file with this name, path or URI; undefined if no bibliography has such a name. */
export function formatOfName(name: string): BibliographyFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return BIBLIOGRAPHY_FORMATS.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}
