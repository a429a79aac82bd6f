package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What happens to the revisits of a task. */
public sealed interface RevisitEvent {
  record SampleFrozen(FrozenSample sample) implements RevisitEvent {}

  /**
   * @param commitment of what the witness will reveal, 64 lowercase hex digits
   */
  record SamplePromised(String sampleId, String by, String commitment) implements RevisitEvent {}

  record SampleCommitted(String sampleId, Commit commit, String commitHash, String by)
      implements RevisitEvent {}

  record SampleRevealed(String sampleId, Entropy.Contribution contribution)
      implements RevisitEvent {}

  /**
   * @param certificate proof that the teams are the fairest (protocol §7)
   */
  record SampleDrawn(
      String sampleId,
      DrawResult result,
      Map<String, Object> certificate,
      String resultHash,
      String by)
      implements RevisitEvent {}

  record SampleVoided(String sampleId, String reason, String by) implements RevisitEvent {}

  record RevisitFound(String visitId, RevisitFinding finding, String by) implements RevisitEvent {}

  /**
   * @param first what the first team had found for the same items
   */
  record RevisitConfirmed(String visitId, String by, LocalDate on, List<RevisitFinding> first)
      implements RevisitEvent {}
}
