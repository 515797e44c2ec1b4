import type { Input } from '../../../server/src/cli/inputs.ts';
import { openProject, type Project } from '../../../server/src/cli/project.ts';
import { isRegistryName } from '../../../server/src/host/fileNames.ts';

/** A project of files in memory, by name. */
export function projectOf(files: Readonly<Record<string, string>>): Promise<Project> {
  const inputs = Object.entries(files).map(([name, text]): Input => {
    const kind = isRegistryName(name) ? 'registry' : 'brief';
    return { name, uri: `file:///work/${encodeURI(name)}`, kind, named: true, inFolder: true, read: async () => text };
  });
  return openProject(inputs, (name, error) => {
    throw new Error(`${name}: ${error}`);
  });
}
