/** The sample briefs. A web extension cannot list its own folder, so the file names are listed here. */
export const CASEBOOK_FOLDER = 'samples';

export const CASEBOOK_FILES: readonly string[] = [
  '.briefmark.yaml',
  'README.md',
  'entities.yaml',
  'sahel-outlook.brief.md',
  'sahel-update.brief.md',
  'sources.yaml',
  'taiwan-strait.brief',
  'taliban-neighbours-annotated.brief',
  'taliban-neighbours.brief',
];

/** The brief that is opened first: half of its sources are missing. */
export const FIRST_BRIEF = 'taliban-neighbours.brief';

/** `briefmark-casebook`, or `briefmark-casebook-2` and so on: the first free name. */
export async function findFreeName(isTaken: (name: string) => PromiseLike<boolean>): Promise<string> {
  const name = 'briefmark-casebook';
  if (!(await isTaken(name))) return name;
  for (let number = 2; ; number++) if (!(await isTaken(`${name}-${number}`))) return `${name}-${number}`;
}
