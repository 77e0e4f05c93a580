/** A thread of a scan: makes an engine of its own and does its share of the files. */
import { loadAssets } from "../host/node/assets.js";
import { readSource, writeSource } from "../host/node/source-file.js";
import { runInThread } from "../host/node/threads.js";
import { reviewShare, type ShareRequest } from "../cli/review-share.js";
import { createNodeEngine } from "./node-engine.js";

void runInThread(async (data) => {
  const request = data as ShareRequest;
  const engine = await createNodeEngine(loadAssets(__dirname), request.rules);
  return reviewShare(
    { engine, project: engine.openProject(request.settings.options), files: { readSource, writeSource } },
    request,
  );
});
