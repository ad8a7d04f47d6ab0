// Runs once in each of the page's parts (head, talk, sources) with Gradio's element, trigger and watch.
// Server and page agree on data-event: a click on such an element is sent as that event with its data.
const narrow = () => window.matchMedia("(max-width: 860px)").matches;
const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const behavior = still ? "auto" : "smooth";
const part = (name) => document.querySelector("#" + name);
const name = element.closest(".block").id;

function store(key, value) {
  try {
    return value === undefined ? localStorage.getItem(key) : localStorage.setItem(key, value);
  } catch {
    return null; // storage may be forbidden: the choice then lasts as long as the page
  }
}

async function copy(button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    return; // no clipboard without permission or https: nothing was copied, so nothing is said
  }
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = words), 1500);
}

function switchTheme() {
  const dark = document.body.classList.toggle("dark");
  store("huitan-theme", dark ? "dark" : "light");
}

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-event], [data-copy], [data-back], [data-theme], [data-tab], [data-ask-first], [data-keep], [data-goto]");
  if (!target || !element.contains(target)) return;
  const { dataset } = target;
  if ("copy" in dataset) copy(target);
  else if ("theme" in dataset) switchTheme();
  else if ("back" in dataset) showPart("left");
  else if ("tab" in dataset) location.hash = `/${dataset.tab}`;
  else if ("askFirst" in dataset) askFirst(target, true);
  else if ("keep" in dataset) askFirst(target.closest("td").querySelector("[data-ask-first]"), false);
  else if ("goto" in dataset) goTo(dataset.goto);
  else {
    const selecting = target.tagName === "BLOCKQUOTE" && !getSelection().isCollapsed;
    if (selecting) return;
    if (dataset.event === "input") store("huitan-language", dataset.language);
    switched = dataset.condition;
    trigger(dataset.event, { ...readForm(target), ...dataset });
    const opens = dataset.event === "select" || (dataset.event === "click" && dataset.name);
    if (narrow() && opens) openSources(dataset);
  }
});

function readForm(button) {
  const fields = button.closest("[data-form]")?.querySelectorAll("input, select") ?? [];
  return Object.fromEntries([...fields].map((field) => [field.name, field.value]));
}

function askFirst(button, asking) {
  button.hidden = asking;
  button.nextElementSibling.hidden = !asking;
  (asking ? button.nextElementSibling.querySelector("[data-keep]") : button).focus();
}

function goTo(id) {
  const place = part(id);
  place?.scrollIntoView({ block: place.matches("section") ? "start" : "center", behavior });
  place?.querySelector("button")?.focus({ preventScroll: true });
}

function markOpen() {
  const open = part("sources")?.querySelector(".bar")?.dataset ?? {};
  for (const item of document.querySelectorAll("#left li.quote")) {
    const quote = item.querySelector("blockquote").dataset;
    item.classList.toggle("open", quote.of === open.of && quote.place === open.place);
  }
}

function openSources({ of, place, name }) {
  const open = part("sources").querySelector(".bar")?.dataset ?? {};
  const same = of !== undefined ? open.of === of && open.place === place : name !== undefined && open.name === name;
  if (same) showOpened(); // it is open already and will not come again
  else document.body.dataset.opening = "1"; // another document is on its way
}

function showPart(name) {
  window.scrollTo({ top: part(name).getBoundingClientRect().top + window.scrollY, behavior });
}

function showMark() {
  const mark = element.querySelector("mark.chosen");
  const room = element.querySelector(".document");
  if (!room) return;
  const top = mark ? mark.getBoundingClientRect().top - room.getBoundingClientRect().top + room.scrollTop : 0;
  room.scrollTo({ top: Math.max(0, top - room.clientHeight / 3) });
}

function showOpened() {
  const mark = part("sources").querySelector("mark.chosen");
  if (!mark || !narrow()) return showPart("sources");
  window.scrollTo({ top: mark.getBoundingClientRect().top + window.scrollY - window.innerHeight / 3, behavior });
}

function showLatest() {
  for (const room of element.querySelectorAll(".chart-room")) room.scrollLeft = room.scrollWidth;
}

// Said aloud by screen readers; it stands outside Gradio's parts, which are made anew with each answer.
function makeSaid() {
  const said = document.body.appendChild(Object.assign(document.createElement("p"), { id: "said", className: "unseen" }));
  said.setAttribute("role", "status");
}

function tell({ lang, dataset }) {
  const said = part("said");
  said.lang = lang;
  said.textContent = dataset.told;
}

