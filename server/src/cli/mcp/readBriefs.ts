/** The briefs that a tool of `briefmark mcp` is asked about: files below the root, or a text. */

import { join, resolve, sep } from 'node:path';
import { checkBriefArguments, type ToolContext } from '../../assistants/tool.ts';
import { describeFileNote } from '../../host/fileNotes.ts';
import { realPathOf, toFileUri } from '../../host/nodeUris.ts';
import { findInputs, type Input, unreadableError } from '../inputs.ts';
import { parseOverrides } from '../overrides.ts';
import { openProject, type Project } from '../project.ts';
import { createUsageError } from '../usageError.ts';

/** Reads below `root`, the real path of a folder and the current folder of the process. */
export function createToolContext(root: string): ToolContext {
  return {
    refuse,
    async brief({ path, text, profile }) {
      checkBriefArguments({ ...(path !== undefined && { path }), ...(text !== undefined && { text }) }, refuse);
      const overrides = parseOverrides((option) => (option === 'profile' && profile !== undefined ? [profile] : []));
      const { files } = await findInputs([path === undefined ? '-' : insideRoot(root, path)], [], async () =>
        Buffer.from(text ?? ''),
      );
      const named = files.filter((file) => file.named);
      if (named.length !== 1 || named[0]?.kind !== 'brief') throw createUsageError(`“${path}” is not a brief.`);
      for await (const file of (await readProject(files, overrides)).files()) if (file.kind === 'brief') return file;
      throw createUsageError(`“${path}” cannot be read as a brief.`);
    },
    async scope() {
      const { files } = await findInputs(['.'], [], async () => Buffer.from(''));
      const project = await readProject(
        files.filter(({ kind }) => kind === 'registry'),
        {},
      );
      return project.workspace.scopeOf(toFileUri(join(root, 'none.brief')));
    },
  };
}

function refuse(words: string): never {
  throw createUsageError(words);
}

/** The relative path of a file below the root. Throws a usage error if the path leads elsewhere, also through links. */
function insideRoot(root: string, path: string): string {
  const target = realPathOf(resolve(root, path));
  if (!target.startsWith(join(root, sep)))
    throw createUsageError(`“${path}” is outside of the folder that this server may read.`);
  return path;
}

function readProject(files: readonly Input[], overrides: Parameters<typeof openProject>[3]): Promise<Project> {
  return openProject(
    files,
    (name, error) => {
      throw unreadableError(name, error);
    },
    (name, note) => {
      throw createUsageError(describeFileNote(name, note));
    },
    overrides,
  );
}
