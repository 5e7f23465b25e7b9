// The table of all batchUpdate requests of Docs, and how a list of them is carried out: all, or none.

import type { docs_v1 } from 'googleapis/build/src/apis/docs/v1.js';
import * as z from 'zod';
import { GoogleError, invalid, notImplemented } from '../../kernel/errors.ts';
import { check } from '../sheets/check.ts';
import { updateAt, updatePaths } from '../sheets/masks.ts';
import type { Draft } from './draft.ts';
import { BULLET_PRESETS, type BulletPreset, type TextStyle } from './model.ts';
import * as Schema from './schemas.ts';

interface RequestKind {
  readonly schema: z.ZodType;
  apply(draft: Draft, request: never, where: string): docs_v1.Schema$Response | undefined;
}

/** What Google's own types take for a request; a field that they do not know makes the compiler refuse the schema. */
type Given<Name extends keyof docs_v1.Schema$Request> = NonNullable<docs_v1.Schema$Request[Name]>;
type Known<T, Google> = T extends object ? (Exclude<keyof T, keyof Google> extends never ? T : never) : never;

/** @param _name the request's name, for its type */
function kind<Name extends keyof docs_v1.Schema$Request, T extends Given<Name>>(
  _name: Name,
  schema: z.ZodType<T & Known<T, Given<Name>>>,
  apply: (draft: Draft, request: T, where: string) => docs_v1.Schema$Response | undefined,
): RequestKind {
  return { schema, apply };
}

/** The colour in which Docs shows links. */
const LINK_STYLE: TextStyle = {
  underline: true,
  foregroundColor: { color: { rgbColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } } },
};

export const REQUESTS = {
  insertText: kind(
    'insertText',
    z.strictObject({
      text: z.string().optional(),
      location: Schema.location.optional(),
      endOfSegmentLocation: Schema.endOfSegment.optional(),
    }),
    (draft, { text = '', location, endOfSegmentLocation }) => {
      if (location && endOfSegmentLocation) throw invalid('Only one insertion location can be set.');
      const place = location ?? endOfSegmentLocation;
      if (!place) throw invalid('The insertion location must be specified.');
      requireBody(place);
      if (text === '') throw invalid('Insert text requests must specify text to insert.');
      draft.insert(location ? (location.index ?? 0) : draft.end - 1, text);
      return undefined;
    },
  ),

  deleteContentRange: kind(
    'deleteContentRange',
    z.strictObject({ range: Schema.range.optional() }),
    (draft, { range }) => {
      draft.delete(...ends(range));
      return undefined;
    },
  ),

  replaceAllText: kind(
    'replaceAllText',
    z.strictObject({
      containsText: z
        .strictObject({ text: z.string().optional(), matchCase: z.boolean().optional() })
        .optional(),
      replaceText: z.string().optional(),
      tabsCriteria: z.strictObject({ tabIds: z.array(z.string()).optional() }).optional(),
    }),
    (draft, { containsText, replaceText = '', tabsCriteria }) => {
      if (!containsText?.text) throw invalid('The text to replace must be specified.');
      for (const tabId of tabsCriteria?.tabIds ?? []) requireBody({ tabId });
      const count = draft.replaceAll(containsText.text, replaceText, containsText.matchCase ?? false);
      return { replaceAllText: count > 0 ? { occurrencesChanged: count } : {} };
    },
  ),

  updateParagraphStyle: kind(
    'updateParagraphStyle',
    z.strictObject({
      range: Schema.range.optional(),
      paragraphStyle: Schema.paragraphStyle.optional(),
      fields: z.string().optional(),
    }),
    (draft, { range, paragraphStyle = {}, fields }, where) => {
      const paths = updatePaths(fields, where, Schema.PARAGRAPH_STYLE_FIELDS);
      draft.restyleParagraphs(...ends(range), (style) => {
        const { namedStyleType = 'NORMAL_TEXT', ...rest } = updateAt<Partial<typeof style>>(
          style,
          paragraphStyle,
          paths,
        );
        return { ...rest, namedStyleType };
      });
      return undefined;
    },
  ),

  updateTextStyle: kind(
    'updateTextStyle',
    z.strictObject({
      range: Schema.range.optional(),
      textStyle: Schema.textStyle.optional(),
      fields: z.string().optional(),
    }),
    (draft, { range, textStyle = {}, fields }, where) => {
      const paths = updatePaths(fields, where, Schema.TEXT_STYLE_FIELDS);
      const named = new Set(paths.map(([name]) => name));
      // A link brings its look along, and takes it away again, unless the same request says otherwise.
      const look = named.has('link')
        ? Object.keys(LINK_STYLE)
            .filter((name) => !named.has(name))
            .map((name) => [name])
        : [];
      const linked = textStyle.link?.url ? LINK_STYLE : {};
      draft.restyleText(...ends(range), (style) => updateAt(updateAt(style, textStyle, paths), linked, look));
      return undefined;
    },
  ),

  createParagraphBullets: kind(
    'createParagraphBullets',
    z.strictObject({
      range: Schema.range.optional(),
      bulletPreset: z.enum(Schema.EVERY_BULLET_PRESET).optional(),
    }),
    (draft, { range, bulletPreset }) => {
      if (!bulletPreset) throw invalid('The bullet preset must be specified.');
      if (!BULLET_PRESETS.includes(bulletPreset as BulletPreset))
        throw notImplemented(`The bullet preset ${bulletPreset}`);
      draft.bullet(...ends(range), bulletPreset as BulletPreset);
      return undefined;
    },
  ),
} satisfies { readonly [Name in keyof docs_v1.Schema$Request]?: RequestKind };

