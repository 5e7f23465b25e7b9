// Reads back what stands on the sheet of paper: one line a paragraph, whatever the browser made of the typing.

const BLOCK = /^(P|H[1-6]|DIV|LI|UL|OL|BLOCKQUOTE|PRE)$/;

const isBlock = (node: Node): boolean => BLOCK.test(node.nodeName);

export function paperText(paper: Node): string {
  return paragraphs(paper).join('\n');
}

function paragraphs(parent: Node): string[] {
  const found: string[] = [];
  let loose: Node[] = [];
  const close = () => {
    if (loose.length > 0) found.push(line(loose));
    loose = [];
  };
  for (const child of parent.childNodes) {
    if (isBlock(child)) {
      close();
      found.push(...(hasBlocks(child) ? paragraphs(child) : [line([...child.childNodes])]));
    } else loose.push(child);
  }
  close();
  return found.length === 0 ? [''] : found;
}

const hasBlocks = (parent: Node): boolean =>
  [...parent.childNodes].some((child) => isBlock(child) || hasBlocks(child));

/** A break is a vertical tab, as in Docs; the last one only gives an empty line its height. */
function line(nodes: readonly Node[]): string {
  return nodes.map(words).join('').replace(/\v$/, '');
}

function words(node: Node): string {
  if (node.nodeName === 'BR') return '\v';
  // Some browsers put a line feed where others put a break.
  if (!node.hasChildNodes()) return (node.nodeValue ?? '').replaceAll('\n', '\v');
  return [...node.childNodes].map(words).join('');
}
