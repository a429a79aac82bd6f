package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has another shape than the protocol gives it is malformed, whatever hashes it has. */
class BundleShapeTest {
  private static void assertRefused(Forged forged, Code code, String why) {
    Verify.Verdict verdict = forged.judged();
    assertThat(verdict.code()).as(verdict.detail()).isEqualTo(code);
    assertThat(verdict.detail()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage | \"both\" | must be draw or teams",
        "mode | \"half\" | must be open or sealed",
        "protocol | \"double-random/2\" | must be double-random/1",
        "round | 1000001 | must be an integer 1..1000000",
        "round | 2 | drawId must be region-2024002-003-2",
        "drawId | \"130534-2024002-004-1\" | drawId must be region",
        "drawId | \"-2024002-003-1\" | drawId must be region",
        "drawId | \"\" | drawId must not be empty",
        "planId | \"\" | planId must not be empty",
        "executeBy | \"2024-03-25T16:00:00+08:00\" | must be a time",
        "executeBy | \"2024-02-30T16:00:00Z\" | must be a time",
        "executeBy | \"2024-13-01T16:00:00Z\" | must be a time",
        "openBy | \"2024-03-26T16:00:00Z\" | a member not allowed here: openBy",
        "rulePack | \"\" | rulePack must not be empty",
        "rulePack | GONE | rulePack is missing",
        "strata | [] | strata must not be empty",
        "strata.1.name | \"A\" | strata must have distinct names",
        "strata.0.num | 101 | num must be an integer 0..100",
        "strata.0.den | 0 | den must be an integer 1..1000000",
        "strata.0.den | 999983 | must have a common denominator <= 10^6",
        "strata.0.x | 1 | strata[0] has a member not allowed here: x",
        "strata.0 | 7 | commit.strata[0] must be an object",
        "strata | {} | strata must be an array",
        "slots | [[]] | slots must be two to sixteen",
        "slots | [[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]] | slots must be two to"
            + " sixteen",
        "slots.0 | \"unit\" | slots must hold arrays of tags",
        "slots.0 | [7] | slots must hold arrays of tags",
        "slots.0 | [\"\"] | slots must hold arrays of tags",
        "alternates | -1 | alternates must be an integer 0..1000000",
        "alternates | 1000001 | alternates must be an integer 0..1000000",
        "entropy.kind | \"dice\" | kind is not known: dice",
        "entropy.issue | \"\" | issue must not be empty",
        "entropy.round | 1 | entropy has a member not allowed here: round",
        "entropy.drawnAt | \"yesterday\" | drawnAt must be a time",
        "entropy.groups.0.count | -1 | count must be an integer 0..",
        "continues | \"00\" | a member not allowed here: continues",
        "vrfKey | \"00\" | a member not allowed here: vrfKey",
        "floor | {\"den\":100,\"num\":101,\"alreadyCovered\":0} | num must be an integer 0..100",
        "floor | {\"den\":0,\"num\":0,\"alreadyCovered\":0} | den must be an integer 1..1000000",
        "floor | {\"den\":9,\"num\":1,\"alreadyCovered\":-1} | alreadyCovered must be an integer"
            + " 0..",
        "floor | {\"den\":9,\"num\":1,\"alreadyCovered\":0,\"x\":1} | floor has a member not"
            + " allowed here: x"
      })
  void a_commit_of_another_shape_than_the_protocols_is_malformed(
      String member, String value, String why) throws IOException {
    assertRefused(
        Forged.of("tiers-lottery").with("commit." + member, value).recommitted(),
        Code.MALFORMED,
        why);
  }

  @Test
  void a_stratum_with_a_rate_of_nothing_does_not_stand_beside_a_floor() throws IOException {
    assertRefused(
        Forged.of("census-of-a-half-excluded-class")
            .with("commit.floor", "{\"den\":100,\"num\":1,\"alreadyCovered\":0}")
            .recommitted(),
        Code.MALFORMED,
        "strata must all have a rate above 0 beside a floor");
  }

