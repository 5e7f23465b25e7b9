// The building blocks of every mail, and its plain-text form.

export type Block =
  | { title: { text: string } }
  | { heading: { text: string } }
  | { paragraph: { text: string } }
  | { list: { items: string[] } }
  | { facts: { rows: { label: string; value: string }[] } }
  | { changes: { items: ChangeWords[] } }
  | { button: { text: string; url: string } };

/** One clause that changed: what happened to it, and its words. */
export interface ChangeWords {
  clause: string;
  label: string;
  stretches: ({ same: string } | { added: string } | { removed: string })[];
}

/** One mail in words: what stands in the list of the mailbox, and what stands in the mail. */
export interface MailWords {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  blocks: Block[];
}

export const title = (text: string): Block => ({ title: { text } });
export const heading = (text: string): Block => ({ heading: { text } });
export const paragraph = (text: string): Block => ({ paragraph: { text } });
export const list = (items: string[]): Block => ({ list: { items } });
export const changes = (items: ChangeWords[]): Block => ({ changes: { items } });
export const button = (text: string, url: string): Block => ({ button: { text, url } });

/** Pairs of a label and a value; those without a value are left out. */
export function facts(pairs: readonly (readonly [label: string, value: string])[]): Block {
  return {
    facts: { rows: pairs.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })) },
  };
}

function blockAsText(block: Block): string {
  if ('title' in block) return `${block.title.text}\n${'='.repeat(Math.min(block.title.text.length, 60))}`;
  if ('heading' in block)
    return `${block.heading.text}\n${'-'.repeat(Math.min(block.heading.text.length, 60))}`;
  if ('paragraph' in block) return block.paragraph.text;
  if ('list' in block) return block.list.items.map((item) => `  * ${item}`).join('\n');
  if ('facts' in block) return block.facts.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
  if ('changes' in block) return block.changes.items.map(changeAsText).join('\n\n');
  return `${block.button.text}:\n${block.button.url}`;
}

/** A changed clause as plain text: its name, and below it its words. */
export function changeAsText({ clause, label, stretches }: ChangeWords): string {
  const words = stretches.map((stretch) => {
    if ('same' in stretch) return stretch.same;
    return 'added' in stretch ? `[new: ${stretch.added}]` : `[taken out: ${stretch.removed}]`;
  });
  return [`${clause} (${label})`, ...(words.length > 0 ? [words.join(' ')] : [])].join('\n');
}

/** The plain-text form of a mail, for those who do not see HTML. */
export function asPlainText(words: MailWords, footer: string, reference: string): string {
  return [...words.blocks.map(blockAsText), `-- \n${footer}\n${reference}`].join('\n\n');
}
