// @ts-nocheck This extension runs in the editor under test: a folder that is on no disk, `briefs:/casebook`.
const { EventEmitter, FileSystemError, FileType, Uri, workspace } = require('vscode');

const NAMES = ['harbour.brief', 'harbour.entities.yaml', 'harbour.sources.yaml'];

exports.activate = async ({ extensionUri }) => {
  const changed = new EventEmitter();
  const files = new Map();
  const reading = Promise.all(
    NAMES.map(async (name) =>
      files.set(`/casebook/${name}`, await workspace.fs.readFile(Uri.joinPath(extensionUri, '../fixtures', name))),
    ),
  );
  const isFolder = ({ path }) => path === '/' || path === '/casebook';
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    async stat(uri) {
      await reading;
      const bytes = files.get(uri.path);
      if (!bytes && !isFolder(uri)) throw FileSystemError.FileNotFound(uri);
      return { type: bytes ? FileType.File : FileType.Directory, ctime: 0, mtime: 0, size: bytes?.length ?? 0 };
    },
    async readDirectory({ path }) {
      await reading;
      return path === '/casebook' ? NAMES.map((name) => [name, FileType.File]) : [['casebook', FileType.Directory]];
    },
    async readFile(uri) {
      await reading;
      const bytes = files.get(uri.path);
      if (!bytes) throw FileSystemError.FileNotFound(uri);
      return bytes;
    },
    writeFile: (uri, bytes) => void files.set(uri.path, bytes),
    createDirectory() {},
    delete() {},
    rename() {},
  };
  workspace.registerFileSystemProvider('briefs', provider, { isCaseSensitive: true });
};
