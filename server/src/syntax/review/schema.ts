/** The schema of a review file. Its completion, its hovers and its JSON Schema are derived from it; `review.ts` reads and checks. */

import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { lazy } from '../../base/memo/lazy.ts';

const remarkFields = () => ({
  author: z.optional(z.string().check(z.describe(l10n.t('Who wrote it.')))),
  date: z.optional(z.string().check(z.describe(l10n.t('When, such as 2024-03-11T09:30:10Z.')))),
  text: z.string().check(z.describe(l10n.t('The comment. Line breaks stay.'))),
});

const commentSchema = () =>
  z.looseObject({
    ...remarkFields(),
    state: z.optional(
      z.enum(['open', 'resolved']).check(z.describe(l10n.t('open or resolved. Without it, the comment is open.'))),
    ),
    quote: z
      .looseObject({
        exact: z.string().check(z.describe(l10n.t('The words that the comment is about, as they were.'))),
        prefix: z.optional(z.string().check(z.describe(l10n.t('Up to 32 characters before the words.')))),
        suffix: z.optional(z.string().check(z.describe(l10n.t('Up to 32 characters after the words.')))),
      })
      .check(z.describe(l10n.t('Where the comment belongs: a TextQuoteSelector of the W3C.'))),
    replies: z.optional(z.array(z.looseObject(remarkFields())).check(z.describe(l10n.t('Answers, the oldest first.')))),
  });

const signoffSchema = () =>
  z.looseObject({
    name: z.string().check(z.describe(l10n.t('Who has signed.'))),
    date: z.optional(z.string().check(z.describe(l10n.t('When, such as 2024-03-11T09:30:10Z.')))),
    sha256: z
      .string()
      .check(
        z.regex(/^[0-9a-fA-F]{64}$/),
        z.describe(l10n.t('The SHA-256 of the text that was signed, with \\n as line ends.')),
      ),
  });

export const reviewSchema = lazy(() =>
  z.looseObject({
    comments: z.optional(z.array(commentSchema()).check(z.describe(l10n.t('Comments on statements.')))),
    signoffs: z.optional(z.array(signoffSchema()).check(z.describe(l10n.t('Who has signed for which text.')))),
  }),
);
