import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../project-root.js';
import { endOfStage, isOwnEnd, zoneOfDay, type DatedDay } from './stage-end.js';
import { isEndStage, STAGES } from './stages.js';

const day = (code: string, at: string, isOwn = false): DatedDay => ({ code, day: at, isOwn });

/** The dates of the shipped year. */
function shippedDays(): readonly DatedDay[] {
  const file = path.join(projectRoot(), 'fixtures', 'calendars', 'zi-2026.json');
  const { dates } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly dates: readonly { readonly code: string; readonly day: string }[];
  };
  return dates.map((one) => day(one.code, one.day));
}

describe('the end of a stage', () => {
  it.each(STAGES.map((stage) => [stage, isEndStage(stage)] as const))(
    'of the shipped calendar: %s has one unless the attempt is over',
    (stage, isOver) => {
      const end = endOfStage(shippedDays(), stage, null);
      expect(end === null).toBe(isOver);
      if (end !== null) expect(isOwnEnd(end, stage)).toBe(true);
    },
  );

  it('is that of the tier that sent the LKE back where the own date was taken out', () => {
    const days = [day('tpi-tutup', '2026-05-31')];
    expect(endOfStage(days, 'pengisian', 'tpi')).toBe(days[0]);
    expect(endOfStage(days, 'pengisian', null)).toBeNull();
  });

  it('is the later of the two dates, whichever of them that is', () => {
    const early = [day('mandiri-tutup', '2026-03-31'), day('pendahuluan-tutup', '2026-04-30')];
    const late = [day('mandiri-tutup', '2026-06-10'), day('pendahuluan-tutup', '2026-04-30')];
    expect(endOfStage(early, 'pengisian', 'pendahuluan')).toBe(early[1]);
    expect(endOfStage(late, 'pengisian', 'pendahuluan')).toBe(late[0]);
  });

  it('is a day in WIB, or in the own zone where it was set for the satker', () => {
    expect(zoneOfDay(day('mandiri-tutup', '2026-03-31'), 'Asia/Makassar')).toBe('Asia/Jakarta');
    expect(zoneOfDay(day('mandiri-tutup', '2026-03-31', true), 'Asia/Makassar')).toBe(
      'Asia/Makassar',
    );
  });
});
