// Search and count over the list of satker; without it the list works by province.
(() => {
  const chooser = document.querySelector('[data-satker-chooser]');
  const groups = chooser && chooser.querySelector('[data-groups]');
  if (!groups) return;

  const some = document.getElementById('scope-pilih');
  const all = document.getElementById('scope-semua');
  const bar = document.createElement('div');
  bar.className = 'zi-filter zi-chooser-bar';
  bar.innerHTML =
    '<div><label class="form-label" for="saring-satker">Cari satker</label>' +
    '<input class="form-control" id="saring-satker" type="search" autocomplete="off"></div>' +
    '<p class="mb-2" role="status" data-chosen="1"></p>';
  groups.before(bar);
  const search = bar.querySelector('input');
  const chosen = bar.querySelector('[data-chosen]');
  const details = [...groups.querySelectorAll('details')];

  const boxesOf = (group) => [...group.querySelectorAll('.zi-chooser-boxes input')];

  function count() {
    if (all && all.checked) {
      chosen.textContent = '';
      return;
    }
    let number = 0;
    for (const group of details) {
      const whole = group.querySelector('[data-province]').checked;
      number += boxesOf(group).filter((box) => whole || box.checked).length;
    }
    chosen.textContent = `${number} satker dicentang`;
  }

  function narrow() {
    const words = search.value.trim().toLowerCase();
    for (const group of details) {
      const inName = group.querySelector('summary').textContent.toLowerCase().includes(words);
      let found = 0;
      for (const box of boxesOf(group)) {
        const row = box.closest('.form-check');
        const fits = inName || row.textContent.toLowerCase().includes(words);
        row.hidden = !fits;
        if (fits) found += 1;
      }
      group.hidden = found === 0;
      if (words !== '') group.open = found > 0;
    }
  }

  // A province and its satker always agree, so that what is seen is what is chosen.
  function agree(box) {
    const group = box.closest('details');
    const whole = group.querySelector('[data-province]');
    const boxes = boxesOf(group);
    if (box === whole) for (const one of boxes) one.checked = whole.checked;
    else if (!box.checked) whole.checked = false;
  }

  groups.addEventListener('change', (event) => {
    agree(event.target);
    if (some) some.checked = true;
    count();
  });
  chooser.addEventListener('change', count);
  search.addEventListener('input', narrow);
  // Enter in the search box must not send the form.
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  count();
})();
