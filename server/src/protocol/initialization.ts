/**
 * What a client may send as `initializationOptions`, apart from the settings of the section `briefmark`, which may be there
 * too. See `docs/protocol.md`.
 */
export interface InitializationOptions {
  /** Commands of the client that the server may name in code actions and code lenses. Default: none. */
  readonly commands?: readonly string[];
  /** Whether the client shows views, and wants the notification `briefmark/viewsChanged`. Default: false. */
  readonly views?: boolean;
  /** The texts of the server in the language of the client, by their English. Default: those for the `locale`, else English. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  /** The path of a folder outside the workspace in which the index may be kept from one start to the next. Default: none. */
  readonly storage?: string | undefined;
}

/** The options that a client has sent. What is not of the expected type counts as not sent. */
export function readInitializationOptions(value: unknown): Required<InitializationOptions> {
  const given = isRecord(value) ? value : {};
  return {
    commands: Array.isArray(given.commands) ? given.commands.filter(isString) : [],
    views: given.views === true,
    translations: isRecord(given.translations)
      ? Object.fromEntries(
          Object.entries(given.translations).filter((entry): entry is [string, string] => isString(entry[1])),
        )
      : undefined,
    storage: isString(given.storage) ? given.storage : undefined,
  };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
