/** A format in which a brief can be exported, as the command line and the client offer it. */
export interface ExportFormat {
  /** The value of `export --format`, and of `format` in the request `briefmark/export`. */
  readonly id: string;
  /** The file extension, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The name of the format in the user's language. */
  readonly title: string;
  /** What an export holds, in a few words of the user's language. */
  readonly description: string;
}
