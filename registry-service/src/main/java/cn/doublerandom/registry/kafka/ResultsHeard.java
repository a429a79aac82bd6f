package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.PublicationWithdrawn;
import cn.doublerandom.contracts.ResultCorrected;
import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.registry.proposal.Heard;
import cn.doublerandom.registry.proposal.Origin;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the others tell of results, as the registry takes it. */
final class ResultsHeard {
  private ResultsHeard() {}

  /**
   * Of whatever else it is about, nothing.
   *
   * @param today business day on which it is heard
   */
  static Optional<Heard> in(InboxRecord message, LocalDate today) {
    return Integration.read(message, ResultRecorded.class)
        .map(told -> recorded(told, today))
        .or(() -> Integration.read(message, ResultCorrected.class).map(ResultsHeard::corrected))
        .or(() ->
            Integration.read(message, PublicationWithdrawn.class).map(ResultsHeard::withdrawn));
  }

  private static Heard recorded(ResultRecorded told, LocalDate today) {
    return new Heard(
        new Origin(
            told.resultId(),
            told.drawId(),
            told.subjectId(),
            told.unit(),
            told.finishedOn(),
            told.recordedBy()),
        told.codes(),
        List.of(),
        Heard.RECORDED,
        "",
        today);
  }

  private static Heard corrected(ResultCorrected told) {
    return new Heard(
        origin(told.resultId(), told.drawId(), told.subjectId()),
        told.codes(),
        told.formerCodes(),
        told.version(),
        told.reason(),
        told.correctedOn());
  }

  private static Heard withdrawn(PublicationWithdrawn told) {
    return new Heard(
        origin(told.resultId(), told.drawId(), told.subjectId()),
        List.of(),
        List.of(),
        Heard.WITHDRAWN,
        told.reason(),
        told.withdrawnOn());
  }

  private static Origin origin(String result, String draw, String subject) {
    return new Origin(result, draw, subject, null, null, null);
  }
}
