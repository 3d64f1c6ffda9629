const VALUES = ['52.71', '1', 'A.I.1.i.a', 'admin', '', '2026', 'sk', '%'];
const QUOTES = ["'", '"', '`', "')", "'))", '")', '', ']'];
const TAILS = [
  ' OR 1=1 --',
  " OR '1'='1",
  ' OR 1=1#',
  ' UNION SELECT 1,2,3,4,5,6,7,8 --',
  " UNION SELECT password_hash FROM 'user' --",
  '; DROP TABLE answer; --',
  "; UPDATE user SET password_hash='x'; --",
  '; DELETE FROM history; --',
  "; INSERT INTO user_role VALUES(99,1,'admin','00','x'); --",
  '; ATTACH DATABASE "/tmp/x.db" AS x; --',
  '; PRAGMA writable_schema=ON; --',
  ' AND (SELECT randomblob(100000000)) --',
  ' AND load_extension("x") --',
  '/**/OR/**/1=1',
  ' || (SELECT name FROM sqlite_master) || ',
  '\0 OR 1=1',
  '\\',
  '%',
  '_',
  '?1 :a @b $c',
];

/** 500 different attempts to change or read through a statement. */
export function sqlPayloads(): readonly string[] {
  const payloads = new Set<string>();
  for (const value of VALUES) {
    for (const quote of QUOTES) {
      for (const tail of TAILS) payloads.add(value + quote + tail);
    }
  }
  const all = [...payloads];
  const step = all.length / 500;
  return Array.from({ length: 500 }, (_, index) => all[Math.floor(index * step)] ?? '');
}
