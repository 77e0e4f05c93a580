/**
 * Flows of rules with patterns beside those of others, by an analysis of their own: marks change the values of bodies, and what built-in rules find does not
 * depend on people's patterns. Each such rule needs a kind of its own, and of kinds there are as many as a number has bits; for more there are
 * further analyses of the same files.
 */
import type { Models } from "../../models/model.js";
import { createFlowProject, type FlowProject, type FlowProjectOptions, type StoredFlows } from "./flow-project.js";
import type { FlowRule, Progress } from "./flow-types.js";
import { fitsInKinds } from "./sink-kinds.js";

/** A project without files, for any number of rules. */
export function createFlowProjects(
  models: Models,
  rules: readonly FlowRule[],
  options: FlowProjectOptions = {},
): FlowProject {
  const projects = groupsOf(rules).map((group) => createFlowProject(models, group, options));
  const [first, ...others] = projects;
  return first !== undefined && others.length === 0 ? first : together(projects);
}

/** The rules that only name kinds of models, and the others in as few groups as are needed. */
function groupsOf(rules: readonly FlowRule[]): readonly (readonly FlowRule[])[] {
  const groups: FlowRule[][] = [];
  for (const rule of rules) {
    if (rule.own === undefined) continue;
    const last = groups.at(-1);
    if (last !== undefined && fitsInKinds([...last, rule])) last.push(rule);
    else groups.push([rule]);
  }
  const plain = rules.filter(({ own }) => own === undefined);
  return plain.length === 0 && groups.length > 0 ? groups : [plain, ...groups];
}

/** Several analyses of the same files as one. */
export function together(projects: readonly FlowProject[]): FlowProject {
  return {
    setFile: (path, facts) => {
      for (const project of projects) project.setFile(path, facts);
    },
    advance: (maximumSteps, lookup, isReady) =>
      advanceAll(projects, maximumSteps, (project, share) => project.advance(share, lookup, isReady)),
    flowsInto: (path) => projects.flatMap((project) => project.flowsInto(path)),
    changedPaths: () => [...new Set(projects.flatMap((project) => project.changedPaths()))].sort(),
    explain: (path, graph, call) => {
      const explained = projects.map((project) => project.explain(path, graph, call));
      return explained.find(({ sink }) => sink !== undefined) ?? { sink: undefined, origins: [] };
    },
    store: () => {
      const stored = projects.map((project) => project.store());
      return { version: versionOf(stored), data: stored };
    },
    restore: (stored, files) => {
      const parts = Array.isArray(stored.data) ? (stored.data as readonly StoredFlows[]) : [];
      if (parts.length !== projects.length || stored.version !== versionOf(parts)) return false;
      const known = files === undefined ? undefined : [...files];
      return projects.every((project, index) => {
        const part = parts[index];
        return part !== undefined && project.restore(part, known);
      });
    },
    replaceEqual: (path, facts) => {
      for (const project of projects) project.replaceEqual(path, facts);
    },
    counters: () => {
      const counters = projects.map((project) => project.counters());
      const sum = (name: keyof (typeof counters)[number]): number =>
        counters.reduce((total, each) => total + each[name], 0);
      return { computed: sum("computed"), graphs: sum("graphs"), entries: sum("entries") };
    },
  };
}

function versionOf(stored: readonly StoredFlows[]): string {
  return stored.map(({ version }) => version).join(" ");
}

/** Gives each the same number of steps, and what some leave to those that have still something to do. */
function advanceAll(
  projects: readonly FlowProject[],
  maximumSteps: number,
  advance: (project: FlowProject, share: number) => Progress,
): Progress {
  let steps = 0;
  const last = new Map<FlowProject, Progress>();
  for (let open = projects; open.length > 0 && steps < maximumSteps;) {
    const share = Math.ceil((maximumSteps - steps) / open.length);
    for (const project of open) {
      const progress = advance(project, share);
      steps += progress.steps;
      last.set(project, progress);
    }
    open = open.filter((project) => last.get(project)?.state === "paused");
  }
  const all = projects.map((project) => last.get(project) ?? nothingDone);
  const isAny = (wanted: Progress["state"]): boolean => all.some(({ state }) => state === wanted);
  return {
    state: isAny("paused") ? "paused" : isAny("waiting") ? "waiting" : "done",
    wanted: [...new Set(all.flatMap(({ wanted }) => wanted))],
    steps,
  };
}

const nothingDone: Progress = { state: "paused", wanted: [], steps: 0 };
