const mostBytes = 50_000_000;

/** The one Word file that a reader gave: `{name, bytes}`, or `{trouble}` in the words of `t`. */
export async function readDocx(files, t, lang) {
  const [{ name, size } = {}] = files;
  if (files.length !== 1) return { trouble: t.one };
  if (!/\.do[ct]x$/i.test(name)) return { trouble: t.kind(name) };
  if (size > mostBytes)
    return { trouble: t.large(name, new Intl.NumberFormat(lang).format(Math.ceil(size / 1_000_000))) };
  const bytes = await files[0].arrayBuffer().catch(() => undefined);
  return bytes ? { name, bytes } : { trouble: t.unreadable(name) };
}
