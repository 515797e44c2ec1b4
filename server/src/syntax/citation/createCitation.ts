import type { Citation, FormError } from '../ast.ts';

/** The fields that every form has to say something about; the others are undefined unless given. */
export type CitationFields = Pick<Citation, 'form' | 'span' | 'group'> & Partial<Citation>;

const NO_FORM_ERRORS: readonly FormError[] = [];

/**
 * The only function that creates citations. All have the same fields in the same order, because V8 reads objects of one
 * shape much faster.
 */
export function createCitation(fields: CitationFields): Citation {
  return {
    form: fields.form,
    span: fields.span,
    group: fields.group,
    note: fields.note,
    source: fields.source,
    title: fields.title,
    author: fields.author,
    when: fields.when,
    locator: fields.locator,
    url: fields.url,
    archive: fields.archive,
    accessed: fields.accessed,
    id: fields.id,
    isRepeat: fields.isRepeat ?? false,
    loss: fields.loss,
    formErrors: fields.formErrors ?? NO_FORM_ERRORS,
    template: fields.template,
  };
}
