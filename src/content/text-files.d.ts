// Text files that the build puts into the bundle as strings.

declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*.mjml' {
  /** The compiled HTML of the layout. */
  const html: string;
  export default html;
}
