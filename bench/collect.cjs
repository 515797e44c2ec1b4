/** Loaded into every server before its own program: collects garbage when it is asked to, so that what is left can be measured. */
process.on('SIGUSR2', () => {
  const { setFlagsFromString } = module.require('node:v8');
  setFlagsFromString('--expose-gc');
  module.require('node:vm').runInNewContext('gc')();
  // What V8 keeps compiled counts only for the same flags.
  setFlagsFromString('--no-expose-gc');
});
