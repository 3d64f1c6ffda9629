/** Words of a gate's row, wherever gates are shown. */
export const gateText = {
  passed: 'Terpenuhi',
  short: (points: string) => `Kurang ${points} poin`,
  percent: (figure: string) => `${figure} %`,
  minimumIndex: (minimum: string, index: string) => `${minimum} (indeks ${index})`,
  allPassed: (of: number) => `Memenuhi ${of} dari ${of} ambang`,
  someFailed: (failed: number, of: number) => `Belum memenuhi: ${failed} dari ${of} ambang kurang`,
} as const;
