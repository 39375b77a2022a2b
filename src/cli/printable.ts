/** What a platform or a stranger named must not steer a terminal. Line feeds pass. */
export const printable = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '\ufffd')
