import request from 'supertest';
import { CAST_PASSWORD } from '../../fixtures/cast.js';
import { startTestApp, tokenIn, type TestApp } from '../support/app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});

afterAll(() => test.close());

describe('signing in', () => {
  it('leads a known person to the page asked for', async () => {
    const agent = request.agent(test.app);
    const page = await agent.get('/masuk?ke=%2Fsandi');
    expect(page.text).toContain('Kata sandi');
    const response = await agent.post('/masuk').type('form').send({
      _csrf: tokenIn(page.text),
      username: 'ketua.mataram',
      password: CAST_PASSWORD,
      ke: '/sandi',
    });
    expect(response.status).toBe(303);
    expect(response.headers['location']).toBe('/sandi');
    expect((await agent.get('/sandi')).text).toContain('Lalu Suryadi');
  });
});
