import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { Empty } from '../kit/panel.tsx'
import { texts } from '../texts/texts.ts'

/** A screen that breaks, or whose file did not come, leaves the others standing. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Empty
        title={texts.frame.broken}
        action={
          <Button variant="default" size="xs" onClick={() => location.reload()}>
            {texts.frame.again}
          </Button>
        }
      />
    )
  }
}
