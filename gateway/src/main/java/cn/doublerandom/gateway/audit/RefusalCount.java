package cn.doublerandom.gateway.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refusals of a minute: the first of each kind is told at once, the others of the minute are
 * counted and told together. However many there are, a minute has a bounded number of entries.
 */
public final class RefusalCount {
  /** Accounts and sources told apart within a minute; what comes beyond is counted together. */
  public static final int MOST = 200;

  private static final int SECONDS = 60;

  private final Map<Who, Long> counted = new LinkedHashMap<>();
  private long minute;

  private record Who(String code, String account, String source) {}

  /** Somebody was refused; what is to be written now, the minute before included. */
  public List<Entry> note(String code, String account, String source, Instant now) {
    List<Entry> due = over(now);
    Who who = new Who(code, account, source);
    if (!counted.containsKey(who) && counted.size() < MOST) {
      counted.put(who, 0L);
      due.add(Entry.refused(code, account, source, 1, now));
    } else if (counted.containsKey(who)) {
      counted.merge(who, 1L, Long::sum);
    } else {
      counted.merge(new Who(code, "", ""), 1L, Long::sum);
    }
    return due;
  }

  /** What was counted in a minute that is over. */
  public List<Entry> over(Instant now) {
    long current = now.getEpochSecond() / SECONDS;
    if (current == minute) {
      return new ArrayList<>();
    }
    List<Entry> due = rest(Instant.ofEpochSecond(minute * SECONDS + SECONDS - 1));
    minute = current;
    return due;
  }

  /** Everything that is counted and not told. */
  public List<Entry> rest(Instant at) {
    List<Entry> rest = new ArrayList<>();
    counted.forEach((who, times) -> {
      if (times > 0) {
        rest.add(Entry.refused(who.code(), who.account(), who.source(), times, at));
      }
    });
    counted.clear();
    return rest;
  }
}
