// Takes away what global-setup and the tests made for each other.

import { rmSync } from 'node:fs';

export default function tearDown() {
  for (const folder of [process.env.PREPARED_DESKS, process.env.BUNDLED_TESTS])
    rmSync(folder, { recursive: true, force: true });
}
