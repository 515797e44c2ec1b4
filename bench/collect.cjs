/** Loaded into every server before its own program: collects garbage on SIGUSR2, so that the remaining memory can be measured. */
process.on('SIGUSR2', () => {
  const { setFlagsFromString } = module.require('node:v8');
  setFlagsFromString('--expose-gc');
  module.require('node:vm').runInNewContext('gc')();
  // V8 accepts its compiled code only with the same flags.
  setFlagsFromString('--no-expose-gc');
});
