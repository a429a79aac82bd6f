package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of a record that is not signed by everybody. */
public sealed interface SigningCommand extends VisitCommand {
  /**
   * @param recordHash of the record that was read
   * @param gaps each signature that is missing, with its reason
   */
  record AskGaps(String recordHash, List<SignatureGap> gaps, Officer by, LocalDate today)
      implements SigningCommand {
    public AskGaps {
      gaps = List.copyOf(gaps);
    }
  }

  /** Another person agrees. */
  record AgreeGaps(Officer by, LocalDate today) implements SigningCommand {}

  /** Another person does not; whoever asked takes it back. */
  record DeclineGaps(String reason, Officer by, LocalDate today) implements SigningCommand {}

  /** One of the team who has not signed does not agree with the conclusions. */
  record DisputeConclusions(String reason, Officer by, LocalDate today) implements SigningCommand {}
}
