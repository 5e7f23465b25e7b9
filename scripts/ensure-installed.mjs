// Installs the packages of package-lock.json unless exactly these have been installed already.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}node_modules`;
const stamp = `${folder}/.installed-from`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');

const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
const fits = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

if (isLink && !fits)
  console.error(
    'Nothing is installed: node_modules is a link, and an install would empty the folder that it leads to. If something is missing, please run “npm ci” there.',
  );
else if (!fits) {
  console.log('Installing packages (first run, or the lock file changed)…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('The packages could not be installed. Check the network, then run the command again.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
