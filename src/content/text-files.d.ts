// Text files that the build puts into the bundle as strings.

declare module '*.mjml' {
  /** The compiled HTML of the layout. */
  const html: string;
  export default html;
}
