/**
 * The edge between the URIs of the client and ours. A client may spell one file in many ways: percent-encoded more or less,
 * with another drive letter, through a symbolic link. Inside there is one URI for each file, its identity, and what is sent
 * back is spelled as the client did.
 */
import { withTrailingSlash } from '../host/exclusions.ts';

export interface Spellings {
  /** The identity of a file that the client names. */
  identityOf(spelling: string): string;
  /** A file as the client spells it: as it was opened, else below the folder that the client opened. */
  spellingOf(identity: string): string;
  /**
   * Records that a document was opened. Returns its identity; undefined when the same file is open under another spelling,
   * whose text counts.
   */
  open(spelling: string): string | undefined;
  /** Records that a document was closed. Returns its identity; undefined when its text did not count. */
  close(spelling: string): string | undefined;
  /** Sets the workspace folders as the client spells them. Returns their identities, each once. */
  setFolders(spellings: readonly string[]): string[];
}

/** The keys of messages that hold a URI. */
const uriKeys = new Set(['uri', 'targetUri', 'oldUri', 'newUri']);
/** The keys of parts that hold no URI and make up most of long answers. */
const plainKeys = new Set(['range', 'selectionRange', 'targetRange', 'targetSelectionRange', 'originSelectionRange']);
/** A string that is a URI, in the arguments of commands. */
const isUri = /^[a-z][a-z0-9+.-]+:\/\//i;

/** What has none is no URI: a client may send an empty one. */
const hasScheme = /^[a-z][a-z0-9+.-]+:/i;

/** `resolve` returns the identity of any URI; it may ask the disk. */
export function createSpellings(resolve: (uri: string) => string): Spellings {
  const identities = new Map<string, string>();
  const owners = new Map<string, string>();
  /** By identity, a folder and the client's spelling of it, both with a slash at the end. The longest come first. */
  let folders: readonly (readonly [identity: string, spelling: string])[] = [];
  const folderIdentityOf = (spelling: string) => {
    const wanted = withTrailingSlash(spelling);
    return folders.find(([, written]) => written === wanted)?.[0].replace(/\/$/, '');
  };
  return {
    // A folder that is gone is still the one that was opened, also where a link led to it.
    identityOf: (spelling) => identities.get(spelling) ?? folderIdentityOf(spelling) ?? resolve(spelling),
    spellingOf(identity) {
      const owner = owners.get(identity);
      if (owner !== undefined) return owner;
      const below = folders.find(([folder]) => identity.startsWith(folder));
      return below ? below[1] + identity.slice(below[0].length) : identity;
    },
    open(spelling) {
      const identity = resolve(spelling);
      const owner = owners.get(identity) ?? spelling;
      // Nothing is known of a document that does not count, so requests for it are answered empty.
      identities.set(spelling, owner === spelling ? identity : `${identity}#${spelling}`);
      if (owner !== spelling) return undefined;
      owners.set(identity, spelling);
      return identity;
    },
    close(spelling) {
      const identity = identities.get(spelling);
      identities.delete(spelling);
      if (identity === undefined || owners.get(identity) !== spelling) return undefined;
      owners.delete(identity);
      return identity;
    },
    setFolders(spellings) {
      const found = new Map<string, string>();
      for (const spelling of spellings) {
        const identity = withTrailingSlash(resolve(spelling));
        if (!found.has(identity)) found.set(identity, withTrailingSlash(spelling));
      }
      folders = [...found].sort(([a], [b]) => b.length - a.length);
      return [...found.keys()].map((identity) => identity.replace(/\/$/, ''));
    },
  };
}

/** A message with `map` applied to every URI in it: the same object when nothing changes. */
export function mapUris<T>(message: T, map: (uri: string) => string): T {
  return mapValue(message, map) as T;
}

function mapValue(value: unknown, map: (uri: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return mapFields(value as Record<string, unknown>, map);
  // Semantic tokens are long lists of numbers.
  if (typeof value[0] === 'number') return value;
  return mapItems(value, (item) => mapValue(item, map));
}

function mapItems(items: readonly unknown[], map: (item: unknown) => unknown): readonly unknown[] {
  const mapped = items.map(map);
  return mapped.some((item, index) => item !== items[index]) ? mapped : items;
}

function mapFields(record: Record<string, unknown>, map: (uri: string) => string): Record<string, unknown> {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(record)) {
    const before = record[key];
    const after = mapField(key, before, map);
    if (after === before) continue;
    changed ??= { ...record };
    changed[key] = after;
  }
  return changed ?? record;
}

function mapField(key: string, value: unknown, map: (uri: string) => string): unknown {
  if (typeof value === 'string') return uriKeys.has(key) && hasScheme.test(value) ? map(value) : value;
  if (plainKeys.has(key)) return value;
  if (key === 'arguments' && Array.isArray(value))
    return mapItems(value, (item) => (typeof item === 'string' && isUri.test(item) ? map(item) : mapValue(item, map)));
  return mapValue(value, map);
}
