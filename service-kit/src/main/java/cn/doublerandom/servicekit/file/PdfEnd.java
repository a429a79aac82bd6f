package cn.doublerandom.servicekit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Where a PDF ends (ISO 32000-2 §7.5.5): readers look for the end in the last 1,024 bytes, and
 * before it stands where the objects of the document are listed. Scanners fill up what follows.
 */
final class PdfEnd {
  private static final int LOOKED_AT = 1_024;

  private PdfEnd() {}

  static boolean isThere(byte[] file) {
    int end = file.length;
    while (end > 0 && file[end - 1] <= ' ' && file[end - 1] >= 0) {
      end--;
    }
    int from = Math.max(0, end - LOOKED_AT);
    String tail = new String(file, from, end - from, ISO_8859_1);
    int last = tail.lastIndexOf("%%EOF");
    int before = Math.max(0, from + last - LOOKED_AT);
    return last >= 0
        && new String(file, before, from + last - before, ISO_8859_1).contains("startxref");
  }
}
