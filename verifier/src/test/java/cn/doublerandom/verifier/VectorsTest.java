package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {
  private static final Path VECTORS = Path.of("../docs/vectors");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(VECTORS.resolve("draw"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void a_bundle_is_judged_as_its_name_says(Path bundle) throws IOException {
    String[] name = bundle.getFileName().toString().split("\\.");
    String expected = name[0].equals("tampered") ? name[2] : "OK";

    Verify.Verdict verdict = Verify.check(Files.readAllBytes(bundle));

    assertThat(verdict.isOk() ? "OK" : verdict.code().name())
        .as(verdict.detail())
        .isEqualTo(expected);
  }

  @Test
  void seventeen_bundles_are_there_to_be_judged() throws IOException {
    assertThat(bundles()).hasSize(17);
  }

  @Test
  void merkle_roots_are_those_of_certificate_transparency() throws IOException {
    // The empty tree, and a leaf of canonical JSON hashed by hand: 0x00 ‖ "{}".
    assertThat(Hash.hex(Hash.tree(List.of())))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hash.tree(List.of(Map.of())))
        .isEqualTo(Hash.sha256("\0{}".getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * docs/vectors/rfc9381.json holds two numbers JSON of the protocol has not; only strings here.
   */
  @Test
  void vrf_proofs_of_rfc_9381_hold_and_their_neighbours_do_not() throws IOException {
    var text = Files.readString(VECTORS.resolve("rfc9381.json"));
    var all = (Map<?, ?>) Json.read(text.getBytes(StandardCharsets.UTF_8));
    var tai = (List<?>) all.get("tai");
    assertThat(tai).isNotEmpty();
    for (Object entry : tai) {
      var vector = (Map<?, ?>) entry;
      byte[] key = Hash.bytes((String) vector.get("pk"));
      byte[] alpha = Hash.bytes((String) vector.get("alpha"));
      byte[] proof = Hash.bytes((String) vector.get("pi"));
      assertThat(Vrf.beta(key, alpha, proof).map(Hash::hex)).contains((String) vector.get("beta"));
      for (int i = 0; i < proof.length; i += 7) {
        byte[] flipped = proof.clone();
        flipped[i] ^= 1;
        assertThat(Vrf.beta(key, alpha, flipped)).isEmpty();
      }
    }
  }

  @Test
  void a_key_of_low_order_proves_nothing() {
    byte[] neutral = new byte[32];
    neutral[0] = 1;
    assertThat(Vrf.beta(neutral, new byte[0], new byte[80])).isEmpty();
  }
}
