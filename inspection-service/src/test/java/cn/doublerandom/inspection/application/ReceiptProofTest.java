package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A receiver proves with the code of its link what it says on a topic; the numbers are Python's.
 */
class ReceiptProofTest {
  private static JsonNode vector() throws IOException {
    return new ObjectMapper().readTree(Path.of("../docs/vectors/transfer-receipt.json").toFile());
  }

  private static Receipts.Told told(JsonNode receipt, String receivedAs) {
    return new Receipts.Told(
        receipt.get("visitId").asText(),
        receipt.get("number").asInt(),
        receivedAs,
        receipt.get("reference").asText(),
        receipt.get("proof").asText());
  }

  @Test
  void the_proof_is_the_one_another_program_computes() throws IOException {
    JsonNode receipt = vector().get("receipt");
    String code = vector().get("code").asText();
    String codeHash = vector().get("codeHash").asText();
    Receipts.Told told = told(receipt, receipt.get("receivedAs").asText());

    assertThat(Sha256.hex(code.getBytes(StandardCharsets.UTF_8))).isEqualTo(codeHash);
    assertThat(ReceiptProof.of(codeHash, told)).isEqualTo(receipt.get("proof").asText());
    assertThat(ReceiptProof.holds(codeHash, told)).isTrue();
  }

  @Test
  void other_words_and_another_code_prove_nothing() throws IOException {
    JsonNode receipt = vector().get("receipt");
    Receipts.Told told = told(receipt, receipt.get("receivedAs").asText());

    assertThat(ReceiptProof.holds(vector().get("codeHash").asText(), told(receipt, "别的单位 收发室")))
        .isFalse();
    assertThat(ReceiptProof.holds("0".repeat(64), told)).isFalse();
  }

  @Test
  void a_receipt_without_words_is_none() throws IOException {
    JsonNode receipt = vector().get("receipt");

    assertThatThrownBy(() -> told(receipt, " ")).hasMessageContaining("receivedAs");
    assertThatThrownBy(() -> told(receipt, "长".repeat(101)))
        .hasMessageContaining("1 to 100 characters, got 101");
  }
}
