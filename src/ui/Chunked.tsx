import { Component, type ReactElement, type ReactNode, Suspense, use } from 'react'
import styles from './Chunked.module.css'
import { type Chunk, ChunkError } from './chunk'

interface Props<T> {
  readonly chunk: Chunk<T>
  /** What comes with it, in words. */
  readonly what: string
  /** Puts what is said meanwhile in its place on the page; by default it stands alone. */
  frame?(said: ReactNode): ReactNode
  children(content: T): ReactElement
}

const alone = (said: ReactNode) => said

/** Draws what comes in a chunk: until then says that it is coming; where it cannot be had, says so and tries again. */
export function Chunked<T>({ chunk, what, frame = alone, children }: Props<T>) {
  return (
    <Boundary what={what} frame={frame} onRetry={chunk.forget}>
      <Suspense fallback={frame(<p className={styles['loading']}>Loading {what}…</p>)}>
        <Content chunk={chunk}>{children}</Content>
      </Suspense>
    </Boundary>
  )
}

function Content<T>({ chunk, children }: Omit<Props<T>, 'what'>) {
  return children(use(chunk.fetch()))
}

interface BoundaryProps {
  readonly what: string
  frame(said: ReactNode): ReactNode
  onRetry(): void
  readonly children: ReactNode
}

/** Says what could not be fetched, and what to do; tries again when the browser is online again. Other errors pass. */
class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  readonly retry = () => {
    if (this.state.error === undefined) return
    this.props.onRetry()
    this.setState({ error: undefined })
  }

  override componentDidMount() {
    addEventListener('online', this.retry)
  }

  override componentWillUnmount() {
    removeEventListener('online', this.retry)
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (!(error instanceof ChunkError)) throw error
    return this.props.frame(
      <div className={styles['failed']} role="alert">
        <p>
          <strong>Could not fetch {this.props.what}.</strong> See whether you are online. What you set is
          kept.
        </p>
        <p>
          <button type="button" className="pill" onClick={this.retry}>
            Try again
          </button>{' '}
          <button type="button" className="pill" onClick={() => location.reload()}>
            Load the page again
          </button>
        </p>
      </div>,
    )
  }
}
