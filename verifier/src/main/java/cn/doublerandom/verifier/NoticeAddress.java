package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The public address of a notice, as its page has it, and what follows from it.
 *
 * @param service address of the service that publishes
 * @param kind plural, as it stands in addresses
 * @param version empty for the latest
 */
record NoticeAddress(String service, String kind, String id, String version) {
  private static final Pattern FORM =
      Pattern.compile(
          "(https?://[^/\\s()<>]{1,300}(?:/[A-Za-z0-9._-]{1,100}){0,5}?)/(?:ui|ui/proofs|api/v1)/"
              + "(plans|programmes|bulletins|draws|results)/([A-Za-z0-9._~%-]{1,900})"
              + "(?:/[a-z]{1,20})?(?:\\?(?:[^\\s()<>#]{0,200}&)?version=([0-9]{1,18}))?");
  private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);
  private static final int MOST_INFLATED = 32 << 20;
  private static final int MOST_LINKED = 1_000;
  private static final String PROOFS = "/ui/proofs/";

  /** Of an address that is one of a notice. */
  static NoticeAddress read(String address) {
    return find(address)
        .orElseThrow(() ->
            new Refused(
                Code.MALFORMED,
                "not the address of a notice (…/ui/{plans|programmes|bulletins|draws|results}/{id}): "
                    + address));
  }

  private static Optional<NoticeAddress> find(String text) {
    Matcher found = FORM.matcher(text);
    return found.find() ? Optional.of(of(found)) : Optional.empty();
  }

  private static NoticeAddress of(Matcher found) {
    return new NoticeAddress(
        found.group(1),
        found.group(2),
        found.group(3),
        found.group(4) == null ? "" : found.group(4));
  }

  static boolean isPdf(byte[] file) {
    return file.length > 5 && new String(file, 0, 5, ISO_8859_1).equals("%PDF-");
  }

  /**
   * What a printed page links to: notices, and those it says itself where they stand in the log.
   */
  private static final class Linked {
    private final Set<NoticeAddress> all = new LinkedHashSet<>();
    private final Set<NoticeAddress> own = new LinkedHashSet<>();

    private void read(String text) {
      Matcher found = FORM.matcher(text);
      while (found.find() && all.size() < MOST_LINKED) {
        (found.group().contains(PROOFS) ? own : all).add(of(found));
      }
    }
  }

  /**
   * The notice a printed page is of, in the clear or packed: the one whose proof it links to, or
   * the only one it links to. A result links to its draw, too, and is none.
   */
  static NoticeAddress ofPdf(byte[] pdf) {
    var linked = new Linked();
    linked.read(new String(pdf, ISO_8859_1));
    long inflated = 0;
    for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
      String packed = inflate(pdf, at, MOST_INFLATED - inflated);
      inflated += packed.length();
      linked.read(packed);
    }
    Set<NoticeAddress> of = linked.own.isEmpty() ? linked.all : linked.own;
    if (of.isEmpty()) {
      throw new Refused(Code.MALFORMED, "no address of a notice stands in this PDF");
    }
    Refused.unless(
        of.size() == 1,
        Code.MALFORMED,
        "this PDF links to several notices and does not say which it is; give the address of one");
    return of.iterator().next();
  }

  /** The place behind the next word {@code stream} and its line end; -1 where there is none. */
  private static int next(byte[] pdf, int from) {
    for (int i = from; i + STREAM.length + 2 < pdf.length; i++) {
      int j = 0;
      while (j < STREAM.length && pdf[i + j] == STREAM[j]) {
        j++;
      }
      if (j == STREAM.length && (pdf[i + j] == '\r' || pdf[i + j] == '\n')) {
        return i + j + (pdf[i + j] == '\r' && pdf[i + j + 1] == '\n' ? 2 : 1);
      }
    }
    return -1;
  }

  private static String inflate(byte[] pdf, int at, long most) {
    var inflater = new Inflater();
    var text = new StringBuilder();
    try {
      inflater.setInput(pdf, at, pdf.length - at);
      byte[] piece = new byte[8_192];
      while (!inflater.finished() && text.length() < most) {
        int count = inflater.inflate(piece);
        if (count == 0) {
          break;
        }
        text.append(new String(piece, 0, count, ISO_8859_1));
      }
    } catch (DataFormatException e) {
      // Packed otherwise, or not at all: a picture, a typeface.
      return text.toString();
    } finally {
      inflater.end();
    }
    return text.toString();
  }

  String proof() {
    return service
        + "/api/v1/"
        + kind
        + "/"
        + id
        + "/proof"
        + (version.isEmpty() ? "" : "?version=" + version);
  }

  /**
   * Where it is printed, as of today.
   *
   * @param language {@code zh} or {@code en}
   * @param part of a long list of a draw, from 1
   */
  String paper(String language, int part) {
    return service
        + "/api/v1/"
        + kind
        + "/"
        + id
        + "/notice.pdf?lang="
        + language
        + (part == 1 ? "" : "&part=" + part);
  }

  /** Whether a long list of it is printed in parts. */
  boolean isInParts() {
    return kind.equals("draws");
  }

  /** Whether a leaf is of what was asked for; a draw is shown by its promise until it is made. */
  boolean asksFor(String ofKind, String ofId, String ofVersion) {
    boolean sameKind =
        kind.equals(ofKind + "s") || (kind.equals("draws") && ofKind.equals("commitment"));
    return sameKind
        && plain(id).equals(plain(ofId))
        && (version.isEmpty() || version.equals("0") || version.equals(ofVersion));
  }

  /** Browsers and logs write different letters of an id percent-encoded. */
  private static String plain(String id) {
    try {
      return URLDecoder.decode(id.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return id;
    }
  }

  /** Where the log is that it stands in. */
  String log() {
    return service + "/log/notices";
  }
}
