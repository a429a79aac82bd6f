package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long lists of events, kept outside of their payloads.
 *
 * <pre>
 * payload    {"frame":{…,"names":{"chunked":ROOT,"size":100000}}}
 * ROOT       ["HASH","HASH",…]          the pieces in order
 * HASH       [entry,entry,…]            at most {@value #ENTRIES} entries
 * </pre>
 *
 * <p>A piece is addressed by {@code H("dr/chunk/1\0" ‖ J(piece))}. Invariant: an event is stored
 * together with every piece it names, and no piece changes; so the hash of the event, which covers
 * the root, covers every entry. A payload that holds its lists itself says the same and is read
 * alike.
 */
public final class ChunkedLists {
  /** Entries of a piece; a list that has no more stays in the payload. */
  public static final int ENTRIES = 4_096;

  /** Pieces of a list: four times the largest register. */
  static final int MOST_PIECES = 1_024;

  /** Characters of a piece: four thousand for each of its entries. */
  static final int MOST_LENGTH = 16 * 1024 * 1024;

  static final String ROOT = "chunked";
  static final String SIZE = "size";

  private static final byte[] TAG = "dr/chunk/1\0".getBytes(StandardCharsets.US_ASCII);
  private static final ObjectMapper JSON = new ObjectMapper();

  // Within a text its quotes would be escaped, so nobody can write one by what he enters.
  private static final String BEGINS = "{\"" + ROOT + "\":\"";
  private static final Pattern NAMED =
      Pattern.compile("\\{\"" + ROOT + "\":\"([0-9a-f]{64})\",\"" + SIZE + "\":([0-9]{1,10})\\}");

  private ChunkedLists() {}

  /** The address of a piece: 64 lowercase hex digits. */
  public static String address(String content) {
    return Sha256.hex(TAG, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The lists a payload names, by root. */
  public static Set<String> namedIn(String payload) {
    if (!payload.contains(BEGINS)) {
      return Set.of();
    }
    Set<String> roots = new LinkedHashSet<>();
    Matcher named = NAMED.matcher(payload);
    while (named.find()) {
      roots.add(named.group(1));
    }
    return roots;
  }

  /**
   * How many entries a list has, in its place or in pieces; none is read.
   *
   * @param pointer where it stands in the payload (RFC 6901)
   */
  public static int size(String payload, String pointer) {
    try {
      JsonNode list = JSON.readTree(payload).at(pointer);
      return list.isArray() ? list.size() : list.path(SIZE).asInt();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload that is not JSON", e);
    }
  }

  /** The payload with every list in its place: the same text as if it had never left it. */
  public static String whole(String payload, Chunks chunks) {
    if (!payload.contains(BEGINS)) {
      return payload;
    }
    var whole = new StringBuilder(payload.length());
    Matcher named = NAMED.matcher(payload);
    int end = 0;
    while (named.find()) {
      whole.append(payload, end, named.start()).append('[');
      String separator = "";
      for (String piece : pieces(named.group(1), chunks)) {
        String content = content(piece, chunks);
        whole.append(separator).append(content, 1, content.length() - 1);
        separator = ",";
      }
      whole.append(']');
      end = named.end();
    }
    return whole.append(payload, end, payload.length()).toString();
  }

  /**
   * Reads every piece a payload names.
   *
   * @throws IllegalStateException where one is missing or is not what its address says
   */
  public static void check(String payload, Chunks chunks) {
    for (String root : namedIn(payload)) {
      pieces(root, chunks).forEach(piece -> content(piece, chunks));
    }
  }

  /** Whether what stands under an address is what it says. */
  public static boolean isSound(String hash, String content) {
    return address(content).equals(hash);
  }

  /** The pieces of a list, in order. */
  public static List<String> pieces(String root, Chunks chunks) {
    return read(content(root, chunks));
  }

  private static List<String> read(String list) {
    try {
      List<String> pieces = List.of(JSON.readValue(list, String[].class));
      if (pieces.size() > MOST_PIECES) {
        throw new IllegalStateException(
            "a list has at most %,d pieces, got %,d".formatted(MOST_PIECES, pieces.size()));
      }
      return pieces;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what should name the pieces of a list does not", e);
    }
  }

  /** What a piece holds, which is what its address says. */
  static String content(String hash, Chunks chunks) {
    String content = chunks.content(hash);
    if (!isSound(hash, content)) {
      throw new IllegalStateException("the piece " + hash + " of a list is another one");
    }
    return content;
  }

  /** Collects the pieces of one event while it is written. */
  static final class Writing {
    private final Map<String, String> pieces = new HashMap<>();

    /**
     * Puts a list into pieces.
     *
     * @param entries how some of its entries are written, as plain values
     * @return its root
     */
    String root(List<?> list, Function<List<?>, List<?>> entries) {
      if (list.size() > MOST_PIECES * ENTRIES) {
        throw new IllegalArgumentException(
            "a list in pieces has at most %,d entries, got %,d"
                .formatted(MOST_PIECES * ENTRIES, list.size()));
      }
      List<String> addresses = new ArrayList<>();
      for (int from = 0; from < list.size(); from += ENTRIES) {
        List<?> some = list.subList(from, Math.min(from + ENTRIES, list.size()));
        addresses.add(put(CanonicalJson.text(entries.apply(some))));
      }
      return put(CanonicalJson.text(addresses));
    }

    private String put(String content) {
      if (content.length() > MOST_LENGTH) {
        throw new IllegalArgumentException(
            "a piece of a list has at most %,d characters, got %,d"
                .formatted(MOST_LENGTH, content.length()));
      }
      String address = address(content);
      pieces.put(address, content);
      return address;
    }

    Map<String, String> pieces() {
      return pieces;
    }
  }
}
