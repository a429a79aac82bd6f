package cn.doublerandom.local.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attack that could not find anything would find nothing. */
class JudgementTest {
  private final List<String> told = new ArrayList<>();
  private final Tally tally = new Tally(told::add);

  private static Answer answer(int status, String body) {
    return new Answer(status, "content-type: application/problem+json\n", body, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, 400, true",
    "REFUSED, 0, true",
    "REFUSED, 501, true",
    "REFUSED, 200, false",
    "REFUSED, 302, false",
    "REFUSED, 500, false",
    "REFUSED, 503, false",
    "REFUSED, 504, false",
    "SIGN_IN, 401, true",
    "SIGN_IN, 403, false",
    "SIGN_IN, 200, false",
    "OTHER_ROLE, 403, true",
    "OTHER_ROLE, 404, false",
    "OTHER_ROLE, 200, false",
    "ADMITTED, 200, true",
    "ADMITTED, 404, true",
    "ADMITTED, 401, false",
    "ADMITTED, 500, false",
    "ADMITTED, 0, false",
    "TAKEN, 201, true",
    "TAKEN, 404, false",
    "ANSWERED, 409, true",
    "ANSWERED, 500, false"
  })
  void an_answer_is_as_it_must_be_or_is_named(Expected expected, int status, boolean holds) {
    assertThat(tally.judge("a request", expected, answer(status, ""))).isEqualTo(holds);
    assertThat(tally.broken()).hasSize(holds ? 0 : 1);
    assertThat(told).hasSize(holds ? 0 : 1);
  }

  @Test
  void a_role_that_may_not_is_no_admission() {
    tally.judge("a request", Expected.ADMITTED, answer(403, "{\"code\":\"role-missing\"}"));
    tally.judge("a request", Expected.ADMITTED, answer(403, "{\"code\":\"not-your-visit\"}"));

    assertThat(tally.verdict()).isEqualTo("ATTACK requests=2 refused=0 held=1 broken=1");
  }

  @Test
  void an_answer_that_takes_too_long_is_broken_whatever_it_says() {
    tally.judge("a bomb", Expected.REFUSED, new Answer(422, "", "", 9_000), 4_000);

    assertThat(tally.broken()).singleElement().asString().contains("9000 ms");
  }

  @Test
  void what_was_found_afterwards_is_broken_too() {
    tally.after(List.of("registry died and was started again"));

    assertThat(tally.verdict()).endsWith("broken=1");
  }

  @Test
  void the_status_of_an_answer_in_http2_is_read_in_every_way_it_is_written() {
    assertThat(Frames.status(new byte[] {(byte) 0x88})).isEqualTo(200);
    assertThat(Frames.status(new byte[] {0x20, (byte) 0x8d})).isEqualTo(404);
    assertThat(Frames.status(new byte[] {0x48, 3, '4', '1', '3'})).isEqualTo(413);
    assertThat(Frames.status(new byte[] {0x48, (byte) 0x83, 0x68, 0x0c, (byte) 0xff}))
        .isEqualTo(403);
  }

  @Test
  void who_may_is_read_from_the_document_of_the_operation() throws Exception {
    String document =
        """
        {"security":[{"bearer":[]}],"paths":{
          "/a/{id}":{"get":{"security":[{"bearer":["auditor","coordinator"]}]}},
          "/b":{"post":{"security":[],"requestBody":{"content":{"application/json":{}}}}},
          "/c":{"get":{}}}}\
        """;
    List<Operation> all = Operation.of(new ObjectMapper().readTree(document));

    assertThat(all)
        .extracting(Operation::toString)
        .containsExactly("GET /a/{id}", "POST /b", "GET /c");
    assertThat(all.get(0).roles()).containsExactly("auditor", "coordinator");
    assertThat(all.get(0).variables()).containsExactly("id");
    assertThat(all.get(1).isPublic()).isTrue();
    assertThat(all.get(1).types()).containsExactly("application/json");
    assertThat(all.get(2).isPublic()).isFalse();
  }

  @Test
  void nothing_but_this_machine_is_attacked() {
    var key = new Tokens(null, "", "");
    assertThatThrownBy(() ->
            new Target(
                URI.create("http://county.example:8080"),
                URI.create("https://127.0.0.1:8443"),
                Map.of(),
                Map.of(),
                key,
                Office.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback only");
  }

  @Test
  void a_bomb_is_small_until_somebody_reads_it() {
    assertThat(BombMaker.number("1e-200000000").length).isLessThan(5_000);
    assertThat(BombMaker.entities().length).isLessThan(5_000);
    assertThat(BombMaker.zeros(40).length).isLessThan(100_000);
    assertThat(BombMaker.sharedStrings(10).length).isLessThan(1_000_000);
    assertThat(new String(BombMaker.nestedPage(3), StandardCharsets.UTF_8))
        .contains("<table><tr><td><table><tr><td><table>");
  }
}
