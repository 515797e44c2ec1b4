/**
 * What the server asks of the client, because only the client can reach files that are not on the disk of the server's
 * machine: in a browser, on a remote or virtual file system.
 */
export interface FileRequests {
  /** The URIs of all briefs and registries in these folders and below. */
  'briefmark/files': { params: { readonly folders: readonly string[] }; result: readonly string[] };
  /** The text of a file, without a byte order mark. An error when the file cannot be read. */
  'briefmark/read': { params: { readonly uri: string }; result: string };
}
