package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sets every hash right again is told by the rule he broke (protocol §3 to §7). */
class ForgedBundleTest {
  private static void assertRefused(Forged forged, Code code, String why) {
    Verify.Verdict verdict = forged.judged();
    assertThat(verdict.code()).as(verdict.detail()).isEqualTo(code);
    assertThat(verdict.detail()).contains(why);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiers-lottery",
        "floor-bites",
        "census-of-a-half-excluded-class",
        "qinghe-2023001-001",
        "teams-continued"
      })
  void a_bundle_told_again_as_it_was_holds(String vector) throws IOException {
    Verify.Verdict verdict = Forged.of(vector).retold().judged();
    assertThat(verdict.isOk()).as(verdict.detail()).isTrue();
    assertThat(verdict.detail()).startsWith("commit ").endsWith("; ledger not checked");
  }

  @Test
  void the_commit_is_the_one_that_was_hashed_and_its_result_says_so() throws IOException {
    assertRefused(
        Forged.of("tiers-lottery").with("commit.rulePack", "\"hebei-2023.2\"").sealed(),
        Code.COMMIT_HASH,
        "the commit hashes to ");
    Forged other = Forged.of("tiers-lottery");
    assertRefused(
        other.with("result.commitHash", quoted("00".repeat(32))).sealed(),
        Code.COMMIT_HASH,
        "result of another commit");
    assertRefused(
        Forged.of("tiers-lottery").with("resultHash", quoted("00".repeat(32))),
        Code.RESULT_HASH,
        "the result hashes to ");
    assertRefused(
        Forged.of("tiers-lottery").with("result.seed", quoted("00".repeat(32))).sealed(),
        Code.SEED,
        "the seed is ");
  }

  @Test
  void the_lists_are_those_that_were_committed_to() throws IOException {
    assertRefused(
        Forged.of("tiers-lottery").exchanging("frame", 3, 4).retold(),
        Code.FRAME_ORDER,
        "not strictly ascending");
    assertRefused(
        Forged.of("tiers-lottery").with("commit.frameSize", "60").recommitted(),
        Code.FRAME_ROOT,
        "not the committed one");
    assertRefused(
        Forged.of("tiers-lottery").exchanging("inspectors", 3, 4).retold(),
        Code.INSPECTOR_ROOT,
        "not the committed ones");
    assertRefused(
        Forged.of("tiers-lottery").exchanging("inspectors.0.tags", 0, 1).retold(),
        Code.INSPECTOR_ROOT,
        "not the committed ones");
    assertRefused(
        Forged.of("tiers-lottery").with("commit.inspectorCount", "7").recommitted(),
        Code.INSPECTOR_ROOT,
        "not the committed ones");
    assertRefused(
        Forged.of("tiers-lottery").with("inspectors.0.load", "1").sealed(),
        Code.INSPECTOR_ROOT,
        "not the committed ones");
    assertRefused(
        Forged.of("tiers-lottery").with("commit.recusalCount", "1").recommitted(),
        Code.RECUSAL_ROOT,
        "not the committed ones");
    assertRefused(
        Forged.of("vehicles-three-officers").with("recusals.0.reason", "\"OTHER\"").sealed(),
        Code.RECUSAL_ROOT,
        "not the committed ones");
  }

  @Test
  void recusals_ascend_by_firm_then_by_inspector_and_none_stands_twice() throws IOException {
    String order =
        "[{\"subject\":\"%s\",\"inspector\":\"%s\",\"reason\":\"R\"},{\"subject\":\"%s\",\"inspector\":\"%s\",\"reason\":\"R\"}]";
    for (String wrong :
        new String[] {
          order.formatted("S2", "I1", "S1", "I2"),
          order.formatted("S1", "I2", "S1", "I1"),
          order.formatted("S1", "I1", "S1", "I1")
        }) {
      assertRefused(
          Forged.of("tiers-lottery").with("recusals", wrong).retold(),
          Code.RECUSAL_ROOT,
          "not the committed ones");
    }
    for (String right :
        new String[] {
          order.formatted("S1", "I2", "S2", "I1"), order.formatted("S1", "I1", "S1", "I2")
        }) {
      assertThat(Forged.of("tiers-lottery").with("recusals", right).retold().judged().code())
          .isNotEqualTo(Code.RECUSAL_ROOT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "commit.entropy.groups.0.count | 0 | a lottery group is impossible",
        "commit.entropy.groups.0.count | 34 | a lottery group is impossible",
        "commit.entropy.groups.0.min | 34 | a lottery group is impossible",
        "commit.entropy.groups.0.max | 28 | fewer than 2^24 outcomes",
        "commit.entropy.groups | [{\"count\":1,\"min\":1,\"max\":16777215}] | fewer than 2^24"
            + " outcomes",
        "commit.entropy.groups | [{\"count\":1,\"min\":1,\"max\":16777216}] | the number of lottery"
            + " groups differs",
        "commit.entropy.groups | [{\"count\":3,\"min\":0,\"max\":465}] | fewer than 2^24 outcomes",
        "commit.entropy.groups | [{\"count\":464,\"min\":1,\"max\":467}] | the number of lottery"
            + " groups differs",
        "commit.entropy.groups | [{\"count\":463,\"min\":1,\"max\":466}] | fewer than 2^24"
            + " outcomes",
        "commit.entropy.source | \"大乐透\" | not the committed lottery and issue",
        "commit.entropy.issue | \"2024032\" | not the committed lottery and issue",
        "commit.entropy.drawnAt | \"2024-03-25T16:00:00Z\" | drawnAt must be before executeBy",
        "result.entropy.numbers | [[3,9,12,17,26,30]] | the number of lottery groups differs",
        "result.entropy.numbers.0 | [3,9,12,17,26] | a lottery group has the wrong count",
        "result.entropy.numbers.0.0 | 0 | lottery numbers must ascend within their range",
        "result.entropy.numbers.0.5 | 34 | lottery numbers must ascend within their range",
        "result.entropy.numbers.0.1 | 3 | lottery numbers must ascend within their range",
        "result.entropy.numbers.0.1 | 2 | lottery numbers must ascend within their range",
        "result.entropy.numbers.1.0 | 17 | lottery numbers must ascend within their range"
      })
  void a_lottery_that_was_not_promised_or_cannot_be_gives_no_chance(
      String member, String value, String why) throws IOException {
    assertRefused(
        Forged.of("tiers-lottery").with(member, value).recommitted(), Code.ENTROPY_INVALID, why);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 33", "1, 1", "1, 16"})
  void a_lottery_may_draw_the_first_and_the_last_of_its_numbers(int group, int number)
      throws IOException {
    String place = "result.entropy.numbers." + group + (number == 33 ? ".5" : ".0");
    Verify.Verdict verdict =
        Forged.of("tiers-lottery").with(place, String.valueOf(number)).recommitted().judged();
    assertThat(verdict.code()).as(verdict.detail()).isNotEqualTo(Code.ENTROPY_INVALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "commit.entropy.witnesses | [] | a ceremony needs two witnesses",
        "result.entropy.operatorSecret | HEX32 | the operator's secret is not the committed one",
        "result.entropy.contributions.1 | GONE | each witness contributes exactly once",
        "result.entropy.contributions.0.by | \"某人\" | not in the order of the witnesses",
        "result.entropy.contributions.0.value | \"x\" | is not the committed one",
        "result.entropy.contributions.0.nonce | HEX16 | is not the committed one",
        "commit.entropy.witnesses.0.commitment | HEX32 | is not the committed one",
        "commit.entropy.operatorCommitment | HEX32 | the operator's secret is not the committed one"
      })
  void a_ceremony_that_was_not_promised_gives_no_chance(String member, String value, String why)
      throws IOException {
    String json =
        value.replace("HEX32", quoted("ab".repeat(32))).replace("HEX16", quoted("ab".repeat(16)));
    assertRefused(
        Forged.of("floor-bites").with(member, json).recommitted(), Code.ENTROPY_INVALID, why);
  }

  @Test
  void two_witnesses_of_one_name_are_one() throws IOException {
    Forged forged = Forged.of("floor-bites");
    String name = quoted((String) forged.at("commit.entropy.witnesses.0.by"));
    assertRefused(
        forged.with("commit.entropy.witnesses.1.by", name).recommitted(),
        Code.ENTROPY_INVALID,
        "witnesses must be distinct");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "commit.entropy.chain | HEX32 | the chain is not quicknet",
        "result.entropy.chain | HEX32 | not the committed drand round",
        "result.entropy.round | 1 | not the committed drand round",
        "result.entropy.randomness | HEX32 | randomness is not the hash of the signature",
        "result.entropy.signature | HEX48 | randomness is not the hash of the signature",
        "commit.entropy.round | 9007199254740991 | must be before executeBy"
      })
  void a_round_of_the_beacon_that_was_not_promised_gives_no_chance(
      String member, String value, String why) throws IOException {
    String json =
        value.replace("HEX32", quoted("ab".repeat(32))).replace("HEX48", quoted("ab".repeat(48)));
    assertRefused(
        Forged.of("tiers-sealed-drand").with(member, json).recommitted(),
        Code.ENTROPY_INVALID,
        why);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-08-23T15:09:27Z, true", // genesis and the first round, at one second
    "2023-08-23T15:09:28Z, false",
    "2023-08-23T15:09:26Z, true"
  })
  void a_round_is_over_a_second_before_the_draw_must_be_made(String by, boolean isLate)
      throws IOException {
    Verify.Verdict verdict =
        Forged.of("tiers-sealed-drand")
            .with("commit.entropy.round", "1")
            .with("result.entropy.round", "1")
            .with("commit.executeBy", quoted(by))
            .recommitted()
            .judged();
    if (isLate) {
      assertThat(verdict.detail()).contains("the drand round must be before executeBy");
    } else {
      assertThat(verdict.code()).as(verdict.detail()).isEqualTo(Code.VRF_PROOF);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "result.allocation.1.drawn | 2 | ALLOCATION",
        "result.allocation.1.expected | \"1/1\" | ALLOCATION",
        "result.allocation.0.eligible | 24 | ALLOCATION",
        "result.allocation.0.inScope | 23 | ALLOCATION",
        "result.allocation.3 | GONE | ALLOCATION",
        "result.selected.0 | \"91130534MA01277008\" | SELECTION",
        "result.selected.4 | GONE | SELECTION",
        "result.alternates.2.ids.0 | \"91130534MA01277008\" | ALTERNATES",
        "result.alternates.3 | GONE | ALTERNATES",
        "result.teams.4 | GONE | TEAM_MISSING",
        "result.teams | [] | TEAM_MISSING",
        "result.teams.0.inspectors.1 | GONE | TEAM_SIZE",
        "result.teams.0.inspectors | [\"JT001\",\"JT000\"] | TEAM_SIZE",
        "result.teams.0.inspectors | [\"JT000\",\"JT000\"] | TEAM_SIZE",
        "result.teams.0.inspectors | [\"JT000\",\"JT00X\"] | TEAM_UNQUALIFIED",
        "result.teams.0.inspectors | [\"JT000\",\"JT002\"] | TEAM_NOT_OPTIMAL",
        "certificate | GONE | TEAM_NOT_OPTIMAL",
        "certificate.potentials.inspectors.JT000 | GONE | TEAM_NOT_OPTIMAL",
        "certificate.potentials.slots.91130534MA66058971 | GONE | TEAM_NOT_OPTIMAL",
        "certificate.potentials.slots.91130534MA66058971.1 | GONE | TEAM_NOT_OPTIMAL",
        "certificate.potentials.sink.0 | \"4\" | TEAM_NOT_OPTIMAL",
        "certificate.potentials.source.0 | \"1\" | TEAM_NOT_OPTIMAL",
        "certificate.potentials.source.0 | \"-1\" | TEAM_NOT_OPTIMAL",
        "certificate.potentials.inspectors.JT001.0 | \"4\" | TEAM_NOT_OPTIMAL",
        "certificate.potentials.inspectors.JT001.0 | \"6\" | TEAM_NOT_OPTIMAL",
        "certificate.potentials.slots.91130534MA66058971.0.1 | \"6897228395602\" |"
            + " TEAM_NOT_OPTIMAL",
        "certificate.potentials.slots.91130534MA66058971.0.1 | \"6897228395600\" | TEAM_NOT_OPTIMAL"
      })
  void who_is_drawn_and_who_goes_there_follows_from_the_seed_alone(
      String member, String value, Code code) throws IOException {
    assertRefused(Forged.of("tiers-lottery").with(member, value).sealed(), code, "");
  }

  /** 80 firms at 1 % and 20 at 10 % are three; seven of a hundred is the floor. */
  @ParameterizedTest
  @CsvSource({"0, 7", "1, 6", "3, 4", "4, 3", "7, 3", "99, 3"})
  void what_was_inspected_already_counts_towards_the_floor_of_the_year(int already, int drawn)
      throws IOException {
    Forged forged = Forged.of("floor-bites");
    forged.with("commit.floor.alreadyCovered", String.valueOf(already)).retold();
    assertThat((List<?>) forged.at("result.selected")).hasSize(drawn);
    assertThat((Long) forged.at("result.allocation.0.drawn"))
        .isEqualTo(drawn - (Long) forged.at("result.allocation.1.drawn"));
  }

  /** One firm is drawn, whichever it is, and the two inspectors who went there before go again. */
  private static Forged sameTeam(Forged forged) {
    forged.retold();
    String drawn = quoted((String) forged.at("result.selected.0"));
    return forged.with("result.teams.0.subject", drawn).sealed();
  }

  @Test
  void who_is_recused_from_a_firm_does_not_go_there() throws IOException {
    Forged forged = Forged.of("qinghe-2023003-002");
    Object member = forged.at("result.teams.0.inspectors.0");
    for (int i = 0; i < 7; i++) {
      forged.with(
          "recusals.next",
          "{\"subject\":\"%s\",\"inspector\":\"%s\",\"reason\":\"R\"}"
              .formatted(forged.at("frame." + i + ".id"), member));
    }
    assertRefused(sameTeam(forged), Code.TEAM_RECUSED, member + " is recused from ");
  }

  @Test
  void who_can_take_no_more_does_not_go() throws IOException {
    Forged forged = Forged.of("qinghe-2023003-002");
    Object member = forged.at("result.teams.0.inspectors.1");
    int place = 0;
    while (!forged.at("inspectors." + place + ".id").equals(member)) {
      place++;
    }
    assertRefused(
        sameTeam(forged.with("inspectors." + place + ".cap", "0")),
        Code.TEAM_OVER_CAP,
        member + " has 1 new");
  }

  @Test
  void a_continued_draw_changes_nothing_its_parent_had_decided() throws IOException {
    for (String[] change :
        new String[][] {
          {"commit.round", "3"},
          {"commit.slots", "[[],[]]"},
          {"commit.planId", "\"2099001\""},
          {"commit.taskId", "\"099\""}
        }) {
      Forged forged = Forged.of("teams-continued");
      String region = ((String) forged.at("commit.drawId")).split("-")[0];
      forged.with(change[0], change[1]);
      forged.with(
          "commit.drawId",
          quoted(
              "%s-%s-%s-%s"
                  .formatted(
                      region,
                      forged.at("commit.planId"),
                      forged.at("commit.taskId"),
                      forged.at("commit.round"))));
      assertRefused(
          forged.recommitted(),
          Code.PARENT_RESULT,
          "plan, task, region, mode, slots or round are not those of the parent");
    }
    Forged region = Forged.of("teams-continued");
    String id = (String) region.at("commit.drawId");
    assertRefused(
        region.with("commit.drawId", quoted("9" + id)).recommitted(),
        Code.PARENT_RESULT,
        "plan, task, region, mode, slots or round are not those of the parent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load | 900 | weaker than in the parent",
        "cap | 0 | weaker than in the parent",
        "tags | [] | weaker than in the parent",
        "id | \"JT00000\" | is gone"
      })
  void an_inspector_of_the_parent_is_there_with_his_load_and_no_less_than_he_had(
      String member, String value, String why) throws IOException {
    Forged forged = Forged.of("teams-continued");
    Object first = forged.at("parent.inspectors.0.id");
    int place = 0;
    while (!forged.at("inspectors." + place + ".id").equals(first)) {
      place++;
    }
    assertRefused(
        forged.with("inspectors." + place + "." + member, value).retold(), Code.PARENT_RESULT, why);
  }

  @Test
  void an_inspector_of_the_parent_may_take_more_and_know_more() throws IOException {
    Forged forged = Forged.of("teams-continued");
    Object first = forged.at("parent.inspectors.0.id");
    int place = 0;
    while (!forged.at("inspectors." + place + ".id").equals(first)) {
      place++;
    }
    Verify.Verdict verdict =
        forged
            .with("inspectors." + place + ".cap", "1000")
            .with("inspectors." + place + ".tags.next", "\"z:more\"")
            .retold()
            .judged();
    assertThat(verdict.code()).as(verdict.detail()).isNotEqualTo(Code.PARENT_RESULT);
  }

  @Test
  void nobody_of_the_parent_is_recused_afterwards() throws IOException {
    Forged forged = Forged.of("teams-continued");
    Object old = forged.at("parent.inspectors.0.id");
    Object firm = forged.at("result.selected.0");
    String recusal = "[{\"subject\":\"%s\",\"inspector\":\"%s\",\"reason\":\"R\"}]";
    assertRefused(
        forged.with("recusals", recusal.formatted(firm, old)).retold(),
        Code.PARENT_RESULT,
        "recusals of the parent's inspectors changed");
    Verify.Verdict verdict =
        Forged.of("teams-continued")
            .with("recusals", recusal.formatted(firm, "JT-new"))
            .retold()
            .judged();
    assertThat(verdict.code()).as(verdict.detail()).isNotEqualTo(Code.PARENT_RESULT);
  }

  @Test
  void what_is_continued_is_the_parent_that_lies_beside_it_and_had_no_teams() throws IOException {
    assertRefused(
        Forged.of("teams-continued")
            .with("commit.continues", quoted("00".repeat(32)))
            .recommitted(),
        Code.PARENT_RESULT,
        "continues another draw");
    Forged wrong = Forged.of("teams-continued");
    wrong.parent().with("result.infeasible.missing", "17").sealed();
    assertRefused(
        wrong.continuing().recommitted(),
        Code.PARENT_RESULT,
        "the parent is wrong: TEAM_MISSING, what cannot be filled is");
    Forged protocol = Forged.of("teams-continued").with("parent.protocol", "\"double-random/2\"");
    assertRefused(protocol, Code.MALFORMED, "protocol must be double-random/1");
    Forged grandchild = Forged.of("teams-continued").with("parent.commit.stage", "\"teams\"");
    assertThat(grandchild.judged().isOk()).isFalse();
    assertRefused(
        Forged.of("teams-continued").with("result.selected.0", "\"X\"").sealed(),
        Code.SELECTION,
        "the selection is not the parent's");
  }

  @Test
  void a_draw_with_teams_is_not_continued() throws IOException {
    Forged forged = Forged.of("teams-continued");
    Forged whole = Forged.of("qinghe-2023003-002");
    forged.with("parent", new String(Json.canonical(whole.all()), StandardCharsets.UTF_8));
    assertRefused(
        forged.continuing().recommitted(), Code.PARENT_RESULT, "the parent was not infeasible");
  }

  @Test
  void what_cannot_be_filled_is_what_is_said_to_be_missing() throws IOException {
    for (String[] change :
        new String[][] {
          {"result.infeasible.missing", "17"},
          {"result.infeasible.missing", "19"},
          {"result.infeasible.slots.0", Forged.GONE},
          {"result.infeasible.slots.0.slot", "1"}
        }) {
      assertRefused(
          Forged.of("infeasible-teams").with(change[0], change[1]).sealed(),
          Code.TEAM_MISSING,
          "what cannot be filled is");
    }
    assertRefused(
        Forged.of("infeasible-teams")
            .with("result.teams.next", "{\"subject\":\"S\",\"inspectors\":[\"I\",\"J\"]}")
            .sealed(),
        Code.TEAM_MISSING,
        "infeasible stands beside teams");
  }
}
