/** An index store in a folder of this machine. Deleting the folder costs time, nothing else. */
import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { IndexStore } from './indexStore.ts';

const DIGEST_BYTES = 20;

/** `version` identifies the build: what another build has stored is not read. */
export function createNodeIndexStore(folder: string, version: string): IndexStore {
  const pathOf = (name: string) => join(folder, `${name}.index`);
  const digestOf = (data: Uint8Array | string) => createHash('sha1').update(version).update(data).digest();
  let writeCount = 0;
  return {
    digest: (text) => digestOf(text).toString('hex'),
    async get(name) {
      try {
        const bytes = await promises.readFile(pathOf(name));
        const data = bytes.subarray(DIGEST_BYTES);
        return digestOf(data).equals(bytes.subarray(0, DIGEST_BYTES)) ? deserialize(data) : undefined;
      } catch {
        return undefined;
      }
    },
    async put(name, value) {
      const data = serialize(value);
      const temporaryPath = `${pathOf(name)}.${process.pid}.${writeCount++}`;
      await promises.mkdir(folder, { recursive: true });
      try {
        await promises.writeFile(temporaryPath, Buffer.concat([digestOf(data), data]));
        await promises.rename(temporaryPath, pathOf(name));
      } finally {
        await promises.rm(temporaryPath, { force: true });
      }
    },
  };
}
