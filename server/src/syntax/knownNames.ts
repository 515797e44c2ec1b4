/** What the registries say about the words of a brief, where the words alone leave open what they are. An immutable value. */
export interface KnownNames {
  /** Whether a registry has an outlet of this name. */
  readonly isOutlet: (name: string) => boolean;
  /** Whether all entries of this name are places, events or weapons, which are no sources. */
  readonly isNoSource: (name: string) => boolean;
  /** Whether a registry has a source with this id. */
  readonly hasSource: (id: string) => boolean;
}

const never = () => false;

/** What an empty registry says. */
export const NOTHING_KNOWN: KnownNames = { isOutlet: never, isNoSource: never, hasSource: never };

/** What a registry with every outlet and every id would say: with it, a brief has all citations that any registry can make of it. */
export const EVERYTHING_KNOWN: KnownNames = { isOutlet: () => true, isNoSource: never, hasSource: () => true };

/** `known`, with a record in `asked` of the names that are no outlets: only if a registry adds one of them the answers change. */
export function recordAsked(known: KnownNames, asked: Set<string>): KnownNames {
  return {
    ...known,
    isOutlet(name) {
      const isOutlet = known.isOutlet(name);
      if (!isOutlet) asked.add(name);
      return isOutlet;
    },
  };
}
