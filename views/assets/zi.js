// Small conveniences on every page; each page works without them.
(() => {
  // A refused form: the summary of what to mend is read out and comes into view.
  const summary = document.querySelector('[data-autofocus]');
  if (summary) summary.focus();

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
