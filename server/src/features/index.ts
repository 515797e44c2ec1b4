/** All features. A new one is one line here; capabilities and request handlers follow from the list. */
import { codeLensFeature, codeLensResolveFeature } from './codeLens.ts';
import { diagnosticsFeature } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { hoverFeature } from './hover.ts';
import { inlayHintsFeature } from './inlayHints.ts';
import { outlineFeature } from './outline.ts';
import { fullTokensFeature, rangeTokensFeature, tokenDeltaFeature } from './tokenRequests.ts';

export const FEATURES: readonly Feature[] = [
  diagnosticsFeature,
  hoverFeature,
  outlineFeature,
  fullTokensFeature,
  tokenDeltaFeature,
  rangeTokensFeature,
  codeLensFeature,
  codeLensResolveFeature,
  inlayHintsFeature,
];
