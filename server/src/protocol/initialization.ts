/**
 * The `initializationOptions` of a client, in addition to the settings of the section `briefmark`. See
 * `docs/protocol.md`.
 */
export interface InitializationOptions {
  /** Client commands that the server may use in code actions and code lenses. Default: none. */
  readonly commands?: readonly string[];
  /** Whether the client shows views and wants the notification `briefmark/viewsChanged`. Default: false. */
  readonly views?: boolean;
  /**
   * The server's texts in the client's language, by English text. Default: those for the `locale`, otherwise English.
   */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  /** Whether the user trusts the authors of the workspace: files outside of it that it names may be read. Default: false. */
  readonly trusted?: boolean;
  /** Path of a folder outside the workspace where the index may be kept between sessions. Default: none. */
  readonly storage?: string | undefined;
}

/** Validates the options sent by a client. Values of an unexpected type count as absent. */
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
    trusted: given.trusted === true,
    storage: isString(given.storage) ? given.storage : undefined,
  };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
