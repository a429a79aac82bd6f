package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A ledger whose first entry says that it is a copy of another, in which people stood in clear. Its
 * entry n + 1 is entry n of the other. Where no entry had to say something else, the chain of the
 * other follows from the same events, and with it the root that was signed and seen at the time.
 */
final class CopyOf {
  private static final long SHIFT = 1;

  private final Path exported;
  private final String service;
  private final byte[] chain;
  private final Map<?, ?> named;
  private Sightings sightings = new Sightings(false);
  private boolean isFollowed;

  private CopyOf(Path exported, String service, byte[] chain, Map<?, ?> named) {
    this.exported = exported;
    this.service = service;
    this.chain = chain;
    this.named = named;
  }

  /** What the export says of the first entry; empty where the ledger is no copy. */
  static Optional<CopyOf> read(Path exported, String service) throws IOException {
    Path entry = exported.resolve("copy-of.json");
    if (!Files.exists(entry)) {
      return Optional.empty();
    }
    Object envelope = Json.read(Files.readAllBytes(entry));
    Refused.unless(envelope instanceof Map, Code.MALFORMED, "copy-of.json is not an object");
    byte[] event = Hash.tagged("event", Json.canonical(envelope));
    byte[] chain =
        Hash.tagged("ledger", new byte[32], number(1), event, Hash.sha256(Hash.utf8("[]")));
    Object payload = Json.read(Line.text((Map<?, ?>) envelope, "payload").getBytes(UTF_8));
    Refused.unless(
        Line.text((Map<?, ?>) envelope, "type").equals("PersonalDataAdopted")
            && payload instanceof Map<?, ?> named
            && named.get("size") instanceof Long,
        Code.MALFORMED,
        "copy-of.json does not name what the ledger is a copy of");
    return Optional.of(new CopyOf(exported, service, chain, (Map<?, ?>) payload));
  }

  private static byte[] number(long seq) {
    return ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
  }

  private long size() {
    return (Long) named.get("size");
  }

  /** Entries up to this one are copied; what they say of sizes and times is of the other ledger. */
  boolean covers(long seq) {
    return seq <= size() + SHIFT;
  }

  /** The number an entry had. */
  long before(long seq) {
    return seq - SHIFT;
  }

  /**
   * When the other ledger was seen at each size, and its last entries, which no checkpoint of its
   * own holds, in the copy.
   */
  Sightings sightings(Sightings here) {
    var all =
        new Sightings(
            sightings.isWatched(), new TreeMap<>(sightings.cosigned()), sightings.roots());
    here.cosigned()
        .tailMap(size() + SHIFT)
        .forEach((seen, second) -> all.cosigned().putIfAbsent(seen - SHIFT, second));
    return all;
  }

  boolean isFollowed() {
    return isFollowed;
  }

  /** What is to be said of it; refused where it is not what it says. */
  String checked(List<Note.Key> keys) throws IOException {
    try (BufferedReader chains = Files.newBufferedReader(exported.resolve("chain.ndjson"))) {
      Map<?, ?> first = Line.read(chains);
      Refused.unless(
          first != null && Arrays.equals(chain, Line.hash(first, "chain")),
          Code.LEDGER,
          service + ": what it is a copy of is not what was sealed");
    }
    isFollowed = Files.exists(exported.resolve("before/chain.ndjson"));
    if (isFollowed) {
      follow(keys);
    }
    return "OK %s: a copy of %d entries with root %s, made on %s by %s and %s; people sealed in %s%s"
        .formatted(
            service,
            size(),
            Line.text(named, "root"),
            Line.text(named, "on"),
            Line.text(named, "by"),
            Line.text(named, "approvedBy"),
            named.get("changed"),
            isFollowed ? "; that root follows from the same events" : "");
  }

  private void follow(List<Note.Key> keys) throws IOException {
    Map<Long, Note> notes = notes(keys);
    boolean isWatched = keys.stream().anyMatch(key -> key.type() == Note.COSIGNATURE);
    sightings = new Sightings(isWatched && !notes.isEmpty());
    var tree = new Merkle();
    byte[] last = new byte[32];
    try (BufferedReader chains = Files.newBufferedReader(exported.resolve("before/chain.ndjson"));
        BufferedReader disclosures =
            Files.newBufferedReader(exported.resolve("disclosed.ndjson"))) {
      Map<?, ?> next = Line.read(disclosures);
      for (Map<?, ?> entry = Line.read(chains); entry != null; entry = Line.read(chains)) {
        long seq = tree.size() + 1;
        byte[] was = Line.hash(entry, "chain");
        if (next != null && next.get("seq") instanceof Long n && n == seq + SHIFT) {
          Refused.unless(
              Arrays.equals(was, Ledger.chained(last, seq, next)),
              Code.LEDGER,
              service + ": entry " + n + " is not the one it is a copy of");
          next = Line.read(disclosures);
        }
        tree.add(was);
        last = was;
        if (notes.containsKey(seq)) {
          seen(notes.get(seq), tree, keys);
        }
      }
    }
    Refused.unless(
        tree.size() == size() && Hash.hex(tree.root()).equals(Line.text(named, "root")),
        Code.LEDGER,
        service + ": the ledger it is a copy of does not have the root it names");
  }

  private void seen(Note note, Merkle tree, List<Note.Key> keys) {
    Refused.unless(
        Arrays.equals(tree.root(), note.root()),
        Code.LEDGER,
        "%s: the ledger it is a copy of did not have the root signed for %d entries"
            .formatted(service, note.size()));
    sightings.add(
        note.size(),
        note.root(),
        keys.stream()
            .filter(key -> key.type() == Note.COSIGNATURE)
            .flatMapToLong(key -> note.cosignedAt(key).stream())
            .min());
  }

  /** Checkpoints of the other ledger that a trusted key of its signed, by size. */
  private Map<Long, Note> notes(List<Note.Key> keys) throws IOException {
    Map<Long, Note> notes = new TreeMap<>();
    Path kept = exported.resolve("before/checkpoints");
    if (Files.isDirectory(kept)) {
      try (Stream<Path> files = Files.list(kept)) {
        for (Path file : files.sorted().toList()) {
          Note note = Note.read(Files.readAllBytes(file));
          if (keys.stream().anyMatch(key -> key.type() == Note.ED25519 && note.isSignedBy(key))) {
            notes.putIfAbsent(note.size(), note);
          }
        }
      }
    }
    return notes;
  }
}
