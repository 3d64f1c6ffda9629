// Makes assessing quicker; it works without. Every key does what a link or button of the page does.
(() => {
  'use strict';

  const form = document.querySelector('form[data-review]');
  const links = document.getElementById('indikator-lain');
  if (new URLSearchParams(location.search).has('tersimpan')) {
    history.replaceState(null, '', location.pathname + location.hash);
  }

  const recall = () => {
    try { return localStorage.getItem('zi:pintasan') !== 'false'; } catch { return true; }
  };
  const remember = (on) => {
    try { localStorage.setItem('zi:pintasan', String(on)); } catch { /* full or forbidden: until the page is left */ }
  };

  let on = recall();
  let isChanged = false;
  let isSending = false;
  if (form) {
    const line = document.getElementById('pintasan');
    const toggle = line.querySelector('button');
    const label = () => {
      toggle.textContent = on ? 'Pintasan aktif' : 'Pintasan nonaktif';
      toggle.setAttribute('aria-pressed', String(on));
    };
    line.hidden = false;
    label();
    toggle.addEventListener('click', () => { on = !on; remember(on); label(); });
    form.addEventListener('input', () => { isChanged = true; });
    // Another form of the page may be sent: what was typed here comes back (zi.js).
    document.addEventListener('submit', (event) => { if (!event.defaultPrevented) isSending = true; });
    addEventListener('beforeunload', (event) => {
      if (isChanged && !isSending) event.preventDefault();
    });
  }

  // The server keeps that it was opened; the page says so at once.
  document.querySelectorAll('.review-claim .zi-evidence-links').forEach((line) => {
    line.addEventListener('click', (event) => {
      const mark = line.querySelector('[data-opened]');
      if (mark === null || !(event.target instanceof Element) || !event.target.closest('a')) return;
      mark.textContent = mark.dataset.opened;
      mark.classList.replace('zi-open', 'zi-pass');
    });
  });

  const isTyping = (target) =>
    target instanceof Element && target.closest('textarea, select, input:not([type="radio"]), [contenteditable]') !== null;
  const follow = (link) => { if (link) location.assign(link.href); };
  const press = (button) => { if (button) form.requestSubmit(button); };
  const acts = {
    n: () => follow(links?.querySelector('a[rel="next"]')),
    p: () => follow(links?.querySelector('a[rel="prev"]')),
    l: () => follow(links?.querySelector('a:not([rel])')),
    t: () => press(document.getElementById('terima')),
    u: () => {
      const first = form?.querySelector('input[type="radio"]:checked, input[type="radio"], input[type="text"]');
      first?.focus();
    },
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (form && (form.contains(event.target) || event.target === document.body)) {
        event.preventDefault();
        press(form.querySelector('button[name="then"]'));
      }
      return;
    }
    if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = acts[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });
})();
