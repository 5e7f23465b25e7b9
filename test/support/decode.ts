// Text of bytes in any charset, as Google's Utilities read it.

import { Blob } from '../../scripts/local-workspace/services/utilities/blob.ts';

export const decode = (bytes: Uint8Array, charset: string): string =>
  new Blob(Buffer.from(bytes), null, null).getDataAsString(charset);
