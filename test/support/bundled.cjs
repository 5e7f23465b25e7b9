// Gives Jest the bundle of a test file, which global-setup has made, in the place of the test file.

const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const TESTS = join(__dirname, '..');

/** A file that several bundles share is already what it is to be. */
function bundleOf(path) {
  if (path.endsWith('.mjs')) return path;
  return join(process.env.BUNDLED_TESTS, relative(TESTS, path).replace(/\.ts$/, '.mjs'));
}

module.exports = {
  process(_source, path) {
    const bundle = bundleOf(path);
    return { code: readFileSync(bundle, 'utf8'), map: readFileSync(`${bundle}.map`, 'utf8') };
  },
  getCacheKey(_source, path) {
    return createHash('sha256')
      .update(bundleOf(path))
      .update(readFileSync(bundleOf(path)))
      .digest('hex');
  },
};
