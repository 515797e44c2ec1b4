/**
 * The command-line arguments for a task in tasks.json: `{ "type": "briefmark", "command": "check", … }`. Values of the
 * wrong type are ignored. `--` lets a path start with a hyphen.
 */
export function taskArguments({ path, profile, failOn }: Readonly<Record<string, unknown>>): string[] {
  const option = (name: string, value: unknown) => (typeof value === 'string' ? [name, value] : []);
  const paths = (Array.isArray(path) ? path : [path]).filter((entry) => typeof entry === 'string' && entry !== '');
  return ['check', ...option('--profile', profile), ...option('--fail-on', failOn), '--', ...paths];
}
