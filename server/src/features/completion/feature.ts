/** The LSP side of completion. The rest is loaded on the first request, which keeps startup fast. */
import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';

/**
 * Characters that trigger completion. In prose most of them mean nothing, and then nothing is offered. `(` `;` `,`:
 * citation groups; `(` `:`: tags; `@`: keys; `:`: fields of registries, and notes; `^`: labels of notes.
 */
const TRIGGERS = ['(', ';', ',', ':', '@', '^', '（', '；', '，'];

export const completionFeature: Feature<CompletionParams, CompletionList> = {
  method: 'textDocument/completion',
  capability: () => ({ completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } }),
  answer: async (params, context) => (await import('./index.ts')).answerCompletion(params, context),
  empty: { isIncomplete: false, items: [] },
};

export const completionResolveFeature: Feature<CompletionItem, CompletionItem> = {
  method: 'completionItem/resolve',
  capability: () => ({}),
  answer: async (item, context) => (await import('./index.ts')).resolveCompletion(item, context),
};
