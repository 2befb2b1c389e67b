/** What each operation may take, p50 / p95, at the size it was set for: DESIGN's table, word for word. */
export type Budget = readonly [p50: number, p95: number];

const budgets: Readonly<Record<string, Budget>> = {
  'text in memory → first paint · 1 MB': [50, 80],
  'text in memory → first paint · 10 MB': [60, 100],
  'text in memory → first paint · 50 MB': [80, 120],
  'text in memory → first paint · 1 MB rich text with tables': [50, 80],
  'key → painted · 1 MB rich text with tables': [8, 16],
  'highlights after the text · 10 MB, 50,000 spans': [60, 100],
  'key → painted · 10 MB, 1,000 spans': [8, 16],
  'key → painted · 10 MB, 50,000 spans': [8, 16],
  'key → painted · 10 MB, 500,000 spans': [16, 33],
  'edit → Saved in the window · 10 MB, 1,000 spans': [15, 50],
  'edit → Saved in the window · 10 MB, 50,000 spans': [400, 900],
  'edit → acknowledged by storage · 1,000 spans': [15, 50],
  'edit → acknowledged by storage · 50,000 spans': [400, 900],
  'longest stop of the main process while saving · 10 MB, 50,000 spans': [50, 50],
  'scroll 120 px a frame: dropped · 10 MB, 50,000 spans': [2, 2],
  'scroll 120 px a frame: longest task · 10 MB, 50,000 spans': [50, 50],
  'jump by find → painted · 10 MB, 50,000 spans': [20, 40],
  'jump by scrollbar → painted · 10 MB, 50,000 spans': [20, 40],
  'find all matches: core · 10 MB': [50, 100],
  'find field → matches painted · 10 MB, 50,000 spans': [50, 100],
  'annotate all → painted · 10 MB, 9,972 matches': [16, 33],
  'annotate all → Saved in the window · 10 MB, 9,972 matches': [1000, 1000],
  'undo of it → painted · 10 MB, 9,972 matches': [16, 33],
  'undo of it → Saved in the window · 10 MB, 9,972 matches': [1000, 1000],
  'open a project → list shown · 10,000 documents': [300, 600],
  'launch: longer than an empty window · 16 KB': [500, 500],
  'renderer private memory · 10 MB, 50,000 spans': [150, 150],
};

export const budgetOf = (operation: string, size: string): Budget | null =>
  budgets[`${operation} · ${size}`] ?? null;
