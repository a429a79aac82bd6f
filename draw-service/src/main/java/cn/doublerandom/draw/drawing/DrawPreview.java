package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a freeze would give, before anything is frozen: sizes by class and whether teams can be
 * found. The trial draw behind it uses a seed of its own and tells nobody's name.
 *
 * @param obstacle code of why the freeze would be refused; absent where it would not
 * @param excluded how many may not be drawn, by reason
 * @param size how many would be drawn
 * @param allocation expected numbers by class; the last unit of each is for the seed to say
 * @param missing people lacking in the trial
 * @param shortfall the same in words; absent where nobody lacks
 * @param recusalsWaiting inspectors of whom a recusal from somebody of the frame waits for a second
 *     person; absent where none does
 * @param recused subjects that recusals leave no team, or only one, in words; absent where none
 * @param terms what the freeze would choose, with the number that fits each slot
 * @param combined what each task takes of each cell, where several are drawn together
 */
public record DrawPreview(
    @Nullable String obstacle,
    int frameSize,
    int eligible,
    Map<String, Integer> excluded,
    int size,
    List<Expected> allocation,
    int inspectors,
    int missing,
    @Nullable String shortfall,
    @Nullable Integer recusalsWaiting,
    @Nullable List<String> recused,
    DrawTerms terms,
    @Nullable CombinedDraw combined) {

  /**
   * @param expected exact rational n/d
   */
  public record Expected(String stratum, int inScope, int eligible, String expected) {}

  /**
   * @param progress sees the trial
   */
  public static DrawPreview of(FreezeFrame freeze, Progress progress) {
    Optional<DrawRejection> obstacle = Freezing.obstacle(freeze);
    Map<String, Integer> excluded = new TreeMap<>();
    freeze
        .lists()
        .frame()
        .forEach(e -> {
          if (e.excluded() != null) {
            excluded.merge(e.excluded(), 1, Integer::sum);
          }
        });
    int frameSize = freeze.lists().frame().size();
    int eligible = frameSize - excluded.values().stream().mapToInt(Integer::intValue).sum();
    if (!Freezing.isDrawable(freeze)) {
      return new DrawPreview(
          obstacle.map(r -> r.wording().code()).orElse(null),
          frameSize,
          eligible,
          excluded,
          0,
          List.of(),
          freeze.lists().inspectors().size(),
          0,
          null,
          Recused.waiting(freeze.recusedFrom()),
          null,
          DrawTerms.of(freeze),
          freeze.combined().orElse(null));
    }
    var rules =
        new Commit.Stage.Whole(
            Hashes.merkleRoot(List.of()),
            frameSize,
            freeze.rates().strata(),
            freeze.rates().floor(),
            freeze.alternates());
    DrawComputation.Trial trial =
        DrawComputation.trial(rules, freeze.lists(), freeze.slots(), progress);
    return new DrawPreview(
        obstacle.map(r -> r.wording().code()).orElse(null),
        frameSize,
        eligible,
        excluded,
        trial.size(),
        trial.allocation().stream().map(DrawPreview::expected).toList(),
        freeze.lists().inspectors().size(),
        trial.infeasible().map(DrawResult.Infeasible::missing).orElse(0),
        trial
            .infeasible()
            .map(i -> Shortfall.text(i, freeze.slots(), freeze.lists().inspectors(), trial.size()))
            .orElse(null),
        Recused.waiting(freeze.recusedFrom()),
        Recused.texts(
            Freezing.eligible(freeze), freeze.lists(), freeze.slots(), freeze.recusedFrom()),
        DrawTerms.of(freeze),
        freeze.combined().orElse(null));
  }

  private static Expected expected(DrawResult.Allocation a) {
    return new Expected(a.stratum(), a.inScope(), a.eligible(), a.expected());
  }
}
