// Compares e-mail addresses as people type them.

/** Trimmed and in lower case; what a person means when she types an address. */
export function tidyAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** Whether it has the shape of one address that a mail can be sent to. */
export function isAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$/.test(
      address,
    ) &&
    !address.includes('..')
  );
}

/** The mailbox behind an address: lower case and without a plus tag (`Ana+x@Y.org` is `ana@y.org`). A hint, no proof. */
export function mailboxOf(address: string): string {
  return tidyAddress(address).replace(/^([^+]*)\+[^@]*(?=@)/, '$1');
}