let turns = 0;
let switched; // the condition whose chip was pressed: the new turn's chip of it takes the focus
function showLastTurn() {
  const all = element.querySelectorAll(".turn");
  if (all.length > turns) {
    const room = narrow() ? document.scrollingElement : part("talk");
    const edge = narrow() ? 0 : room.getBoundingClientRect().top;
    room.scrollTo({ top: room.scrollTop + all[all.length - 1].getBoundingClientRect().top - edge - 16, behavior });
  }
  if (all.length > turns) tell(all[all.length - 1]);
  if (all.length && switched) {
    all[all.length - 1].querySelector(`[data-condition="${switched}"]`)?.focus({ preventScroll: true });
    switched = undefined;
  }
  turns = all.length;
}

const TABS = ["ask", "documents", "wording", "verify"];
// A hash that is no element's id: the browser would scroll to that element and take the focus away.
const place = () => location.hash.replace(/^#\/?/, "").split("/");
const tabNamed = () => place()[0];
function showTab() {
  const chosen = TABS.includes(tabNamed()) ? tabNamed() : "ask";
  document.body.dataset.tab = chosen;
  for (const tab of part("head").querySelectorAll("[role=tab]")) {
    const selected = tab.dataset.tab === chosen;
    tab.setAttribute("aria-selected", selected);
    tab.tabIndex = selected ? 0 : -1;
    const panel = part(tab.dataset.tab);
    panel?.setAttribute("role", "tabpanel");
    panel?.setAttribute("aria-labelledby", tab.id);
  }
  part("head").dispatchEvent(new CustomEvent("tab", { bubbles: true, detail: chosen }));
}

// What goes wrong with a request: Gradio itself says nothing of those that pass by its queue.
function watchRequests() {
  const send = window.fetch;
  window.fetch = async (...given) => {
    const { lost, failed } = element.querySelector(".head").dataset;
    const asked = String(given[0]?.url ?? given[0]).includes("/run/");
    const answer = await send(...given).catch((problem) => {
      if (asked && problem.name !== "AbortError") complain(lost);
      throw problem;
    });
    if (asked && !answer.ok) answer.clone().json().then(({ error }) => complain(error ?? failed), () => complain(failed));
    return answer;
  };
}

let silence;
function complain(words) {
  clearTimeout(silence);
  part("complaint")?.remove();
  const complaint = Object.assign(document.createElement("p"), { id: "complaint", role: "alert", textContent: words });
  document.body.append(complaint);
  silence = setTimeout(() => complaint.remove(), 10000);
}

function moveTab(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const at = TABS.indexOf(event.target.dataset?.tab);
  if (!step || at < 0) return;
  const next = TABS[(at + step + TABS.length) % TABS.length];
  part("tab-" + next).focus();
  location.hash = `/${next}`;
}

// A tab is filled when it is first seen, and filled anew each time: what is held may have changed meanwhile.
function fillWhenSeen(tab) {
  document.addEventListener("tab", (event) => event.detail === tab && trigger("show", {}));
  if (document.body.dataset.tab === tab) trigger("show", {});
}

const scripts = {
  head() {
    watchRequests();
    const theme = store("huitan-theme");
    if (theme) document.body.classList.toggle("dark", theme === "dark");
    const language = store("huitan-language") ?? navigator.language;
    if (!language.startsWith("en")) trigger("input", { language });
    watch("value", () => {
      document.documentElement.lang = element.querySelector(".head").dataset.language;
      showTab();
    });
    window.addEventListener("hashchange", showTab);
    element.addEventListener("keydown", moveTab);
    showTab();
  },
  listing() {
    fillWhenSeen("documents");
    watch("value", showLatest);
    document.addEventListener("tab", () => requestAnimationFrame(showLatest)); // filled before it was seen
  },
  found() {
    const phrase = new URLSearchParams("p=" + place().slice(1).join("/")).get("p");
    if (phrase && tabNamed() === "wording") trigger("submit", { ask: phrase });
    watch("value", () => {
      const shown = element.querySelector("[data-phrase]")?.dataset.phrase;
      if (shown && tabNamed() === "wording") history.replaceState(null, "", `#/wording/${encodeURIComponent(shown)}`);
      showLatest();
      markOpen();
    });
  },
  saved() {
    watch("value", () => element.querySelector("a[download]")?.click());
  },
  talk() {
    makeSaid();
    watch("value", () => (showLastTurn(), markOpen()));
  },
  sources() {
    watch("value", () => {
      if (document.body.dataset.opening) showOpened();
      delete document.body.dataset.opening;
      showMark();
      markOpen();
    });
    document.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: "-1", ArrowRight: "1" }[event.key];
      const writing = event.target.closest?.("input, textarea, [contenteditable], [role=tablist]");
      if (!step || writing || event.altKey || event.ctrlKey || event.metaKey) return;
      element.querySelector(`[data-step="${step}"]`)?.click();
    });
  },
};
scripts[name]?.();
