/**
 * A key as SQLite can keep it. Ids are compared byte for byte, but a lone surrogate has no bytes in UTF-8 and would come
 * back as another character; such keys are kept escaped, behind a NUL that no key of ours begins with.
 */
export const textKey = (key: string): string => (key.isWellFormed() ? key : `\0${JSON.stringify(key)}`)
