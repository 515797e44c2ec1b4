/** Stands for `vscode` where a script imports the client for what it declares: anything can be read, called and constructed. */
/** @type {object} */
const anything = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything,
});
// As a prototype: esbuild copies own properties only.
module.exports = Object.create(anything);
