/** What other features may do with the answers of a sheet: plan a change, write it. */
export {
  planChanges,
  writeChanges,
  type PlannedChanges,
  type WantedAnswer,
} from './change-answers.js';
export { stageOf } from './write-store.js';
