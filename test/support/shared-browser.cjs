// One browser for all test files of a worker: it starts when the first of them asks, and closes when no more come.

const { chromium } = require('playwright-core');

/** Milliseconds in which the next test file begins, if there is one. */
const PATIENCE = 5000;

/**
 * Chromium gives a sandboxed frame, such as a script's dialog, a process of its own, which costs time and lets input and
 * drawing of page and frame fall out of step. For the list under its address bar it draws two pages in each window, which
 * takes more than a second of processor time, and nobody sees that bar here. And it starts a process in case that
 * another site is visited, which does not happen here. A second list of features replaces that of Playwright, so it is
 * named again.
 */
const WITHOUT = [
  'IsolateSandboxedIframes',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

let starting;
let closing;

/** Chrome or Chromium as installed here. */
exports.borrowBrowser = () => {
  clearTimeout(closing);
  starting ??= chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      // Pages live for a moment only: what is optimized in them is seldom worth it.
      '--js-flags=--no-opt,--no-maglev',
      `--disable-features=${WITHOUT.join(',')}`,
    ],
  });
  return starting;
};

/** Closes every page; the next test file finds a browser without memory. */
exports.giveBackBrowser = async () => {
  const browser = await starting;
  if (!browser) return;
  await Promise.all(browser.contexts().map((context) => context.close()));
  closing = setTimeout(() => {
    starting = undefined;
    browser.close();
  }, PATIENCE);
};
