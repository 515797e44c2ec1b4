/** Separate from schema.ts, so that only the script that writes `syntaxes/review.schema.json` bundles zod's generator. */
import { toJsonSchema } from '../registry/jsonSchema.ts';
import { reviewSchema } from './schema.ts';

/** The JSON Schema (draft-07) of `NAME.review.yaml`, as plain data. */
export function reviewJsonSchema(): Record<string, unknown> {
  return toJsonSchema(reviewSchema(), 'Briefmark review', 'Comments on a brief, and sign-offs.');
}
