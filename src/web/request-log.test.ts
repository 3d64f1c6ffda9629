import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { requestLog } from './request-log.js';

async function linesOf(url: string): Promise<string> {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const app = express();
  app.use(requestLog(log));
  app.use((_req, res) => {
    res.set('X-Private', 'answer-header').send('ok');
  });
  await request(app).get(url).set('Cookie', 'zi=session-secret').set('X-Test', 'request-header');
  return lines.join('');
}

describe('the request log', () => {
  it('names method, address and status', async () => {
    const lines = await linesOf('/lke/52.71/2026');
    expect(lines).toContain('"url":"/lke/52.71/2026"');
    expect(lines).toContain('"method":"GET"');
    expect(lines).toContain('"statusCode":200');
    expect(lines).toContain('"msg":"request completed"');
  });

  it('keeps cookies and headers out', async () => {
    const lines = await linesOf('/');
    for (const secret of ['session-secret', 'request-header', 'answer-header']) {
      expect(lines).not.toContain(secret);
    }
  });

  it.each([
    '/tautan/s3cr3t-token',
    '/tautan/s3cr3t-token?x=1',
    '/pasang?token=s3cr3t-token',
    '/b/1.s3cr3t-token',
    '/b/1.s3cr3t-token/bukti/1/versi/1/berkas',
  ])('keeps the token of %s out', async (url) => {
    expect(await linesOf(url)).not.toContain('s3cr3t-token');
  });

  it.each(['/sehat', '/aset/zi.css'])('says nothing of %s', async (url) => {
    expect(await linesOf(url)).toBe('');
  });
});
