package cn.doublerandom.verifier;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What compacted topics hold, recomputed from what was disclosed, against the lines {@code state
 * TOPIC COUNT SEQ ROOT} of the checkpoints. A topic whose contents are not public is named as not
 * checked.
 */
final class States {
  private static final Pattern STATE =
      Pattern.compile("[a-z]+\\.(subjects|inspectors|bureaus|results)\\.v[0-9]+");
  private static final Pattern LINE =
      Pattern.compile("state ([^ ]+) ([0-9]{1,18}) ([0-9]{1,18}) ([0-9a-f]{64})");

  private final String service;
  private final Map<Long, List<State>> signed = new TreeMap<>();
  private final Map<String, TreeMap<String, byte[]>> held = new TreeMap<>();
  private final TreeSet<String> checked = new TreeSet<>();
  private final TreeSet<String> hidden = new TreeSet<>();

  /** Keys of a practice bureau; what a register holds is signed as a whole. */
  private static final Pattern PRACTICE =
      Pattern.compile("(?:[^/]*/)?[1-8][0-9]{5}\\.practice[a-z0-9]*(?:/.*)?");

  private record State(String topic, long count, String root) {}

  /** Reads what the checkpoints of a service sign. */
  States(String service, Iterable<Note> notes) {
    this.service = service;
    for (Note note : notes) {
      for (String line : note.lines("state ")) {
        Matcher matcher = LINE.matcher(line);
        Refused.unless(
            matcher.matches() && Long.parseLong(matcher.group(3)) <= note.size(),
            Code.MALFORMED,
            service + ": not a state: " + line);
        signed
            .computeIfAbsent(Long.parseLong(matcher.group(3)), seq -> new ArrayList<>())
            .add(new State(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(4)));
      }
    }
  }

  static boolean isState(String topic) {
    return STATE.matcher(topic).matches();
  }

  /**
   * Passes one entry of the ledger.
   *
   * @param disclosed what it announced, null where that is not public
   */
  void entry(long seq, List<?> disclosed) {
    if (disclosed != null) {
      for (Object one : disclosed) {
        if (one instanceof Map<?, ?> announcement && isState(Line.text(announcement, "topic"))) {
          hold(
              held.computeIfAbsent(
                  Line.text(announcement, "topic"), topic -> new TreeMap<>(Hash::compareUtf8)),
              Line.text(announcement, "key"),
              Line.text(announcement, "value"));
        }
      }
    }
    signed.getOrDefault(seq, List.of()).forEach(state -> compare(seq, state));
  }

  /** A key without a value is held no more. */
  private static void hold(Map<String, byte[]> keys, String key, String value) {
    if (value.isEmpty()) {
      keys.remove(key);
    } else {
      keys.put(key, Hash.sha256(Hash.utf8(value)));
    }
  }

  private void compare(long seq, State state) {
    TreeMap<String, byte[]> keys = held.get(state.topic());
    if (keys == null && state.count() > 0) {
      hidden.add(state.topic());
      return;
    }
    var tree = new Merkle();
    if (keys != null) {
      keys.forEach((key, value) -> tree.add(leaf(Hash.utf8(key), value)));
    }
    Refused.unless(
        tree.size() == state.count(),
        Code.LEDGER,
        "%s: %s holds %d states at entry %d, %d were signed"
            .formatted(service, state.topic(), tree.size(), seq, state.count()));
    Refused.unless(
        Hash.hex(tree.root()).equals(state.root()),
        Code.LEDGER,
        "%s: the states of %s at entry %d do not have the root that was signed"
            .formatted(service, state.topic(), seq));
    checked.add(state.topic() + " " + state.count());
  }

  /** {@code "dr/state/1\0" ‖ length of the key as four bytes ‖ key ‖ SHA-256(value)}. */
  private static byte[] leaf(byte[] key, byte[] value) {
    byte[] tag = Hash.utf8("dr/state/1\0");
    return ByteBuffer.allocate(tag.length + 4 + key.length + value.length)
        .put(tag)
        .putInt(key.length)
        .put(key)
        .put(value)
        .array();
  }

  /** What is to be said of them. */
  String end() {
    var said = new StringBuilder();
    checked.forEach(topic -> said.append(", states ").append(topic));
    hidden.forEach(topic -> said.append(", states ").append(topic).append(" not disclosed"));
    return said.toString();
  }

  /** What of them is fictional: what a practice bureau holds counts in what was signed. */
  List<String> remarks() {
    var remarks = new ArrayList<String>();
    held.forEach((topic, keys) -> {
      long practised =
          keys.keySet().stream().filter(key -> PRACTICE.matcher(key).matches()).count();
      if (practised > 0) {
        remarks.add(
            "-- %s: of the %d states of %s %d are of a practice bureau, fictional and on no public page"
                .formatted(service, keys.size(), topic, practised));
      }
    });
    return remarks;
  }
}
