/** Comments of generic texts, which become spaces, so that places stay where they are. */

export type CommentStyle = "none" | "c" | "cpp" | "shell";

const comments = {
  c: /\/\*[^]*?\*\//g,
  cpp: /\/\*[^]*?\*\/|\/\/[^\n]*/g,
  shell: /#[^\n]*/g,
} as const;

/** The text with spaces for comments. Strings are not known, as in Semgrep: `"#"` starts a comment. */
export function hideComments(text: string, style: CommentStyle): string {
  if (style === "none") return text;
  return text.replace(comments[style], (comment) => comment.replace(/[^\n]/g, " "));
}
