package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A ceremony as everyone may see it; no account stands in it.
 *
 * @param phase FROZEN, COMMITTED, or ENDED
 * @param operatorCommitment hash of the operator's secret; absent before the deposit
 * @param isDepositConfirmed whether the supervisor has opened it and found what was committed to
 * @param revealFrom real time of the first reveal at the earliest; absent until the commit is seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CeremonyState(
    String drawId,
    String phase,
    List<Witness> witnesses,
    @Nullable String operatorCommitment,
    boolean isDepositConfirmed,
    @Nullable String revealFrom) {

  /**
   * A witness.
   *
   * @param kindText what an officer reads
   * @param promised whether he has accepted by promising; all must have before the commit
   * @param commitment absent before the promise
   * @param pseudonym of the account that promised; absent before the promise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Witness(
      String name,
      WitnessKind kind,
      String kindText,
      boolean promised,
      @Nullable String commitment,
      @Nullable String pseudonym,
      boolean revealed) {}

  static CeremonyState of(TaskDraws draws, @Nullable String revealFrom) {
    return switch (draws) {
      case TaskDraws.Frozen f ->
          new CeremonyState(
              f.frame().drawId(),
              "FROZEN",
              witnesses(f.preparation(), Set.of()),
              commitment(f.preparation()),
              isConfirmed(f.preparation()),
              null);
      case TaskDraws.Committed c ->
          new CeremonyState(
              c.frame().drawId(),
              "COMMITTED",
              witnesses(
                  c.preparation(),
                  c.contributions().stream()
                      .map(Entropy.Contribution::by)
                      .collect(Collectors.toSet())),
              commitment(c.preparation()),
              isConfirmed(c.preparation()),
              revealFrom);
      case TaskDraws.Sealed s ->
          new CeremonyState(s.draw().frame().drawId(), "ENDED", List.of(), null, true, null);
      case TaskDraws.Executed e ->
          new CeremonyState(e.frame().drawId(), "ENDED", List.of(), null, true, null);
      case TaskDraws.Undrawn undrawn -> throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
    };
  }

  private static @Nullable String commitment(Preparation known) {
    return known.deposit().map(Preparation.Deposit::commitment).orElse(null);
  }

  private static boolean isConfirmed(Preparation known) {
    return known.deposit().filter(Preparation.Deposit::confirmed).isPresent();
  }

  private static List<Witness> witnesses(Preparation known, Set<String> revealed) {
    return known.witnesses().stream()
        .map(w ->
            new Witness(
                w.name(),
                w.kind(),
                w.kind().text(),
                w.promised().isPresent(),
                w.promised().map(Preparation.Promised::commitment).orElse(null),
                w.promised().map(Preparation.Promised::pseudonym).orElse(null),
                revealed.contains(w.name())))
        .toList();
  }
}
