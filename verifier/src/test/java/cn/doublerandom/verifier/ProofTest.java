package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof shows that an entry stands in a ledger, or that a ledger only grew (RFC 6962 §2.1). */
class ProofTest {
  private static final int MOST = 20;
  private static final String NAME = "witness.example/w";

  @TempDir Path directory;

  private SigningKey witness;

  @BeforeEach
  void key() throws Exception {
    witness = SigningKey.keptIn(directory.resolve("key"), NAME);
  }

  private static byte[] entry(int number) {
    return Hash.sha256(new byte[] {(byte) number});
  }

  private static byte[] root(int from, int to) {
    if (to == from) {
      return Hash.sha256();
    } else if (to - from == 1) {
      return Merkle.leaf(entry(from));
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return Hash.sha256(new byte[] {1}, root(from, middle), root(middle, to));
  }

  /** PATH(m, D[n]), the nearest first. */
  private static List<byte[]> path(int index, int from, int to) {
    List<byte[]> path = new ArrayList<>();
    if (to - from > 1) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      boolean isLeft = index < middle;
      path.addAll(isLeft ? path(index, from, middle) : path(index, middle, to));
      path.add(isLeft ? root(middle, to) : root(from, middle));
    }
    return path;
  }

  /** SUBPROOF(m, D[n], b). */
  private static List<byte[]> growth(int first, int from, int to, boolean isWhole) {
    List<byte[]> proof = new ArrayList<>();
    if (first == to) {
      if (!isWhole) {
        proof.add(root(from, to));
      }
      return proof;
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    if (first <= middle) {
      proof.addAll(growth(first, from, middle, isWhole));
      proof.add(root(middle, to));
    } else {
      proof.addAll(growth(first, middle, to, false));
      proof.add(root(from, middle));
    }
    return proof;
  }

  @Test
  void a_ledger_has_the_root_of_its_entries_at_every_size() {
    var tree = new Merkle();
    for (int size = 0; size <= MOST; size++) {
      assertThat(tree.size()).isEqualTo(size);
      assertThat(tree.root()).isEqualTo(root(0, size));
      tree.add(entry(size));
    }
  }

  @Test
  void every_entry_is_shown_to_stand_at_its_own_place_and_at_no_other() {
    for (int size = 1; size <= MOST; size++) {
      byte[] root = root(0, size);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = path(index, 0, size);
        byte[] leaf = Merkle.leaf(entry(index));
        assertThat(Merkle.includes(leaf, index, size, path, root)).isTrue();
        assertThat(Merkle.includes(Merkle.leaf(entry(99)), index, size, path, root)).isFalse();
        assertThat(Merkle.includes(leaf, index, size, path, root(0, size + 1))).isFalse();
        for (int other = -1; other <= size; other++) {
          if (other != index) {
            assertThat(Merkle.includes(leaf, other, size, path, root)).isFalse();
          }
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(root);
        assertThat(Merkle.includes(leaf, index, size, longer, root)).isFalse();
        if (!path.isEmpty()) {
          List<byte[]> shorter = path.subList(0, path.size() - 1);
          assertThat(Merkle.includes(leaf, index, size, shorter, root)).isFalse();
        }
      }
    }
  }

  @Test
  void a_ledger_is_shown_to_have_grown_and_from_no_other_beginning() {
    for (int second = 1; second <= MOST; second++) {
      byte[] now = root(0, second);
      for (int first = 1; first <= second; first++) {
        byte[] before = root(0, first);
        List<byte[]> proof = growth(first, 0, second, true);
        assertThat(Merkle.continues(first, before, second, now, proof)).isTrue();
        assertThat(Merkle.continues(first, entry(1), second, now, proof)).isFalse();
        assertThat(Merkle.continues(first, before, second, entry(1), proof)).isFalse();
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(now);
        assertThat(Merkle.continues(first, before, second, now, longer)).isFalse();
        if (!proof.isEmpty()) {
          List<byte[]> shorter = proof.subList(0, proof.size() - 1);
          assertThat(Merkle.continues(first, before, second, now, shorter)).isFalse();
          assertThat(Merkle.continues(second, now, first, before, proof)).isFalse();
        }
      }
    }
  }

  @Test
  void every_ledger_grew_from_the_empty_one() {
    assertThat(Merkle.continues(0, root(0, 0), 7, root(0, 7), List.of())).isTrue();
    assertThat(Merkle.continues(0, root(0, 0), 7, root(0, 7), List.of(entry(1)))).isFalse();
    assertThat(Merkle.continues(-1, root(0, 0), 7, root(0, 7), List.of())).isFalse();
    assertThat(Merkle.continues(7, root(0, 7), 8, root(0, 8), List.of())).isFalse();
  }

  private Path checkpoint(int size) throws Exception {
    String text =
        NAME + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root(0, size)) + "\n";
    return Files.writeString(
        directory.resolve("checkpoint"), text + "\n" + witness.cosign(text, 1_800_000_000L));
  }

