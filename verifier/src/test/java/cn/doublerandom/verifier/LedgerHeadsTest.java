package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checkpoints sign of the topics is compared with what was exported of them. */
class LedgerHeadsTest {
  private static final long LATER = 4_000_000_000L;

  @TempDir Path directory;

  private ExportedLedger export;

  @BeforeEach
  void export() throws Exception {
    export = new ExportedLedger(directory, "tiers-lottery.json");
    export.signing("");
    export.entry("DrawCommitted", Map.of("executeBy", "2030-01-01T00:00:00Z"));
    export.checkpoint(0);
    export.entry("DrawExecuted", Map.of("resultHash", export.bundle.resultHash()));
  }

  private void tamper(String file, String from, String to) throws IOException {
    Path path = directory.resolve("draw").resolve(file);
    String whole = Files.readString(path);
    String forged = whole.replace(from, to);
    assertThat(forged).isNotEqualTo(whole);
    Files.writeString(path, forged);
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> export.check())
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining(why);
  }

  @Test
  void records_that_reach_the_heads_are_told_with_their_number() throws Exception {
    assertThat(export.checked(LATER)).first().asString().endsWith(", 1 heads of topics");
  }

  @Test
  void a_ledger_that_is_not_in_the_export_is_named() throws Exception {
    assertThat(export.checked(LATER))
        .contains(
            "-- registry: no ledger of it in this export",
            "-- inspection: no ledger of it in this export")
        .noneMatch(line -> line.startsWith("-- draw: no ledger"));
  }

  @Test
  void a_checkpoint_from_before_the_heads_says_that_they_are_not_checked() throws Exception {
    var old = new ExportedLedger(directory.resolve("old"), "tiers-lottery.json");
    old.entry("DrawCommitted", Map.of("executeBy", "2030-01-01T00:00:00Z"));
    old.checkpoint(0);
    old.entry("DrawExecuted", Map.of("resultHash", old.bundle.resultHash()));
    assertThat(old.checked(LATER)).first().asString().endsWith(", heads of topics not checked");
  }

  @Test
  void a_head_the_exported_records_do_not_reach_is_named() throws Exception {
    export.checked(LATER);
    List<String> lines = Files.readAllLines(directory.resolve("draw/records.ndjson"));
    Files.write(directory.resolve("draw/records.ndjson"), lines.subList(0, 1));
    assertRefused("entry 2 announced to [draw.events.v1], its records are on []");
    Files.write(directory.resolve("draw/disclosed.ndjson"), List.of());
    assertRefused("head draw.events.v1/1 of 2 records is not reached: 1 are exported");
    Files.delete(directory.resolve("draw/records.ndjson"));
    assertRefused("head draw.events.v1/1 of 1 records is not reached: 0 are exported");
  }

  @Test
  void a_head_the_exported_records_contradict_is_named() throws Exception {
    export.checked(LATER);
    String last = Files.readAllLines(directory.resolve("draw/records.ndjson")).getLast();
    tamper("records.ndjson", last, last.replaceFirst("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"dead"));
    assertRefused("head draw.events.v1/1 is not what the checkpoint of 2 signed");
  }

  @Test
  void a_record_on_another_partition_than_the_signed_one_is_named() throws Exception {
    export.checked(LATER);
    tamper("records.ndjson", "\"partition\":1", "\"partition\":2");
    assertRefused("head draw.events.v1/1 of 1 records is not reached: 0 are exported");
  }

  @Test
  void a_record_nobody_told_is_named() throws Exception {
    export.checked(LATER);
    Path records = directory.resolve("draw/records.ndjson");
    List<String> lines = Files.readAllLines(records);
    Files.write(records, List.of(lines.get(0), lines.get(1), lines.get(1)));
    assertRefused("entry 2 announced to [draw.events.v1], its records are on");
    Files.write(records, List.of(lines.get(0), lines.get(1), lines.get(1).replace(":2,", ":3,")));
    assertRefused("records out of order or beyond the end");
  }

  @Test
  void records_on_a_partition_the_checkpoint_does_not_know_are_named() throws Exception {
    export.checked(LATER);
    Path records = directory.resolve("draw/records.ndjson");
    List<String> lines = Files.readAllLines(records);
    String elsewhere = lines.get(0).replace("\"partition\":1", "\"partition\":2");
    Files.write(records, List.of(lines.get(0), elsewhere, lines.get(1)));
    Files.write(directory.resolve("draw/disclosed.ndjson"), List.of());
    assertRefused("records on draw.events.v1/2 that the checkpoint of 1 does not know");
  }

  private void assertMalformed(String why) {
    assertThatThrownBy(() -> export.check())
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.MALFORMED))
        .hasMessageContaining(why);
  }

  @Test
  void a_record_without_a_partition_is_malformed() throws Exception {
    export.checked(LATER);
    for (String none : List.of("\"1\"", "-1")) {
      tamper("records.ndjson", "\"partition\":1,", "\"partition\":" + none + ",");
      assertMalformed("draw: a record has no partition");
      tamper("records.ndjson", "\"partition\":" + none + ",", "\"partition\":1,");
    }
  }

  @Test
  void what_a_checkpoint_signs_of_topics_has_its_shape() throws Exception {
    String same = "head draw.events.v1/1 1 1 " + "0".repeat(64) + "\n";
    for (String head : List.of("head x\n", same)) {
      export.signing(head);
      assertThatThrownBy(() -> export.checked(LATER))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.MALFORMED))
          .hasMessageContaining("draw: not a head: head ");
    }
    for (String state :
        List.of("state x\n", "state draw.subjects.v1 2 9 " + "0".repeat(64) + "\n")) {
      export.signing(state);
      assertThatThrownBy(() -> export.checked(LATER))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.MALFORMED))
          .hasMessageContaining("draw: not a state: state ");
    }
  }

  // The roots were computed with Python's hashlib over the definition in docs/event-store.md.
  private static final String TWO_STATES =
      "3e5f2e5dc4d6c4e6c99127a9dd9f775e2e8b032676fe98d3200c11cbba12ba95";

  private void states(String line) throws Exception {
    export.state("b", "{\"v\":1}");
    export.state("企业", "{\"v\":2}");
    export.state("b", "{\"v\":3}");
    export.signing(line);
  }

  @Test
  void states_that_have_the_signed_count_and_root_are_told() throws Exception {
    states("state draw.subjects.v1 2 5 " + TWO_STATES + "\n");
    export.entry("DrawOverdue", Map.of("due", "x"));
    assertThat(export.checked(LATER)).first().asString().endsWith(", states draw.subjects.v1 2");
  }

  /** A key that says whose a state is takes the place of one that did not. */
  @Test
  void a_state_without_a_value_is_held_no_more() throws Exception {
    export.state("old", "{\"v\":1}");
    export.state("old", "");
    states("state draw.subjects.v1 2 7 " + TWO_STATES + "\n");
    export.entry("DrawOverdue", Map.of("due", "x"));
    assertThat(export.checked(LATER)).first().asString().endsWith(", states draw.subjects.v1 2");
  }

  @Test
  void states_of_another_count_or_root_than_the_signed_one_are_named() throws Exception {
    states("state draw.subjects.v1 3 5 " + TWO_STATES + "\n");
    assertThatThrownBy(() -> export.checked(LATER))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("draw.subjects.v1 holds 2 states at entry 5, 3 were signed");
    export.signing("state draw.subjects.v1 2 5 " + "0".repeat(64) + "\n");
    assertThatThrownBy(() -> export.checked(LATER))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.LEDGER))
        .hasMessageContaining("do not have the root that was signed");
  }

  @Test
  void states_nobody_may_read_are_named_as_not_disclosed() throws Exception {
    export.signing("state draw.inspectors.v1 12 2 " + "0".repeat(64) + "\n");
    assertThat(export.checked(LATER))
        .first()
        .asString()
        .endsWith(", states draw.inspectors.v1 not disclosed");
  }
}
