package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FairnessTest {
  private static final List<FrameEntry> FIRMS = new ArrayList<>();

  static {
    for (int i = 0; i < 300; i++) {
      FIRMS.add(new FrameEntry("S%03d".formatted(i), "ALL"));
    }
  }

  private static final FrozenLists LISTS =
      new FrozenLists(
          FIRMS,
          List.of(
              new InspectorEntry("I1", List.of(), 0, 1000),
              new InspectorEntry("I2", List.of(), 0, 1000),
              new InspectorEntry("I3", List.of(), 0, 1000)),
          List.of());

  private static TaskDraws.Executed draw(int number) {
    String secret = "%064x".formatted(number);
    var a = new Entropy.Contribution("甲", "00".repeat(16), "");
    var b = new Entropy.Contribution("乙", "11".repeat(16), "");
    Commit commit =
        new Commit(
            "130534-2023001-001-" + number,
            "2023001",
            "001",
            number,
            Optional.empty(),
            "x",
            "2023-03-20T16:00:00Z",
            new Commit.Stage.Whole(
                Hashes.merkleRoot(LISTS.frameJson()),
                300,
                List.of(new Commit.Stratum("ALL", 20, 100)),
                Optional.empty(),
                0),
            Commit.Roots.of(LISTS),
            List.of(List.of(), List.of()),
            new Entropy.CeremonyPromise(
                Hashes.ofSecret(secret),
                List.of(
                    new Entropy.Witness("甲", a.commitment()),
                    new Entropy.Witness("乙", b.commitment()))));
    var outcome =
        DrawComputation.draw(commit, LISTS, new Entropy.CeremonyReveal(secret, List.of(a, b)));
    return executed(commit, outcome.result());
  }

  private static TaskDraws.Executed executed(Commit commit, DrawResult result) {
    var frame =
        new FrozenFrame(
            commit.drawId(),
            "2023001",
            "001",
            commit.round(),
            "x",
            20,
            100,
            LISTS,
            commit.slots(),
            0,
            List.of(new FrozenFrame.Item("I", "项")),
            LocalDate.of(2023, 3, 1),
            LocalDate.of(2023, 11, 30),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new TaskDraws.Executed(
        frame,
        Past.NONE,
        commit,
        commit.hash(),
        result,
        result.hash(),
        Map.of(),
        Optional.empty(),
        LocalDate.of(2023, 3, 1),
        Roster.of(result),
        Set.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Test
  void honest_draws_look_like_chance() {
    List<Fairness.OfDraw> draws = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      draws.add(Fairness.of(draw(i)));
    }
    Fairness.Report report = Fairness.report(draws, 2, 10);
    assertThat(report.subjects()).isEqualTo(2400);
    assertThat(report.tickets()).isEqualTo(12_000);
    assertThat(report.ticketProbability()).isGreaterThan(0.001);
    assertThat(report.strata().getFirst().degrees()).isEqualTo(Fairness.GROUPS - 1);
    assertThat(report.strata().getFirst().probability()).isGreaterThan(0.001);
    assertThat(report.pairs()).hasSize(3);
    assertThat(report.voidRate()).isEqualTo(2.0 / 42);
  }

  @Test
  void a_hand_that_spares_its_friends_does_not() {
    List<Fairness.OfDraw> draws = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      TaskDraws.Executed honest = draw(i);
      // The first sixty firms by name in every draw, whatever the seed says.
      DrawResult bent =
          new DrawResult(
              honest.result().commitHash(),
              honest.result().entropy(),
              Optional.empty(),
              honest.result().seed(),
              honest.result().drawn(),
              FIRMS.subList(0, 60).stream().map(FrameEntry::id).toList(),
              honest.result().teams(),
              Optional.empty());
      draws.add(Fairness.of(executed(honest.commit(), bent)));
    }
    assertThat(Fairness.report(draws, 0, 10).strata().getFirst().probability()).isLessThan(1e-6);
  }

  @Test
  void an_explanation_names_rank_and_cut_off() {
    TaskDraws.Executed draw = draw(7);
    int drawn = 0;
    for (FrameEntry firm : FIRMS) {
      Explanation.OfSubject story = Explanation.ofSubject(draw, firm.id());
      assertThat(story.cutOff()).isEqualTo(60);
      assertThat(story.selected())
          .isEqualTo(draw.result().selected().contains(firm.id()))
          .isEqualTo(story.rank() <= 60);
      drawn += Boolean.TRUE.equals(story.selected()) ? 1 : 0;
    }
    assertThat(drawn).isEqualTo(60);
  }
}
