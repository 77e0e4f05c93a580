/** What is seen of a data flow while it is followed: its steps marked in the editors, and in words where one is. */
import { l10n, Range, StatusBarAlignment, ThemeColor, window, type TextEditor } from "vscode";
import type { WalkStep } from "./dataFlowWalk.js";

/** Left of most entries, where messages of the moment stand. */
const statusPriority = -1000;

export interface DataFlowMarks {
  /** `isWrapped`: the walk has just gone round an end. */
  readonly show: (steps: readonly WalkStep[], current: number, isWrapped: boolean) => void;
  /** Marks editors that have come into view. */
  readonly repeat: () => void;
  readonly clear: () => void;
  readonly dispose: () => void;
}

export function createDataFlowMarks(): DataFlowMarks {
  const here = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor("editor.findMatchHighlightBackground"),
    overviewRulerColor: new ThemeColor("editorOverviewRuler.findMatchForeground"),
  });
  const others = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor("editor.wordHighlightBackground"),
    overviewRulerColor: new ThemeColor("editorOverviewRuler.wordHighlightForeground"),
  });
  const words = window.createTextEditorDecorationType({
    after: { color: new ThemeColor("editorCodeLens.foreground"), fontStyle: "italic", margin: "0 0 0 2em" },
  });
  const status = window.createStatusBarItem("kingsnake.dataFlow", StatusBarAlignment.Left, statusPriority);
  status.name = l10n.t("Kingsnake: data flow");
  status.command = "kingsnake.goToNextStep";
  status.tooltip = l10n.t("Go to the next step of the data flow (Escape to leave it)");
  let shown: { readonly steps: readonly WalkStep[]; readonly current: number; readonly text: string } | undefined;

  const mark = (editor: TextEditor): void => {
    const inEditor = (step: WalkStep) => step.uri.toString() === editor.document.uri.toString();
    const step = shown?.steps[shown.current];
    const isHere = step !== undefined && inEditor(step);
    editor.setDecorations(here, isHere ? [step.range] : []);
    const rest = shown?.steps.filter((other) => other !== step && inEditor(other)) ?? [];
    editor.setDecorations(
      others,
      rest.map(({ range }) => range),
    );
    editor.setDecorations(words, isHere && shown ? [wordsAfter(editor, step.range, shown.text)] : []);
  };
  const repeat = (): void => {
    if (shown !== undefined) window.visibleTextEditors.forEach(mark);
  };

  return {
    show: (steps, current, isWrapped) => {
      const text = describe(steps, current, isWrapped);
      shown = { steps, current, text };
      status.text = `$(arrow-right) ${text.replaceAll("$(", "$ (")}`;
      status.show();
      repeat();
    },
    repeat,
    clear: () => {
      shown = undefined;
      status.hide();
      window.visibleTextEditors.forEach(mark);
    },
    dispose: () => {
      for (const part of [here, others, words, status]) part.dispose();
    },
  };
}

function wordsAfter(editor: TextEditor, { start }: Range, contentText: string) {
  const { end } = editor.document.lineAt(Math.min(start.line, editor.document.lineCount - 1)).range;
  return { range: new Range(end, end), renderOptions: { after: { contentText } } };
}

/** As "Step 2 of 5: passed to run()". */
function describe(steps: readonly WalkStep[], current: number, isWrapped: boolean): string {
  const message = steps[current]?.message ?? "";
  if (!isWrapped) return l10n.t("Step {0} of {1}: {2}", current + 1, steps.length, message);
  return current === 0
    ? l10n.t("From the start again, step {0} of {1}: {2}", current + 1, steps.length, message)
    : l10n.t("From the end again, step {0} of {1}: {2}", current + 1, steps.length, message);
}
