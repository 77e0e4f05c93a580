// The wire format of LSP: messages framed by Content-Length, out and in.

/** @param {object[]} messages @returns {Buffer} all of them, to be sent in one write */
export function encodeFrames(messages) {
  return Buffer.concat(
    messages.flatMap((message) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
      return [Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body];
    }),
  );
}

/**
 * Takes chunks as they come, gives each complete message with the time at which its last byte arrived.
 * @param {(message: any, arrivedAt: number) => void} deliver
 * @returns {(chunk: Buffer) => void} throws on what is not LSP
 */
export function createFrameReader(deliver) {
  /** @type {Buffer[]} */
  let chunks = [];
  let buffered = 0;
  let needed = 0;
  return (chunk) => {
    const arrivedAt = performance.now();
    chunks.push(chunk);
    buffered += chunk.length;
    while (buffered >= needed) {
      const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      chunks = [all];
      const frame = findFrame(all);
      needed = frame?.end ?? buffered + 1;
      if (frame === undefined || buffered < frame.end) return;
      chunks = [all.subarray(frame.end)];
      buffered -= frame.end;
      needed = 0;
      deliver(JSON.parse(all.toString("utf8", frame.start, frame.end)), arrivedAt);
    }
  };
}

/** Undefined while the header is not complete. */
function findFrame(bytes) {
  const headerEnd = bytes.indexOf("\r\n\r\n");
  if (headerEnd === -1) {
    if (bytes.length > 4096) throw new Error("it writes something that is not LSP to its standard output");
    return undefined;
  }
  const length = /Content-Length: *(\d+)/i.exec(bytes.toString("latin1", 0, headerEnd))?.[1];
  if (length === undefined) throw new Error("it sends a message without Content-Length");
  const start = headerEnd + 4;
  return { start, end: start + Number(length) };
}
