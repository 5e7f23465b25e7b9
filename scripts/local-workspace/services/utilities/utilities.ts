// Utilities: digests, encodings, dates and waiting.

import { createHash, createHmac } from 'node:crypto';
import { format } from 'node:util';
import { fromAbsolute } from '@internationalized/date';
import { GoogleError, invalid, notImplemented } from '../../kernel/errors.ts';
import type { Execution } from '../../script/execution.ts';
import { type EnumValue, enumeration, ServiceObject } from '../../script/service.ts';
import { Blob } from './blob.ts';

const Charset = enumeration('Charset', ['US_ASCII', 'UTF_8']);
const DigestAlgorithm = enumeration('DigestAlgorithm', [
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]);

const NODE_DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Google's bytes are signed: -128 to 127. */
export const toSigned = (bytes: Uint8Array): number[] =>
  [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));
export const fromSigned = (bytes: readonly number[]): Buffer => Buffer.from(bytes.map((byte) => byte & 255));

/** Text without a charset is read as US-ASCII in digests: other characters become `?`. */
function toBytes(value: string | readonly number[], charset?: EnumValue): Buffer {
  if (typeof value !== 'string') return fromSigned(value);
  if (charset?.name === 'UTF_8') return Buffer.from(value, 'utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: US-ASCII begins at NUL
  return Buffer.from(value.replace(/[^\x00-\x7f]/gu, '?'), 'latin1');
}

export class Utilities extends ServiceObject {
  static override readonly serviceName = 'Utilities';
  static override readonly constants = { Charset, DigestAlgorithm };
  static override readonly signatures = {
    getUuid: [''],
    sleep: ['Integer'],
    computeDigest: ['DigestAlgorithm, String', 'DigestAlgorithm, String, Charset', 'DigestAlgorithm, Byte[]'],
    computeHmacSha256Signature: ['String, String', 'String, String, Charset', 'Byte[], Byte[]'],
    base64Encode: ['String', 'String, Charset', 'Byte[]'],
    base64EncodeWebSafe: ['String', 'String, Charset', 'Byte[]'],
    base64Decode: ['String', 'String, Charset'],
    base64DecodeWebSafe: ['String', 'String, Charset'],
    newBlob: [
      'String',
      'String, String',
      'String, String, String',
      'Byte[]',
      'Byte[], String',
      'Byte[], String, String',
    ],
    formatDate: ['Date, String, String'],
    formatString: ['String, Object...'],
  };

  constructor(private readonly execution: Execution) {
    super();
  }

  getUuid(): string {
    const hex = this.execution.kernel.random.hex(30);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
  }

  sleep(ms: number): void {
    if (ms < 0 || ms > 300_000) throw invalid('Invalid argument: milliseconds');
    this.execution.wait(ms);
  }

  computeDigest(algorithm: EnumValue, value: string | number[], charset?: EnumValue): number[] {
    const digest = NODE_DIGESTS[algorithm.name];
    if (!digest) throw notImplemented(`Utilities.computeDigest with ${algorithm.name}`);
    return toSigned(createHash(digest).update(toBytes(value, charset)).digest());
  }

  /** Google's order: value first, then key. */
  computeHmacSha256Signature(
    value: string | number[],
    key: string | number[],
    charset?: EnumValue,
  ): number[] {
    return toSigned(createHmac('sha256', toBytes(key, charset)).update(toBytes(value, charset)).digest());
  }

  base64Encode(value: string | number[], charset?: EnumValue): string {
    return encodable(value, charset).toString('base64');
  }

  base64EncodeWebSafe(value: string | number[], charset?: EnumValue): string {
    return this.base64Encode(value, charset).replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(text: string): number[] {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text))
      throw new GoogleError('INVALID_ARGUMENT', 'Could not decode string.');
    return toSigned(Buffer.from(text, 'base64'));
  }

  base64DecodeWebSafe(text: string): number[] {
    return this.base64Decode(text.replaceAll('-', '+').replaceAll('_', '/'));
  }

  newBlob(data: string | number[], contentType?: string, name?: string): Blob {
    return new Blob(
      typeof data === 'string' ? Buffer.from(data, 'utf8') : fromSigned(data),
      contentType ?? null,
      name ?? null,
    );
  }

  /** Patterns of Java's SimpleDateFormat, as far as used: y M d H h m s a E Z X and quoted text. */
  formatDate(date: Date, timeZone: string, pattern: string): string {
    return formatDate(date, timeZone === 'GMT' ? 'UTC' : timeZone, pattern);
  }

  formatString(template: string, ...values: unknown[]): string {
    return format(template, ...values);
  }
}

/** Text without a charset is encoded as UTF-8 in Base64. */
const encodable = (value: string | number[], charset?: EnumValue): Buffer =>
  typeof value === 'string' && !charset ? Buffer.from(value, 'utf8') : toBytes(value, charset);

function formatDate(date: Date, timeZone: string, pattern: string): string {
  const moment = fromAbsolute(date.getTime(), timeZone);
  const name = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(date);
  const offset = moment.offset / 60_000;
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`;
  const parts: Readonly<Record<string, (length: number) => string>> = {
    y: (length) => (length === 2 ? two(moment.year % 100) : String(moment.year).padStart(length, '0')),
    M: (length) =>
      length > 3
        ? name({ month: 'long' })
        : length === 3
          ? name({ month: 'short' })
          : String(moment.month).padStart(length, '0'),
    d: (length) => String(moment.day).padStart(length, '0'),
    H: (length) => String(moment.hour).padStart(length, '0'),
    h: (length) => String(moment.hour % 12 || 12).padStart(length, '0'),
    m: (length) => String(moment.minute).padStart(length, '0'),
    s: (length) => String(moment.second).padStart(length, '0'),
    S: (length) => String(moment.millisecond).padStart(length, '0'),
    a: () => (moment.hour < 12 ? 'AM' : 'PM'),
    E: (length) => name({ weekday: length > 3 ? 'long' : 'short' }),
    Z: () => zone,
    X: (length) => (length === 3 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone),
  };
  return pattern.replace(
    /'([^']*)'|([A-Za-z])\2*/g,
    (run, quoted: string | undefined, letter: string | undefined) => {
      if (letter === undefined) return quoted || "'";
      const part = parts[letter];
      if (!part) throw notImplemented(`Utilities.formatDate with the pattern letter ${letter}`);
      return part(run.length);
    },
  );
}

const two = (value: number): string => String(value).padStart(2, '0');
