package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.Optional;

/** 专家协助: somebody beside the team. */
public sealed interface AssistanceCommand extends VisitCommand {
  /** Number in the pool. */
  String expert();

  /** Who asks it. */
  Officer by();

  LocalDate today();

  /**
   * One asks for an expert.
   *
   * @param known as the registry told of him last; empty where it told of nobody
   * @param document number of the entrustment, as it is shown
   * @param purpose what he is to do
   */
  record AskExpert(
      String expert,
      Optional<KnownExpert> known,
      String document,
      String purpose,
      Officer by,
      LocalDate today)
      implements AssistanceCommand {}

  /** Another agrees, or does not. */
  record DecideExpert(
      String expert,
      Optional<KnownExpert> known,
      boolean agreed,
      String reason,
      Officer by,
      LocalDate today)
      implements AssistanceCommand {}

  /** He stands beside the team no more. */
  record TakeBackExpert(String expert, String reason, Officer by, LocalDate today)
      implements AssistanceCommand {}

  /**
   * His recusal was decided: he is none of those beside the team, and comes back no more.
   *
   * @param by who decided
   */
  record RecuseExpert(String expert, String reason, Officer by, LocalDate today)
      implements AssistanceCommand {}

  /** What he says is taken down by who is on site. */
  record NoteOpinion(String expert, String opinion, Officer by, LocalDate today)
      implements AssistanceCommand {}
}
