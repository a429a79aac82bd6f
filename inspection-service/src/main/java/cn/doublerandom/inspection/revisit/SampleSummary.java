package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample as it is shown.
 *
 * @param phase how far it has come
 * @param size how many visits are drawn
 * @param closed of how many
 * @param frozenBy account that froze the list, commits and draws
 * @param promised accounts of the witnesses who have promised
 * @param revealed of them those who have revealed
 * @param commitHash absent until the commit
 * @param executeBy end of the ceremony, UTC; absent likewise
 * @param seed absent until it is drawn
 * @param resultHash likewise
 * @param revisits who is seen again, by whom, and what was found; none until it is drawn
 * @param agreements of each first team, of what is confirmed
 * @param reason why it was voided; absent where it was not
 */
public record SampleSummary(
    String sampleId,
    Phase phase,
    int size,
    int closed,
    String frozenBy,
    LocalDate frozenOn,
    List<String> promised,
    List<String> revealed,
    @Nullable String commitHash,
    @Nullable String executeBy,
    @Nullable String seed,
    @Nullable String resultHash,
    List<Revisit> revisits,
    List<Agreement> agreements,
    @Nullable String reason) {
  public SampleSummary {
    promised = List.copyOf(promised);
    revealed = List.copyOf(revealed);
    revisits = List.copyOf(revisits);
    agreements = List.copyOf(agreements);
  }

  /** How far a sample has come. */
  public enum Phase {
    FROZEN,
    COMMITTED,
    DRAWN,
    VOIDED
  }

  /** The summary of a sample. */
  public static SampleSummary of(Sample sample) {
    return switch (sample) {
      case Sample.Frozen frozen ->
          new SampleSummary(
              frozen.frozen().sampleId(),
              Phase.FROZEN,
              frozen.frozen().size(),
              frozen.frozen().visits().size(),
              frozen.frozen().by(),
              frozen.frozen().on(),
              names(frozen.promises()),
              List.of(),
              null,
              null,
              null,
              null,
              List.of(),
              List.of(),
              null);
      case Sample.Committed committed ->
          new SampleSummary(
              committed.frozen().sampleId(),
              Phase.COMMITTED,
              committed.frozen().size(),
              committed.frozen().visits().size(),
              committed.frozen().by(),
              committed.frozen().on(),
              names(committed.promises()),
              committed.revealed().stream().map(Entropy.Contribution::by).toList(),
              committed.commit().hash(),
              committed.commit().executeBy(),
              null,
              null,
              List.of(),
              List.of(),
              null);
      case Sample.Drawn drawn -> drawn(drawn);
      case Sample.Voided voided ->
          new SampleSummary(
              voided.frozen().sampleId(),
              Phase.VOIDED,
              voided.frozen().size(),
              voided.frozen().visits().size(),
              voided.frozen().by(),
              voided.frozen().on(),
              List.of(),
              List.of(),
              null,
              null,
              null,
              null,
              List.of(),
              List.of(),
              voided.reason());
    };
  }

  private static SampleSummary drawn(Sample.Drawn drawn) {
    List<Revisit> revisits = List.copyOf(drawn.revisits().values());
    List<String> witnesses =
        drawn.result().entropy() instanceof Entropy.CeremonyReveal reveal
            ? reveal.contributions().stream().map(Entropy.Contribution::by).toList()
            : List.of();
    return new SampleSummary(
        drawn.frozen().sampleId(),
        Phase.DRAWN,
        drawn.frozen().size(),
        drawn.frozen().visits().size(),
        drawn.frozen().by(),
        drawn.frozen().on(),
        witnesses,
        witnesses,
        drawn.commit().hash(),
        drawn.commit().executeBy(),
        drawn.result().seed().hex(),
        drawn.result().hash(),
        revisits,
        Agreement.perTeam(revisits),
        null);
  }

  private static List<String> names(List<Entropy.Witness> promises) {
    return promises.stream().map(Entropy.Witness::by).toList();
  }

  /** How many of the revisits are confirmed. */
  public int confirmed() {
    return (int) revisits.stream().filter(one -> one.confirmed() != null).count();
  }

  /** The same without what was found, for who sees to the draw alone. */
  public SampleSummary ofTheDraw() {
    return new SampleSummary(
        sampleId,
        phase,
        size,
        closed,
        frozenBy,
        frozenOn,
        promised,
        revealed,
        commitHash,
        executeBy,
        seed,
        resultHash,
        revisits.stream().map(SampleSummary::unseen).toList(),
        List.of(),
        reason);
  }

  private static Revisit unseen(Revisit one) {
    return new Revisit(
        one.visitId(), one.subjectId(), one.firstTeam(), one.team(), null, List.of(), null);
  }
}
