// Makes filling quicker; it works without. There is one way to write: the form's own address.
(() => {
  'use strict';

  document.querySelectorAll('fieldset[data-formula]').forEach(followCounts);
  const form = document.querySelector('form[data-answer]');
  if (form) fill(form);
  // Only where the page says so itself: an address alone proves no save.
  if (document.querySelector('#kabar [role="status"]')) cleanAddress();

  /** Totals and the ratio while counts are typed; the server computes them again. */
  function followCounts(fieldset) {
    const line = fieldset.querySelector('.sheet-ratio');
    const read = (name) => {
      const field = fieldset.querySelector('[id="' + name + '"]');
      const text = (field && (field.tagName === 'OUTPUT' ? field.textContent.replace(/\./g, '') : field.value)) || '';
      return /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : null;
    };
    const format = (value) => new Intl.NumberFormat('id-ID', { maximumFractionDigits: 4 }).format(value);
    const show = () => {
      fieldset.querySelectorAll('output[data-sum]').forEach((output) => {
        const parts = output.dataset.sum.split(' ').map(read);
        output.textContent = parts.includes(null) ? '' : format(parts.reduce((a, b) => a + b, 0));
      });
      const [first, second] = [read(fieldset.dataset.first), read(fieldset.dataset.second)];
      line.hidden = first === null || second === null;
      if (!line.hidden) line.querySelector('span').textContent = words(first, second);
    };
    const words = (first, second) => {
      const isRatio = fieldset.dataset.formula === 'ratio';
      const [above, below] = isRatio ? [first, second] : [first - second, first];
      if (below === 0) return 'pembaginya 0; lihat ketentuan di bawah';
      const value = above / below;
      const shown = isRatio ? format(above) + ' ÷ ' + format(below) : '(' + format(first) + ' − ' + format(second) + ') ÷ ' + format(first);
      const capped = Math.min(1, Math.max(0, value));
      return shown + ' = ' + format(value) + (capped === value ? '' : ', dihitung ' + format(capped));
    };
    fieldset.addEventListener('input', show);
  }

  /** The notice belongs to one save; a reload must not repeat it. */
  function cleanAddress() {
    const query = new URLSearchParams(location.search);
    const key = form && form.dataset.draft.split(':').slice(0, 3).concat(query.get('tersimpan')).join(':');
    if (key) forget(key);
    history.replaceState(null, '', location.pathname + location.hash);
  }

  function remember(key, value) {
    try { localStorage.setItem('zi:' + key, JSON.stringify(value)); } catch { /* full or forbidden: the page itself still holds it */ }
  }

  function recall(key) {
    try { return JSON.parse(localStorage.getItem('zi:' + key)); } catch { return null; }
  }

  function forget(key) {
    try { localStorage.removeItem('zi:' + key); } catch { /* nothing was kept */ }
  }

  function fill(form) {
    const status = document.getElementById('status-simpan');
    const draftKey = form.dataset.draft;
    const texts = () => [...form.querySelectorAll('input[type="text"], textarea')];
    const typed = () => Object.fromEntries(texts().map((field) => [field.name, field.value]));
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    let stored = typed();
    let running = null;
    let again = false;
    let leaving = false;
    let timer = 0;
    let lastArrow = 0;

    offerDraft();
    shortcuts();
    form.addEventListener('input', (event) => {
      if (event.target.type === 'radio') return;
      remember(draftKey, { at: Date.now(), fields: typed() });
      tell('Ada perubahan yang belum tersimpan.', 'open');
    });
    form.addEventListener('keydown', (event) => {
      if (event.key.startsWith('Arrow')) lastArrow = Date.now();
    });
    form.addEventListener('change', (event) => {
      if (event.target.type !== 'radio') return;
      // Arrow keys pass over the options: wait until they rest.
      clearTimeout(timer);
      timer = setTimeout(save, Date.now() - lastArrow < 400 ? 1500 : 0);
    });
    form.addEventListener('submit', (event) => {
      const by = event.submitter;
      const goesOn = by && by.name;
      if (goesOn && !running) { forgetTimer(); return; }
      event.preventDefault();
      if (!goesOn) { save(); return; }
      // A save on its way brings the version that this one must carry.
      again = false;
      running.then(() => { if (!leaving) form.requestSubmit(by); });
    });
    // A choice that still waited when the page is left.
    addEventListener('pagehide', () => {
      if (timer && !leaving) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
    });

    function tell(text, kind) {
      status.textContent = text;
      status.className = 'sheet-status zi-' + kind;
      status.classList.toggle('zi-status', text !== '');
      status.classList.add('zi-wrap');
    }

    function forgetTimer() {
      clearTimeout(timer);
      timer = 0;
    }

    /** One at a time; resolves to whether everything typed is stored. */
    function save() {
      forgetTimer();
      if (running) { again = true; return running; }
      running = saveAll().finally(() => { running = null; });
      return running;
    }

    async function saveAll() {
      do {
        again = false;
        tell('Menyimpan …', 'open');
        const sent = typed();
        const outcome = await send();
        if (outcome.native) { leaving = true; form.submit(); return false; }
        if (outcome.problem) {
          remember(draftKey, { at: Date.now(), fields: typed() });
          tell(outcome.problem, 'fail');
          return false;
        }
        stored = sent;
        refresh(outcome.page);
        if (same(typed(), stored)) forget(draftKey);
      } while (again);
      return true;
    }

    /** The page that follows the save, or why there is none. */
    async function send() {
      let response;
      try {
        const body = new URLSearchParams(new FormData(form));
        response = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
        const text = await response.text();
        const isHere = new URL(response.url).pathname === location.pathname;
        // A conflict, a refused field, an ended session or an old form has a page of its own: let it come.
        if (response.status === 403 || response.status === 409 || response.status === 422 || (response.ok && !isHere)) return { native: true };
        if (response.ok) return { page: new DOMParser().parseFromString(text, 'text/html') };
      } catch {
        return { problem: 'Belum tersimpan: sambungan terputus. Isian Anda masih ada di halaman ini; tekan Simpan untuk mencoba lagi.' };
      }
      return { problem: 'Belum tersimpan: server menolak atau sedang terganggu (' + response.status + '). Isian Anda masih ada di halaman ini; tekan Simpan untuk mencoba lagi.' };
    }

    function refresh(page) {
      // What an earlier refusal said of this form no longer holds.
      document.querySelectorAll('.zi-problems, #isian .invalid-feedback').forEach((told) => told.remove());
      form.querySelectorAll('.is-invalid').forEach((field) => {
        field.classList.remove('is-invalid');
        field.removeAttribute('aria-invalid');
      });
      for (const live of document.querySelectorAll('[data-live]')) {
        const fresh = page.getElementById(live.id);
        if (fresh) live.replaceChildren(...fresh.childNodes);
      }
      const fresh = page.querySelector('form[data-answer]');
      if (fresh) {
        form.elements.version.value = fresh.elements.version.value;
        document.getElementById('kosongkan').hidden = fresh.querySelector('#kosongkan').hidden;
      }
      const notice = page.querySelector('#kabar [role="status"]');
      document.getElementById('kabar').replaceChildren();
      tell(notice ? notice.textContent.replace(/\s+/g, ' ').trim() : 'Tersimpan.', 'pass');
    }

    /** Text typed here before that never reached the server. */
    function offerDraft() {
      const draft = recall(draftKey);
      const isOld = !draft || Date.now() - draft.at > 7 * 24 * 60 * 60 * 1000;
      if (isOld || same(draft.fields, stored)) { forget(draftKey); return; }
      const box = document.createElement('div');
      box.className = 'zi-held';
      box.setAttribute('role', 'status');
      const said = document.createElement('p');
      said.textContent = 'Di peramban ini ada ketikan Anda untuk indikator ini yang belum tersimpan.';
      box.append(said, button('Tampilkan ketikan itu', () => {
        texts().forEach((field) => { if (field.name in draft.fields) field.value = draft.fields[field.name]; });
        tell('Ada perubahan yang belum tersimpan.', 'open');
        box.remove();
      }), ' ', button('Buang', () => { forget(draftKey); box.remove(); }));
      form.prepend(box);
    }

    function button(text, act) {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'btn btn-sm btn-outline-secondary';
      made.textContent = text;
      made.addEventListener('click', act);
      return made;
    }

    /** Single keys, outside text fields, and they can be switched off. */
    function shortcuts() {
      const line = document.getElementById('pintasan');
      const toggle = line.querySelector('button');
      let on = recall('pintasan') !== false;
      const label = () => {
        toggle.textContent = on ? 'Pintasan aktif' : 'Pintasan nonaktif';
        toggle.setAttribute('aria-pressed', String(on));
      };
      line.hidden = false;
      label();
      toggle.addEventListener('click', () => { on = !on; remember('pintasan', on); label(); });
      document.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          if (form.contains(event.target) || event.target === document.body) { event.preventDefault(); save(); }
          return;
        }
        if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        act(event.key.toLowerCase());
      });
    }

    function isTyping(target) {
      return target.closest('textarea, select, input:not([type="radio"]), [contenteditable]') !== null;
    }

    async function act(key) {
      if (key === 'n' || key === 'p') {
        const link = document.querySelector('#indikator-lain a[rel="' + (key === 'n' ? 'next' : 'prev') + '"]');
        const isStored = timer || running ? await save() : true;
        if (link && isStored) location.assign(link.href);
        return;
      }
      const radios = [...form.querySelectorAll('input[type="radio"]')];
      const chosen = radios[Number(key) - 1] || radios.find((radio) => radio.value[0].toLowerCase() === key);
      if (!chosen || chosen.checked) return;
      chosen.focus();
      chosen.checked = true;
      save();
    }
  }
})();
