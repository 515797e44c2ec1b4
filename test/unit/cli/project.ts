import type { Input } from '../../../server/src/cli/inputs.ts';
import { openProject, type Project } from '../../../server/src/cli/project.ts';
import { isRegistryName } from '../../../server/src/protocol/fileNames.ts';
import type { CheckSettings } from '../../../server/src/rules/engine/settings.ts';

export interface ProjectOptions {
  /** Whether the files came with their folder, and not each by its name. */
  readonly inFolder?: boolean;
  /** What the command line says. */
  readonly checks?: Partial<CheckSettings>;
  /** Names of files that cannot be read. */
  readonly unreadable?: readonly string[];
}

/** A project of files in memory, by name. */
export function projectOf(
  files: Readonly<Record<string, string>>,
  { inFolder = true, checks = {}, unreadable = [] }: ProjectOptions = {},
): Promise<Project> {
  const inputs = Object.entries(files).map(([name, text]): Input => {
    const kind = isRegistryName(name) ? 'registry' : 'brief';
    const read = async () => (unreadable.includes(name) ? Promise.reject(new Error('no')) : { text });
    return { name, uri: `file:///work/${encodeURI(name)}`, kind, named: true, inFolder, read };
  });
  return openProject(
    inputs,
    (name, error) => {
      if (!unreadable.includes(name)) throw new Error(`${name}: ${error}`);
    },
    (name, note) => {
      throw new Error(`${name}: ${note}`);
    },
    checks,
  );
}
