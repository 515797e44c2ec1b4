/** What the client knows of ids before it asks the server. */
export { isValidId } from '../base/text/validId.ts';
