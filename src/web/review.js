/* The review: asks the server for pages and sends decisions. */
(() => {
  const one = (selector, inside = document) => inside.querySelector(selector);
  let key = '';
  let pair = '';
  let contents = '';
  let unit = 0;
  let card = null;
  let pairing = null;
  let busy = false;

  const say = (text) => { one('#said').textContent = text || ''; };

  async function send(path, body) {
    let answer;
    try {
      answer = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Tolmach-Key': key },
        body: JSON.stringify(body),
      });
    } catch {
      say(one('#said').dataset.ended);
      document.body.classList.add('ended');
      return { status: 0, value: {} };
    }
    const value = await answer.json().catch(() => ({}));
    return { status: answer.status, value: value || {} };
  }

  async function begin() {
    const token = location.hash.slice(1);
    if (/^[0-9a-f]{64}$/.test(token)) {
      history.replaceState(null, '', '/');
      const { status, value } = await send('/session', { token });
      if (status === 200) sessionStorage.setItem('tolmach', value.key);
    }
    key = sessionStorage.getItem('tolmach') || '';
    if (!key) { say(one('#said').dataset.used); return; }
    const { status, value } = await send('/ask', { ask: 'documents' });
    if (status !== 200) {
      if (status) say(one('#said').dataset.used);
      sessionStorage.removeItem('tolmach');
      return;
    }
    const list = one('#document');
    list.replaceChildren(...value.documents.map((row) => new Option(row.said, row.pair)));
    list.addEventListener('change', () => { unit = 0; show(list.value); });
    if (value.documents.length) await show(value.documents[0].pair);
    setInterval(news, 3000);
  }

  /* Shows a pair; stays at the unit where one was. */
  async function show(translation, said) {
    const { status, value } = await send('/ask', { ask: 'page', pair: translation });
    if (status !== 200) { if (value.said) say(value.said); return; }
    pair = translation;
    contents = value.key;
    one('#document').value = translation;
    const page = new DOMParser().parseFromString(value.html, 'text/html');
    const frame = one('.pane.src');
    const place = frame ? frame.scrollTop : 0;
    one('#app').replaceChildren(...page.body.childNodes);
    one('#known').replaceChildren(...value.reasons.map((reason) => new Option(reason)));
    one('#undo').disabled = !value.undo;
    one('#undo').title = value.undo || '';
    document.dispatchEvent(new CustomEvent('tolmach:start'));
    if (one('.pane.src')) one('.pane.src').scrollTop = place;
    document.dispatchEvent(new CustomEvent('tolmach:select', { detail: unit }));
    if (said !== undefined) say(said);
  }

  async function news() {
    if (busy || document.hidden || one('#question').open || pairing) return;
    const { status, value } = await send('/ask', { ask: 'news' });
    if (status === 200 && value.stale) await show(pair, value.said);
  }

  async function act(ask, more) {
    if (busy) return;
    busy = true;
    const { status, value } = await send('/ask', { ask, pair, key: contents, ...more });
    busy = false;
    if (!status) return;
    await show(pair, value.said || '');
    await counts();
  }

  async function counts() {
    const { status, value } = await send('/ask', { ask: 'documents' });
    if (status !== 200) return;
    const list = one('#document');
    [...list.options].forEach((option) => {
      const row = value.documents.find((document) => document.pair === option.value);
      if (row) option.textContent = row.said;
    });
  }

  /* Asks for a text; resolves to null where the person leaves. */
  function ask(title, { text = '', long = false, manner = false } = {}) {
    const dialog = one('#question');
    const [given, line] = [one('#given'), one('#line')];
    one('#asked').textContent = title;
    given.hidden = !long;
    line.hidden = long;
    one('#manner').hidden = !manner;
    const field = long ? given : line;
    field.value = text;
    dialog.showModal();
    field.focus();
    return new Promise((done) => {
      const end = (answer) => {
        dialog.onkeydown = null;
        dialog.oncancel = null;
        dialog.close();
        done(answer);
      };
      one('#yes').onclick = () => end(field.value);
      one('#no').onclick = () => end(null);
      dialog.oncancel = () => end(null);
      dialog.onkeydown = (event) => {
        if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) { event.preventDefault(); end(field.value); }
      };
    });
  }

  const chosen = () => card || one(`.card.current`) || one('.run.now .card:not(.waived)') || one('.unit.now .card:not(.waived)');
  const finding = () => { const found = chosen(); return found ? found.id.slice(1) : ''; };
  const paragraphOf = () => {
    const found = one('.pane.tgt .run.now [data-p]') || one('.unit.now .col.tgt [data-p]');
    return found ? Number(found.dataset.p) : null;
  };

  const acts = {
    accept: () => act('accept', { unit }),
    fix: () => (finding() ? act('fix', { finding: finding() }) : say(one('#said').dataset.choose)),
    undo: () => act('undo', {}),
    waive: async () => {
      const print = finding();
      if (!print) { say(one('#said').dataset.choose); return; }
      const reason = await ask(one('#asks').dataset.waive);
      if (reason && reason.trim()) await act('waive', { finding: print, reason });
    },
    add: async () => {
      const print = finding();
      if (!print) { say(one('#said').dataset.choose); return; }
      const mark = one('.pane.tgt .run.now mark') || one('.unit.now .col.tgt mark');
      const form = await ask(one('#asks').dataset.add, { text: String(getSelection()) || (mark ? mark.textContent : ''), manner: true });
      if (form && form.trim()) await act('add', { finding: print, form, admitted: one('#admitted').checked });
    },
    edit: async () => {
      const paragraph = paragraphOf();
      if (paragraph === null) { say(one('#said').dataset.choose); return; }
      const { status, value } = await send('/ask', { ask: 'text', pair, key: contents, paragraph });
      if (status !== 200) { await show(pair, value.said); return; }
      const text = await ask(one('#asks').dataset.edit, { text: value.text, long: true });
      if (text !== null && text !== value.text) await act('edit', { paragraph, text });
    },
    link: () => {
      if (pairing) { finishPairing(); return; }
      pairing = { src: new Set(), tgt: new Set() };
      document.body.classList.add('pairing');
      say(one('#said').dataset.pairing);
    },
  };

  function leavePairing() {
    pairing = null;
    document.body.classList.remove('pairing');
    document.querySelectorAll('.chosen').forEach((paragraph) => paragraph.classList.remove('chosen'));
  }

  async function finishPairing() {
    const sorted = (side) => [...pairing[side]].sort((a, b) => a - b);
    const [source, target] = [sorted('src'), sorted('tgt')];
    leavePairing();
    if (source.length && target.length) await act('pair', { source, target });
    else say('');
  }

  document.addEventListener('click', (event) => {
    if (!pairing) return;
    const paragraph = event.target.closest('[data-p]');
    if (!paragraph) return;
    event.preventDefault();
    event.stopPropagation();
    const side = paragraph.closest('.pane, .col').classList.contains('src') ? 'src' : 'tgt';
    const at = Number(paragraph.dataset.p);
    const on = !pairing[side].has(at);
    if (on) pairing[side].add(at); else pairing[side].delete(at);
    paragraph.classList.toggle('chosen', on);
  }, true);

  document.addEventListener('tolmach:unit', (event) => { unit = event.detail.unit; card = event.detail.card; });

  const russian = { ф: 'a', а: 'f', ц: 'w', у: 'e', д: 'l', п: 'g', г: 'u' };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input,select,textarea,dialog')) return;
    if (pairing && event.key === 'Escape') { leavePairing(); say(''); return; }
    if (pairing && event.key === 'Enter') { event.preventDefault(); finishPairing(); return; }
    const letter = russian[event.key] || event.key;
    const button = one(`#desk button[data-key="${CSS.escape(letter)}"]`);
    if (button && !button.disabled) { event.preventDefault(); button.click(); }
  });
  document.addEventListener('DOMContentLoaded', () => {
    Object.entries(acts).forEach(([id, run]) => one(`#${id}`).addEventListener('click', run));
    begin();
  });
})();
