/**
 * Where the project lives: as package.json says, or else as GitHub Actions does, which runs in the repository that it publishes.
 * `node scripts/repository.mjs` writes what is found to package.json, for packages that are made there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run.mjs';

/**
 * The fields `repository`, `bugs` and `homepage` of a package.json; none if nothing says where the project lives.
 * @param {Record<string, unknown>} manifest @param {NodeJS.ProcessEnv} env
 */
export function repositoryFields(manifest, env) {
  const { repository, bugs, homepage } = manifest;
  if (repository) return { repository, bugs, homepage };
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
  if (!server || !name) return {};
  const address = `${server}/${name}`;
  return {
    repository: { type: 'git', url: `git+${address}.git` },
    bugs: { url: `${address}/issues` },
    homepage: `${address}#readme`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${JSON.stringify({ ...manifest, ...repositoryFields(manifest, process.env) }, null, 2)}\n`);
}
