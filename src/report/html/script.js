'use strict';
(() => {
  document.documentElement.classList.add('js');
  const one = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const words = () => document.body.dataset;

  /* Copying a command. */
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('.copy');
    if (!button) return;
    const code = one('code', button.parentElement);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = words().copied;
      setTimeout(() => { button.textContent = words().copy; }, 1500);
    } catch {
      getSelection().selectAllChildren(code);
    }
  });

  /* The page of a pair. Its listeners end where another page takes its place. */
  let life = new AbortController();
  function pair() {
    life.abort();
    life = new AbortController();
    const { signal } = life;
    const main = one('main');
    const box = one('#units');
    const panel = one('#panel');
    const view = one('#view');
    const units = all('.unit', box).map((element) => ({
      element,
      at: Number(element.dataset.u),
      step: element.dataset.c,
      moved: 'moved' in element.dataset,
      changed: /\b(stale|edited|both)\b/.test(element.className),
      columns: { src: one('.col.src', element), tgt: one('.col.tgt', element) },
      runs: { src: all('.col.src > .run', element), tgt: all('.col.tgt > .run', element) },
    }));
    const unitOf = new Map();
    for (const unit of units) {
      for (const run of [...unit.runs.src, ...unit.runs.tgt]) unitOf.set(run, unit);
    }
    const cards = all('.card:not(.waived)', main);
    let panes = null;
    let now = null;
    let card = null;

    const unitAt = (node) => {
      const run = node.closest('.run');
      if (run) return unitOf.get(run);
      const element = node.closest('.unit');
      return element && units.find((unit) => unit.element === element);
    };

    function toColumns() {
      const make = (side) => {
        const pane = document.createElement('div');
        const first = units.find((unit) => unit.runs[side].length);
        pane.className = `pane ${side}`;
        pane.tabIndex = 0;
        pane.setAttribute('role', 'region');
        pane.setAttribute('aria-label', one(`.heads h2:${side === 'src' ? 'first' : 'last'}-child`).textContent);
        if (first) {
          pane.lang = first.columns[side].lang;
          pane.dir = first.columns[side].dir;
        }
        const runs = units.flatMap((unit) => unit.runs[side]);
        runs.sort((left, right) => left.dataset.at - right.dataset.at);
        pane.append(...runs);
        return { pane, runs, tops: [], ends: [] };
      };
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('class', 'ribbons');
      svg.setAttribute('aria-hidden', 'true');
      panes = { src: make('src'), tgt: make('tgt'), svg };
      box.append(panes.src.pane, svg, panes.tgt.pane);
      main.classList.add('columns');
      view.textContent = words().rows;
      for (const side of ['src', 'tgt']) {
        const { pane } = panes[side];
        for (const kind of ['pointerenter', 'wheel', 'touchstart', 'focusin', 'keydown', 'pointerdown']) {
          pane.addEventListener(kind, () => { leading = side; }, { passive: true });
        }
        pane.addEventListener('scroll', () => {
          if (leading === side) follow(side);
          redraw();
        }, { passive: true });
      }
      measure();
    }

    function toRows() {
      for (const unit of units) {
        for (const side of ['src', 'tgt']) unit.columns[side].append(...unit.runs[side]);
      }
      panes.src.pane.remove();
      panes.tgt.pane.remove();
      panes.svg.remove();
      panes = null;
      main.classList.remove('columns');
      view.textContent = words().columns;
      drawView();
    }

    /* Where every run is in its pane, and where every unit is. */
    function measure() {
      if (!panes) return;
      for (const side of ['src', 'tgt']) {
        const column = panes[side];
        column.tops = column.runs.map((run) => run.offsetTop);
        column.ends = column.runs.map((run, at) => column.tops[at] + run.offsetHeight);
        column.runs.forEach((run, at) => { run.place = [column.tops[at], column.ends[at]]; });
      }
      redraw();
    }

    let leading = 'src';
    const ahead = (column, at) => {
      let low = 0;
      let high = column.tops.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (column.tops[middle] <= at) low = middle; else high = middle - 1;
      }
      return low;
    };

    /* The other pane shows the counterpart of what is read in this one. */
    function follow(side) {
      const other = side === 'src' ? 'tgt' : 'src';
      const [here, there] = [panes[side], panes[other]];
      const room = here.pane.scrollHeight - here.pane.clientHeight;
      if (!here.runs.length || !there.runs.length) return;
      const share = room > 0 ? here.pane.scrollTop / room : 0;
      const line = here.pane.scrollTop + share * here.pane.clientHeight;
      let at = ahead(here, line);
      let within = Math.min(1, Math.max(0, (line - here.tops[at]) / Math.max(1, here.ends[at] - here.tops[at])));
      for (; at >= 0; at -= 1, within = 1) {
        const unit = unitOf.get(here.runs[at]);
        if (!unit.moved && unit.runs[other].length) {
          const own = unit.runs[side];
          const mine = [own[0].place[0], own[own.length - 1].place[1]];
          const theirs = unit.runs[other];
          const place = [theirs[0].place[0], theirs[theirs.length - 1].place[1]];
          const part = within === 1 ? (here.ends[at] - mine[0]) / Math.max(1, mine[1] - mine[0])
            : (line - mine[0]) / Math.max(1, mine[1] - mine[0]);
          const aim = place[0] + Math.min(1, Math.max(0, part)) * (place[1] - place[0]);
          there.pane.scrollTop = Math.round(aim - share * there.pane.clientHeight);
          return;
        }
      }
      there.pane.scrollTop = 0;
    }

    let waiting = false;
    function redraw() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; draw(); drawView(); });
    }

    function draw() {
      if (!panes) return;
      const { src, tgt, svg } = panes;
      const width = svg.clientWidth;
      const height = svg.clientHeight;
      const tops = { src: src.pane.scrollTop, tgt: tgt.pane.scrollTop };
      const seen = (side, run) => run.place[1] > tops[side] - 200 && run.place[0] < tops[side] + height + 200;
      const parts = [];
      for (const unit of units) {
        const { src: left, tgt: right } = unit.runs;
        if (!left.some((run) => seen('src', run)) && !right.some((run) => seen('tgt', run))) continue;
        const classes = `${unit.changed ? ' changed' : ''}${unit === now ? ' now' : ''}`;
        const y = (side, run) => run.place.map((place) => Math.round((place - tops[side]) * 10) / 10);
        if (!right.length || !left.length) {
          for (const run of left) {
            const [a, b] = y('src', run);
            parts.push(`<path class="alone" data-u="${unit.at}" d="M0 ${a}L${width * 0.35} ${(a + b) / 2}L0 ${b}Z"/>`);
          }
          for (const run of right) {
            const [a, b] = y('tgt', run);
            parts.push(`<path class="alone" data-u="${unit.at}" d="M${width} ${a}L${width * 0.65} ${(a + b) / 2}L${width} ${b}Z"/>`);
          }
          continue;
        }
        for (const from of left) {
          for (const to of right) {
            const [a, b] = y('src', from);
            const [c, d] = y('tgt', to);
            const half = width / 2;
            parts.push(`<path class="c${unit.step}${classes}" data-u="${unit.at}" d="M0 ${a}C${half} ${a} ${half} ${c} ${width} ${c}V${d}C${half} ${d} ${half} ${b} 0 ${b}Z"/>`);
          }
        }
      }
      svg.innerHTML = parts.join('');
    }

    /* What of the whole text one sees, on the map. */
    const mark = one('.map .view');
    const map = one('.map');
    function drawView() {
      if (!units.length) return;
      let from;
      let to;
      if (panes) {
        const pane = panes.src.pane;
        from = pane.scrollTop / Math.max(1, pane.scrollHeight);
        to = (pane.scrollTop + pane.clientHeight) / Math.max(1, pane.scrollHeight);
      } else {
        const place = box.getBoundingClientRect();
        from = Math.min(1, Math.max(0, -place.top / Math.max(1, place.height)));
        to = Math.min(1, Math.max(0, (innerHeight - place.top) / Math.max(1, place.height)));
      }
      const [start, end] = [Number(map.dataset.from), Number(map.dataset.to)];
      mark.setAttribute('y', (start + from * (end - start)).toFixed(2));
      mark.setAttribute('height', Math.max(1, (to - from) * (end - start)).toFixed(2));
    }

    function show(unit) {
      if (!panes) {
        unit.element.scrollIntoView({ block: 'center' });
        return;
      }
      for (const side of ['src', 'tgt']) {
        const run = unit.runs[side][0];
        if (run) panes[side].pane.scrollTop = run.place[0] - panes[side].pane.clientHeight * 0.3;
      }
      leading = '';
      if (!unit.runs.tgt.length || !unit.runs.src.length) follow(unit.runs.src.length ? 'src' : 'tgt');
      redraw();
    }

    function select(unit, chosen) {
      if (now) {
        now.element.classList.remove('now');
        [...now.runs.src, ...now.runs.tgt].forEach((run) => run.classList.remove('now'));
      }
      all('.card.current').forEach((other) => other.classList.remove('current'));
      now = unit;
      card = chosen || null;
      unit.element.classList.add('now');
      [...unit.runs.src, ...unit.runs.tgt].forEach((run) => run.classList.add('now'));
      if (card) card.classList.add('current');
      fill(unit);
      measure();
      document.dispatchEvent(new CustomEvent('tolmach:unit', { detail: { unit: unit.at, card } }));
    }

    /* The panel: the unit's state, its address, its terms, what its findings mean. */
    function fill(unit) {
      const inside = [...unit.runs.src, ...unit.runs.tgt];
      const terms = new Set(inside.flatMap((run) => all('[data-t]', run).map((term) => term.dataset.t)));
      const rules = new Set(inside.flatMap((run) => all('.card', run).map((found) => found.dataset.rule)));
      const close = document.createElement('button');
      close.type = 'button';
      close.className = 'close';
      close.textContent = '×';
      close.setAttribute('aria-label', '×');
      close.addEventListener('click', () => { panel.hidden = true; measure(); });
      const label = document.createElement('p');
      label.className = 'label';
      const link = document.createElement('a');
      link.href = `#${unit.element.id}`;
      link.textContent = unit.element.getAttribute('aria-label');
      label.append(link);
      const facts = one('.link', unit.element).cloneNode(true);
      facts.className = 'label';
      all('*', facts).forEach((part) => part.after(' '));
      const entries = [...terms].map((term) => document.getElementById(`c${term}`))
        .concat([...rules].map((rule) => document.getElementById(`rule-${rule}`)))
        .filter(Boolean)
        .map((entry) => { const copy = entry.cloneNode(true); copy.removeAttribute('id'); copy.dataset.of = entry.id; return copy; });
      const opened = panel.hidden;
      panel.hidden = false;
      panel.replaceChildren(close, label, facts, ...entries);
      if (opened) measure();
    }

    function light(term, on) {
      const unit = unitAt(term);
      if (!unit) return;
      for (const run of [...unit.runs.src, ...unit.runs.tgt]) {
        all(`[data-t="${term.dataset.t}"]`, run).forEach((other) => other.classList.toggle('lit', on));
      }
      all('.entry', panel).forEach((entry) => entry.classList.toggle('lit', on && entry.dataset.of === `c${term.dataset.t}`));
    }

    function step(by) {
      const at = now ? units.indexOf(now) + by : (by > 0 ? 0 : units.length - 1);
      const unit = units[Math.min(units.length - 1, Math.max(0, at))];
      if (!unit) return;
      select(unit);
      show(unit);
    }

    function stepCard(by) {
      if (!cards.length) return;
      let at = card ? cards.indexOf(card) + by : -1;
      if (!card) {
        const from = now ? now.at : -1;
        const later = cards.findIndex((one) => { const unit = unitAt(one); return unit && (by > 0 ? unit.at >= from : unit.at > from); });
        at = by > 0 ? later : (later < 0 ? cards.length : later) - 1;
      }
      const chosen = cards[at];
      if (!chosen) return;
      const unit = unitAt(chosen);
      if (unit) {
        select(unit, chosen);
        show(unit);
      } else {
        chosen.scrollIntoView({ block: 'center' });
      }
    }

    const keys = {
      j: () => step(1), k: () => step(-1), n: () => stepCard(1), p: () => stepCard(-1), v: () => view.click(),
      о: () => step(1), л: () => step(-1), т: () => stepCard(1), з: () => stepCard(-1), м: () => view.click(),
    };
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input,select,textarea,dialog')) return;
      const act = keys[event.key];
      if (act) { event.preventDefault(); act(); }
    }, { signal });
    let wanted = true;
    view.addEventListener('click', () => {
      wanted = !panes;
      if (panes) toRows(); else toColumns();
      if (now) show(now);
    });
    one('#next').addEventListener('click', () => stepCard(1));
    one('#previous').addEventListener('click', () => stepCard(-1));
    box.addEventListener('click', (event) => {
      if (event.target.closest('a,button,input,textarea')) return;
      const unit = unitAt(event.target);
      if (unit && !String(getSelection())) select(unit, event.target.closest('.card'));
    });
    box.addEventListener('mouseover', (event) => { const term = event.target.closest('[data-t]'); if (term) light(term, true); });
    box.addEventListener('mouseout', (event) => { const term = event.target.closest('[data-t]'); if (term) light(term, false); });
    addEventListener('scroll', redraw, { passive: true, signal });
    const resized = new ResizeObserver(() => measure());
    resized.observe(box);
    signal.addEventListener('abort', () => resized.disconnect());
    document.addEventListener('tolmach:select', (event) => {
      const unit = units[Math.min(event.detail, units.length - 1)];
      if (unit) select(unit);
    }, { signal });

    /* A link to a unit: by both texts, else by either, else in the part that has it. */
    function arrive() {
      const wanted = decodeURIComponent(location.hash.slice(1));
      if (!/^[fst][0-9a-f]/.test(wanted)) return;
      const exact = document.getElementById(wanted);
      if (exact && unitAt(exact)) {
        const unit = unitAt(exact);
        select(unit, exact.closest('.card'));
        show(unit);
        return;
      }
      const halves = wanted.split('-');
      const near = units.find((unit) => unit.element.id.split('-').some((half) => halves.includes(half)));
      if (near) {
        select(near);
        show(near);
        return;
      }
      const elsewhere = one('#elsewhere');
      if (!elsewhere) return;
      if (elsewhere.dataset.first) {
        location.replace(`${elsewhere.dataset.first}#${wanted}`);
        return;
      }
      const part = all('[data-part]', elsewhere).find((list) => halves.some((half) => ` ${list.textContent} `.includes(` ${half} `)));
      if (part) location.replace(`${part.dataset.part}#${wanted}`);
    }
    addEventListener('hashchange', arrive, { signal });

    const wide = matchMedia('(min-width: 60rem)');
    const fit = () => {
      if (wide.matches && wanted && !panes) toColumns();
      if (!wide.matches && panes) toRows();
    };
    wide.addEventListener('change', fit, { signal });
    let printed = false;
    addEventListener('beforeprint', () => { if (panes) { printed = true; toRows(); } }, { signal });
    addEventListener('afterprint', () => { if (printed) { printed = false; toColumns(); } }, { signal });
    view.textContent = words().columns;
    fit();
    drawView();
    arrive();
  }

  /* The index: filters and sorting. */
  function index() {
    const table = one('#documents');
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const field = { words: one('#words'), language: one('#language'), with: one('#with') };
    const fits = (row) => {
      const { words: wanted, language, with: having } = field;
      return row.textContent.toLowerCase().includes(wanted.value.trim().toLowerCase())
        && (!language.value || row.dataset.language === language.value)
        && (!having.value || Number(row.dataset[having.value]) > 0);
    };
    const filter = () => {
      rows.forEach((row) => { row.hidden = !fits(row); });
      one('#nothing').hidden = rows.some((row) => !row.hidden);
    };
    Object.values(field).forEach((input) => input.addEventListener('input', filter));
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const number = head.dataset.sort === 'number';
        const before = head.getAttribute('aria-sort');
        const way = before ? (before === 'ascending' ? 'descending' : 'ascending') : (number ? 'descending' : 'ascending');
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', way);
        const sign = way === 'ascending' ? 1 : -1;
        const value = (row) => (number ? Number(row.cells[at].dataset.v) : row.cells[at].textContent);
        const sorted = [...rows].sort((left, right) => {
          const [a, b] = [value(left), value(right)];
          return sign * (number ? a - b : a.localeCompare(b));
        });
        body.append(...sorted);
      });
    });
  }

  function start() {
    const kind = document.body.classList;
    if (kind.contains('pair') && one('#units')) pair();
    if (kind.contains('index')) index();
  }
  document.addEventListener('tolmach:start', start);
  document.addEventListener('DOMContentLoaded', start);
})();
