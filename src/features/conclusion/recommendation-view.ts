import { exactFromStored } from '../../domain/exact.js';
import { hasRecommender, RECOMMENDATIONS } from '../../domain/lke/recommendation.js';
import type { Problem } from '../../domain/problem.js';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatInstant, formatScore } from '../../text/format.js';
import { recommendationText as text, recommendedText } from '../../text/messages/recommendation.js';
import { fieldProblem } from '../../web/form-problems.js';
import type { TierFigures } from './figures.js';
import { may } from '../../web/lke-place.js';
import type { Place } from './place.js';
import type { RecommendationTyped } from './recommendation-form.js';
import {
  recommendationBasis,
  standingRecommendation,
  type StandingRecommendation,
} from './standing-recommendation.js';

/** What the team recommends, beside the gates, and the form of who recommends. */
export interface RecommendationView {
  readonly none: string | null;
  readonly given: GivenView | null;
  readonly waits: string | null;
  readonly form: RecommendationForm | null;
}

interface GivenView {
  readonly kind: string;
  readonly isYes: boolean;
  readonly holds: boolean;
  readonly state: string;
  readonly fallenWhy: string | null;
  readonly by: string;
  readonly figures: string;
  readonly reason: string;
}

interface RecommendationForm {
  readonly title: string;
  readonly action: string;
  readonly basis: string;
  readonly standing: number;
  readonly choices: readonly {
    readonly value: string;
    readonly id: string;
    readonly label: string;
    readonly checked: boolean;
  }[];
  readonly choiceProblem: string | null;
  readonly reason: { readonly value: string; readonly problem: string | null; hint: string };
}

export interface RecommendationFacts {
  readonly standing: StandingRecommendation | null;
  readonly basis: string;
}

/** null where nobody recommends to anybody. */
export async function readRecommendation(
  db: Db,
  { lke }: Place,
  tier: TierFigures['tier'],
): Promise<RecommendationFacts | null> {
  if (tier !== 'pendahuluan' || !hasRecommender(tier, lke.satker.level)) return null;
  return {
    standing: await standingRecommendation(db, lke),
    basis: await recommendationBasis(db, lke),
  };
}

export function recommendationView(
  place: Place,
  { standing, basis }: RecommendationFacts,
  { sheet, report }: TierFigures,
  typed: RecommendationTyped | null,
  problems: readonly Problem[],
): RecommendationView {
  const { lke } = place;
  const isOpen = lke.stage === 'pendahuluan';
  const missing = sheet.score.of - sheet.score.answered;
  const isAnother = standing?.holds === true;
  const isTeam = isOpen && may(place, 'recommendation.make');
  return {
    none: standing === null ? text.none : null,
    given: standing === null ? null : givenView(place, standing, isOpen),
    waits: isTeam && missing > 0 ? text.waits(missing) : null,
    form:
      isTeam && missing === 0
        ? formOf(place, { basis, standing, passed: report.passed, isAnother }, typed, problems)
        : null,
  };
}

/** Past its own stage nothing of it can fall: the decision says what it was taken upon. */
function givenView({ lke }: Place, given: StandingRecommendation, isOpen: boolean): GivenView {
  const holds = given.holds || !isOpen;
  return {
    kind: recommendedText[given.kind],
    isYes: given.kind === 'layak',
    holds,
    state: isOpen ? (holds ? text.holds : text.fallen) : '',
    fallenWhy: holds ? null : text.fallenWhy,
    by: text.by(given.byName, formatInstant(given.at, lke.satker.timeZone), given.round),
    figures: text.figures(formatScore(exactFromStored(given.total)), given.gatesPassed),
    reason: given.reason,
  };
}

interface FormFacts extends RecommendationFacts {
  readonly passed: boolean;
  /** One stands already and is replaced. */
  readonly isAnother: boolean;
}

function formOf(
  { lke }: Place,
  { basis, standing, passed, isAnother }: FormFacts,
  typed: RecommendationTyped | null,
  problems: readonly Problem[],
): RecommendationForm {
  return {
    title: isAnother ? text.another : text.first,
    action: paths.recommendation(lke.satker.code, lke.year),
    // A refused form keeps what it was made from.
    basis: typed?.basis ?? basis,
    standing: typed?.standing ?? standing?.id ?? 0,
    choices: RECOMMENDATIONS.map((kind) => ({
      value: kind,
      id: `recommendation-${kind}`,
      label: recommendedText[kind],
      checked: typed?.recommendation === kind,
    })),
    choiceProblem: fieldProblem(problems, 'recommendation'),
    reason: {
      value: typed?.['recommendation-reason'] ?? '',
      problem: fieldProblem(problems, 'recommendation-reason'),
      hint: passed ? text.reasonHint.passed : text.reasonHint.failed,
    },
  };
}
