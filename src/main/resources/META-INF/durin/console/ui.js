/** The pieces that the pages are made of. */

import { html, useEffect, useLayoutEffect, useRef, useState } from './vendor/standalone.module.js';
import { date, precise, relative } from './texts.js';

let lastId = 0;

/** An id for an element, the same as long as its component lives. */
export function useId() {
  return useState(() => `e${++lastId}`)[0];
}

/** Loads something now, when the inputs change, and when asked to. */
export function useLoad(load, inputs) {
  const [state, setState] = useState({ loading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    setState((before) => ({ ...before, loading: true }));
    load().then(
      (value) => wanted && setState({ value, loading: false }),
      (error) => wanted && setState((before) => ({ ...before, error, loading: false })),
    );
    return () => { wanted = false; };
  }, [...inputs, turn]);
  return { ...state, reload: () => setTurn((before) => before + 1) };
}

/** Does something once at a time; what went wrong stays until the next time. */
export function useWork(work) {
  const [state, setState] = useState({ busy: false, error: null });
  const run = async (...values) => {
    setState({ busy: true, error: null });
    try {
      await work(...values);
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return { ...state, run };
}

/** A value that has been the same for a moment. */
export function useSettled(value) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 300);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export function Button({ kind = '', small = false, busy = false, disabled = false, type = 'button', children, ...others }) {
  const classes = ['button', kind && `button-${kind}`, small && 'button-small'].filter(Boolean).join(' ');
  return html`<button type=${type} class=${classes} disabled=${busy || disabled} aria-busy=${busy ? 'true' : undefined}
    ...${others}>${children}</button>`;
}

export function Badge({ kind = '', children }) {
  return html`<span class=${kind ? `badge badge-${kind}` : 'badge'}>${children}</span>`;
}

export function Notice({ kind = '', children }) {
  return html`<div class=${kind ? `notice notice-${kind}` : 'notice'} role=${kind === 'bad' ? 'alert' : 'status'}>${children}</div>`;
}

/** What went wrong, in the server's words; `again` offers another try. Fields in `known` say themselves what is wrong with them. */
export function Fault({ error, again, known = [] }) {
  if (!error) {
    return null;
  }
  const fields = Object.entries(error.fields ?? {}).filter(([name]) => !known.includes(name));
  return html`<${Notice} kind="bad">
    <strong>${error.detail ?? error.message}</strong>
    ${fields.length > 0 && html`<ul>${fields.map(([name, texts]) => html`<li><code>${name}</code>: ${texts.join(' ')}</li>`)}</ul>`}
    ${again && html`<div class="actions"><${Button} small onClick=${again}>Try again<//></div>`}
  <//>`;
}

/** A label with its control, a hint, and what the server says is wrong with it. With `lines` it takes several. */
export function Field({ label, name, hint, error, value, onValue, options, lines, type = 'text', id: given, ...others }) {
  const made = useId();
  const id = given ?? made;
  const faults = error?.fields?.[name] ?? [];
  const described = [hint && `${id}-hint`, faults.length > 0 && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  const shared = {
    id, name, value, 'aria-invalid': faults.length > 0 ? 'true' : undefined, 'aria-describedby': described, ...others,
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${options
      ? html`<select ...${shared} onChange=${(event) => onValue(event.target.value)}>
          ${options.map(([option, text]) => html`<option key=${option} value=${option} selected=${option === value}>${text}</option>`)}
        </select>`
      : lines
        ? html`<textarea rows=${lines} ...${shared} onInput=${(event) => onValue(event.target.value)}></textarea>`
        : html`<input type=${type} ...${shared} onInput=${(event) => onValue(event.target.value)} />`}
    ${hint && html`<span class="hint" id=${`${id}-hint`}>${hint}</span>`}
    ${faults.length > 0 && html`<span class="fault" id=${`${id}-fault`}>${faults.join(' ')}</span>`}
  </div>`;
}

export function Choice({ label, type = 'checkbox', name, checked, onChoice, hint }) {
  return html`<label class="choice">
    <input type=${type} name=${name} checked=${checked} onChange=${(event) => onChoice(event.target.checked)} />
    <span>${label}${hint && html`<span class="sub">${hint}</span>`}</span>
  </label>`;
}

/**
 * A dialog over the page; Escape closes it, and the focus goes back to where it was. What has the focus may go with a step.
 * While it is `busy` it stays, for nobody else would show the answer.
 */
export function Dialog({ title, busy = false, onClose, onSubmit, foot, children }) {
  const id = useId();
  const element = useRef(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog.showModal();
    (dialog.querySelector('.dialog-body input, .dialog-body select, .dialog-body textarea') ?? dialog.querySelector('.dialog-foot button'))?.focus();
    return () => dialog.close();
  }, []);
  useEffect(() => {
    if (!element.current.contains(document.activeElement)) {
      element.current.querySelector('h2').focus();
    }
  });
  const cancel = (event) => {
    event.preventDefault();
    if (!busy) {
      onClose();
    }
  };
  // A browser closes it itself when Escape is pressed again and again; one that has left the page is closed as well.
  const closed = ({ target }) => {
    if (!target.isConnected || target.open) {
      return;
    }
    if (busy) {
      target.showModal();
    } else {
      onClose();
    }
  };
  const content = html`
    <div class="dialog-head"><h2 id=${id} tabindex="-1">${title}</h2></div>
    <div class="dialog-body">${children}</div>
    <div class="dialog-foot">${foot}</div>`;
  return html`<dialog ref=${element} aria-labelledby=${id} onCancel=${cancel} onClose=${closed}>
    ${onSubmit
      ? html`<form novalidate onSubmit=${(event) => { event.preventDefault(); onSubmit(); }}>${content}</form>`
      : content}
  </dialog>`;
}

/** Moves the focus to the first field that the server finds fault with. */
export function useFocusOnFault(error) {
  useEffect(() => {
    if (error) {
      document.querySelector('dialog[open] [aria-invalid="true"]')?.focus();
    }
  }, [error]);
}

/** Asks before something ends, and says what and how many. `preview` counts, `act` does it and answers what to say. */
export function Confirm({ title, text, preview, counted, act, verb, onDone, onClose, children }) {
  const seen = useLoad(preview ?? (() => Promise.resolve(null)), []);
  const work = useWork(async () => onDone(await act()));
  return html`<${Dialog} title=${title} busy=${work.busy} onClose=${onClose} foot=${html`
      <${Button} disabled=${work.busy} onClick=${onClose}>Cancel<//>
      <${Button} kind="final" busy=${work.busy} disabled=${Boolean(preview) && !seen.value} onClick=${work.run}>${verb}<//>`}>
    ${text && html`<p>${text}</p>`}
    ${preview && seen.loading && html`<p class="muted" role="status">Counting …</p>`}
    ${seen.value && counted(seen.value)}
    ${children}
    <${Fault} error=${seen.error} again=${seen.reload} />
    <${Fault} error=${work.error} />
  <//>`;
}

/** A secret, shown once, with a button that copies it. */
export function Secret({ label, text }) {
  const id = useId();
  const [said, setSaid] = useState('');
  const field = useRef(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch (failure) {
      field.current.select();
      setSaid('Select it and copy it yourself: the browser does not let this page do so.');
    }
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="secret">
      <input id=${id} ref=${field} readonly value=${text} autocomplete="off" spellcheck=${false} onFocus=${(event) => event.target.select()} />
      <${Button} onClick=${copy}>Copy<//>
    </div>
    <span class="hint" role="status">${said}</span>
  </div>`;
}

export function Time({ instant, words = relative, missing = '–' }) {
  return instant ? html`<time datetime=${instant} title=${precise(instant)}>${words(instant)}</time>` : html`<span class="muted">${missing}</span>`;
}

export function DateTime({ instant }) {
  return html`<${Time} instant=${instant} words=${date} />`;
}

/** Columns are `{ label, cell, kind }`. On a narrow page each row becomes a card. */
export function Table({ caption, columns, rows, rowKey }) {
  const kinds = columns.map((column) => column.kind);
  return html`<table class="table" role="table">
    <caption class="unseen">${caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map((column, at) => html`<th role="columnheader" scope="col" class=${kinds[at]}>${
      column.kind === 'row-actions' ? html`<span class="unseen">${column.label}</span>` : column.label}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => html`<tr role="row" key=${rowKey(row)}>${columns.map((column, at) => html`
      <td role="cell" class=${kinds[at]} data-label=${column.label}>${column.kind === 'row-actions'
        ? html`<div class="row-actions-inner">${column.cell(row)}</div>`
        : html`<div>${column.cell(row)}</div>`}</td>`)}</tr>`)}</tbody>
  </table>`;
}

/** A page's heading, which has the focus when the page is shown. */
export function Heading({ title, lead, children }) {
  const heading = useRef(null);
  useEffect(() => {
    document.title = `${title} · Durin console`;
    heading.current.focus();
  }, []);
  return html`<div class="page-head">
    <h1 tabindex="-1" ref=${heading}>${title}</h1>
    <div class="actions">${children}</div>
    ${lead && html`<p class="lead">${lead}</p>`}
  </div>`;
}

/** All pages of a list so far; `load` takes the cursor. */
export function usePages(load, inputs) {
  const first = useLoad(() => load(''), inputs);
  const [more, setMore] = useState({ of: null, items: [], next: null });
  const added = more.of === first.value ? more : { items: [], next: first.value?.next ?? null };
  const work = useWork(async () => {
    const page = await load(added.next);
    setMore({ of: first.value, items: [...added.items, ...page.items], next: page.next });
  });
  return {
    ...first,
    items: [...(first.value?.items ?? []), ...added.items],
    next: added.next,
    more: work,
  };
}

/** A list with its states: loading, wrong, empty, and more to come. */
export function PagedTable({ pages, caption, columns, rowKey, empty, total }) {
  if (pages.error && !pages.loading) {
    return html`<div class="panel-body"><${Fault} error=${pages.error} again=${pages.reload} /></div>`;
  }
  if (!pages.value) {
    return html`<p class="waiting" role="status">Loading …</p>`;
  }
  if (pages.items.length === 0) {
    return html`<p class="empty">${empty}</p>`;
  }
  return html`<div>
    <${Table} caption=${caption} columns=${columns} rows=${pages.items} rowKey=${rowKey} />
    <div class="list-foot">
      <span role="status">${total(pages)}</span>
      ${pages.next && html`<${Button} small busy=${pages.more.busy} onClick=${() => pages.more.run()}>Show more<//>`}
    </div>
    ${pages.more.error && html`<div class="panel-body"><${Fault} error=${pages.more.error} /></div>`}
  </div>`;
}
