/** Walks along the data flow of a finding, from the source to the sink and across files, as "Go to Next Problem" walks along problems. */
import { commands, Disposable, l10n, Uri, window, workspace, type TextEditor } from "vscode";
import { createDataFlowMarks } from "./dataFlowMarks.js";
import { stepsRequest, type StepsParams } from "./protocol.js";
import { showPlace, type FilePlace } from "./showPlace.js";
import type { Supervisor } from "./supervisor.js";

/** The name is also in the `when` clauses of package.json. */
const contextKey = "kingsnake.followsData";

/** How long it is said that there is nothing to follow, in milliseconds. */
const noticeTime = 5000;

export interface WalkStep extends FilePlace {
  readonly message: string;
}

interface Walk {
  readonly steps: readonly WalkStep[];
  current: number;
}

export interface DataFlowWalk {
  /** Begins at the source of a finding, named by its file and fingerprint. */
  readonly start: (uri: unknown, fingerprint: unknown) => Promise<void>;
  /** Goes on by so many steps, round the end too; begins with the finding at the cursor. */
  readonly go: (by: number) => Promise<void>;
  readonly leave: () => void;
  readonly dispose: () => void;
}

export function createDataFlowWalk(supervisor: Supervisor): DataFlowWalk {
  const marks = createDataFlowMarks();
  let walk: Walk | undefined;
  /** Editors that open on the way tell of new selections; those are no reason to leave. */
  let jumps = 0;

  const setWalk = (next: Walk | undefined): void => {
    const isOther = (next === undefined) !== (walk === undefined);
    walk = next;
    if (next === undefined) marks.clear();
    if (isOther) void commands.executeCommand("setContext", contextKey, next !== undefined);
  };
  const leave = (): void => {
    setWalk(undefined);
  };

  const goTo = async (target: Walk, index: number, isWrapped: boolean): Promise<void> => {
    setWalk(target);
    target.current = index;
    const step = target.steps[index];
    if (step === undefined) return;
    jumps++;
    try {
      await showPlace(step);
    } finally {
      jumps--;
    }
    // A faster key may have gone on meanwhile.
    if (walk === target && target.current === index) marks.show(target.steps, index, isWrapped);
  };

  const start = async (uri: unknown, fingerprint: unknown): Promise<void> => {
    if (typeof uri !== "string" || typeof fingerprint !== "string") return;
    const found = await findWalk(supervisor, { textDocument: { uri }, fingerprint });
    if (found === undefined) sayNothingToFollow();
    else await goTo(found, 0, false);
  };

  const go = async (by: number): Promise<void> => {
    // The news that the cursor has moved may still be on its way; while an editor opens, it is nowhere.
    const known = walk !== undefined && (jumps > 0 || isAt(walk, window.activeTextEditor)) ? walk : undefined;
    const target = known ?? (await findWalkAtCursor(supervisor));
    if (target === undefined) {
      leave();
      sayNothingToFollow();
      return;
    }
    const count = target.steps.length;
    const next = target.current + by;
    const isWrapped = known !== undefined && (next < 0 || next >= count);
    await goTo(target, (next + count) % count, isWrapped);
  };

  const leaving = watchForLeaving(() => (jumps > 0 ? undefined : walk), leave);
  const repeating = window.onDidChangeVisibleTextEditors(marks.repeat);
  const parts = Disposable.from(leaving, repeating, marks);
  return {
    start,
    go,
    leave,
    dispose: () => {
      parts.dispose();
    },
  };
}

/** Calls `leave` when the person goes elsewhere than to the step where the walk is, or changes a text that it leads through. */
function watchForLeaving(walkAtRest: () => Walk | undefined, leave: () => void): Disposable {
  const leaveIfAway = (editor: TextEditor | undefined): void => {
    const walk = walkAtRest();
    if (walk !== undefined && editor !== undefined && !isAt(walk, editor)) leave();
  };
  return Disposable.from(
    window.onDidChangeActiveTextEditor(leaveIfAway),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) leaveIfAway(textEditor);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const uri = document.uri.toString();
      const isOnTheWay = walkAtRest()?.steps.some((step) => step.uri.toString() === uri) === true;
      if (contentChanges.length > 0 && isOnTheWay) leave();
    }),
  );
}

/** Whether the cursor is at the step where the walk is. */
function isAt({ steps, current }: Walk, editor: TextEditor | undefined): boolean {
  const step = steps[current];
  if (step === undefined || editor === undefined) return false;
  return editor.document.uri.toString() === step.uri.toString() && step.range.contains(editor.selection.active);
}

function findWalkAtCursor(supervisor: Supervisor): Promise<Walk | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return Promise.resolve(undefined);
  const { document, selection } = editor;
  const { line, character } = selection.active;
  return findWalk(supervisor, { textDocument: { uri: document.uri.toString() }, position: { line, character } });
}

async function findWalk(supervisor: Supervisor, params: StepsParams): Promise<Walk | undefined> {
  const client = await supervisor.running();
  const found = await client.sendRequest(stepsRequest, params);
  if (found === null || found.steps.length < 2) return undefined;
  const converter = client.protocol2CodeConverter;
  const steps = found.steps.map(({ uri, range, message }): WalkStep => ({
    uri: Uri.parse(uri),
    range: converter.asRange(range),
    message,
  }));
  return { steps, current: found.current };
}

function sayNothingToFollow(): void {
  window.setStatusBarMessage(l10n.t("Kingsnake: there is no data flow to follow at the cursor"), noticeTime);
}
