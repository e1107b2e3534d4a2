/** A heading with nothing below it on its page goes to the next one. */
export function isStrandedHeading(
  node: { readonly headlineLevel?: number | undefined },
  queries: { readonly getFollowingNodesOnPage: () => readonly { readonly headlineLevel?: number | undefined }[] },
): boolean {
  return node.headlineLevel === 1 && !queries.getFollowingNodesOnPage().some(next => next.headlineLevel === 2)
}
