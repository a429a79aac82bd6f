package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A PDF of a notice. Of the same notice the service prints the same bytes, so that one it printed
 * is compared as a whole: nobody must read both. What a browser printed is no such paper.
 */
final class NoticePaper {
  private static final String PRODUCER = "<pdf:Producer>double-random</pdf:Producer>";
  private static final String IN_ENGLISH = "/Lang (en";

  /** A part has five hundred subjects; whoever has a later one compares it himself. */
  private static final int MOST_PARTS = 20;

  private final byte[] file;
  private final NoticeAddress of;

  NoticePaper(byte[] file, NoticeAddress of) {
    this.file = file;
    this.of = of;
  }

  /** Whether it says of itself that the service printed it. */
  boolean isPrintedByService() {
    return new String(file, ISO_8859_1).contains(PRODUCER);
  }

  /** Where the same is published now; empty where the paper of this notice reads otherwise. */
  Optional<String> published() throws IOException {
    boolean english = new String(file, ISO_8859_1).contains(IN_ENGLISH);
    for (String language : english ? List.of("en", "zh") : List.of("zh", "en")) {
      Optional<String> same = published(language);
      if (same.isPresent()) {
        return same;
      }
    }
    return Optional.empty();
  }

  private Optional<String> published(String language) throws IOException {
    for (int part = 1; part <= (of.isInParts() ? MOST_PARTS : 1); part++) {
      String address = of.paper(language, part);
      byte[] paper;
      try {
        paper = LogSource.fetch(address);
      } catch (Unanswered none) {
        if (part > 1 && none.isNotThere()) {
          break;
        }
        throw none;
      }
      if (Arrays.equals(paper, file)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }
}
