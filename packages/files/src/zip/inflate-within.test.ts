import { deflateSync, Inflate } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { inflateWithin } from "./inflate-within.ts";

const content = new TextEncoder().encode("муниципалитет,показатель\n".repeat(1000));

describe("inflateWithin", () => {
  it("unpacks to the stated size", () => {
    expect(inflateWithin(deflateSync(content), content.length)).toEqual(content);
    expect(inflateWithin(deflateSync(new Uint8Array()), 0)).toEqual(new Uint8Array());
  });

  it("refuses a stream that gives more, less, or breaks off", () => {
    const deflated = deflateSync(content);
    expect(inflateWithin(deflated, content.length - 1)).toBeUndefined();
    expect(inflateWithin(deflated, content.length + 1)).toBeUndefined();
    expect(inflateWithin(deflated.subarray(0, -20), content.length)).toBeUndefined();
    expect(inflateWithin(new Uint8Array(), 0)).toBeUndefined();
    expect(inflateWithin(Uint8Array.of(0xff, 0xff, 0xff), 10)).toBeUndefined();
  });

  it("leaves a bomb soon after the stated size", () => {
    const bomb = deflateSync(new Uint8Array(20_000_000));
    const push = vi.spyOn(Inflate.prototype, "push");
    expect(inflateWithin(bomb, 1000)).toBeUndefined();
    expect(push.mock.calls.length).toBeLessThanOrEqual(2);
    push.mockClear();
    expect(inflateWithin(bomb, 20_000_000)).toHaveLength(20_000_000);
    expect(push.mock.calls.length).toBeGreaterThan(10);
    push.mockRestore();
  });
});
