import type { SatkerLevel } from '../../src/domain/access/roles.js';
import { STAGES, type Stage } from '../../src/domain/lke/stages.js';
import { isTakeBack } from '../../src/domain/lke/take-back.js';
import {
  TRANSITIONS,
  type Condition,
  type StageAction,
  type Transition,
} from '../../src/domain/lke/transitions.js';
import { stageText } from '../../src/text/messages/lke.js';
import { roleText } from '../../src/text/messages/users.js';

/** docs/tahapan.md, drawn from the table of transitions; test/stage-diagram.test.ts holds the committed one to it. */

const ACTIONS: Readonly<Record<StageAction, string>> = {
  submit: 'ajukan',
  return: 'kembalikan',
  'decide-layak': 'putuskan layak',
  'decide-belum-layak-ends': 'putuskan belum layak, berakhir',
  'decide-belum-layak-reopens': 'putuskan belum layak, dibuka lagi',
  'send-letter': 'catat surat rekomendasi',
  'begin-tpi': 'mulai menilai',
  'conclude-memenuhi': 'simpulkan memenuhi',
  'conclude-belum-memenuhi-ends': 'simpulkan belum memenuhi, berakhir',
  'conclude-belum-memenuhi-reopens': 'simpulkan belum memenuhi, dibuka lagi',
  propose: 'usulkan',
  'record-ditetapkan': 'catat ditetapkan',
  'record-tidak-ditetapkan': 'catat tidak ditetapkan',
  'take-back-layak': 'tarik putusan layak',
  'take-back-belum-layak': 'tarik putusan belum layak',
  'take-back-memenuhi': 'tarik kesimpulan memenuhi',
  'take-back-belum-memenuhi': 'tarik kesimpulan belum memenuhi',
  'take-back-proposal': 'tarik usulan',
  'take-back-decree': 'tarik catatan keputusan TPN',
};

const CONDITIONS: Readonly<Record<Condition, string>> = {
  complete: 'semua indikator terisi',
  'evidence-or-reason': 'bukti atau alasan untuk setiap jawaban di atas pilihan terendah',
  'all-assessed': 'semua indikator dinilai tingkat ini',
  'tier-gates-passed': 'ambang sasaran terpenuhi menurut tingkat ini',
  'letter-recorded': 'surat rekomendasi tercatat',
  'checks-written': 'delapan hal diuraikan dalam LHE',
  'no-tpn-result': 'hasil TPN belum dicatat',
  confirmed: 'dikonfirmasi ketua dan dalnis',
};

const LEVELS: readonly { readonly level: SatkerLevel; readonly title: string }[] = [
  { level: 'kabupaten/kota', title: 'KPU kabupaten/kota' },
  { level: 'provinsi', title: 'KPU provinsi' },
  { level: 'pusat', title: 'Unit KPU RI' },
];

export function stageDocument(): string {
  return [
    '# Tahapan LKE',
    '',
    'Digambar dari `src/domain/lke/transitions.ts`; jangan diubah dengan tangan. Setelah tabelnya',
    'berubah: `npx tsx test/support/draw-stages.ts`.',
    '',
    ...LEVELS.flatMap(({ level, title }) => section(level, title)),
  ].join('\n');
}

function section(level: SatkerLevel, title: string): string[] {
  const rows = TRANSITIONS.filter(({ levels }) => levels.includes(level));
  return [
    `## ${title}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...STAGES.filter((stage) => isPassed(rows, stage)).map(
      (stage) => `  state "${stageText[stage]}" as ${idOf(stage)}`,
    ),
    '  [*] --> pengisian',
    ...rows.map(({ from, to, action }) => `  ${idOf(from)} --> ${idOf(to)}: ${ACTIONS[action]}`),
    ...STAGES.filter((stage) => isPassed(rows, stage) && isEnd(rows, stage)).map(
      (stage) => `  ${idOf(stage)} --> [*]`,
    ),
    '```',
    '',
    '| dari | tindakan | oleh | syarat | alasan | menjadi |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(tableRow),
    '',
  ];
}

function tableRow({ from, action, roles, conditions, needsReason, to }: Transition): string {
  const cells = [
    stageText[from],
    ACTIONS[action],
    roles.map((role) => roleText[role]).join(', '),
    conditions.map((condition) => CONDITIONS[condition]).join('; ') || '–',
    needsReason ? 'wajib' : '–',
    stageText[to],
  ];
  return `| ${cells.join(' | ')} |`;
}

function isPassed(rows: readonly Transition[], stage: Stage): boolean {
  return rows.some(({ from, to }) => from === stage || to === stage);
}

function isEnd(rows: readonly Transition[], stage: Stage): boolean {
  return !rows.some(({ from, action }) => from === stage && !isTakeBack(action));
}

/** Mermaid takes no hyphen in a name. */
function idOf(stage: Stage): string {
  return stage.replaceAll('-', '_');
}