/** Kinds that Google has and the local Workspace does not. */
const LATER = new Set(
  `addDocumentTab createFooter createFootnote createHeader createNamedRange deleteDocumentTab deleteFooter deleteHeader deleteNamedRange
deleteParagraphBullets deletePositionedObject deleteTab deleteTableColumn deleteTableRow insertDate insertInlineImage insertPageBreak
insertPerson insertRichLink insertSectionBreak insertTable insertTableColumn insertTableRow mergeTableCells pinTableHeaderRows
replaceImage replaceNamedRangeContent unmergeTableCells updateDocumentStyle updateDocumentTabProperties updateNamedStyle
updateSectionStyle updateTableCellStyle updateTableColumnProperties updateTableRowStyle`.split(/\s+/),
);

/** A request whose shape is right. */
interface Read {
  readonly kind: RequestKind;
  readonly where: string;
  readonly request: unknown;
}

/** Google reads the JSON of all requests before it looks at who asks, and at the first one closely. */
export function readRequests(requests: readonly Readonly<Record<string, unknown>>[]): Read[] {
  return requests.map((request, index) => {
    const names = Object.keys(request).filter(
      (name) => request[name] !== undefined && request[name] !== null,
    );
    const unknown = names.find((name) => !Object.hasOwn(REQUESTS, name) && !LATER.has(name));
    if (unknown !== undefined) {
      throw invalid(
        `Invalid JSON payload received. Unknown name "${unknown}" at 'requests[${index}]': Cannot find field.`,
      );
    }
    const [name, second] = names;
    if (name === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
    if (LATER.has(name)) throw notImplemented(`The request ${name}`);
    const found = REQUESTS[name as keyof typeof REQUESTS];
    if (second !== undefined) {
      throw invalid(
        `Invalid value at 'requests[${index}]' (oneof), oneof field 'request' is already set. Cannot set '${second}'`,
      );
    }
    const where = `requests[${index}].${name}`;
    return { kind: found, where, request: check(found.schema, request[name], where, Schema.LATER_FIELDS) };
  });
}

/**
 * Carries out requests on a draft, each seeing what the ones before it did. The first that is invalid throws, and the
 * draft must then be thrown away.
 * @returns the replies, one for each request
 */
export function applyRequests(draft: Draft, requests: readonly Read[]): docs_v1.Schema$Response[] {
  return requests.map(({ kind, where, request }) => {
    try {
      return kind.apply(draft, request as never, where) ?? {};
    } catch (error) {
      const bare =
        error instanceof GoogleError &&
        error.code === 'INVALID_ARGUMENT' &&
        !error.message.startsWith('Invalid ');
      throw bare ? invalid(`Invalid ${where}: ${error.message}`) : error;
    }
  });
}

function requireBody({ segmentId, tabId }: Schema.Place): void {
  if (segmentId) throw notImplemented('segmentId: headers, footers and footnotes');
  if (tabId !== undefined && tabId !== '' && tabId !== Schema.TAB_ID)
    throw invalid(`The tab ID ${tabId} was not found.`);
}

function ends(range: Schema.Range | undefined): [number, number] {
  if (!range) throw invalid('The range must be specified.');
  requireBody(range);
  return [range.startIndex ?? 0, range.endIndex ?? 0];
}
