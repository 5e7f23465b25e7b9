// Files of words that the build puts into the bundle.

declare module '*.mjml' {
  const layout: import('./render-mail.ts').MailLayout;
  export default layout;
}
