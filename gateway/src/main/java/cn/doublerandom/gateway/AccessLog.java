package cn.doublerandom.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line a request, without a word about people: no query, no id, no token, no address. Of a path
 * only what the program itself calls its collections and pages.
 */
final class AccessLog {
  private static final Logger LOG = Logger.getLogger("cn.doublerandom.gateway.access");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,30}");

  private AccessLog() {}

  /** {@code /registry/api/v1/inspectors/I-7/keys} is {@code /registry/api/v1/inspectors/*}. */
  static String shape(String uri) {
    String[] segments = Guard.pathOf(uri).split("/", -1);
    List<String> kept = new ArrayList<>();
    for (int i = 1; i < segments.length; i++) {
      String segment = segments[i];
      boolean known = segment.isEmpty() || (segment.equals("v1") && i == 3);
      int words = segments.length > 2 && "api".equals(segments[2]) ? 4 : 3;
      if (i > words || (!known && !WORD.matcher(segment).matches())) {
        kept.add("*");
        break;
      }
      kept.add(segment);
    }
    return "/" + String.join("/", kept);
  }

  /** What is noted of one request while it runs. */
  static final class Entry {
    private final String method;
    private final String part;
    private final String shape;
    private final long began = System.nanoTime();
    private int status;
    private long bytesIn;
    private long bytesOut;
    private boolean cut;

    private final Runnable whenOver;

    /** {@code whenOver} is told when the request has ended, however it did. */
    Entry(String method, String part, String shape, Runnable whenOver) {
      this.method = method;
      this.part = part;
      this.shape = shape;
      this.whenOver = whenOver;
    }

    void status(int answered) {
      status = answered;
    }

    void read(long bytes) {
      bytesIn += bytes;
    }

    void wrote(long bytes) {
      bytesOut += bytes;
    }

    void cutOff() {
      cut = true;
    }

    /** Why a service could not answer; how often it is said in full the log decides. */
    void fault(@Nullable Throwable cause) {
      Logger.getLogger("cn.doublerandom.gateway.faults." + part)
          .warnf(cause, "%s did not answer %s", part, shape);
    }

    /** The request has ended. */
    void write() {
      whenOver.run();
      long millis = (System.nanoTime() - began) / 1_000_000;
      LOG.infof(
          "%s %s %s %d%s %dms in=%d out=%d",
          method, part, shape, status, cut ? " cut" : "", millis, bytesIn, bytesOut);
    }
  }
}
