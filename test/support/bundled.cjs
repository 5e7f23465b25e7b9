// Gives Jest the bundle of a test file, which global-setup has made, in the place of the test file.

const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, join, relative, resolve } = require('node:path');

const TESTS = join(__dirname, '..');

/** A file that several bundles share is already what it is to be. */
function bundleOf(path) {
  if (path.endsWith('.mjs')) return path;
  return join(process.env.BUNDLED_TESTS, relative(TESTS, path).replace(/\.ts$/, '.mjs'));
}

module.exports = {
  process(_source, path) {
    const bundle = bundleOf(path);
    const map = JSON.parse(readFileSync(`${bundle}.map`, 'utf8'));
    // They are told as seen from the bundle, and Jest knows it under another name.
    map.sources = map.sources.map((source) => resolve(dirname(bundle), source));
    return { code: readFileSync(bundle, 'utf8'), map };
  },
  getCacheKey(_source, path) {
    return createHash('sha256')
      .update(bundleOf(path))
      .update(readFileSync(bundleOf(path)))
      .digest('hex');
  },
};
