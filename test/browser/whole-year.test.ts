import { MATARAM } from '../../fixtures/cast.js';
import { describeInBrowser } from '../support/chromium.js';
import { LONG_TEST_MS } from '../support/rounds.js';
import { NOT_IN_THE_YEARS } from '../support/year-besides.js';
import { windowsOf, yearInBrowser, type Windows } from '../support/year-in-browser.js';
import { playBelumLayak, playReturnedTwice, playSmoothYear } from '../support/year-plan.js';
import { keepSightings, sightings } from '../support/year-sightings.js';

/**
 * Three whole years in a real browser at the width of a phone, each step by the person whose turn
 * it is, and every page that each role is led to at each stage.
 */
const LOBAR = '52.01';
const BIMA = '52.72';

describeInBrowser('a whole year', (browser) => {
  const seen = sightings();
  let windows: Windows;
  beforeAll(() => {
    windows = windowsOf(browser);
  });

  it(
    'goes smoothly from submitting to the decree',
    async () => {
      await playSmoothYear(await yearInBrowser(browser, windows, MATARAM, seen));
    },
    LONG_TEST_MS,
  );

  it(
    'comes back twice, from the province and from TPI, and still arrives',
    async () => {
      await playReturnedTwice(await yearInBrowser(browser, windows, LOBAR, seen));
    },
    LONG_TEST_MS,
  );

  it(
    'ends where the province finds it belum layak',
    async () => {
      await playBelumLayak(await yearInBrowser(browser, windows, BIMA, seen));
    },
    LONG_TEST_MS,
  );

  it('led every role to every page of the register that is its own', () => {
    keepSightings('pages-in-browser', seen);
    // The first member of a team is its lead, whom nobody removes.
    const besides = [...Object.keys(NOT_IN_THE_YEARS), 'GET /tim/:satker/anggota/:user/pelepasan'];
    expect([...seen.missed()].sort()).toEqual(besides.sort());
  });
});
