import { useEffect, useRef } from 'react'
import type { Problem } from './desk.ts'
import css from './editor.module.css'

interface EditorProps {
  label: string
  value: string
  line: number
  problems: readonly Problem[]
  onChange(value: string): void
}

const LINE_PX = 20

/** A text with its line numbers; lines with a problem are marked. Plain, so that every keyboard and screen reader knows it. */
export function Editor({ label, value, line, problems, onChange }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLPreElement>(null)
  const wrong = new Set(problems.map((problem) => problem.line))
  useEffect(() => {
    area.current!.scrollTop = Math.max(0, (line - 3) * LINE_PX)
  }, [line])
  return (
    <div className={css.editor} dir="ltr">
      <pre ref={numbers} className={css.numbers} aria-hidden="true">
        {value.split('\n').map((_, index) => (
          <span key={index} data-wrong={wrong.has(index + 1) || undefined}>
            {index + 1}
          </span>
        ))}
      </pre>
      <textarea
        ref={area}
        className={css.text}
        aria-label={label}
        aria-invalid={problems.length > 0}
        value={value}
        spellCheck={false}
        wrap="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onScroll={(event) => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  )
}
