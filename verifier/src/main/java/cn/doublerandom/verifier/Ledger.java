package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks the public export of a suite from its files alone: signatures, roots, chains, what was
 * disclosed, and every draw against the ledger that announced it. Reads line by line.
 */
final class Ledger {
  private final Path directory;
  private final List<Note.Key> keys;
  private final List<String> report = new ArrayList<>();

  private final DrawHistory draws = new DrawHistory();
  private final Sightings sightings;

  private Ledger(Path directory, List<Note.Key> keys) {
    this.directory = directory;
    this.keys = keys;
    this.sightings = new Sightings(witnesses().findAny().isPresent());
  }

  /**
   * The lines to print; throws {@link Refused} on the first thing wrong.
   *
   * @param keys verifier keys the reader trusts; where none, those of the export, which it says
   * @param isListed whether the list of its files must be there, signed by one of them
   */
  static List<String> check(Path directory, List<String> keys, boolean isListed)
      throws IOException {
    List<String> trusted = keys;
    var lines = new ArrayList<String>();
    if (trusted.isEmpty()) {
      trusted = Files.readAllLines(directory.resolve("keys.txt"));
      lines.add("keys taken from the export itself; compare them with what the offices publish");
    }
    var ledger =
        new Ledger(
            directory, trusted.stream().filter(k -> !k.isBlank()).map(Note.Key::read).toList());
    var absent = new ArrayList<String>();
    for (String service : List.of("registry", "draw", "inspection", "publication")) {
      if (Files.isDirectory(directory.resolve(service))) {
        ledger.service(service);
      } else {
        absent.add("-- %s: no ledger of it in this export".formatted(service));
      }
    }
    ledger.report.addAll(absent);
    int here = ledger.report.size();
    ledger.notices();
    ledger.bundles();
    // Last: of what a signature holds the reason says more.
    ledger.report.addAll(here, FileSums.check(directory, ledger.keys, isListed));
    lines.addAll(ledger.report);
    return lines;
  }

  private void service(String service) throws IOException {
    Note note = Note.read(Files.readAllBytes(directory.resolve(service).resolve("checkpoint")));
    Note.Key log = log(service, note);
    Refused.unless(
        note.origin().endsWith("/" + service),
        Code.CHECKPOINT,
        service + ": a checkpoint of " + note.origin());
    Refused.unless(
        note.isSignedBy(log), Code.CHECKPOINT, service + ": not signed by " + log.name());
    long cosigned = witnesses().filter(note::isSignedBy).count();
    Map<Long, Note> checkpoints = earlier(service, note, log);
    var states = new States(service, checkpoints.values());
    var tiles = new LedgerTiles(directory.resolve(service), service);
    try (BufferedReader records = records(service)) {
      var heads = new Heads(service, () -> records == null ? null : Line.read(records));
      long disclosed = entries(service, note, checkpoints, heads, states, tiles);
      report.add(
          "OK %s: %d entries, root %s, signed, %d cosigned, %d entries disclosed%s%s"
              .formatted(
                  service,
                  note.size(),
                  Hash.hex(note.root()),
                  cosigned,
                  disclosed,
                  heads.end(),
                  states.end()));
      report.add(tiles.end());
      report.addAll(heads.remarks());
      report.addAll(states.remarks());
    }
    Optional<CopyOf> copy = CopyOf.read(directory.resolve(service), service);
    if (copy.isPresent()) {
      report.add(copy.get().checked(keys));
      if (service.equals("draw")) {
        draws.copied(copy.get());
      }
    }
  }

  /** The key that signed; of a ledger that is a copy there may be two of one name. */
  private Note.Key log(String service, Note note) {
    List<Note.Key> named =
        keys.stream()
            .filter(key -> key.type() == Note.ED25519 && key.name().equals(note.origin()))
            .toList();
    Refused.unless(!named.isEmpty(), Code.CHECKPOINT, service + ": no key for " + note.origin());
    return named.stream().filter(note::isSignedBy).findFirst().orElse(named.getFirst());
  }

  private Stream<Note.Key> witnesses() {
    return keys.stream().filter(key -> key.type() == Note.COSIGNATURE);
  }

  /** The checkpoints that say when something was in the ledger, by size; the latest too. */
  private Map<Long, Note> earlier(String service, Note latest, Note.Key log) throws IOException {
    Map<Long, Note> notes = new TreeMap<>();
    notes.put(latest.size(), latest);
    Path kept = directory.resolve(service).resolve("checkpoints");
    if (Files.isDirectory(kept)) {
      try (Stream<Path> files = Files.list(kept)) {
        for (Path file : files.sorted().toList()) {
          Note note = Note.read(Files.readAllBytes(file));
          Refused.unless(
              note.isSignedBy(log) && note.size() <= latest.size(),
              Code.CHECKPOINT,
              service
                  + ": a checkpoint of "
                  + note.size()
                  + " that "
                  + log.name()
                  + " did not sign");
          notes.putIfAbsent(note.size(), note);
        }
      }
    }
    return notes;
  }

