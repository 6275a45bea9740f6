/** What needs a file system; everything else of the package runs in a browser too. */
export type { Disk } from "./disk.ts";
export { type FolderContents, type FolderOptions, readFolder } from "./read-folder.ts";
export {
  recoverFolder,
  type WriteFileOptions,
  type WriteFolderOptions,
  type Written,
  writeFileAtomically,
  writeFolderAtomically,
} from "./write-atomically.ts";
