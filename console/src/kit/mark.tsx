/** The house's mark: two posts and what holds them together. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0f5660" />
      <path d="M10 7v18M22 7v18M10 16h12" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" />
      <circle cx="16" cy="16" r="3.6" fill="#ffb454" />
    </svg>
  )
}
