package cn.doublerandom.inspection.revisit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.CODES_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.CODE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.NOTE_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NO_PROBLEM_STANDS_ALONE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_ALONE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_CONFIRMED;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_ITEMS_MISSING;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_OTHER_RECORDS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_UNKNOWN;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.revisit.RevisitCommand.ConfirmRevisit;
import cn.doublerandom.inspection.revisit.RevisitCommand.RecordFinding;
import cn.doublerandom.inspection.revisit.RevisitEvent.RevisitConfirmed;
import cn.doublerandom.inspection.revisit.RevisitEvent.RevisitFound;
import cn.doublerandom.inspection.revisit.Sample.Drawn;
import java.util.List;
import java.util.Optional;

/**
 * What is found when somebody sees a visit again: one of the two records, item by item, the other
 * confirms, and nothing of the first result is told before.
 */
final class Revisiting {
  private Revisiting() {}

  private static Optional<Revisit> revisit(String visitId, Optional<Sample> last) {
    return last.flatMap(
        sample -> sample instanceof Drawn drawn ? drawn.revisit(visitId) : Optional.empty());
  }

  static Decision<RevisitEvent> record(RecordFinding given, Optional<Sample> last) {
    Optional<Revisit> found = revisit(given.visitId(), last);
    if (found.isEmpty()) {
      return reject(REVISIT_UNKNOWN);
    }
    Revisit revisit = found.get();
    if (!SecondPerson.isAmong(given.by(), revisit.team())) {
      return reject(NOT_ON_TEAM);
    } else if (revisit.findings().contains(given.finding())) {
      return accept();
    } else if (revisit.confirmed() != null) {
      return reject(REVISIT_CONFIRMED);
    } else if (revisit.recordedBy() != null
        && !SecondPerson.isSame(given.by(), revisit.recordedBy())) {
      return reject(REVISIT_OTHER_RECORDS);
    }
    return unfit(given.finding(), given.items())
        .orElseGet(() -> accept(new RevisitFound(given.visitId(), given.finding(), given.by())));
  }

  private static Optional<Decision<RevisitEvent>> unfit(
      RevisitFinding finding, List<String> items) {
    Optional<String> unknown =
        finding.codes().stream().filter(code -> ResultCode.of(code).isEmpty()).findFirst();
    boolean noProblem = finding.codes().contains(ResultCode.NO_PROBLEM.code());
    if (!items.contains(finding.item())) {
      return Optional.of(reject(ITEM_NOT_IN_TASK, "item", finding.item()));
    } else if (finding.codes().isEmpty()) {
      return Optional.of(reject(CODES_MISSING, "field", "codes"));
    } else if (unknown.isPresent()) {
      return Optional.of(reject(CODE_UNKNOWN, "code", unknown.get()));
    } else if (noProblem && finding.codes().size() > 1) {
      return Optional.of(reject(NO_PROBLEM_STANDS_ALONE, "field", "codes"));
    }
    return !noProblem && finding.note().isBlank()
        ? Optional.of(reject(NOTE_MISSING, "field", "note"))
        : Optional.empty();
  }

  static Decision<RevisitEvent> confirm(ConfirmRevisit given, Optional<Sample> last) {
    Optional<Revisit> found = revisit(given.visitId(), last);
    if (found.isEmpty()) {
      return reject(REVISIT_UNKNOWN);
    }
    Revisit revisit = found.get();
    List<String> missing =
        given.items().stream()
            .filter(item -> revisit.findings().stream().noneMatch(f -> f.item().equals(item)))
            .toList();
    if (!SecondPerson.isAmong(given.by(), revisit.team())) {
      return reject(NOT_ON_TEAM);
    } else if (revisit.confirmed() != null) {
      return SecondPerson.isSame(given.by(), revisit.confirmed().by())
          ? accept()
          : reject(REVISIT_CONFIRMED);
    } else if (revisit.recordedBy() == null || !missing.isEmpty()) {
      return reject(REVISIT_ITEMS_MISSING, "items", missing);
    }
    return SecondPerson.isSame(given.by(), revisit.recordedBy())
        ? reject(REVISIT_ALONE)
        : accept(new RevisitConfirmed(given.visitId(), given.by(), given.today(), given.first()));
  }
}
