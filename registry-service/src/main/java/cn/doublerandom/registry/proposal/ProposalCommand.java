package cn.doublerandom.registry.proposal;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked of what a result proposes. */
public sealed interface ProposalCommand {
  /** A result was told; of what is known already nothing follows. */
  record HearResult(ProposalKind kind, Heard heard) implements ProposalCommand {}

  /**
   * The registrar confirms a status.
   *
   * @param status one of those that are proposed; absent where it is the only one
   * @param effective first day of it
   * @param reason in words
   */
  record AcceptStatus(@Nullable SubjectStatus status, LocalDate effective, String reason, String by)
      implements ProposalCommand {}

  /**
   * The registrar says which class follows.
   *
   * @param on day it was determined
   * @param reason in words
   * @param held the class the subject has
   */
  record AcceptClass(
      CreditRiskClass riskClass, LocalDate on, String reason, String by, CreditRiskClass held)
      implements ProposalCommand {}

  /**
   * The registrar does not confirm it.
   *
   * @param reason in words
   */
  record DeclineProposal(String reason, String by) implements ProposalCommand {}
}
