/** Gives a file to the reader: the browser saves it. `content` is text or bytes. */
export function save({ name, content, type = "application/octet-stream" }) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
