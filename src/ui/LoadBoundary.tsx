import { Component, type ReactNode } from 'react'

interface Props {
  /** What may fail to load, in words. */
  readonly what: string
  readonly children: ReactNode
}

/** Says what could not be loaded or drawn, and what to do, instead of taking the page down. */
export class LoadBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <p role="alert">
        Could not show {this.props.what}. What you set is kept in the address and on this device.{' '}
        <button type="button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </p>
    )
  }
}
