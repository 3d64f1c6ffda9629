import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Scope } from '../domain/access/scope.js';
import type { Database } from './schema.js';

/** The satker that a person reaches, as a condition. */
export function inScope(
  eb: ExpressionBuilder<Database, 'satker'>,
  { all, codes, districtsOf }: Scope,
): Expression<SqlBool> {
  if (all) return eb.lit(true);
  const parts: Expression<SqlBool>[] = [eb.lit(false)];
  if (codes.length > 0) parts.push(eb('satker.code', 'in', codes));
  if (districtsOf.length > 0) {
    const isDistrict = eb('satker.level', '=', 'kabupaten/kota');
    parts.push(eb.and([isDistrict, eb('satker.province_code', 'in', districtsOf)]));
  }
  return eb.or(parts);
}
