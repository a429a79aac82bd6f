// A camera, and a browser that reads codes with it, where this one has neither: it sees what `before` says.
(() => {
  globalThis.BarcodeDetector = class {
    static async getSupportedFormats() {
      return ["qr_code"];
    }

    async detect() {
      return globalThis.before ? [{ rawValue: globalThis.before }] : [];
    }
  };
  Object.defineProperty(navigator.mediaDevices ?? {}, "getUserMedia", {
    value: async () => {
      const seen = document.createElement("canvas");
      const pen = seen.getContext("2d");
      setInterval(() => pen.fillRect(0, 0, 9, 9), 50);
      return seen.captureStream(20);
    },
  });
})();
