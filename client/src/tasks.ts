/** The command line as a task. Available where processes can run: on a desktop and on a remote machine. */
import {
  type ExtensionContext,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  type Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { taskArguments } from './taskArguments';

const TASK_TYPE = 'briefmark';
const PROBLEM_MATCHER = '$briefmark';
const CHECK_DEFINITION: TaskDefinition = { type: TASK_TYPE, command: 'check' };
/** The name that tasks.json and key bindings can refer to, so it is not translated. */
const CHECK_TASK_NAME = 'check workspace';

/** Provides a check task per folder, and resolves the tasks of tasks.json. */
export function registerTasks(context: ExtensionContext): { checkWorkspace(): Promise<void> } {
  const cli = context.asAbsolutePath('dist/cli.js');
  context.subscriptions.push(
    tasks.registerTaskProvider(TASK_TYPE, {
      provideTasks: () => folders().map((folder) => makeTask(cli, CHECK_DEFINITION, CHECK_TASK_NAME, folder)),
      resolveTask: ({ definition, name, scope }) =>
        definition.command === 'check' ? makeTask(cli, definition, name, scope) : undefined,
    }),
  );
  return { checkWorkspace: () => checkWorkspace(cli) };
}

async function checkWorkspace(cli: string): Promise<void> {
  const hasSeveralFolders = folders().length > 1;
  const folder = hasSeveralFolders
    ? await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which folder?') })
    : folders()[0];
  if (folder) await tasks.executeTask(makeTask(cli, CHECK_DEFINITION, CHECK_TASK_NAME, folder));
  else if (!hasSeveralFolders)
    void window.showInformationMessage(l10n.t('Open the folder that holds your briefs first.'));
}

function makeTask(cli: string, definition: TaskDefinition, name: string, scope: Task['scope']): Task {
  const folder = isFolder(scope) ? scope : folders()[0];
  const execution = new ProcessExecution(process.execPath, [cli, ...taskArguments(definition)], {
    // Makes the Electron executable of the desktop act as Node. Node itself ignores it.
    env: { ELECTRON_RUN_AS_NODE: '1', BRIEFMARK_TASK: '1' },
    ...(folder && { cwd: folder.uri.fsPath }),
  });
  const task = new Task(definition, scope ?? TaskScope.Workspace, name, TASK_TYPE, execution, PROBLEM_MATCHER);
  task.detail = l10n.t('Checks all briefs and registries and lists what it finds under Problems');
  task.presentationOptions = { clear: true };
  return task;
}

function isFolder(scope: Task['scope']): scope is WorkspaceFolder {
  return typeof scope === 'object';
}

/** The workspace folders on disk, where a process can run. */
function folders(): readonly WorkspaceFolder[] {
  const onDisk = ({ scheme }: Uri) => scheme === 'file';
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => onDisk(uri));
}
