/** What a file that begins like this is instead of text, with what to do about it; null where it may be text. */
export function inputFault(begin: Uint8Array, file: string): string | null {
  const name = file === '-' ? 'standard input' : file
  const instead = (what: string, command: string) =>
    `${name} ${what}: ${command.replace('FILE', file === '-' ? 'FILE' : file)} | holdfast ingest -`
  for (const { bytes, what, command } of BEGINNINGS)
    if (bytes.every((byte, index) => begin[index] === byte)) return instead(what, command)
  return null
}

const BEGINNINGS = [
  { bytes: [0x1f, 0x8b], what: 'is compressed by gzip', command: 'zcat FILE' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'is compressed by zstd', command: 'zstdcat FILE' },
  { bytes: [0x42, 0x5a, 0x68], what: 'is compressed by bzip2', command: 'bzcat FILE' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'is compressed by xz', command: 'xzcat FILE' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'is a ZIP archive', command: 'unzip -p FILE' },
  { bytes: [0xff, 0xfe], what: 'is UTF-16', command: 'iconv -f UTF-16 -t UTF-8 FILE' },
  { bytes: [0xfe, 0xff], what: 'is UTF-16', command: 'iconv -f UTF-16 -t UTF-8 FILE' },
]