  private Path proof(String json) throws IOException {
    return Files.writeString(directory.resolve("proof.json"), json, StandardCharsets.UTF_8);
  }

  private static String hexes(List<byte[]> hashes) {
    return hashes.stream()
        .map(hash -> '"' + Hash.hex(hash) + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String inclusion(int seq, int size) {
    return "{\"seq\":%d,\"size\":%d,\"root\":\"%s\",\"chain\":\"%s\",\"path\":%s}"
        .formatted(
            seq,
            size,
            Hash.hex(root(0, size)),
            Hash.hex(entry(seq - 1)),
            hexes(path(seq - 1, 0, size)));
  }

  private static String consistency(int from, int to) {
    return "{\"from\":%d,\"to\":%d,\"fromRoot\":\"%s\",\"toRoot\":\"%s\",\"path\":%s}"
        .formatted(
            from,
            to,
            Hash.hex(root(0, from)),
            Hash.hex(root(0, to)),
            hexes(growth(from, 0, to, true)));
  }

  private String checked(String proof, int size) throws Exception {
    return Proof.check(proof(proof), checkpoint(size), List.of(witness.verifierKey));
  }

  private void assertRefused(String proof, int size, Code code, String why) {
    assertThatThrownBy(() -> checked(proof, size))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(code))
        .hasMessageContaining(why);
  }

  @Test
  void a_proof_that_fits_a_signed_checkpoint_says_what_it_proves() throws Exception {
    assertThat(checked(inclusion(3, 7), 7)).isEqualTo("entry 3 stands in the tree of 7; signed");
    assertThat(checked(consistency(3, 7), 7))
        .isEqualTo("the tree of 3 is a beginning of the tree of 7; signed");
    assertThat(checked(consistency(3, 7), 3))
        .isEqualTo("the tree of 3 is a beginning of the tree of 7; signed");
    assertThat(Proof.check(proof(inclusion(3, 7)), checkpoint(7), List.of()))
        .isEqualTo("entry 3 stands in the tree of 7; signature not checked, no key given");
  }

  @Test
  void a_checkpoint_somebody_else_signed_proves_nothing() throws Exception {
    var other = SigningKey.keptIn(directory.resolve("other"), NAME);
    assertThatThrownBy(
            () -> Proof.check(proof(inclusion(3, 7)), checkpoint(7), List.of(other.verifierKey)))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.CHECKPOINT))
        .hasMessage("the checkpoint is not signed by that key");
    assertThat(
            Proof.check(
                proof(inclusion(3, 7)),
                checkpoint(7),
                List.of(other.verifierKey, witness.verifierKey)))
        .endsWith("; signed");
  }

  @Test
  void a_proof_of_another_tree_than_the_checkpoints_proves_nothing() {
    String another = "the proof speaks of another tree than the checkpoint";
    assertRefused(inclusion(3, 7), 8, Code.CHECKPOINT, another);
    assertRefused(consistency(3, 7), 8, Code.CHECKPOINT, another);
    assertRefused(
        inclusion(3, 7).replaceFirst("\"root\":\"[0-9a-f]{2}", "\"root\":\"zz").replace("zz", "00"),
        7,
        Code.CHECKPOINT,
        another);
    assertRefused(
        consistency(3, 7).replaceFirst("\"fromRoot\":\"[0-9a-f]{4}", "\"fromRoot\":\"0000"),
        3,
        Code.CHECKPOINT,
        another);
  }

  @Test
  void a_path_that_leads_elsewhere_proves_nothing() {
    assertRefused(
        inclusion(3, 7).replace("\"seq\":3", "\"seq\":4"),
        7,
        Code.LEDGER,
        "the path does not lead from the entry to the root");
    assertRefused(
        consistency(3, 7).replaceFirst("\"fromRoot\":\"[0-9a-f]{4}", "\"fromRoot\":\"0000"),
        7,
        Code.LEDGER,
        "the tree of 3 is not a beginning of the tree of 7");
  }

  @Test
  void a_proof_of_another_shape_is_malformed() {
    assertRefused("[]", 7, Code.MALFORMED, "proof must be an object");
    assertRefused("{}", 7, Code.MALFORMED, "proof.from is missing");
    for (String path : List.of("[1]", "[\"00\"]", "[\"" + "0".repeat(63) + "G\"]")) {
      assertRefused(
          inclusion(3, 7).replaceFirst("\"path\":\\[.*]", "\"path\":" + path),
          7,
          Code.MALFORMED,
          "path must hold hashes");
    }
    assertRefused(inclusion(1, 1).replace("\"seq\":1", "\"seq\":0"), 1, Code.MALFORMED, "seq");
  }

  private static void assertNoNote(String note, String why) {
    assertThatThrownBy(() -> Note.read(note.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.MALFORMED))
        .hasMessageContaining(why);
  }

  @Test
  void a_checkpoint_of_another_shape_is_malformed() {
    String root = Base64.getEncoder().encodeToString(root(0, 7));
    String text = "county.example/draw\n7\n" + root + "\n";
    String signed = "\n— a AAAAAAA=\n";
    Note note = Note.read((text + signed).getBytes(StandardCharsets.UTF_8));
    assertThat(note.origin()).isEqualTo("county.example/draw");
    assertThat(note.size()).isEqualTo(7);
    assertThat(note.root()).isEqualTo(root(0, 7));
    assertThat(note.text()).isEqualTo(text);
    assertThat(note.signatures()).containsExactly(new SignedText.Line("a", "0000000000"));
    assertNoNote(text, "a note has a text and signatures");
    assertNoNote(text + signed.stripTrailing(), "a note has a text and signatures");
    assertNoNote("\n\n— a AAAAAAA=\n", "a note has a text and signatures");
    assertNoNote(text + "\n- a AAAAAAA=\n", "not a signature");
    assertNoNote(text + "\n— a\n", "not a signature");
    assertNoNote(text + "\n— a AAAAAA==\n", "a signature is too short");
    assertNoNote(text + "\n— a ?\n", "not base64");
    assertNoNote("\n7\n" + root + "\n" + signed, "a checkpoint has an origin, a size and a root");
    assertNoNote("a\n07\n" + root + "\n" + signed, "an origin, a size and a root");
    assertNoNote("a\n7\n" + signed, "an origin, a size and a root");
    assertNoNote("a\n7\nAAAA\n" + signed, "a root hash has 32 bytes");
    assertNoNote(text + "x".repeat(1 << 20) + "\n" + signed, "a note of more than 1 MiB");
    String head = "head a/0 1 1 " + "0".repeat(64);
    assertThat(
            Note.read((text + head + "\nstate x\n" + signed).getBytes(StandardCharsets.UTF_8))
                .lines("head "))
        .containsExactly(head);
  }

  @Test
  void a_key_is_taken_by_its_own_hash_and_kind_alone() throws Exception {
    String key = witness.verifierKey;
    String[] parts = key.split("\\+", 3);
    Note.Key read = Note.Key.read(" " + key + "\n");
    assertThat(read.name()).isEqualTo(NAME);
    assertThat(read.type()).isEqualTo(Note.COSIGNATURE);
    for (String wrong :
        List.of(
            NAME,
            NAME + "+" + parts[1],
            NAME + "+" + parts[1] + "+AAAA",
            NAME + "+" + parts[1] + "+?",
            NAME + "+" + parts[1] + "+C" + parts[2].substring(1),
            NAME + "+00000000+" + parts[2],
            "x" + key)) {
      assertThatThrownBy(() -> Note.Key.read(wrong))
          .as(wrong)
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.MALFORMED));
    }
  }

  @Test
  void a_witness_is_seen_at_the_second_it_signed_and_another_not_at_all() throws Exception {
    Note note = Note.read(Files.readAllBytes(checkpoint(7)));
    Note.Key key = Note.Key.read(witness.verifierKey);
    assertThat(note.isSignedBy(key)).isTrue();
    assertThat(note.cosignedAt(key)).hasValue(1_800_000_000L);
    Note.Key other = Note.Key.read(SigningKey.keptIn(directory.resolve("other"), NAME).verifierKey);
    assertThat(note.isSignedBy(other)).isFalse();
    assertThat(note.cosignedAt(other)).isEmpty();
    String forged =
        Files.readString(directory.resolve("checkpoint")).replaceFirst("\n7\n", "\n8\n");
    Note changed = Note.read(forged.getBytes(StandardCharsets.UTF_8));
    assertThat(changed.isSignedBy(key)).isFalse();
    assertThat(changed.cosignedAt(key)).isEmpty();
    String hash = witness.verifierKey.split("\\+", 3)[1];
    byte[] cut = Hash.bytes(hash + "0000");
    Note bare =
        Note.read(
            (changed.text() + "\n— " + NAME + " " + Base64.getEncoder().encodeToString(cut) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(bare.isSignedBy(key)).isFalse();
    assertThat(bare.cosignedAt(key)).isEmpty();
  }
}
