/** What `GET /` answers. The policy names what the page may do; `script-src` and the like by hash, never `unsafe-inline`. */
export type StationPage = { readonly html: Uint8Array; readonly contentSecurityPolicy: string }

const TEXT = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>民主测评 · 投票站</title>
<h1>投票站已经开放</h1>
<p>这一版还没有手机选票页面，请按会务人员的安排投票。</p>
</html>
`

/** The page until the ballot page is there: it says so and does nothing. */
export const PLAIN_PAGE: StationPage = {
  html: new TextEncoder().encode(TEXT),
  contentSecurityPolicy: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
