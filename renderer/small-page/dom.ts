type Attributes = Readonly<Record<string, string | boolean>>
export type Child = Node | string | null

/** An element with attributes (`true`: there, `false`: not) and children; names and texts become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  for (const child of children) if (child !== null) node.append(child)
  return node
}

/** A button that never submits a form. */
export function button(
  label: string,
  className: string,
  press: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const node = element('button', { type: 'button', class: className, ...attributes }, label)
  node.addEventListener('click', press)
  return node
}

/** Replaces everything inside a node. */
export function fill(node: HTMLElement, ...children: readonly Child[]): void {
  node.textContent = ''
  for (const child of children) if (child !== null) node.append(child)
}
