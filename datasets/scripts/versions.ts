import { createHash } from "node:crypto";
import { type Methodology, meaningOf } from "@metodika/core";

/** `versions.json`: the digest of a methodology's meaning, by region and version. */
export type Versions = Record<string, Record<string, string>>;

/** The digest of all that decides results: scales, points, policies, levels, addressees. Titles are no part of it. */
export function meaningDigest(methodology: Methodology): string {
  return createHash("sha256").update(meaningOf(methodology), "utf8").digest("hex");
}

/** The versions with those that are new; what is there already stays as it is. */
export function withNewVersions(versions: Versions, methodologies: Iterable<Methodology>): Versions {
  const all = { ...versions };
  for (const methodology of methodologies) {
    const { region, version } = methodology;
    all[region] = { [version]: meaningDigest(methodology), ...all[region] };
  }
  return all;
}

/** Where a methodology means something else than its version says, in words. */
export function versionFaults(versions: Versions, methodologies: Iterable<Methodology>): string[] {
  return [...methodologies].flatMap((methodology) => {
    const { region, version } = methodology;
    const known = versions[region] ?? {};
    const meaning = meaningDigest(methodology);
    if (known[version] === undefined) return [`${region} ${version} is not in versions.json; run npm run describe`];
    if (known[version] !== meaning)
      return [`the meaning of ${region} ${version} changed; give it a new major version and run npm run describe`];
    const major = (other: string) => other.split(".")[0];
    return Object.entries(known)
      .filter(([other, digest]) => major(other) === major(version) && digest !== meaning)
      .map(([other]) => `${region} ${version} means something else than ${other}; that takes a new major version`);
  });
}