  /** The records on topics; null in an export from before there were any. */
  private BufferedReader records(String service) throws IOException {
    return Files.exists(directory.resolve(service).resolve("records.ndjson"))
        ? reader(service, "records.ndjson")
        : null;
  }

  /** A checkpoint must be of this very ledger before its time counts. */
  private void sealed(String service, Note note, Merkle tree, Heads heads) {
    Refused.unless(
        java.util.Arrays.equals(tree.root(), note.root()),
        Code.LEDGER,
        "%s: %d entries do not have the root that was signed for %d"
            .formatted(service, tree.size(), note.size()));
    heads.sealed(note);
    if (service.equals("draw")) {
      sightings.add(
          note.size(),
          note.root(),
          witnesses().flatMapToLong(key -> note.cosignedAt(key).stream()).min());
    }
  }

  private long entries(
      String service,
      Note note,
      Map<Long, Note> checkpoints,
      Heads heads,
      States states,
      LedgerTiles tiles)
      throws IOException {
    var tree = new Merkle();
    long count = 0;
    try (BufferedReader chains = reader(service, "chain.ndjson");
        BufferedReader disclosures = reader(service, "disclosed.ndjson")) {
      byte[] before = new byte[32];
      Map<?, ?> next = Line.read(disclosures);
      for (Map<?, ?> entry = Line.read(chains); entry != null; entry = Line.read(chains)) {
        long seq = tree.size() + 1;
        Refused.unless(
            entry.get("seq") instanceof Long n && n == seq,
            Code.LEDGER,
            service + ": entry " + seq + " is missing");
        byte[] chain = Line.hash(entry, "chain");
        List<?> said = null;
        if (next != null && next.get("seq") instanceof Long n && n == seq) {
          Refused.unless(
              java.util.Arrays.equals(chain, chained(before, seq, next)),
              Code.LEDGER,
              service + ": what is disclosed of entry " + seq + " is not what was sealed");
          said = next.get("announcements") instanceof List<?> all ? all : List.of();
          note(service, seq, said);
          count++;
          next = Line.read(disclosures);
        }
        tree.add(chain);
        tiles.add(chain);
        heads.entry(seq, said);
        states.entry(seq, said);
        if (checkpoints.containsKey(seq)) {
          sealed(service, checkpoints.get(seq), tree, heads);
        }
        before = chain;
      }
      Refused.unless(
          next == null,
          Code.LEDGER,
          service + ": disclosed entries out of order or beyond the end");
    }
    Refused.unless(
        tree.size() == note.size(),
        Code.LEDGER,
        "%s: %d entries do not have the root that was signed for %d"
            .formatted(service, tree.size(), note.size()));
    return count;
  }

  static byte[] chained(byte[] before, long seq, Map<?, ?> disclosure) {
    return Hash.tagged(
        "ledger",
        before,
        ByteBuffer.allocate(8).putLong(seq).array(),
        Line.hash(disclosure, "event"),
        Hash.sha256(Json.canonical(disclosure.get("announcements"))));
  }

  private BufferedReader reader(String service, String file) throws IOException {
    return Files.newBufferedReader(directory.resolve(service).resolve(file));
  }

  /** Follows the draws through what the draw-service announced. */
  private void note(String service, long seq, List<?> all) {
    if (!service.equals("draw")) {
      return;
    }
    for (Object one : all) {
      if (one instanceof Map<?, ?> announcement) {
        String type = Line.text(announcement, "type");
        if (type.startsWith("cn.doublerandom.Draw")
            || type.equals("cn.doublerandom.ContributionRevealed.v1")) {
          draws.event(
              type, seq, (Map<?, ?>) Json.read(Line.text(announcement, "value").getBytes(UTF_8)));
        }
      }
    }
  }

  /** The log of notices where the export has it: signed by the ledger of the publication. */
  private void notices() throws IOException {
    Path log = directory.resolve("notices");
    report.addAll(
        Files.isDirectory(log)
            ? NoticeCheck.ofExport(log, keys)
            : List.of("-- notices: no log of notices in this export"));
  }

  private void bundles() throws IOException {
    Path bundles = directory.resolve("draws");
    Set<String> seen = new HashSet<>();
    if (Files.isDirectory(bundles)) {
      try (Stream<Path> files = Files.list(bundles)) {
        for (Path file : files.sorted().toList()) {
          seen.add(bundle(file));
        }
      }
    }
    draws.requireBundles(seen);
  }

  private String bundle(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Verify.Verdict verdict = Verify.check(bytes);
    if (!verdict.isOk()) {
      throw new Refused(verdict.code(), file.getFileName() + ": " + verdict.detail());
    }
    Bundle bundle = Bundle.read(Json.read(bytes));
    String drawId = bundle.commit().drawId();
    report.add(
        "OK draw %s: recomputed, committed and executed as the ledger says%s"
            .formatted(drawId, draws.remark(bundle, sightings)));
    return drawId;
  }
}
