package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DepositSealTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String DRAW = "130534-2023001-001-1";
  private static final String SECRET = "30".repeat(32);
  private static final String RECEIPT = "ee".repeat(32);
  private static final DepositSeal.Key SUPERVISOR = DepositSeal.Key.fresh();
  private static final String SEALED =
      DepositSeal.seal(DRAW, SUPERVISOR.publicHalf(), SECRET, RECEIPT);
  private static final String COMMITMENT = Witness.operatorCommitment(SECRET);

  @Test
  void the_supervisor_finds_what_the_operator_laid_down() {
    assertThat(DepositSeal.open(DRAW, COMMITMENT, SUPERVISOR, SEALED))
        .isEqualTo(new DepositSeal.Opened(SECRET, RECEIPT));
    assertThat(Base64.getDecoder().decode(SEALED)).hasSize(112);
    assertThat(DepositSeal.seal(DRAW, SUPERVISOR.publicHalf(), SECRET, RECEIPT))
        .isNotEqualTo(SEALED);
  }

  @Test
  void a_deposit_opens_with_no_other_key_and_for_no_other_draw_or_commitment() {
    assertThatThrownBy(() -> DepositSeal.open(DRAW, COMMITMENT, DepositSeal.Key.fresh(), SEALED))
        .hasMessageContaining("does not open");
    assertThatThrownBy(
            () -> DepositSeal.open("130534-2023001-001-2", COMMITMENT, SUPERVISOR, SEALED))
        .hasMessageContaining("does not open");
    String other = Witness.operatorCommitment("31".repeat(32));
    assertThatThrownBy(() -> DepositSeal.open(DRAW, other, SUPERVISOR, SEALED))
        .hasMessageContaining("does not open");
    byte[] bent = Base64.getDecoder().decode(SEALED);
    bent[bent.length - 1] ^= 1;
    String changed = Base64.getEncoder().encodeToString(bent);
    assertThatThrownBy(() -> DepositSeal.open(DRAW, COMMITMENT, SUPERVISOR, changed))
        .hasMessageContaining("does not open");
  }

  @Test
  void a_key_of_small_order_is_no_key() {
    assertThatThrownBy(() -> DepositSeal.seal(DRAW, "00".repeat(32), SECRET, RECEIPT))
        .hasMessageContaining("not a usable X25519 key");
  }

  /** RFC 5869, appendix A.1 and A.3. */
  @Test
  void the_key_derivation_gives_the_numbers_of_its_standard() throws Exception {
    byte[] input = HEX.parseHex("0b".repeat(22));
    assertThat(
            HEX.formatHex(
                DepositSeal.hkdf(
                    input,
                    HEX.parseHex("000102030405060708090a0b0c"),
                    HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                    42)))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    assertThat(HEX.formatHex(DepositSeal.hkdf(input, new byte[0], new byte[0], 42)))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  @Test
  void a_deposit_made_by_another_program_opens() throws Exception {
    JsonNode vector =
        new ObjectMapper().readTree(Files.readString(Path.of("../../docs/vectors/deposit.json")));
    var key =
        new DepositSeal.Key(vector.path("secretHalf").asText(), vector.path("publicHalf").asText());
    DepositSeal.Opened opened =
        DepositSeal.open(
            vector.path("drawId").asText(),
            vector.path("operatorCommitment").asText(),
            key,
            vector.path("sealed").asText());
    assertThat(opened.secret()).isEqualTo(vector.path("secret").asText());
    assertThat(opened.receipt()).isEqualTo(vector.path("receipt").asText());
    assertThat(DepositSeal.receiptHash(opened.receipt()))
        .isEqualTo(vector.path("receiptHash").asText());
  }
}
