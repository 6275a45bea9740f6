// The language of the page, for the components, also where no build has written it into the page yet.
if (!document.documentElement.lang) {
  document.documentElement.lang = document.querySelector(".site-languages [aria-current]")?.lang ?? "ru";
}

// The language switch keeps the state of the page: its query and its hash.
for (const link of document.querySelectorAll("a[data-language-switch]")) {
  const keep = () => {
    link.search = location.search;
    link.hash = location.hash;
  };
  for (const event of ["pointerenter", "focus", "click", "auxclick"]) link.addEventListener(event, keep);
}
