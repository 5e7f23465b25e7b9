// The texts that the bundle carries: the Code of Conduct for a first set-up, and the layout of mails.

export { default as CODE_TEXT } from './code-of-conduct.txt';
export { default as MAIL_LAYOUT } from './mail-layout.mjml';

/** Name of the Google Doc that Set up makes. */
export const DOCUMENT_TITLE = 'IMSTL Code of Conduct';
