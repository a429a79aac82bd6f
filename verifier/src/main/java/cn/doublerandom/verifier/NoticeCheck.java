package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where a notice stands in the log of notices, or what is wrong: by its address, a PDF of its
 * page, or its proof in a file.
 */
final class NoticeCheck {
  private static final String NAME = "/notices";
  private static final String LOG = "/publication" + NAME;

  private final List<Note.Key> keys;
  private final Path seen;
  private final List<String> report = new ArrayList<>();

  private NoticeCheck(List<Note.Key> keys, Path seen) {
    this.keys = new ArrayList<>(keys);
    this.seen = seen;
  }

  /**
   * The lines to print; throws {@link Refused} on the first thing wrong.
   *
   * @param what address, or file
   * @param keys verifier keys of the log and of witnesses; where none is of the log, its own is
   *     taken where it can be asked for, and that is said
   * @param seen a checkpoint of this log from before; null where nobody keeps one
   */
  static List<String> notice(String what, List<String> keys, Path seen) throws IOException {
    var check = new NoticeCheck(keys.stream().map(Note.Key::read).toList(), seen);
    if (LogSource.isAddress(what)) {
      check.at(NoticeAddress.read(what));
    } else {
      byte[] file = Files.readAllBytes(Path.of(what));
      if (NoticeAddress.isPdf(file)) {
        NoticeAddress address = NoticeAddress.ofPdf(file);
        check.report.add("-- the PDF is of " + address.proof());
        check.paper(new NoticePaper(file, address), check.at(address));
      } else {
        check.alone(NoticeProof.read(file));
      }
    }
    return check.report;
  }

  /**
   * The same of a whole log: every leaf, every tile, the root, and that it only grew.
   *
   * @param where directory or address of the log
   */
  static List<String> log(String where, List<String> keys, Path seen) throws IOException {
    var check = new NoticeCheck(keys.stream().map(Note.Key::read).toList(), seen);
    LogSource log = LogSource.of(where);
    byte[] checkpoint = log.get("checkpoint");
    Note note = Note.read(checkpoint);
    WholeLog whole = check.whole(log, note);
    check.requireGrown(note, whole::root);
    check.remember(checkpoint);
    return check.report;
  }

  /**
   * The same of the log in an export.
   *
   * @param keys of the ledgers and of witnesses; the log is signed by the key of its ledger under
   *     its own name
   */
  static List<String> ofExport(Path directory, List<Note.Key> keys) throws IOException {
    Note note = Note.read(Files.readAllBytes(directory.resolve("checkpoint")));
    Refused.unless(
        note.origin().endsWith(LOG), Code.CHECKPOINT, "notices: a checkpoint of " + note.origin());
    String ledger = note.origin().substring(0, note.origin().length() - NAME.length());
    List<Note.Key> own =
        keys.stream()
            .filter(key -> isOfLog(key) && key.name().equals(ledger))
            .map(key -> key.named(note.origin()))
            .toList();
    Refused.unless(!own.isEmpty(), Code.CHECKPOINT, "notices: no key for " + ledger);
    var trusted = new ArrayList<>(own);
    keys.stream().filter(key -> !isOfLog(key)).forEach(trusted::add);
    var check = new NoticeCheck(trusted, null);
    check.whole(LogSource.of(directory.toString()), note);
    return check.report;
  }

  private WholeLog whole(LogSource log, Note note) throws IOException {
    String signed = signed(note, log);
    var whole = new WholeLog(log, note);
    whole.check();
    report.add(
        "OK %s: %d leaves, every tile is as it was signed, root %s, %s"
            .formatted(note.origin(), note.size(), note.rootHex(), signed));
    return whole;
  }

  private void alone(NoticeProof proof) throws IOException {
    String signed = signed(proof.checkpoint(), null);
    proof.check();
    requireGrown(proof.checkpoint(), null);
    tell(proof, signed + "; tiles not asked for");
  }

  private NoticeProof at(NoticeAddress address) throws IOException {
    NoticeProof proof = NoticeProof.read(LogSource.fetch(address.proof()));
    proof.requireOf(address);
    LogSource log = LogSource.of(address.log());
    String signed = signed(proof.checkpoint(), log);
    proof.check();
    tiles(proof, new Tiles(log, proof.checkpoint().size()));
    requireGrown(proof.checkpoint(), size -> grown(log, size, proof.checkpoint()));
    tell(proof, signed);
    remember(proof.checkpoint().whole().getBytes(UTF_8));
    return proof;
  }

  /** Whether the file itself was altered: that its notice holds says nothing of what it shows. */
  private void paper(NoticePaper paper, NoticeProof proof) throws IOException {
    if (!paper.isPrintedByService()) {
      report.addFirst(
          "-- NOT COMPARED 文件本身没有比对: the service did not print this PDF, or it was altered; what follows is of the notice, compare what the file shows with it");
      return;
    }
    Optional<String> published = paper.published();
    Refused.unless(
        published.isPresent(),
        Code.NOTICE_PAPER,
        "this PDF was altered, or it was printed before something in it changed; what holds is%n   %s%n%s"
            .formatted(proof.standing(), String.join(System.lineSeparator(), proof.said())));
    report.add(
        "-- the PDF is, byte for byte, what %s hands out; that address stands in the file and nobody signed it: whether it is the bureau's, you must know yourself 网址写在文件里，没有人签名，是不是该单位的网址请自行核对"
            .formatted(published.get()));
  }

