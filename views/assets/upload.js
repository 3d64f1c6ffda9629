/* Evidence: drop files, see how far they are, look at a document beside the page. All of it works without. */
(() => {
  const mark = (zone, isOver) => zone.classList.toggle('zi-drop-over', isOver);
  const zoneOf = (event) => {
    const hasFiles = event.dataTransfer !== null && [...event.dataTransfer.types].includes('Files');
    return hasFiles && event.target instanceof Element ? event.target.closest('[data-drop]') : null;
  };

  document.addEventListener('dragover', (event) => {
    const zone = zoneOf(event);
    if (zone === null) return;
    event.preventDefault();
    mark(zone, true);
  });
  document.addEventListener('dragleave', (event) => {
    const zone = zoneOf(event);
    if (zone !== null && !zone.contains(event.relatedTarget)) mark(zone, false);
  });
  document.addEventListener('drop', (event) => {
    const zone = zoneOf(event);
    if (zone === null) return;
    event.preventDefault();
    mark(zone, false);
    const input = zone.querySelector('input[type=file]');
    const files = new DataTransfer();
    const dropped = [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1);
    for (const file of dropped) files.items.add(file);
    input.files = files.files;
  });

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  /* The page that came back takes the place of this one, as after a plain form. */
  const show = (html, url, form) => {
    const place = form.closest('section[id]');
    history.replaceState(null, '', place === null ? url : `${url}#${place.id}`);
    document.open();
    document.write(html);
    document.close();
  };

  const send = (form, files) => {
    const button = form.querySelector('button[type=submit]');
    const status = element('p', 'zi-progress', '');
    const words = element('span', '', 'Mengirim…');
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', 'Kemajuan pengiriman');
    words.setAttribute('role', 'status');
    status.append(words, bar);
    form.append(status);
    button.disabled = true;

    const failed = () => {
      button.disabled = false;
      bar.remove();
      words.textContent =
        'Pengiriman terputus. Tidak ada berkas yang tersimpan; isian Anda masih di sini. Coba kirim lagi.';
    };
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.addEventListener('progress', (event) => {
      if (!event.lengthComputable) return;
      bar.value = Math.round((100 * event.loaded) / event.total);
      if (event.loaded === event.total) words.textContent = 'Memeriksa…';
    });
    request.addEventListener('load', () => show(request.responseText, request.responseURL, form));
    request.addEventListener('error', failed);
    request.addEventListener('abort', failed);
    words.textContent = `Mengirim ${files.length} berkas…`;
    request.send(new FormData(form));
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.upload === undefined) return;
    const input = form.querySelector('input[type=file]');
    const files = [...input.files];
    if (files.length === 0) return;
    event.preventDefault();
    form.querySelectorAll('.zi-progress').forEach((old) => old.remove());
    const large = files.filter((file) => file.size > Number(input.dataset.max));
    if (large.length === 0) {
      send(form, files);
      return;
    }
    const names = large.map((file) => file.name).join(', ');
    const words = element('p', 'zi-progress invalid-feedback', `${input.dataset.maxText} ${names}`);
    words.setAttribute('role', 'alert');
    form.append(words);
  });

  /* On a narrow screen the plain link serves better. */
  const wide = matchMedia('(min-width: 62rem)');
  let opener = null;
  const close = () => {
    document.querySelector('.zi-side')?.remove();
    document.body.classList.remove('zi-with-side');
    opener?.focus();
    opener = null;
  };
  const open = (link) => {
    document.querySelector('.zi-side')?.remove();
    const side = element('aside', 'zi-side', '');
    const bar = element('div', 'zi-side-bar', '');
    const heading = element('h2', 'h6 m-0', link.dataset.preview);
    const button = element('button', 'btn btn-sm btn-outline-secondary', 'Tutup');
    const isImage = link.dataset.image !== undefined;
    const frame = element(isImage ? 'div' : 'iframe', isImage ? 'zi-side-image' : 'zi-side-frame', '');
    button.type = 'button';
    button.addEventListener('click', close);
    heading.id = 'judul-pratinjau';
    side.setAttribute('aria-labelledby', heading.id);
    if (isImage) {
      const image = document.createElement('img');
      image.src = link.href;
      image.alt = link.dataset.preview;
      frame.tabIndex = 0;
      frame.append(image);
    } else {
      frame.title = link.dataset.preview;
      frame.src = `${link.href}#navpanes=0`;
    }
    bar.append(heading, button);
    side.append(bar, frame);
    document.body.append(side);
    document.body.classList.add('zi-with-side');
    opener = link;
    button.focus();
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-preview]') : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link === null || !wide.matches || !isPlain) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && opener !== null) close();
  });

  /* After evidence was attached one stands at its list, so the confirmation stands there too. */
  const list = document.getElementById('bukti');
  const flash = document.querySelector('.zi-flash');
  if (location.hash === '#bukti' && list !== null && flash !== null) {
    list.querySelector('h2').after(flash);
    list.scrollIntoView();
  }
})();
