package cn.doublerandom.registry.proposal;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a result proposes to the register.
 *
 * <pre>
 * Unasked ──a result with such a code──▶ Open ──accept──▶ Decided (a note of what changes later)
 *                                         │ ▲ ──decline─▶ Decided ──corrected to other codes─┐
 *                                         │ └────────────────────────────────────────────────┘
 *                     corrected, withdrawn▼ ▲corrected again
 *                                       Withdrawn
 * </pre>
 */
public sealed interface Proposal {
  /** The version of the result that was heard last; 0 where none was. */
  int version();

  /** Nothing was ever proposed. */
  record Unasked(int version) implements Proposal {}

  /** It waits for the registrar. */
  record Open(Asked asked, int version) implements Proposal {}

  /**
   * The registrar decided.
   *
   * @param later what the result says since; absent where it says the same
   */
  record Decided(Asked asked, int version, Answer answer, @Nullable Later later)
      implements Proposal {}

  /** The result proposes nothing any more, and nobody had decided. */
  record Withdrawn(Asked asked, int version, String reason, LocalDate on) implements Proposal {}

  /**
   * What is proposed, and by which result.
   *
   * @param codes those of the result that propose it
   */
  record Asked(ProposalKind kind, Origin origin, List<String> codes) {
    public Asked {
      codes = List.copyOf(codes);
    }

    /** The states among which the registrar chooses; none of what is about credit. */
    public List<SubjectStatus> statuses() {
      return ProposalKind.statuses(codes);
    }
  }

  /** What the registrar said. */
  sealed interface Answer {
    String reason();

    String by();

    /** The status was asked for from a day on. */
    record Status(SubjectStatus status, LocalDate effective, String reason, String by)
        implements Answer {}

    /** The class was asked for. */
    record Credit(CreditRiskClass riskClass, LocalDate on, String reason, String by)
        implements Answer {}

    /** Nothing follows. */
    record No(String reason, String by) implements Answer {}
  }

  /**
   * What the result says since it was decided.
   *
   * @param codes that would propose something; none where it proposes nothing any more
   */
  record Later(List<String> codes, String reason, LocalDate on) {
    public Later {
      codes = List.copyOf(codes);
    }
  }

  /** What is or was proposed; empty where nothing ever was. */
  static Optional<Asked> asked(Proposal proposal) {
    return switch (proposal) {
      case Unasked unasked -> Optional.empty();
      case Open open -> Optional.of(open.asked());
      case Decided decided -> Optional.of(decided.asked());
      case Withdrawn withdrawn -> Optional.of(withdrawn.asked());
    };
  }
}
