// Files of words that the build puts into the bundle.

declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*.mjml' {
  const layout: import('./render-mail.ts').MailLayout;
  export default layout;
}
