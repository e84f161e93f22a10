'use strict';
// Everything is there without this script: the list and the marks are links to each other. It adds the filter, the keys, and
// one current finding that both sides show.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const by = id => document.getElementById(id);
  const findings = all('.finding');
  const filter = by('filter');
  const marks = new Map();  // id in the list -> marks
  for (const mark of all('[data-of]'))
    for (const id of mark.dataset.of.split(' ')) marks.has(id) ? marks.get(id).push(mark) : marks.set(id, [mark]);
  let current = null;

  const show = (element, block) => {
    for (let at = element.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    element.scrollIntoView({block, inline: 'nearest'});
    // Parts that were not drawn yet have only now got their size.
    requestAnimationFrame(() => requestAnimationFrame(() => element.scrollIntoView({block, inline: 'nearest'})));
  };
  /// An anchor has no size; the mark behind it does.
  const visible = element => element.tagName === 'SPAN' && element.nextElementSibling ? element.nextElementSibling : element;
  const place = finding => by('m' + finding.id.slice(1)) || (marks.get(finding.id) || [])[0];

  function choose(finding, scrollList, scrollPaper) {
    if (current) {
      current.classList.remove('current');
      for (const mark of marks.get(current.id) || []) mark.classList.remove('current');
    }
    current = finding;
    if (!finding) return;
    finding.classList.add('current');
    for (const mark of marks.get(finding.id) || []) mark.classList.add('current');
    if (scrollList) show(finding, 'center');
    const where = place(finding);
    if (scrollPaper && where) show(visible(where), 'center');
  }

  function apply() {
    const wanted = new Set(all('input[type=checkbox]:checked', filter).map(box => box.value));
    const rule = by('rule').value, file = by('file') ? by('file').value : '';
    const words = by('words').value.trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits = wanted.has(finding.dataset.severity) && (!rule || finding.dataset.rule === rule) &&
                   (!file || finding.dataset.file === file) && (!words || finding.textContent.toLowerCase().includes(words));
      finding.hidden = !fits;
      if (fits) ++shown;
    }
    const hidden = new Set(findings.filter(finding => finding.hidden).map(finding => finding.id));
    for (const mark of all('[data-of]')) mark.classList.toggle('off', mark.dataset.of.split(' ').every(id => hidden.has(id)));
    for (const group of all('.group')) group.hidden = !all('.finding', group).some(finding => !finding.hidden) && findings.length > 0;
    by('shown').textContent = shown + ' / ' + findings.length;
    if (current && current.hidden) choose(null);
  }

  function step(by) {
    const visible = findings.filter(finding => !finding.hidden);
    if (!visible.length) return;
    const at = current ? visible.indexOf(current) : by > 0 ? -1 : visible.length;
    choose(visible[Math.min(Math.max(at + by, 0), visible.length - 1)], true, true);
  }

  function reset() {
    for (const box of all('input[type=checkbox]', filter)) box.checked = true;
    by('rule').value = '';
    if (by('file')) by('file').value = '';
    by('words').value = '';
    apply();
  }

  document.addEventListener('click', event => {
    const mark = event.target.closest('[data-of]');
    if (mark) {
      const ids = mark.dataset.of.split(' ').filter(id => by(id) && by(id).classList.contains('finding'));
      if (!ids.length) return;  // a place that was not read: the link leads to its entry
      event.preventDefault();
      const next = current ? ids[(ids.indexOf(current.id) + 1) % ids.length] : ids[0];
      if (by(next).hidden) reset();
      choose(by(next), true, false);
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    const finding = event.target.closest('.finding');
    if (link && by(link.hash.slice(1))) {
      event.preventDefault();
      if (finding) choose(finding, false, false);
      const to = by(link.hash.slice(1));
      show(visible(to), to.classList.contains('document') ? 'start' : 'center');
    } else if (finding && !String(getSelection())) {
      choose(finding, false, true);
    }
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      reset();
      document.activeElement.blur();
      return;
    }
    if (event.target.closest('input, select')) return;
    if (event.key === 'j' || event.key === 'n') step(1);
    else if (event.key === 'k' || event.key === 'p') step(-1);
    else if (event.key === '/') by('words').focus();
    else if ('123'.includes(event.key)) {
      const box = all('input[type=checkbox]', filter)[event.key - 1];
      if (box) box.click();
    } else return;
    event.preventDefault();
  });

  filter.hidden = false;
  for (const hint of all('.keys')) hint.hidden = false;
  filter.addEventListener('input', apply);
  apply();
  const [, number] = /^#[fm](\d+)/.exec(location.hash) || [];
  if (number && by('f' + number)) choose(by('f' + number), true, true);
})();
