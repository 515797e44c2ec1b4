/** What comes from another program: by the clipboard, or dropped. */

/** Puts this on the clipboard, as copying in a browser does. @param {import('./driver.mjs').Editor} editor @param {Record<string, string>} contents */
export async function copy({ page }, contents) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (parts) => {
    const { ClipboardItem, Blob, navigator } = /** @type {any} */ (globalThis);
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, contents);
}

/**
 * Drops this in the middle of a part of the window, as dragging from another window does, with Shift held down: VS Code then drops
 * into the text and does not open it. @param {import('./driver.mjs').Editor} editor @param {string} target @param {Record<string, string>} contents
 */
export async function drop({ page }, target, contents) {
  const box = await page.locator(target).boundingBox();
  if (!box) throw new Error(`${target} is not shown`);
  const where = { clientX: box.x + 60, clientY: box.y + 10, shiftKey: true, bubbles: true, cancelable: true };
  await page.evaluate(
    ([selector, at, parts]) => {
      const { DataTransfer, DragEvent, document } = /** @type {any} */ (globalThis);
      const dataTransfer = new DataTransfer();
      for (const [type, text] of Object.entries(parts)) dataTransfer.setData(type, text);
      const element = document.querySelector(selector);
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { ...at, dataTransfer }));
    },
    /** @type {const} */ ([target, where, contents]),
  );
}
