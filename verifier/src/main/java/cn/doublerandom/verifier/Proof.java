package cn.doublerandom.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks one proof file, as a service gives it at {@code /log/proofs}, against a checkpoint file.
 */
final class Proof {
  private Proof() {}

  /** The line to print; throws {@link Refused} where the proof proves nothing. */
  static String check(Path proof, Path checkpoint, List<String> keys) throws IOException {
    return check(Files.readAllBytes(proof), Files.readAllBytes(checkpoint), keys);
  }

  /** The same of their bytes. */
  static String check(byte[] proof, byte[] checkpoint, List<String> keys) {
    Note note = Note.read(checkpoint);
    boolean signed = keys.stream().map(Note.Key::read).anyMatch(note::isSignedBy);
    Refused.unless(
        keys.isEmpty() || signed, Code.CHECKPOINT, "the checkpoint is not signed by that key");
    Fields f = Fields.of(Json.read(proof), "proof");
    String what = f.has("seq") ? inclusion(f, note) : consistency(f, note);
    return what + (keys.isEmpty() ? "; signature not checked, no key given" : "; signed");
  }

  private static String inclusion(Fields f, Note note) {
    long seq = f.number("seq", 1, Long.MAX_VALUE);
    long size = f.number("size", 1, Long.MAX_VALUE);
    byte[] root = Hash.bytes(f.hex("root", 32));
    requireSealed(note, size, root);
    boolean holds =
        Merkle.includes(Merkle.leaf(Hash.bytes(f.hex("chain", 32))), seq - 1, size, path(f), root);
    Refused.unless(holds, Code.LEDGER, "the path does not lead from the entry to the root");
    return "entry " + seq + " stands in the tree of " + size;
  }

  private static String consistency(Fields f, Note note) {
    long from = f.number("from", 1, Long.MAX_VALUE);
    long to = f.number("to", 1, Long.MAX_VALUE);
    byte[] fromRoot = Hash.bytes(f.hex("fromRoot", 32));
    byte[] toRoot = Hash.bytes(f.hex("toRoot", 32));
    requireSealed(note, note.size() == from ? from : to, note.size() == from ? fromRoot : toRoot);
    Refused.unless(
        Merkle.continues(from, fromRoot, to, toRoot, path(f)),
        Code.LEDGER,
        "the tree of %d is not a beginning of the tree of %d".formatted(from, to));
    return "the tree of %d is a beginning of the tree of %d".formatted(from, to);
  }

  private static void requireSealed(Note note, long size, byte[] root) {
    Refused.unless(
        note.size() == size && Arrays.equals(note.root(), root),
        Code.CHECKPOINT,
        "the proof speaks of another tree than the checkpoint");
  }

  private static List<byte[]> path(Fields f) {
    List<byte[]> path = new ArrayList<>();
    for (Object hash : f.list("path")) {
      f.must(
          hash instanceof String text && text.matches("[0-9a-f]{64}"), "path", "must hold hashes");
      path.add(Hash.bytes((String) hash));
    }
    return path;
  }
}
