/** The package.json of the npm package, and where the project lives. */
import { expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { npmManifest } from '../../../scripts/npmPackage.mjs';
import { repositoryFields } from '../../../scripts/repository.mjs';

const ADDRESSES = {
  repository: { type: 'git', url: 'git+https://git.example/desk/briefmark.git' },
  bugs: { url: 'https://git.example/desk/briefmark/issues' },
  homepage: 'https://git.example/desk/briefmark#readme',
};
const ACTIONS = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'desk/briefmark' };

test('has no dependencies, scripts or parts of the extension, and can be published', () => {
  const packed = npmManifest(manifest, {});
  expect(Object.keys(packed)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:private|scripts|contributes|publisher|.*dependencies)$/i)]),
  );
  expect(packed).toMatchObject({
    name: manifest.name,
    version: manifest.version,
    license: manifest.license,
    bin: manifest.bin,
    engines: { node: manifest.engines.node },
  });
});

test('says where the project lives, if the project or GitHub Actions says it', () => {
  expect(npmManifest(manifest, ACTIONS)).toMatchObject(ADDRESSES);
  expect(npmManifest({ ...manifest, ...ADDRESSES }, {})).toMatchObject(ADDRESSES);
  expect(repositoryFields(ADDRESSES, { ...ACTIONS, GITHUB_REPOSITORY: 'fork/briefmark' })).toEqual(ADDRESSES);
  expect(repositoryFields({}, {})).toEqual({});
});

test('the project says where it lives in all fields or in none', () => {
  const fields: Record<string, unknown> = manifest;
  const given = ['repository', 'bugs', 'homepage'].filter((name) => name in fields);
  expect([0, 3]).toContain(given.length);
  if (given.length > 0) expect(repositoryFields(fields, {})).toMatchObject({ bugs: { url: expect.any(String) } });
});
