// Small conveniences on every page; each page works without them.
(() => {
  const TYPED = 'textarea[name], input[name]:not([type="hidden"], [type="password"], [type="file"]), select[name]';

  // A refused form: the summary of what to mend is read out and comes into view.
  const summary = document.querySelector('[data-autofocus]');
  if (summary) summary.focus();

  // On a phone the list comes before the fields that narrow it.
  if (window.matchMedia('(max-width: 40rem)').matches) {
    for (const fold of document.querySelectorAll('details[data-fold]')) fold.open = false;
  }

  // Passwords can be shown while they are typed, and are hidden again when they are sent.
  for (const input of document.querySelectorAll('input[data-reveal]')) {
    const button = buttonAfter(input, '');
    const label = document.querySelector(`label[for="${input.id}"]`);
    const whose = document.createElement('span');
    whose.className = 'visually-hidden';
    // A label that is an instruction is no name for the button: the field brings its own.
    const named = input.dataset.reveal === '1' ? '' : input.dataset.reveal;
    whose.textContent = ` ${named || (label ? label.textContent.toLowerCase() : 'kata sandi')}`;
    const set = (shown) => {
      input.type = shown ? 'text' : 'password';
      button.replaceChildren(shown ? 'Sembunyikan' : 'Tampilkan', whose);
    };
    button.addEventListener('click', () => set(input.type === 'password'));
    if (input.form) input.form.addEventListener('submit', () => set(false));
    set(false);
  }

  // A link that is shown once can be taken along with one press.
  for (const input of document.querySelectorAll('input[data-copy]')) {
    const button = buttonAfter(input, input.dataset.copy);
    const told = document.createElement('p');
    told.className = 'form-text';
    told.setAttribute('role', 'status');
    input.parentElement.after(told);
    input.addEventListener('focus', () => input.select());
    button.addEventListener('click', async () => {
      input.select();
      try {
        await navigator.clipboard.writeText(input.value);
        told.textContent = 'Tersalin.';
      } catch {
        // No clipboard outside HTTPS: the text stands selected, the keyboard does the rest.
        told.textContent = 'Tekan Ctrl+C untuk menyalin.';
      }
    });
  }

  keepTexts();

  // One page may hold several forms, and sending one loads the page anew: what was typed into the
  // others is kept for this tab and person and comes back, unless it was saved or changed meanwhile.
  function keepTexts() {
    const account = document.querySelector('.zi-account[data-user]');
    if (!account) return;
    const key = `zi:teks:${account.dataset.user}:${location.pathname}`;
    // Answers of an indicator have drafts of their own.
    const forms = [...document.querySelectorAll('main form[method="post"]:not([data-draft])')];
    const fields = forms.flatMap((form) =>
      [...form.querySelectorAll(TYPED)].map((field) => ({ form, field, was: read(field) })),
    );
    if (fields.length === 0) return;
    const nameOf = ({ form, field }) =>
      `${form.getAttribute('action')}#${field.name}${isBox(field) ? `=${field.value}` : ''}`;
    const isLeft = (one) => read(one.field) !== one.was;
    let sending = null;
    restore();
    for (const form of forms) {
      form.addEventListener('submit', (event) => {
        const left = fields.filter((one) => one.form !== form && isLeft(one));
        if (left.length > 0 && form.dataset.goesOn && !leaveBehind(left)) {
          event.preventDefault();
          event.stopImmediatePropagation();
          return;
        }
        sending = form;
      });
    }
    addEventListener('pagehide', () => {
      const left = fields.filter((one) => one.form !== sending && isLeft(one));
      const entries = left.map((one) => [nameOf(one), { was: one.was, is: read(one.field) }]);
      try {
        if (entries.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(entries)));
      } catch { /* full or forbidden: as without this script */ }
    });

    // Where sending leads to another page, the text would wait unseen on this one.
    function leaveBehind([first]) {
      if (confirm('Teks lain di halaman ini belum tersimpan. Lanjut tanpa menyimpannya? Pilih Batal untuk kembali ke teks itu.')) return true;
      first.field.focus();
      return false;
    }

    function restore() {
      let kept = {};
      try { kept = JSON.parse(sessionStorage.getItem(key)) ?? {}; } catch { /* nothing that can be read */ }
      for (const one of fields) {
        const found = kept[nameOf(one)];
        if (!found || found.was !== one.was || found.is === one.was) continue;
        if (isBox(one.field)) { one.field.checked = found.is; continue; }
        one.field.value = found.is;
        for (let at = one.field.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
        const told = document.createElement('p');
        told.className = 'form-text zi-status zi-warn zi-wrap';
        told.setAttribute('role', 'status');
        told.textContent = 'Teks ini belum tersimpan.';
        one.field.after(told);
      }
    }
  }

  function isBox(field) {
    return field.type === 'radio' || field.type === 'checkbox';
  }

  function read(field) {
    return isBox(field) ? field.checked : field.value;
  }

  function buttonAfter(input, text) {
    const group = document.createElement('div');
    group.className = 'zi-with-button';
    input.replaceWith(group);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-outline-secondary';
    button.textContent = text;
    group.append(input, button);
    return button;
  }
})();
