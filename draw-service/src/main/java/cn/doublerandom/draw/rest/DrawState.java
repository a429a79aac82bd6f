package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draw as far as it has come; what does not exist yet is absent.
 *
 * @param phase FROZEN, COMMITTED, EXECUTED or VOIDED
 * @param eligible who may be drawn; 0 for a void draw
 * @param revealed witnesses who have revealed
 * @param missing how many people the teams lack; 0 where all teams are complete
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrawState(
    String drawId,
    String phase,
    int round,
    int frameSize,
    int eligible,
    @Nullable Map<String, Object> commit,
    @Nullable String commitHash,
    @Nullable List<String> revealed,
    @Nullable String seed,
    @Nullable List<String> selected,
    @Nullable List<DrawResult.Team> teams,
    @Nullable Integer missing,
    @Nullable String resultHash) {

  static DrawState of(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn -> throw new ProblemException(DrawRejection.DRAW_UNKNOWN);
      case TaskDraws.Frozen frozen -> state(frozen.frame(), "FROZEN", null, null, null, null, null);
      case TaskDraws.Committed c ->
          state(
              c.frame(),
              "COMMITTED",
              c.commit().json(),
              c.commitHash(),
              c.contributions().stream().map(Entropy.Contribution::by).toList(),
              null,
              null);
      case TaskDraws.Executed e ->
          state(
              e.frame(),
              "EXECUTED",
              e.commit().json(),
              e.commitHash(),
              null,
              e.result(),
              e.resultHash());
    };
  }

  /** A draw that is over without a result: what remains to be seen of it. */
  static DrawState voided(DrawDirectory.Entry entry) {
    return new DrawState(
        entry.drawId(),
        entry.phase(),
        entry.round(),
        entry.frameSize(),
        0,
        null,
        entry.commitHash().isEmpty() ? null : entry.commitHash(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static DrawState state(
      FrozenFrame frame,
      String phase,
      @Nullable Map<String, Object> commit,
      @Nullable String commitHash,
      @Nullable List<String> revealed,
      @Nullable DrawResult result,
      @Nullable String resultHash) {
    return new DrawState(
        frame.drawId(),
        phase,
        frame.round(),
        frame.lists().frame().size(),
        (int) frame.lists().frame().stream().filter(e -> e.excluded() == null).count(),
        commit,
        commitHash,
        revealed,
        result == null ? null : result.seed().hex(),
        result == null ? null : result.selected(),
        result == null ? null : result.teams(),
        result == null ? null : result.infeasible().map(DrawResult.Infeasible::missing).orElse(0),
        resultHash);
  }
}
