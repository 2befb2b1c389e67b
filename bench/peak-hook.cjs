// Loaded before the command line (`node -r`): says at the end how much memory it has held at most, in kilobytes.
process.on('exit', () => {
  require('node:fs').writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`);
});
