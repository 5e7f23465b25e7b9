// Takes away the desks that the tests prepared for each other.

import { rmSync } from 'node:fs';

export default function tearDown() {
  rmSync(process.env.PREPARED_DESKS, { recursive: true, force: true });
}
