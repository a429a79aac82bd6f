package cn.doublerandom.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where each topic and partition of a service ends, counted over the exported records, against the
 * lines {@code head TOPIC/PARTITION COUNT SEQ HASH} its checkpoints sign.
 */
final class Heads {
  private static final Pattern LINE =
      Pattern.compile("head ([^ /]+/[0-9]{1,4}) ([0-9]{1,18}) ([0-9]{1,18}) ([0-9a-f]{64})");

  /** As many fit on a few lines. */
  private static final int MOST_RANGES = 40;

  private final String service;
  private final Lines records;
  private final Map<String, Head> lanes = new TreeMap<>();
  private final List<Long> undisclosed = new ArrayList<>();
  private Map<?, ?> next;
  private long compared;
  private long count;

  /** Lines of a file, one after the other; null at its end. */
  @FunctionalInterface
  interface Lines {
    Map<?, ?> next() throws IOException;
  }

  private record Head(long count, long seq, String hash) {}

  Heads(String service, Lines records) throws IOException {
    this.service = service;
    this.records = records;
    this.next = records.next();
  }

  /**
   * Passes one entry of the ledger.
   *
   * @param disclosed what it announced, null where that is not public
   */
  void entry(long seq, List<?> disclosed) throws IOException {
    List<String> told = new ArrayList<>();
    while (next != null && next.get("seq") instanceof Long n && n == seq) {
      String topic = Line.text(next, "topic");
      Refused.unless(
          next.get("partition") instanceof Long p && p >= 0,
          Code.MALFORMED,
          service + ": a record has no partition");
      String hash = Hash.hex(Line.hash(next, "hash"));
      lanes.merge(
          topic + "/" + next.get("partition"),
          new Head(1, seq, hash),
          (before, one) -> new Head(before.count() + 1, seq, hash));
      told.add(topic);
      count++;
      next = records.next();
    }
    if (disclosed == null && !told.isEmpty()) {
      undisclosed.add(seq);
    }
    if (disclosed != null && !lanes.isEmpty()) {
      List<String> announced = new ArrayList<>();
      for (Object one : disclosed) {
        if (one instanceof Map<?, ?> announcement
            && !States.isState(Line.text(announcement, "topic"))) {
          announced.add(Line.text(announcement, "topic"));
        }
      }
      Refused.unless(
          announced.equals(told),
          Code.LEDGER,
          "%s: entry %d announced to %s, its records are on %s"
              .formatted(service, seq, announced, told));
    }
  }

  /** Compares with a checkpoint of all entries so far; one without such lines says nothing. */
  void sealed(Note note) {
    Map<String, Head> signed = new TreeMap<>();
    for (String line : note.lines("head ")) {
      Matcher matcher = LINE.matcher(line);
      Refused.unless(
          matcher.matches()
              && signed.put(
                      matcher.group(1),
                      new Head(
                          Long.parseLong(matcher.group(2)),
                          Long.parseLong(matcher.group(3)),
                          matcher.group(4)))
                  == null,
          Code.MALFORMED,
          service + ": not a head: " + line);
    }
    if (signed.isEmpty()) {
      return;
    }
    signed.forEach((lane, head) -> compare(note, lane, head, lanes.get(lane)));
    lanes
        .keySet()
        .forEach(lane ->
            Refused.unless(
                signed.containsKey(lane),
                Code.LEDGER,
                "%s: records on %s that the checkpoint of %d does not know"
                    .formatted(service, lane, note.size())));
    compared = Math.max(compared, signed.size());
  }

  private void compare(Note note, String lane, Head signed, Head reached) {
    Refused.unless(
        reached != null && reached.count() >= signed.count(),
        Code.LEDGER,
        "%s: head %s of %d records is not reached: %d are exported"
            .formatted(service, lane, signed.count(), reached == null ? 0 : reached.count()));
    Refused.unless(
        signed.equals(reached),
        Code.LEDGER,
        "%s: head %s is not what the checkpoint of %d signed: entry %d and %s, not entry %d and %s"
            .formatted(
                service,
                lane,
                note.size(),
                reached.seq(),
                reached.hash(),
                signed.seq(),
                signed.hash()));
  }

  /**
   * What nothing in the files can show: whether an entry that was told to others should have been
   * disclosed, and the hashes of records before the heads, which cover what is not public.
   */
  List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (!undisclosed.isEmpty()) {
      remarks.add(
          "-- %s: %d entries told others and not disclosed, people or not public: %s"
              .formatted(service, undisclosed.size(), ranges(undisclosed)));
    }
    if (count > lanes.size()) {
      remarks.add(
          "-- %s: of %d records the hashes of the last on each lane are signed, those before them"
                  .formatted(service, count)
              + " stand in "
              + FileSums.LIST
              + " alone");
    }
    return remarks;
  }

  /** {@code 7, 10–12}; of many the first and how many more. */
  private static String ranges(List<Long> numbers) {
    List<String> ranges = new ArrayList<>();
    for (int from = 0, to; from < numbers.size(); from = to) {
      to = from + 1;
      while (to < numbers.size() && numbers.get(to) == numbers.get(to - 1) + 1) {
        to++;
      }
      ranges.add(
          to == from + 1 ? "" + numbers.get(from) : numbers.get(from) + "–" + numbers.get(to - 1));
    }
    int more = ranges.size() - MOST_RANGES;
    return more <= 0
        ? String.join(", ", ranges)
        : String.join(", ", ranges.subList(0, MOST_RANGES)) + " … and " + more + " ranges more";
  }

  /** What is to be said of it; refused where records are left over. */
  String end() {
    Refused.unless(next == null, Code.LEDGER, service + ": records out of order or beyond the end");
    return compared == 0 ? ", heads of topics not checked" : ", " + compared + " heads of topics";
  }
}
