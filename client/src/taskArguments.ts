/**
 * The words of the command line for a task of tasks.json: `{ "type": "briefmark", "command": "check", … }`. What a file says
 * may be anything; a path that begins with a hyphen is still a path.
 */
export function taskArguments({ path, profile, failOn }: Readonly<Record<string, unknown>>): string[] {
  const option = (name: string, value: unknown) => (typeof value === 'string' ? [name, value] : []);
  const paths = (Array.isArray(path) ? path : [path]).filter((entry) => typeof entry === 'string' && entry !== '');
  return ['check', ...option('--profile', profile), ...option('--fail-on', failOn), '--', ...paths];
}
