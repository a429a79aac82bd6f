package cn.doublerandom.registry.proposal;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.List;

/** What happens to what a result proposes. */
public sealed interface ProposalEvent {
  /**
   * A result proposes something: as it was recorded, or corrected since.
   *
   * @param codes those of the result that propose it
   * @param version of the result, see {@link Heard}
   * @param reason of the correction; empty of a recorded result
   * @param on business day
   */
  record ProposalOpened(
      ProposalKind kind,
      Origin origin,
      List<String> codes,
      int version,
      String reason,
      LocalDate on)
      implements ProposalEvent {
    public ProposalOpened {
      codes = List.copyOf(codes);
    }
  }

  /** The result was corrected before anybody decided: it proposes something else. */
  record ProposalChanged(List<String> codes, int version, String reason, LocalDate on)
      implements ProposalEvent {
    public ProposalChanged {
      codes = List.copyOf(codes);
    }
  }

  /** The result was corrected or withdrawn before anybody decided: it proposes nothing any more. */
  record ProposalWithdrawn(int version, String reason, LocalDate on) implements ProposalEvent {}

  /**
   * The registrar confirmed it and asked for the status, which another person agrees to.
   *
   * @param effective first day of the status
   * @param reason in his words
   */
  record StatusProposalAccepted(SubjectStatus status, LocalDate effective, String reason, String by)
      implements ProposalEvent {}

  /**
   * The registrar confirmed it and asked for the class, which another person agrees to.
   *
   * @param on day it was determined
   * @param reason in his words
   */
  record CreditProposalAccepted(CreditRiskClass riskClass, LocalDate on, String reason, String by)
      implements ProposalEvent {}

  /** The registrar did not confirm it: the entry stays. */
  record ProposalDeclined(String reason, String by) implements ProposalEvent {}

  /**
   * The result was told otherwise where there was nothing to propose or it was decided: a note for
   * whoever reads.
   *
   * @param codes that propose something now; none where it proposes nothing
   */
  record ResultChangeNoted(List<String> codes, int version, String reason, LocalDate on)
      implements ProposalEvent {
    public ResultChangeNoted {
      codes = List.copyOf(codes);
    }
  }
}
