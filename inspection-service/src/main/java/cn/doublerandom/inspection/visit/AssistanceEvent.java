package cn.doublerandom.inspection.visit;

import java.time.LocalDate;

/** 专家协助: what happens to somebody beside the team. */
public sealed interface AssistanceEvent extends VisitEvent {
  /**
   * @param entrusted as the registry had told of it
   * @param purpose what the expert is to do
   */
  record ExpertAsked(Entrusted entrusted, String purpose, String by, LocalDate on)
      implements AssistanceEvent {}

  /**
   * @param by who agreed, never who asked
   */
  record ExpertAgreed(String expert, String reason, String by, LocalDate on)
      implements AssistanceEvent {}

  record ExpertDeclined(String expert, String reason, String by, LocalDate on)
      implements AssistanceEvent {}

  record ExpertTakenBack(String expert, String reason, String by, LocalDate on)
      implements AssistanceEvent {}

  /**
   * 专家回避, as the firm had asked for: he stands beside the team no more, nor does he come back.
   *
   * @param by account of who decided
   */
  record ExpertRecused(String expert, String reason, String by, LocalDate on)
      implements AssistanceEvent {}

  /** 专家意见; the last one counts. */
  record OpinionNoted(String expert, String opinion, String by, LocalDate on)
      implements AssistanceEvent {}
}