  private void tell(NoticeProof proof, String signed) {
    report.add("OK " + proof.standing() + "; " + signed);
    report.addAll(proof.said());
  }

  /** By whom a checkpoint is signed; who is known and signed something else is named. */
  private String signed(Note note, LogSource log) throws IOException {
    if (log != null && logKeys(note).findAny().isEmpty()) {
      keys.add(Note.Key.read(new String(log.get("key"), UTF_8)));
      report.add("-- key taken from the log itself; compare it with what the bureau publishes");
    }
    if (logKeys(note).findAny().isEmpty() && keys.stream().noneMatch(NoticeCheck::isOfLog)) {
      return "signature not checked, no key given";
    }
    Refused.unless(
        logKeys(note).anyMatch(note::isSignedBy),
        Code.CHECKPOINT,
        note.origin() + ": the checkpoint is not signed by the key of this log");
    List<Note.Key> witnesses = keys.stream().filter(key -> !isOfLog(key)).toList();
    long cosigned = 0;
    for (Note.Key witness : witnesses) {
      boolean claims =
          note.signatures().stream().anyMatch(line -> line.name().equals(witness.name()));
      Refused.unless(
          !claims || note.isSignedBy(witness),
          Code.CHECKPOINT,
          "the cosignature of %s does not hold".formatted(witness.name()));
      cosigned += claims ? 1 : 0;
    }
    return "signed, %d of %d witnesses cosigned".formatted(cosigned, witnesses.size());
  }

  private Stream<Note.Key> logKeys(Note note) {
    return keys.stream().filter(key -> isOfLog(key) && key.name().equals(note.origin()));
  }

  private static boolean isOfLog(Note.Key key) {
    return key.type() == Note.ED25519;
  }

  /** The tiles must have the very path that leads to the root; which of them has not is named. */
  static void tiles(NoticeProof proof, Tiles tiles) throws IOException {
    long index = proof.index();
    String own = tiles.place(0, index / Tiles.WIDTH);
    int at = (int) (index % Tiles.WIDTH);
    Refused.unless(
        Arrays.equals(tiles.hashes(0, index / Tiles.WIDTH).get(at), proof.leafHash()),
        Code.NOTICE_TILE,
        "%s: hash %d is not that of leaf %d".formatted(own, at, index + 1));
    List<Tiles.Part> path = tiles.path(index);
    for (int i = 0; i < path.size(); i++) {
      Refused.unless(
          Arrays.equals(path.get(i).hash(), proof.path().get(i)),
          Code.NOTICE_TILE,
          "%s: does not have the hash that leads to the signed root"
              .formatted(String.join(" or ", path.get(i).tiles())));
    }
  }

  /** What the root of a smaller size is. */
  interface Roots {
    byte[] of(long size) throws IOException;
  }

  private void requireGrown(Note now, Roots roots) throws IOException {
    if (seen == null || !Files.exists(seen)) {
      return;
    }
    Note before = Note.read(Files.readAllBytes(seen));
    if (!before.origin().equals(now.origin())) {
      throw new Refused(
          Code.CHECKPOINT, "what was seen before is of " + before.origin() + ", another log");
    }
    Refused.unless(
        now.size() >= before.size(),
        Code.NOTICE_OLDER,
        "%d leaves were seen before, now there are %d".formatted(before.size(), now.size()));
    if (now.size() > before.size() && roots == null) {
      report.add("-- whether the log only grew since what was seen needs its address");
      return;
    }
    byte[] then = now.size() == before.size() ? now.root() : roots.of(before.size());
    Refused.unless(
        Arrays.equals(then, before.root()),
        Code.NOTICE_SPLIT,
        "the first %d leaves have another root than was seen before: %s, not %s"
            .formatted(before.size(), HexFormat.of().formatHex(then), before.rootHex()));
    report.add("-- the %d leaves seen before are its beginning".formatted(before.size()));
  }

  /** The root of a smaller size, where a proof leads from it to the signed one. */
  private static byte[] grown(LogSource log, long from, Note now) throws IOException {
    Fields f =
        Fields.of(
            Json.read(log.get("consistency?from=%d&to=%d".formatted(from, now.size()))),
            "consistency");
    byte[] root = Hash.bytes(f.hex("fromRoot", 32));
    Refused.unless(
        Merkle.continues(from, root, now.size(), now.root(), NoticeProof.hashes(f, "path")),
        Code.NOTICE_SPLIT,
        "no proof leads from the %d leaves seen before to the %d of now"
            .formatted(from, now.size()));
    return root;
  }

  private void remember(byte[] checkpoint) throws IOException {
    if (seen != null) {
      Files.write(seen, checkpoint);
    }
  }
}
