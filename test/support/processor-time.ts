/**
 * Milliseconds of processor time that this process has used: a measure of work that does not grow when the computer is
 * busy with something else.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
