package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** What a file of an objection is by its first bytes; what it is called decides nothing. */
final class ObjectionFileType {
  /** Eight megabytes: a scan of some pages, a photo of any phone. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int HEAD = 8;

  private ObjectionFileType() {}

  /** The media type; nothing where it is none of those that are taken, or too large. */
  static Optional<String> of(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, HEAD), ISO_8859_1);
    if (content.length > MOST_BYTES) {
      return Optional.empty();
    } else if (head.startsWith("%PDF-")) {
      return Optional.of("application/pdf");
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    return head.equals("\u0089PNG\r\n\u001a\n") ? Optional.of("image/png") : Optional.empty();
  }
}
