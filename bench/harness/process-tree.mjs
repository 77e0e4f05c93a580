// What a process and its children use, as Linux tells it in /proc.
import { existsSync, readdirSync, readFileSync } from "node:fs";

export const canReadProcesses = existsSync("/proc/self/stat");

/** @param {number} pid @returns {number} resident memory in megabytes, children included */
export function residentMegabytes(pid) {
  const pages = family(pid).map((member) => /VmRSS:\s*(\d+) kB/.exec(read(member, "status"))?.[1] ?? "0");
  return pages.reduce((sum, kilobytes) => sum + Number(kilobytes), 0) / 1024;
}

/**
 * Waits until the process has done next to nothing for half a second, such as after indexing.
 * @param {number} pid
 * @param {number} patience in milliseconds
 */
export async function settle(pid, patience = 180_000) {
  const deadline = performance.now() + patience;
  let ticks = cpuTicks(pid);
  while (performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = cpuTicks(pid);
    if (now - ticks <= 1) return;
    ticks = now;
  }
}

function cpuTicks(pid) {
  return family(pid).reduce((sum, member) => {
    const [utime = "0", stime = "0"] = statFields(member).slice(11, 13);
    return sum + Number(utime) + Number(stime);
  }, 0);
}

/** The process and all that descend from it. */
function family(pid) {
  const parents = processIds().map((id) => /** @type {const} */ ([id, Number(statFields(id)[1])]));
  const members = [pid];
  for (const member of members) members.push(...parents.filter(([, parent]) => parent === member).map(([id]) => id));
  return members;
}

function processIds() {
  return canReadProcesses
    ? readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
    : [];
}

/** The fields after the name, which may hold blanks and parentheses: state, parent, ... */
function statFields(pid) {
  const stat = read(pid, "stat");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Empty for a process that has ended. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