  @Test
  void a_sealed_draw_is_opened_after_it_was_made() throws IOException {
    String by = (String) Forged.of("tiers-sealed-drand").at("commit.executeBy");
    assertRefused(
        Forged.of("tiers-sealed-drand").with("commit.openBy", "\"" + by + "\"").recommitted(),
        Code.MALFORMED,
        "openBy must be after executeBy");
    assertRefused(
        Forged.of("tiers-sealed-drand").with("commit.vrfKey", "\"00\"").recommitted(),
        Code.MALFORMED,
        "vrfKey must be 32 bytes in lower-case hex");
    assertRefused(
        Forged.of("tiers-sealed-drand").with("salt", "\"00\"").recommitted(),
        Code.MALFORMED,
        "salt must be 32 bytes in lower-case hex");
    assertRefused(
        Forged.of("tiers-sealed-drand").with("result.vrfProof", "\"00\"").recommitted(),
        Code.MALFORMED,
        "vrfProof must be 80 bytes in lower-case hex");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frame.0.id | 7 | id must be a string",
        "frame.0.id | \"a\\u0007b\" | must be an id of 1 to 64 characters without control"
            + " characters",
        "frame.0.stratum | \"E\" | frame has a stratum the commit does not list",
        "frame.0.excluded | \"\" | excluded must not be empty",
        "frame.0.x | 1 | bundle.frame[0] has a member not allowed here: x",
        "inspectors.2.load | -1 | bundle.inspectors[2].load must be an integer 0..1000000",
        "inspectors.2.load | 1000001 | load must be an integer 0..1000000",
        "inspectors.2.cap | -1 | cap must be an integer 0..1000000",
        "inspectors.2.cap | 1000001 | cap must be an integer 0..1000000",
        "inspectors.2.cap | \"6\" | cap must be an integer 0..1000000",
        "inspectors.2.tags | [\"\"] | tags must hold ids",
        "inspectors.2.tags | [1] | tags must hold ids",
        "recusals | [{\"subject\":\"S\",\"inspector\":\"I\",\"reason\":\"\"}] | reason must not be"
            + " empty",
        "recusals | [{\"subject\":\"S\",\"inspector\":\"I\"}] | bundle.recusals[0].reason is"
            + " missing",
        "result.allocation.0.expected | \"1\" | expected must be n/d",
        "result.allocation.0.expected | \"1/0\" | expected must be n/d",
        "result.allocation.0.drawn | -1 | drawn must be an integer 0..",
        "result.allocation.0.inScope | -1 | inScope must be an integer 0..",
        "result.allocation.0.eligible | -1 | eligible must be an integer 0..",
        "result.selected.0 | 1 | selected must hold ids",
        "result.entropy.kind | \"drand\" | kind must be lottery",
        "result.entropy.numbers.0.0 | \"3\" | numbers must hold arrays of integers",
        "result.entropy.numbers.0 | 3 | numbers must hold arrays of integers",
        "result.entropy.x | 3 | result.entropy has a member not allowed here: x",
        "result.infeasible | {\"missing\":1,\"slots\":[]} | certificate is absent where the teams"
            + " are infeasible",
        "result.infeasible | {\"missing\":-1,\"slots\":[]} | missing must be an integer 0..",
        "result.infeasible | {\"missing\":1,\"slots\":[{\"subject\":\"S\",\"slot\":16}]} | slot"
            + " must be an integer 0..15",
        "result.infeasible | {\"missing\":1,\"slots\":[],\"x\":1} | infeasible has a member not"
            + " allowed here: x",
        "result.x | 1 | bundle.result has a member not allowed here: x",
        "salt | \"00\" | bundle has a member not allowed here: salt",
        "parent | {} | bundle has a member not allowed here: parent",
        "certificate.potentials.sink | [\"1\"] | sink must be a pair",
        "certificate.potentials.sink | [\"1\",\"2\",\"3\"] | sink must be a pair",
        "certificate.potentials.sink | \"12\" | sink must be a pair",
        "certificate.potentials.sink.0 | \"01\" | sink must be a decimal string",
        "certificate.potentials.sink.0 | 1 | sink must be a decimal string",
        "certificate.potentials.inspectors | [] | inspectors must be an object",
        "certificate.potentials.slots | [] | slots must be an object",
        "certificate.potentials.slots | {\"S\":1} | slots must hold arrays",
        "certificate.potentials.x | 1 | potentials has a member not allowed here: x",
        "certificate.x | 1 | certificate has a member not allowed here: x",
        "protocol | 1 | protocol must be a string"
      })
  void a_bundle_of_another_shape_than_the_protocols_is_malformed(
      String member, String value, String why) throws IOException {
    assertRefused(Forged.of("tiers-lottery").with(member, value).sealed(), Code.MALFORMED, why);
  }

  @Test
  void an_id_has_at_most_64_characters_and_a_text_1024_wherever_they_lie() throws IOException {
    String wide = "\uD840\uDC00";
    assertRefused(
        Forged.of("tiers-lottery").with("frame.0.id", quoted(wide.repeat(65))).retold(),
        Code.MALFORMED,
        "must be an id of 1 to 64 characters");
    assertRefused(
        Forged.of("tiers-lottery").with("frame.0.id", quoted(wide.repeat(64))).retold(),
        Code.FRAME_ORDER,
        "not strictly ascending");
    assertRefused(
        Forged.of("tiers-lottery").with("commit.rulePack", quoted("x".repeat(1025))).recommitted(),
        Code.MALFORMED,
        "rulePack must have at most 1024 characters");
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  @Test
  void nobody_is_drawn_where_nobody_may_be() throws IOException {
    Forged forged = Forged.of("qinghe-2023003-002");
    for (int i = 0; i < 7; i++) {
      forged.with("frame." + i + ".excluded", "\"CLOSED\"");
    }
    assertRefused(forged.retold(), Code.MALFORMED, "nobody who may be drawn at a rate above 0");
    assertRefused(
        Forged.of("qinghe-2023003-002").with("commit.strata.0.num", "0").retold(),
        Code.MALFORMED,
        "nobody who may be drawn at a rate above 0");
  }
}
