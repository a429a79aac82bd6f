package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A status another person agreed to, and the day from which it holds: that of what was asked, which
 * may be long past or to come; of who is new none before the approval.
 *
 * @param from its first day
 */
public record AgreedStatus(SubjectStatus status, LocalDate from) {
  /** What an event tells of it; empty where it tells of something else. */
  public static Optional<AgreedStatus> of(SubjectEvent event) {
    return event instanceof SubjectStatusChanged changed && changed.approvedBy() != null
        ? Optional.of(new AgreedStatus(changed.status(), changed.effective()))
        : Optional.empty();
  }
}
