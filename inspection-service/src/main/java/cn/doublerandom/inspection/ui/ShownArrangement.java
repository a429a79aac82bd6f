package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.Arrangement;
import cn.doublerandom.inspection.visit.Handover;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.pagekit.Choice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a visit is arranged, as its page shows it.
 *
 * @param arranges whether the reader's roles arrange visits
 */
public record ShownArrangement(VisitSummary visit, Officer reader, boolean arranges) {
  /** Whether the visit has not begun, so that something may still be arranged. */
  public boolean open() {
    return VisitState.valueOf(visit.state()) == VisitState.ASSIGNED
        && !visit.inspectors().isEmpty();
  }

  public @Nullable LocalDate day() {
    return visit.day();
  }

  public Arrangement.@Nullable AskedDay asked() {
    return visit.arranged() == null ? null : visit.arranged().asked();
  }

  private boolean mine() {
    return arranges && open() && reader.files(visit.inspectors(), visit.ofUnits());
  }

  /** Whether the reader may ask for another day. */
  public boolean moves() {
    return mine() && asked() == null;
  }

  /** Whether another day waits, and the reader may say something to it. */
  public boolean answers() {
    return mine() && asked() != null;
  }

  /** Whether the reader asked for it himself: he only takes it back. */
  public boolean own() {
    return asked() != null && SecondPerson.isSame(asked().by(), reader.account());
  }

  public List<Handover> handovers() {
    return visit.arranged() == null || visit.arranged().handovers() == null
        ? List.of()
        : visit.arranged().handovers();
  }

  /** Members the reader may ask a hand-over for: himself, or whoever he leads. */
  public List<Choice> members() {
    return visit.inspectors().stream()
        .filter(who -> mine() && !waits(who))
        .filter(who ->
            reader.reach() != Officer.Reach.TEAM || SecondPerson.isSame(who, reader.account()))
        .map(who -> new Choice(who, who))
        .toList();
  }

  /**
   * Members whose hand-over the reader may take back: he asked for it, or he is the coordinator.
   */
  public List<Choice> returnable() {
    return handovers().stream()
        .filter(one -> mine() && one.refused() == null && one.takenBack() == null)
        .filter(one -> reader.isOfBureau() || SecondPerson.isSame(one.by(), reader.account()))
        .map(one -> new Choice(one.inspector(), one.inspector()))
        .toList();
  }

  private boolean waits(String who) {
    return handovers().stream()
        .anyMatch(one -> one.refused() == null && SecondPerson.isSame(one.inspector(), who));
  }
}
