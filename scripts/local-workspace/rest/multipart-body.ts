// Reads the body of an upload request: a description in JSON and a file, as multipart/related, or the file alone.

import { invalid } from '../kernel/errors.ts';
import type { Media } from './api.ts';

export interface UploadBody {
  /** The JSON part, as text. */
  readonly json: string;
  readonly media: Media;
}

/** @param contentType of the request */
export function readUpload(contentType: string, bytes: Buffer): UploadBody {
  if (!/^multipart\//i.test(contentType)) return { json: '', media: { type: contentType, bytes } };
  const match = /boundary="?([^";]+)"?/i.exec(contentType);
  if (!match) throw invalid('Missing multipart boundary.');
  const text = bytes.toString('latin1');
  const parts = text
    .split(`--${match[1]}`)
    .slice(1, -1)
    .map((part) => {
      const blank = /\r?\n\r?\n/.exec(part);
      const head = part.slice(0, blank?.index ?? part.length);
      const body = blank ? part.slice(blank.index + blank[0].length).replace(/\r?\n$/, '') : '';
      const type = /^content-type:[ \t]*(.*)$/im.exec(head)?.[1]?.trim() ?? 'application/octet-stream';
      return { type, bytes: Buffer.from(body, 'latin1') };
    });
  const [json, file] = parts;
  if (!json || !file) throw invalid('Multipart body must contain a JSON part and a media part.');
  return { json: json.bytes.toString('utf8'), media: file };
}
