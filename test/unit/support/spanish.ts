/** The server as a reader of Spanish has it. */
import { afterAll, beforeAll, vi } from 'vitest';
import translations from '../../../l10n/bundle.l10n.es.json' with { type: 'json' };

export { translations };

/** Many modules are loaded once more. In milliseconds. */
const LOAD_TIMEOUT_MS = 60_000;

/**
 * What `load` imports, as it is when the language is Spanish: texts are looked up when modules are loaded. It is there when
 * the tests of the file run; whatever comes after them finds English again, since all unit tests share their modules.
 */
export function loadInSpanish<T extends object>(load: () => Promise<T>): () => T {
  let loaded: T | undefined;
  const loadTexts = async (texts: Record<string, string> | undefined) => {
    vi.resetModules();
    const { setTranslations: translateInto } = await import('../../../server/src/host/translations.ts');
    translateInto(texts);
  };
  beforeAll(async () => {
    await loadTexts(translations);
    loaded = await load();
  }, LOAD_TIMEOUT_MS);
  afterAll(async () => {
    await loadTexts(undefined);
    vi.resetModules();
  }, LOAD_TIMEOUT_MS);
  return () => loaded!;
}
