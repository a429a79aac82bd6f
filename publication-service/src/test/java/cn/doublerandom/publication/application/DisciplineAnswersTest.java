package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.servicekit.identity.CodeProof;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A receiver of joint discipline proves with the code of its link what it says on a topic; the
 * numbers are Python's.
 */
class DisciplineAnswersTest {
  private static JsonNode vector() throws IOException {
    return new ObjectMapper().readTree(Path.of("../docs/vectors/discipline-answer.json").toFile());
  }

  private static DisciplineAnswers.Told told(String authority, String deed) throws IOException {
    return told(vector().get("answer"), authority, deed);
  }

  private static DisciplineAnswers.Told told(JsonNode answer, String authority, String deed) {
    return new DisciplineAnswers.Told(
        answer.get("resultId").asText(),
        answer.get("number").asInt(),
        authority,
        answer.path("ending").asBoolean(),
        deed,
        answer.get("proof").asText());
  }

  private static boolean holds(String codeHash, DisciplineAnswers.Told told) {
    return CodeProof.holds(codeHash, told.text(), told.proof());
  }

  @Test
  void the_proof_is_the_one_another_program_computes() throws IOException {
    String code = vector().get("code").asText();
    String codeHash = vector().get("codeHash").asText();
    DisciplineAnswers.Told told = told("清河县财政局", "已列入政府采购限制名单");

    assertThat(Sha256.hex(code.getBytes(StandardCharsets.UTF_8))).isEqualTo(codeHash);
    assertThat(told.text()).isEqualTo(vector().get("text").asText());
    assertThat(holds(codeHash, told)).isTrue();
  }

  @Test
  void what_is_said_of_the_end_is_proven_by_a_text_of_its_own() throws IOException {
    String codeHash = vector().get("codeHash").asText();
    JsonNode answer = vector().get("ending").get("answer");
    DisciplineAnswers.Told told = told(answer, "清河县财政局", "已移出政府采购限制名单");

    assertThat(told.text()).isEqualTo(vector().get("ending").get("text").asText());
    assertThat(holds(codeHash, told)).isTrue();
    assertThat(CodeProof.holds(codeHash, told.text(), vector().at("/answer/proof").asText()))
        .isFalse();
  }

  @Test
  void another_deed_another_receiver_and_another_code_prove_nothing() throws IOException {
    String codeHash = vector().get("codeHash").asText();

    assertThat(holds(codeHash, told("清河县财政局", "未办理"))).isFalse();
    assertThat(holds(codeHash, told("清河县税务局", "已列入政府采购限制名单"))).isFalse();
    assertThat(holds("0".repeat(64), told("清河县财政局", "已列入政府采购限制名单"))).isFalse();
  }

  @Test
  void an_answer_without_words_or_with_too_many_is_none() {
    assertThatThrownBy(() -> told(" ", "已办理")).hasMessageContaining("authority");
    assertThatThrownBy(() -> told("清河县财政局", "长".repeat(501)))
        .hasMessageContaining("1 to 500 characters, got 501");
  }
}
