/**
 * Keeps the compiled bundles between starts, where Node can (22.1 and later, as in today's VS Code): the second start compiles
 * nothing. Imported before anything else, since only what is loaded later is kept.
 */
import * as nodeModule from 'node:module';

if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache();
}
