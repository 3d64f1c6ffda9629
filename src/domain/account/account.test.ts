import { checkAccount } from './account.js';

const TYPED = { username: 'lalu.suryadi', name: 'Lalu Suryadi', email: 'lalu@kpu.go.id' };

const codes = (change: Partial<typeof TYPED>): string[] => {
  const result = checkAccount({ ...TYPED, ...change });
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('what an account may be called', () => {
  it('keeps user name and e-mail in lower case and the name as written', () => {
    const typed = { username: 'Lalu.Suryadi', name: 'Dr. Lalu S., M.Si.', email: 'LALU@kpu.go.id' };
    expect(checkAccount(typed)).toEqual({
      ok: true,
      value: { username: 'lalu.suryadi', name: 'Dr. Lalu S., M.Si.', email: 'lalu@kpu.go.id' },
    });
  });

  it('does without an e-mail', () => {
    expect(checkAccount({ ...TYPED, email: '' })).toMatchObject({ value: { email: null } });
  });

  it.each([
    [{ username: '' }, 'username username-needed'],
    [{ username: 'ab' }, 'username username-malformed'],
    [{ username: 'lalu suryadi' }, 'username username-malformed'],
    [{ username: 'lalu@kpu' }, 'username username-malformed'],
    [{ username: '.lalu' }, 'username username-malformed'],
    [{ username: 'lalu-' }, 'username username-malformed'],
    [{ username: 'läu.surya' }, 'username username-malformed'],
    [{ username: 'a'.repeat(41) }, 'username username-malformed'],
    [{ name: '' }, 'name name-needed'],
    [{ name: '12345' }, 'name name-malformed'],
    [{ name: '=HYPERLINK("x")' }, 'name name-malformed'],
    [{ name: '@lalu' }, 'name name-malformed'],
    [{ name: 'a'.repeat(121) }, 'name too-long'],
    [{ email: 'lalu' }, 'email not-an-email'],
    [{ email: 'lalu@kpu' }, 'email not-an-email'],
    [{ email: 'lalu suryadi@kpu.go.id' }, 'email not-an-email'],
    [{ email: `${'a'.repeat(250)}@kpu.go.id` }, 'email not-an-email'],
  ])('refuses %j', (change, problem) => {
    expect(codes(change)).toEqual([problem]);
  });

  it('names every problem at once', () => {
    expect(codes({ username: '', name: '', email: 'x' })).toEqual([
      'username username-needed',
      'name name-needed',
      'email not-an-email',
    ]);
  });
});
