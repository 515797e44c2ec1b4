// @ts-nocheck This extension runs in the editor under test: a folder that is on no disk, `briefs:/casebook`.
const { commands, EventEmitter, FileSystemError, FileType, lm, Uri, window, workspace } = require('vscode');

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
  commands.registerCommand('test.callAllTools', callAllTools);
  workspace.registerFileSystemProvider('briefs', provider, { isCaseSensitive: true });
};

const INPUTS = {
  briefmark_check_brief: { path: 'harbour.brief' },
  briefmark_list_citations: { path: 'harbour.brief' },
  briefmark_find_source: { outlet: 'Harbour Watch' },
  briefmark_explain_rule: { code: 'missing-source' },
  briefmark_suggest_candidates: { path: 'harbour.brief' },
};

/** Calls each tool as a language model would, and shows the answers; and one with a path outside of the folder. */
async function callAllTools() {
  const call = async (name, input) => {
    const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content
      .map(({ value }) => value)
      .join('')
      .replace(/\s+/g, ' ');
  };
  const lines = [];
  for (const { name } of lm.tools.filter((tool) => tool.name.startsWith('briefmark_')))
    lines.push(`${name}: ${await call(name, INPUTS[name]).catch((error) => `failed: ${error.message}`)}`.slice(0, 400));
  await call('briefmark_check_brief', { path: '../secret.brief' }).catch(({ message }) =>
    lines.push(`refused: ${message}`),
  );
  // A document that is never dirty.
  workspace.registerTextDocumentContentProvider('answers', {
    provideTextDocumentContent: () => lines.sort().join('\n'),
  });
  await window.showTextDocument(Uri.parse('answers:/tools.txt'));
}
