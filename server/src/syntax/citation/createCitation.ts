import type { Citation, FormError } from '../ast.ts';

/** The fields that a form has to say something about. */
export type CitationFields = Pick<
  Citation,
  'form' | 'span' | 'group' | 'source' | 'when' | 'locator' | 'id' | 'formErrors' | 'template'
>;

const NO_MARKERS: Citation['markers'] = [];
export const NO_FORM_ERRORS: readonly FormError[] = [];

/**
 * The only function that creates citations. All have the same fields in the same order, because V8 reads objects of one
 * shape much faster. Fields that no form reads yet are undefined.
 */
export function createCitation(fields: CitationFields): Citation {
  return {
    form: fields.form,
    span: fields.span,
    group: fields.group,
    markers: NO_MARKERS,
    note: undefined,
    source: fields.source,
    title: undefined,
    author: undefined,
    when: fields.when,
    locator: fields.locator,
    url: undefined,
    archive: undefined,
    accessed: undefined,
    id: fields.id,
    formErrors: fields.formErrors,
    template: fields.template,
  };
}
