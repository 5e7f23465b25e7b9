// Partial responses: reads a `fields` mask such as `sheets(properties(sheetId,title)),spreadsheetId` and applies it to an answer.

import { invalid } from '../kernel/errors.ts';

/** The fields to keep with what to keep of each; `all` keeps everything below. */
export interface FieldMask {
  all: boolean;
  readonly fields: Map<string, FieldMask>;
}

const node = (): FieldMask => ({ all: false, fields: new Map() });

/** @throws INVALID_ARGUMENT when the mask cannot be read */
export function parseFieldMask(text: string): FieldMask {
  const refuse = () => invalid(`Invalid field selection ${text}`);
  const root = node();
  let position = 0;

  const list = (parents: FieldMask[]): void => {
    for (;;) {
      let targets = parents;
      for (;;) {
        const name = /^\s*(\*|[A-Za-z_]\w*)\s*/.exec(text.slice(position));
        if (!name) throw refuse();
        position += name[0].length;
        const field = name[1] as string;
        if (field === '*') {
          // A star below a field means all of it; `*` with more behind it is not offered.
          if (text[position] === '/' || text[position] === '.' || text[position] === '(') throw refuse();
          for (const target of targets) target.all = true;
          break;
        }
        targets = targets.map((target) => {
          const child = target.fields.get(field) ?? node();
          target.fields.set(field, child);
          return child;
        });
        const next = text[position];
        if (next === '/' || next === '.') {
          position += 1;
          continue;
        }
        if (next === '(') {
          position += 1;
          list(targets);
          if (text[position] !== ')') throw refuse();
          position += 1;
        } else for (const target of targets) target.all = true;
        break;
      }
      while (text[position] === ' ') position += 1;
      if (text[position] !== ',') return;
      position += 1;
    }
  };

  list([root]);
  if (position < text.length) throw refuse();
  return root;
}

/** A copy of the answer with nothing but the masked fields. */
export function applyFieldMask(answer: unknown, mask: FieldMask): unknown {
  if (mask.all || answer === null || typeof answer !== 'object') return answer;
  if (Array.isArray(answer)) return answer.map((item) => applyFieldMask(item, mask));
  const kept: Record<string, unknown> = {};
  for (const [name, child] of mask.fields) {
    const value = Object.hasOwn(answer, name) ? (answer as Record<string, unknown>)[name] : undefined;
    if (value === undefined) continue;
    const part = applyFieldMask(value, child);
    const emptied = !child.all && typeof part === 'object' && part !== null && Object.keys(part).length === 0;
    if (!emptied) kept[name] = part;
  }
  return kept;
}
