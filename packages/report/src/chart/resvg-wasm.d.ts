// What is used of it; the package hides its own declarations behind its exports.
declare module "@resvg/resvg-wasm" {
  export function initWasm(bytes: BufferSource | WebAssembly.Module): Promise<void>;
  export class Resvg {
    constructor(
      svg: string,
      options: {
        background?: string;
        fitTo?: { mode: "zoom"; value: number };
        font?: { fontBuffers: Uint8Array[]; defaultFontFamily?: string; sansSerifFamily?: string };
      },
    );
    render(): { readonly width: number; readonly height: number; asPng(): Uint8Array; free(): void };
    getBBox(): { x: number; y: number; width: number; height: number; free(): void } | undefined;
    free(): void;
  }
}
