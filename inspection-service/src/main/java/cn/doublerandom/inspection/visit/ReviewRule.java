package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.result.ResultCode;
import java.util.Collection;
import java.util.List;

/**
 * Who has to agree to a result before it is final, as the packs in force say.
 *
 * @param asked in their order
 */
public record ReviewRule(List<Asked> asked) {
  /** Nobody is asked. */
  public static final ReviewRule NONE = new ReviewRule(List.of());

  public ReviewRule {
    asked = List.copyOf(asked);
  }

  /**
   * One step and when it is asked for.
   *
   * @param measures one of which must follow a finding; none where it is asked for always
   * @param severities of a finding each of which asks for it, too
   */
  public record Asked(ReviewStep step, List<String> measures, List<String> severities) {
    public Asked {
      measures = List.copyOf(measures);
      severities = List.copyOf(severities);
    }

    boolean isAskedFor(Collection<Answer> answers) {
      return (measures.isEmpty() && severities.isEmpty()) || answers.stream().anyMatch(this::isOf);
    }

    /** What waits for a follow-up nobody has named is looked at, too: it may be a penalty. */
    private boolean isOf(Answer answer) {
      Violation said = answer.violation();
      return said == null
          ? answer.codes().contains(ResultCode.PENDING_FOLLOW_UP.code())
          : measures.contains(said.measure().name()) || severities.contains(said.severity().name());
    }
  }

  /** The steps these answers ask for, in their order. */
  List<ReviewStep> steps(Collection<Answer> answers) {
    return asked.stream().filter(one -> one.isAskedFor(answers)).map(Asked::step).toList();
  }
}
