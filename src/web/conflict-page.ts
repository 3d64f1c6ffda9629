import type { Request, Response } from 'express';
import { conflictText } from '../text/messages/common.js';
import type { PageBase, Pages } from './pages.js';

/** Two people changed the same form: both texts, and nothing is lost. */
export interface ConflictPage extends PageBase {
  readonly intro: string;
  readonly rows: readonly ConflictRow[];
  /** Posts what was typed again, over the version that is stored now. */
  readonly again: {
    readonly action: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  };
  readonly backHref: string;
}

export interface ConflictRow {
  readonly label: string;
  readonly stored: string;
  readonly typed: string;
  readonly differs: boolean;
}

declare module './pages.js' {
  interface PageTypes {
    conflict: ConflictPage;
  }
}

export interface Conflict {
  /** What the form is about: "Kota Mataram". */
  readonly subject: string;
  readonly rows: readonly { label: string; stored: string; typed: string }[];
  readonly action: string;
  /** Every field of the form as typed, with the version that is stored now. */
  readonly fields: Readonly<Record<string, string>>;
  readonly backHref: string;
}

export function renderConflict(
  req: Request,
  res: Response,
  pages: Pages,
  conflict: Conflict,
): void {
  const page: ConflictPage = {
    title: conflictText.title,
    intro: conflictText.intro(conflict.subject),
    rows: conflict.rows.map((row) => ({
      label: row.label,
      stored: row.stored === '' ? conflictText.empty : row.stored,
      typed: row.typed === '' ? conflictText.empty : row.typed,
      differs: row.stored !== row.typed,
    })),
    again: {
      action: conflict.action,
      fields: Object.entries(conflict.fields).map(([name, value]) => ({ name, value })),
    },
    backHref: conflict.backHref,
  };
  pages.render(req, res, 'conflict', page, 409);
}
