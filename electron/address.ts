/** Which addresses may leave the app. */
const allowed = ['http:', 'https:', 'mailto:'];

/** ADDRESS as the system would read it (a name in foreign letters shows its true form); null when it may not be opened. */
export function safeAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return allowed.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
