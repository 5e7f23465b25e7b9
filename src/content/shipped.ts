// What the bundle carries beside words: the layout of mails, and the name of the Google Doc that Set up makes.

export { default as MAIL_LAYOUT } from './mail-layout.mjml';

export const DOCUMENT_TITLE = 'IMSTL Code of Conduct';
