import { TIERS } from '../../domain/access/tiers.js';
import { STAGES } from '../../domain/lke/stages.js';
import { formatInteger } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import { choice, type Choice } from '../../web/choice.js';
import type { SortFields } from '../../web/ordering.js';
import { VERDICTS } from './gate-verdict.js';
import { ATTENTIONS, HANDED_IN, isNarrowed, type Narrowing } from './narrowing.js';
import { provinceLabel } from './provinces.js';
import type { Watched } from './read-standings.js';

/** The form that narrows a list of satker. */
export interface FilterFields {
  readonly words: typeof text.filter.labels;
  readonly action: string;
  readonly clear: string;
  readonly search: string;
  /** null where there is one only. */
  readonly provinces: readonly Choice[] | null;
  readonly stages: readonly Choice[];
  readonly verdicts: readonly Choice[];
  readonly tierLabel: string;
  readonly tiers: readonly Choice[];
  readonly attentions: readonly Choice[];
  readonly sorting: SortFields;
  /** How the provinces above are ordered; "" as they always are. */
  readonly provinceOrder: string;
}

export function filterFields(
  { cari, provinsi, tahap, ambang, tingkat, perhatian }: Narrowing,
  watched: Watched,
  form: Pick<FilterFields, 'action' | 'clear' | 'tierLabel' | 'sorting' | 'provinceOrder'> & {
    /** Of one province there is none to choose. */
    readonly province: string | null;
  },
): FilterFields {
  const { filter } = text;
  const { province, ...fields } = form;
  return {
    ...fields,
    words: filter.labels,
    search: cari,
    provinces: province === null ? provinceChoices(provinsi, watched) : null,
    stages: [
      choice('', filter.anyStage, tahap),
      choice(HANDED_IN, filter.handedIn, tahap),
      ...STAGES.map((stage) => choice(stage, stageText[stage], tahap)),
    ],
    verdicts: (['', ...VERDICTS] as const).map((value) =>
      choice(value, filter.verdict[value], ambang),
    ),
    tiers: TIERS.map((tier) => choice(tier, tierText[tier], tingkat)),
    attentions: ATTENTIONS.map((one) => choice(one, filter.attention[one], perhatian)),
  };
}

function provinceChoices(
  provinsi: string,
  { standings, provinceNames }: Watched,
): readonly Choice[] {
  const codes = [...new Set(standings.map(({ satker }) => satker.provinceCode))];
  return [
    choice('', text.filter.anyProvince, provinsi),
    ...codes.map((code) => choice(code, provinceLabel(code, provinceNames), provinsi)),
  ];
}

/** "11 dari 553 satker. Daftar disaring." */
export function countText(narrowing: Narrowing, found: number, all: number): string {
  const shown = text.count(formatInteger(found), formatInteger(all));
  return isNarrowed(narrowing) ? `${shown} ${text.narrowed}` : shown;
}
