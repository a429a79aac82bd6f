package cn.doublerandom.draw.programme;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ALREADY_APPROVED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_BATCH_UNPLANNED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ITEM_TWICE;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ITEM_UNKNOWN;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_NOT_APPROVED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_OUTSIDE_WINDOW;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_OVER;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_RETURNED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.programme.Programme.Absent;
import cn.doublerandom.draw.programme.Programme.Approved;
import cn.doublerandom.draw.programme.Programme.Draft;
import cn.doublerandom.draw.programme.Programme.Published;
import cn.doublerandom.draw.programme.Programme.Returned;
import cn.doublerandom.draw.programme.ProgrammeCommand.ApproveProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.DraftProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.PublishProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.ReturnProgramme;
import cn.doublerandom.draw.programme.ProgrammeEvent.ProgrammeApproved;
import cn.doublerandom.draw.programme.ProgrammeEvent.ProgrammeDrafted;
import cn.doublerandom.draw.programme.ProgrammeEvent.ProgrammePublished;
import cn.doublerandom.draw.programme.ProgrammeEvent.ProgrammeReturned;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 每期抽查制定的实施方案，要及时向社会公开 (二(二)): written, approved by another, public before the draw. */
public final class ProgrammeDecider
    implements Decider<ProgrammeCommand, ProgrammeEvent, Programme> {
  @Override
  public Programme initial() {
    return new Absent();
  }

  @Override
  public Decision<ProgrammeEvent> decide(ProgrammeCommand command, Programme programme) {
    return switch (command) {
      case DraftProgramme draft -> draft(draft, programme);
      case ReturnProgramme back -> back(back, programme);
      case ApproveProgramme approve -> approve(approve, programme);
      case PublishProgramme publish -> publish(publish, programme);
    };
  }

  private static Decision<ProgrammeEvent> draft(DraftProgramme draft, Programme programme) {
    return switch (programme) {
      case Approved approved when isDead(approved.programme(), draft) -> drafted(draft);
      case Approved approved -> reject(PROGRAMME_ALREADY_APPROVED);
      case Published published when isDead(published.programme(), draft) -> drafted(draft);
      case Published published -> reject(PROGRAMME_ALREADY_APPROVED);
      case Absent() -> drafted(draft);
      case Draft(var content, var touchedBy) when content.equals(draft.programme()) -> accept();
      case Draft before -> drafted(draft);
      case Returned returned -> drafted(draft);
    };
  }

  /** Nobody was drawn by it, and nobody can be visited by it any more: another takes its place. */
  private static boolean isDead(ProgrammeContent programme, DraftProgramme draft) {
    return !draft.isDrawn() && programme.checkTo().isBefore(draft.today());
  }

  private static Decision<ProgrammeEvent> drafted(DraftProgramme draft) {
    ProgrammeContent programme = draft.programme();
    Optional<String> twice = PlannedBatch.twice(programme.items());
    Optional<String> unknown = draft.batch().unknown(programme.items());
    if (draft.batch().number() > draft.batch().batches()) {
      return reject(
          PROGRAMME_BATCH_UNPLANNED, Map.of("field", "batch", "batches", draft.batch().batches()));
    } else if (twice.isPresent()) {
      return reject(PROGRAMME_ITEM_TWICE, Map.of("field", "items", "item", twice.get()));
    } else if (unknown.isPresent()) {
      return reject(PROGRAMME_ITEM_UNKNOWN, Map.of("field", "items", "item", unknown.get()));
    }
    boolean inside =
        !programme.checkFrom().isBefore(draft.windowFrom())
            && !programme.checkTo().isAfter(draft.windowTo())
            && !programme.checkTo().isBefore(programme.checkFrom());
    return inside
        ? accept(new ProgrammeDrafted(programme, draft.by()))
        : reject(
            PROGRAMME_OUTSIDE_WINDOW,
            "field",
            isOutside(programme.checkFrom(), draft) ? "checkFrom" : "checkTo");
  }

  private static boolean isOutside(LocalDate day, DraftProgramme draft) {
    return day.isBefore(draft.windowFrom()) || day.isAfter(draft.windowTo());
  }

  private static Decision<ProgrammeEvent> back(ReturnProgramme back, Programme programme) {
    return switch (programme) {
      case Absent() -> reject(PROGRAMME_UNKNOWN);
      case Draft draft when !ReasonText.isInWords(back.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Draft draft -> accept(new ProgrammeReturned(back.by(), back.reason()));
      case Returned returned -> reject(PROGRAMME_RETURNED);
      case Approved approved -> reject(PROGRAMME_ALREADY_APPROVED);
      case Published published -> reject(PROGRAMME_ALREADY_APPROVED);
    };
  }

  private static Decision<ProgrammeEvent> approve(ApproveProgramme approve, Programme programme) {
    return switch (programme) {
      case Absent() -> reject(PROGRAMME_UNKNOWN);
      case Draft(var content, var touchedBy) when SecondPerson.isAmong(approve.by(), touchedBy) ->
          reject(APPROVAL_NEEDS_SECOND_PERSON);
      case Draft(var content, var touchedBy) when content.checkTo().isBefore(approve.today()) ->
          reject(PROGRAMME_OVER, "field", "checkTo");
      case Draft draft -> accept(new ProgrammeApproved(approve.by(), approve.today()));
      case Returned returned -> reject(PROGRAMME_RETURNED);
      case Approved approved -> accept();
      case Published published -> accept();
    };
  }

  private static Decision<ProgrammeEvent> publish(PublishProgramme publish, Programme programme) {
    return switch (programme) {
      case Absent() -> reject(PROGRAMME_UNKNOWN);
      case Draft draft -> reject(PROGRAMME_NOT_APPROVED);
      case Returned returned -> reject(PROGRAMME_NOT_APPROVED);
      case Approved approved -> accept(new ProgrammePublished(publish.today(), publish.batch()));
      case Published published -> accept();
    };
  }

  @Override
  public Programme evolve(Programme programme, ProgrammeEvent event) {
    return switch (event) {
      case ProgrammeDrafted(var content, var by) -> new Draft(content, touched(programme, by));
      case ProgrammeReturned(var by, var reason) -> {
        Draft draft = (Draft) programme;
        yield new Returned(draft.programme(), draft.touchedBy(), by, reason);
      }
      case ProgrammeApproved(var by, var on) ->
          new Approved(((Draft) programme).programme(), on, touched(programme, by));
      case ProgrammePublished(var on, var batch) -> {
        Approved approved = (Approved) programme;
        yield new Published(approved.programme(), approved.approvedOn(), on, approved.touchedBy());
      }
    };
  }

  private static Set<String> touched(Programme programme, String by) {
    Set<String> touched =
        switch (programme) {
          case Draft(var content, var before) -> new HashSet<>(before);
          case Returned returned -> new HashSet<>(returned.touchedBy());
          case Absent absent -> new HashSet<>();
          case Approved approved -> new HashSet<>();
          case Published published -> new HashSet<>();
        };
    touched.add(by);
    return touched;
  }
}
