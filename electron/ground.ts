/**
 * What the window shows for the instant before its page paints: --bg of renderer/theme.css, light or dark, or in
 * the person's high contrast.
 */
export function ground(isDark: boolean, isContrast: boolean): string {
  if (isContrast) return isDark ? '#000000' : '#ffffff';
  return isDark ? '#1a1b1d' : '#fcfbf8';
}
