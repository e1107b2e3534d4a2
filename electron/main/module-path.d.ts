declare module '*?raw' {
  const text: string
  // The module is Vite's, whose import has a default.
  // biome-ignore lint/style/noDefaultExport: the shape of Vite's virtual module
  export default text
}

declare module '*?modulePath' {
  const path: string
  // The module is electron-vite's, whose import has a default.
  // biome-ignore lint/style/noDefaultExport: the shape of electron-vite's virtual module
  export default path
}
