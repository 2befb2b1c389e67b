// Loaded before an app's own code (`electron -r`): says when what BENCH_SELECTOR means was painted, and quits.
const { app } = require('electron');

const waitForPaint = (/** @type {string} */ selector) =>
  new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return false;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
      return true;
    };
    const observer = new MutationObserver(look);
    if (!look()) observer.observe(document.documentElement, { childList: true, subtree: true });
  });

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const selector = JSON.stringify(process.env.BENCH_SELECTOR);
    const time = await contents.executeJavaScript(`(${waitForPaint})(${selector})`);
    process.stdout.write(`painted ${time}\n`, () => app.exit(0));
  });
});
