package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.pagekit.Choice;
import java.util.List;

/**
 * Who stands beside the team of a visit, as its page shows it.
 *
 * @param reader who reads it
 * @param acts whether he is an inspector or a lead
 * @param pool who can be asked for
 * @param isCut whether there are others, whose number is typed
 * @param answers what can be decided
 */
public record ShownExperts(
    VisitSummary visit,
    Officer reader,
    boolean acts,
    List<Choice> pool,
    boolean isCut,
    List<Choice> answers) {
  public List<ExpertSummary> all() {
    return visit.ofExperts();
  }

  /** Whether there is anything to show. */
  public boolean any() {
    return !all().isEmpty() || asks();
  }

  /** Whether the reader may ask for an expert now. */
  public boolean asks() {
    return acts
        && isOpen()
        && !visit.inspectors().isEmpty()
        && (reader.isOnTeam(visit.inspectors())
            || (reader.reach() != Officer.Reach.TEAM && reader.isOf(visit.ofUnits())));
  }

  private boolean isOpen() {
    return switch (VisitState.valueOf(visit.state())) {
      case ASSIGNED, IN_PROGRESS -> true;
      case FINISHED, IN_REVIEW, RECORDED, CANCELLED -> false;
    };
  }

  /** Requests the reader decides on: never his own. */
  public List<ExpertSummary> undecided() {
    return all().stream()
        .filter(one -> asks() && one.state() == ExpertSummary.State.ASKED)
        .filter(one -> !SecondPerson.isSame(one.askedBy(), reader.account()))
        .toList();
  }

  /** Those the reader may take back. */
  public List<ExpertSummary> returnable() {
    return asks() ? visit.standing() : List.of();
  }

  /** Those whose opinion the reader may take down: he is on site. */
  public List<ExpertSummary> heard() {
    return asks()
            && visit.state().equals(VisitState.IN_PROGRESS.name())
            && visit.present() != null
            && SecondPerson.isAmong(reader.account(), visit.present())
        ? visit.standing()
        : List.of();
  }

  /** Before the names of the fields of a form about one of them. */
  public String at(String step, String expert) {
    return step + expert;
  }
}
