package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** RFC 9381, appendix B.3. */
class VrfTest {
  @Test
  void a_key_makes_just_the_proofs_of_the_rfc() throws Exception {
    JsonNode vectors =
        new ObjectMapper().readTree(Path.of("../docs/vectors/rfc9381.json").toFile()).path("tai");
    assertThat(vectors).hasSize(3);
    for (JsonNode v : vectors) {
      String secret = v.path("sk").asText();
      byte[] alpha = Hashes.bytes(v.path("alpha").asText());
      assertThat(Vrf.publicKey(secret)).isEqualTo(v.path("pk").asText());
      String proof = Vrf.prove(secret, alpha);
      assertThat(proof).isEqualTo(v.path("pi").asText());
      assertThat(Vrf.holds(v.path("pk").asText(), alpha, proof)).isTrue();
      assertThat(Hashes.hex(Vrf.beta(Hashes.bytes(proof)))).isEqualTo(v.path("beta").asText());
      String flipped = (proof.charAt(0) == '0' ? "1" : "0") + proof.substring(1);
      assertThat(Vrf.holds(v.path("pk").asText(), alpha, flipped)).isFalse();
    }
  }
}
