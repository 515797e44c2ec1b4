/** What is known of the files that no editor has open: put into the workspace as they are read, and taken out of it. */

import { lineStarts } from '../../base/text/positions.ts';
import { inTurns } from '../../features/support/yielding.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { isRegistryName } from '../../protocol/fileNames.ts';
import { prepareScope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { readRegistryInSteps } from '../../syntax/registry/registry.ts';
import type { PackedFile } from '../../workspace/index/packedBatch.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** An open document is always left alone: its text wins. */
export interface ClosedFiles {
  /** These are the files from now on. Answers those that are none any more, which are still to be forgotten. */
  expect(uris: readonly string[]): string[];
  all(): Iterable<string>;
  /** Forgets a file; answers whether definitions went with it. */
  forget(uri: string): boolean;
  /**
   * Puts a file where it belongs; answers whether definitions may have changed. A registry is read in turns: when there is
   * a later text by then, or the reading is not wanted any more, that was for nothing.
   */
  take(uri: string, text: string, isCurrent: () => boolean, giveWay: () => Promise<void> | undefined): Promise<boolean>;
  /** As `take`, of a brief that was read elsewhere or by an earlier process. */
  takePacked(file: PackedFile, finder: NameFinder): void;
  /** Registries are held back until `release`: with some of them known, what the others define would be reported as unknown. */
  hold(): void;
  release(): void;
  /** What there is to keep of a file. */
  packedOf(uri: string): Pick<PackedFile, 'packed' | 'lines'> | undefined;
  /** Notes where the lines of a file begin that was closed with this text. */
  closed(uri: string, text: string): void;
  /** Where the lines of a file begin, as it was read last. */
  linesOf(uri: string): ArrayLike<number> | undefined;
}

export function createClosedFiles(workspace: Workspace, isOpen: (uri: string) => boolean): ClosedFiles {
  const lines = new Map<string, Int32Array>();
  let known = new Set<string>();
  let held: Map<string, Registry> | undefined;
  const noteLines = (uri: string, text: string) => void lines.set(uri, Int32Array.from(lineStarts(text)));

  return {
    expect(uris) {
      const before = known;
      known = new Set(uris);
      return [...before].filter((uri) => !known.has(uri));
    },
    all: () => known,
    forget(uri) {
      if (isOpen(uri)) return false;
      known.delete(uri);
      lines.delete(uri);
      held?.delete(uri);
      return workspace.remove(uri);
    },
    async take(uri, text, isCurrent, giveWay) {
      if (isOpen(uri)) return false;
      const registry = isRegistryName(uri) ? await inTurns(readRegistryInSteps(text), giveWay) : undefined;
      if (registry) await inTurns(prepareScope(registry), giveWay);
      if (isOpen(uri) || !isCurrent()) return false;
      known.add(uri);
      noteLines(uri, text);
      if (!registry) return workspace.putBrief(uri, readBrief(text), false);
      if (held) held.set(uri, registry);
      else workspace.putRegistry(uri, registry);
      return true;
    },
    takePacked({ uri, packed, lines: starts }, finder) {
      if (isOpen(uri)) return;
      known.add(uri);
      lines.set(uri, starts);
      workspace.putPacked(uri, packed, finder);
    },
    hold() {
      held = new Map();
    },
    release() {
      const registries = held ?? [];
      held = undefined;
      for (const [uri, registry] of registries) if (!isOpen(uri)) workspace.putRegistry(uri, registry);
    },
    packedOf(uri) {
      const [starts, packed] = [lines.get(uri), workspace.packedOf(uri)];
      return starts && packed && !isOpen(uri) ? { lines: starts, packed } : undefined;
    },
    closed: noteLines,
    linesOf: (uri) => lines.get(uri),
  };
}
