package cn.doublerandom.publication.transparency;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One line of the log, in the one form it has:
 *
 * <pre>dr/notice/1 KIND BUREAU ID VERSION TIME SHA-256</pre>
 *
 * <p>Its UTF-8 bytes, without a line feed, are the leaf (RFC 6962 §2.1 puts a zero byte before them
 * and hashes).
 *
 * @param bureau whose notice it is, by its key
 * @param id of the notice
 * @param version counts up within a notice; of a draw it is the number of what was told of it
 * @param at when it was recorded, UTC
 * @param sha256 of the content of this version, 64 lowercase hex digits
 */
public record NoticeLeaf(
    NoticeKind kind, String bureau, String id, long version, Instant at, String sha256) {
  /** What every leaf begins with; another form of content would be another number. */
  public static final String FORM = "dr/notice/1";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,300}");

  public NoticeLeaf {
    if (!HASH.matcher(sha256).matches() || version < 1 || !PLAIN.matcher(bureau).matches()) {
      throw new IllegalArgumentException("no leaf of %s: %d %s".formatted(bureau, version, sha256));
    }
  }

  /** The leaf as it is hashed. */
  public String line() {
    return String.join(
        " ", FORM, kind.word(), bureau, plain(id), Long.toString(version), at.toString(), sha256);
  }

  /** An id of other letters is written as an address would be: a line has six blanks. */
  private static String plain(String id) {
    return PLAIN.matcher(id).matches() ? id : URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
