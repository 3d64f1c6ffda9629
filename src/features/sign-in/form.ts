import { z } from 'zod';
import type { TypedAccount } from '../../domain/account/account.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { normaliseLine } from '../../text/normalise.js';

const text = z.string().default('');

/** Passwords are taken as typed: no trimming, no folding. Names are compared in lower case. */
const SIGN_IN = z.object({
  username: text,
  password: text,
  ke: z.string().optional(),
});

export interface SignInForm {
  readonly name: string;
  readonly password: string;
}

const MOST_NAME = 254;

export function typedSignIn(body: unknown): { username: string; ke: string | undefined } {
  const values = SIGN_IN.safeParse(body ?? {});
  return values.success
    ? { username: values.data.username.slice(0, MOST_NAME), ke: values.data.ke }
    : { username: '', ke: undefined };
}

export function parseSignIn(body: unknown): Outcome<SignInForm> {
  const values = SIGN_IN.safeParse(body ?? {});
  if (!values.success) return refused('username', 'sign-in-incomplete');
  const name = values.data.username.trim().toLowerCase().slice(0, MOST_NAME);
  const { password } = values.data;
  if (name === '' || password === '') return refused('username', 'sign-in-incomplete');
  return { ok: true, value: { name, password } };
}

const NEW_PASSWORD = z.object({ newPassword: text, repeatPassword: text });
const CHANGE = NEW_PASSWORD.extend({ currentPassword: text });

export interface NewPasswordForm {
  readonly password: string;
}

/** A new password typed twice; whether it is good enough is asked of the domain. */
export function parseNewPassword(body: unknown): Outcome<NewPasswordForm> {
  const values = NEW_PASSWORD.safeParse(body ?? {});
  if (!values.success) return refused('newPassword', 'new-password-needed');
  const { newPassword, repeatPassword } = values.data;
  if (newPassword === '') return refused('newPassword', 'new-password-needed');
  if (newPassword !== repeatPassword) return refused('repeatPassword', 'password-not-repeated');
  return { ok: true, value: { password: newPassword } };
}

export function parsePasswordChange(
  body: unknown,
): Outcome<NewPasswordForm & { readonly current: string }> {
  const values = CHANGE.safeParse(body ?? {});
  if (!values.success || values.data.currentPassword === '') {
    return refused('currentPassword', 'current-password-needed');
  }
  const fresh = parseNewPassword(body);
  if (!fresh.ok) return fresh;
  return { ok: true, value: { ...fresh.value, current: values.data.currentPassword } };
}

const ACCOUNT = z.object({ token: text, username: text, name: text, email: text });

/** The account of the first administrator as typed, with the token of the link. */
export function typedAccount(body: unknown): TypedAccount & { readonly token: string } {
  const values = ACCOUNT.safeParse(body ?? {});
  if (!values.success) return { token: '', username: '', name: '', email: '' };
  const { token, username, name, email } = values.data;
  return {
    token,
    username: normaliseLine(username),
    name: normaliseLine(name),
    email: normaliseLine(email),
  };
}
