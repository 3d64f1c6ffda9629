import { formatInteger } from '../../text/format.js';
import { yearsText } from '../../text/messages/years.js';
import type { ChoosableSatker } from './lke-store.js';

/** Which satker a form chose; a whole province counts for each of its satker. */
export interface SatkerChoice {
  readonly all: boolean;
  readonly provinces: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

export interface SatkerChooser {
  readonly all: boolean;
  readonly some: boolean;
  readonly allCount: string;
  readonly problem: string | null;
  readonly script: string;
  readonly groups: readonly {
    readonly name: string;
    readonly count: string;
    readonly field: string;
    readonly checked: boolean;
    readonly open: boolean;
    readonly boxes: readonly {
      readonly field: string;
      readonly label: string;
      readonly checked: boolean;
    }[];
  }[];
}

const PROVINCE = 'provinsi-';
const SATKER = 'satker-';

export function readChoice(fields: Readonly<Record<string, string>>): SatkerChoice {
  const ticked = Object.keys(fields);
  const after = (prefix: string) =>
    new Set(
      ticked.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    );
  return { all: fields['scope'] === 'semua', provinces: after(PROVINCE), codes: after(SATKER) };
}

/** "Semua" means every KPU Provinsi and Kabupaten/Kota; KPU RI itself is chosen by name. */
export function chosenCodes(choice: SatkerChoice, free: readonly ChoosableSatker[]): string[] {
  const chosen = choice.all
    ? free.filter(isOffice)
    : free.filter(
        ({ code, provinceCode }) => choice.codes.has(code) || choice.provinces.has(provinceCode),
      );
  return chosen.map(({ code }) => code);
}

export function chooserOf(
  free: readonly ChoosableSatker[],
  provinceNames: ReadonlyMap<string, string>,
  choice: SatkerChoice,
  problem: string | null,
  script: string,
): SatkerChooser {
  const codes = [...new Set(free.map((satker) => satker.provinceCode))];
  return {
    all: choice.all,
    some: !choice.all,
    allCount: formatInteger(free.filter(isOffice).length),
    problem,
    script,
    groups: codes.map((provinceCode) => {
      const inside = free.filter((satker) => satker.provinceCode === provinceCode);
      const checked = choice.provinces.has(provinceCode);
      return {
        name: provinceNames.get(provinceCode) ?? yearsText.centre,
        count: yearsText.groupCount(formatInteger(inside.length)),
        field: `${PROVINCE}${provinceCode}`,
        checked,
        open: checked || inside.some(({ code }) => choice.codes.has(code)),
        boxes: inside.map(({ code, name }) => ({
          field: `${SATKER}${code}`,
          label: `${code} ${name}`,
          checked: checked || choice.codes.has(code),
        })),
      };
    }),
  };
}

function isOffice(satker: ChoosableSatker): boolean {
  return satker.level !== 'pusat';
}
