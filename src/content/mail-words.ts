// The building blocks of every mail, and its plain-text form.

export type Block =
  | { title: { text: string } }
  | { heading: { text: string } }
  | { paragraph: { text: string } }
  | { list: { items: string[] } }
  | { facts: { rows: { label: string; value: string }[] } }
  | { button: { text: string; url: string } };

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
  return `${block.button.text}:\n${block.button.url}`;
}

/** The plain-text form of a mail, for those who do not see HTML. */
export function asPlainText(words: MailWords, footer: string, reference: string): string {
  return [...words.blocks.map(blockAsText), `-- \n${footer}\n${reference}`].join('\n\n');
}
