/** The files of a command as values: the registries all at once, the briefs one after the other. */

import type { Scope } from '../model/scope.ts';
import { createWorkspace } from '../model/workspace.ts';
import { type Brief, readBrief } from '../syntax/brief.ts';
import { lineStarts, type Position, positionAt } from '../syntax/lines.ts';
import { readRegistry } from '../syntax/registry.ts';
import type { Registry } from '../syntax/registryTypes.ts';
import type { Input } from './inputs.ts';

/** A file that was read. */
export interface ProjectFile {
  /** As the user would write it. */
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly positionAt: (offset: number) => Position;
}

/** A brief while it is its turn; of what is kept of it afterwards, `source` is enough. */
export interface BriefFile extends ProjectFile {
  readonly kind: 'brief';
  readonly source: ProjectFile;
  readonly brief: Brief;
  readonly scope: Scope;
}

export interface RegistryFile extends ProjectFile {
  readonly kind: 'registry';
  readonly source: ProjectFile;
  readonly registry: Registry;
  readonly scope: Scope;
}

export interface Project {
  /** The files that were asked for, in order; every brief is read when it is its turn and not kept. */
  readonly files: () => AsyncIterable<BriefFile | RegistryFile>;
  /** Any registry, also one that is there only for what it defines. */
  readonly registry: (uri: string) => ProjectFile | undefined;
}

/** So many files are read at once. */
const BATCH = 64;

/** Reads the registries. Files that cannot be read are told to `unreadable` and left out. */
export async function openProject(
  inputs: readonly Input[],
  unreadable: (name: string, error: unknown) => void,
): Promise<Project> {
  const read = async (input: Input): Promise<ProjectFile | undefined> => {
    const text = await input.read().catch((error: unknown) => unreadable(input.name, error));
    return text === undefined ? undefined : placed(input, text);
  };
  const workspace = createWorkspace();
  const registries = new Map<string, { file: ProjectFile; registry: Registry }>();
  for await (const [input, file] of inBatches(
    inputs.filter(({ kind }) => kind === 'registry'),
    read,
  )) {
    if (!file) continue;
    const registry = readRegistry(file.text);
    registries.set(input.uri, { file, registry });
    workspace.putRegistry(input.uri, registry);
  }
  return {
    registry: (uri) => registries.get(uri)?.file,
    async *files() {
      const named = inputs.filter((input) => input.named);
      const readBriefs = async (input: Input) => (input.kind === 'brief' ? read(input) : undefined);
      for await (const [input, file] of inBatches(named, readBriefs)) {
        const { uri } = input;
        const known = registries.get(uri);
        if (known) {
          const { file: source, registry } = known;
          yield { ...source, kind: 'registry', source, registry, scope: workspace.scopeOf(uri) };
        }
        if (!file) continue;
        const brief = readBrief(file.text);
        workspace.putBrief(uri, brief, true);
        yield { ...file, kind: 'brief', source: file, brief, scope: workspace.scopeOf(uri) };
        workspace.remove(uri);
      }
    },
  };
}

function placed({ name, uri }: Input, text: string): ProjectFile {
  let starts: readonly number[] | undefined;
  return {
    name,
    uri,
    text,
    positionAt(offset) {
      starts ??= lineStarts(text);
      return positionAt(starts, offset);
    },
  };
}

async function* inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): AsyncIterable<[T, R]> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH);
    const results = await Promise.all(batch.map(work));
    for (const [index, item] of batch.entries()) yield [item, results[index]!];
  }
}
