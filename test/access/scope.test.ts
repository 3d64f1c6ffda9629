import * as fc from 'fast-check';
import { shippedSatker } from '../../src/db/reference.js';
import { reaches, ROLES, type Grant, type SatkerPlace } from '../../src/domain/access/roles.js';
import { rolesReaching, scopeOf, type Scope } from '../../src/domain/access/scope.js';

const places: SatkerPlace[] = shippedSatker().map((satker) => ({
  code: satker.code,
  provinceCode: satker.province_code,
  level: satker.level,
}));

function holds(scope: Scope, place: SatkerPlace): boolean {
  const inDistrict =
    place.level === 'kabupaten/kota' && scope.districtsOf.includes(place.provinceCode);
  return scope.all || scope.codes.includes(place.code) || inDistrict;
}

const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...ROLES),
  satkerCode: fc.constantFrom('00', '51', '51.71', '52', '52.01', '52.71', '94.71'),
});

describe('the scope of a query', () => {
  it('holds exactly the satker that the grants reach, for all 553', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), (grants) => {
        const scope = scopeOf(grants);
        for (const place of places) {
          expect(holds(scope, place)).toBe(grants.some((held) => reaches(held, place)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows of every role exactly one way in which it reaches', () => {
    const ways = (['all', 'own', 'districts'] as const).flatMap((way) => rolesReaching(way));
    expect([...ways].sort()).toEqual([...ROLES].sort());
  });

  it('is empty for a person without a role', () => {
    expect(scopeOf([])).toEqual({ all: false, codes: [], districtsOf: [] });
  });
});
