// The user settings of an editor that is driven by a program: nothing in the way, nothing that phones home.
export const windowSize = { width: 1400, height: 900 };

export const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.layoutControl.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "chat.commandCenter.enabled": false,
  "editor.minimap.enabled": false,
  "editor.fontSize": 14,
  "editor.inlayHints.enabled": "off",
  "editor.stickyScroll.enabled": false,
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.wordBasedSuggestions": "off",
  "editor.parameterHints.enabled": false,
  "files.autoSave": "off",
  "files.watcherExclude": { "**/.git/**": true },
  "search.followSymlinks": false,
};
