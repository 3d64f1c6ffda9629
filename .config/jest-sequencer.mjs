import Sequencer from '@jest/test-sequencer';

/** Browser suites first: the longest of them, begun last, would keep one worker while the other waits. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => path.includes('/test/browser/');
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
