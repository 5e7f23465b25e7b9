// A bar that shows how far a long work is: written over at a terminal, a line now and then elsewhere.

const CELLS = 30;

/** @param total steps @returns is told of more steps that are done, and what to say beside the bar */
export function progressBar(total: number, write = process.stderr): (steps: number, beside?: string) => void {
  const begun = Date.now();
  let done = 0;
  let told = 0;
  return (steps, beside = '') => {
    done += steps;
    const share = total === 0 ? 1 : done / total;
    const left = Math.round((((Date.now() - begun) / share) * (1 - share)) / 60_000);
    const filled = Math.round(share * CELLS);
    const bar = `[${'█'.repeat(filled)}${'·'.repeat(CELLS - filled)}] ${done} of ${total}, ${left} min left${beside}`;
    if (write.isTTY) write.write(`\r\u001b[K${bar}${done >= total ? '\n' : ''}`);
    else if (share - told >= 0.1 || done >= total) {
      told = share;
      write.write(`${bar}\n`);
    }
  };
}
