import { Component, type ReactNode } from 'react'
import { CrashPage } from './crash-page.tsx'

type State = { readonly error: unknown; readonly failed: boolean }

/** Catches what breaks outside the pages; the router catches what breaks in one. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <CrashPage error={this.state.error} /> : this.props.children
  }
}
