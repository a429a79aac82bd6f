package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request as its key remembers it: everything that says what is to be done, so that the same key
 * is never another request's.
 *
 * @param path below the service's own root
 * @param query decoded; what only shapes a reading is left out, and the order of names says nothing
 * @param body canonical text
 */
record KeyedRequest(
    String actor, String method, String path, Map<String, List<String>> query, String body) {

  /** How long an answer is waited for is no part of what is to be done; see {@link Freshness}. */
  private static final Set<String> OF_READING = Set.of("minSeq", "seen");

  CommandKey under(String given) {
    return new CommandKey(
        actor + " " + path + " " + given,
        hash(method + "\n" + path + "\n" + asked() + "\n" + body),
        Optional.of(olderHash()));
  }

  /** The same where nothing of the path, the query or the body may be read from the key. */
  CommandKey hidden(String given) {
    return new CommandKey(
        actor + " " + hash(path + "\n" + given),
        hash(given + "\n" + method + "\n" + path + "\n" + asked() + "\n" + body),
        Optional.empty());
  }

  /** Until 0.13 neither method nor query were covered. */
  private String olderHash() {
    return hash(path + "\n" + body);
  }

  /** By lengths, so that no value can be read as the next name. */
  private String asked() {
    var asked = new StringBuilder();
    new TreeMap<>(query)
        .forEach((name, values) -> {
          if (!OF_READING.contains(name)) {
            values.forEach(value -> asked.append(sized(name)).append(sized(value)));
          }
        });
    return asked.toString();
  }

  private static String sized(String text) {
    return text.length() + ":" + text;
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
