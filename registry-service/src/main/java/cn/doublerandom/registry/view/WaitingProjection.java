package cn.doublerandom.registry.view;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.RegistryPendings;
import cn.doublerandom.registry.bureau.BureauCommand;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyCommand;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeCommand;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.person.Erasure;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.person.ErasureEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.waiting.PendingFold;
import cn.doublerandom.servicekit.waiting.PendingStreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what waits for a second person (待办), stream by stream. */
@ApplicationScoped
class WaitingProjection implements Projection {
  private final WaitingView waiting;
  private final PendingFold fold;

  @Inject
  WaitingProjection(
      WaitingView waiting,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      CommandHandler<OfficeCommand, OfficeEvent, Office> offices,
      CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures,
      CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus,
      CommandHandler<IntakeCommand, IntakeEvent, Intake> intakes,
      CommandHandler<DeputyCommand, DeputyEvent, Deputy> deputies,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar) {
    this.waiting = waiting;
    this.fold =
        new PendingFold(
            waiting.rows,
            List.of(
                ofSubjects(subjects),
                ofInspectors(inspectors),
                ofItems(items),
                new PendingStreams<>(
                    RegistryStreams.OFFICE::has,
                    types(OfficeEvent.MandateRequested.class),
                    types(
                        OfficeEvent.MandateRegistered.class, OfficeEvent.MandateRequestEnded.class),
                    types(OfficeEvent.MandateRequestEnded.class),
                    offices,
                    RegistryPendings::of),
                new PendingStreams<>(
                    RegistryStreams.ERASURE::has,
                    types(ErasureEvent.ErasureRequested.class),
                    types(
                        ErasureEvent.ErasureRequestEnded.class, ErasureEvent.ErasureApproved.class),
                    types(ErasureEvent.ErasureRequestEnded.class),
                    erasures,
                    RegistryPendings::of),
                ofBureaus(bureaus),
                new PendingStreams<>(
                    RegistryStreams.IMPORT::has,
                    types(IntakeEvent.UndoRequested.class),
                    types(IntakeEvent.UndoRequestEnded.class, IntakeEvent.TableUndone.class),
                    types(IntakeEvent.UndoRequestEnded.class),
                    intakes,
                    RegistryPendings::of),
                new PendingStreams<>(
                    RegistryStreams.DEPUTY::has,
                    types(DeputyEvent.DeputyProposed.class),
                    types(DeputyEvent.DeputyApproved.class, DeputyEvent.DeputyDeclined.class),
                    types(DeputyEvent.DeputyDeclined.class),
                    deputies,
                    RegistryPendings::of),
                new PendingStreams<>(
                    CalendarStream.NAME::equals,
                    types(CalendarEvent.NoticeRequested.class),
                    types(
                        CalendarEvent.HolidayNoticeIssued.class,
                        CalendarEvent.NoticeRequestEnded.class),
                    types(CalendarEvent.NoticeRequestEnded.class),
                    calendar,
                    RegistryPendings::of)));
  }

  private static PendingStreams<Subject> ofSubjects(
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects) {
    return new PendingStreams<>(
        RegistryStreams.SUBJECT::has,
        types(SubjectEvent.StatusRequested.class, SubjectEvent.MergeRequested.class),
        types(
            SubjectEvent.StatusRequestEnded.class,
            SubjectEvent.SubjectStatusChanged.class,
            SubjectEvent.SubjectRevised.class,
            SubjectEvent.SubjectReclassified.class,
            SubjectEvent.ImportUndone.class,
            SubjectEvent.MergeRequestEnded.class,
            SubjectEvent.SubjectMerged.class,
            SubjectEvent.SubjectUnmerged.class),
        types(SubjectEvent.StatusRequestEnded.class, SubjectEvent.MergeRequestEnded.class),
        subjects,
        RegistryPendings::of);
  }

  private static PendingStreams<Inspector> ofInspectors(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors) {
    return new PendingStreams<>(
        RegistryStreams.INSPECTOR::has,
        types(
            InspectorEvent.AbsenceRequested.class,
            InspectorEvent.RecusalsRequested.class,
            InspectorEvent.ErasureRequested.class),
        types(
            InspectorEvent.AbsenceRequestEnded.class,
            InspectorEvent.LeaveGranted.class,
            InspectorEvent.InspectorRevised.class,
            InspectorEvent.RecusalRequestsEnded.class,
            InspectorEvent.ConflictsDeclared.class,
            InspectorEvent.ConflictsRevoked.class,
            InspectorEvent.InspectorImportUndone.class,
            InspectorEvent.ErasureRequestEnded.class,
            InspectorEvent.ErasureApproved.class),
        types(
            InspectorEvent.AbsenceRequestEnded.class,
            InspectorEvent.RecusalRequestsEnded.class,
            InspectorEvent.ErasureRequestEnded.class),
        inspectors,
        RegistryPendings::of);
  }

  private static PendingStreams<InspectionItem> ofItems(
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items) {
    return new PendingStreams<>(
        RegistryStreams.ITEM::has,
        types(ItemEvent.ReleaseAsked.class, ItemEvent.RenamingAsked.class),
        types(
            ItemEvent.ReleaseEnded.class,
            ItemEvent.ItemReleased.class,
            ItemEvent.RenamingEnded.class,
            ItemEvent.ItemListed.class,
            ItemEvent.ItemImportUndone.class,
            ItemEvent.ItemSuperseded.class),
        types(ItemEvent.ReleaseEnded.class, ItemEvent.RenamingEnded.class),
        items,
        RegistryPendings::of);
  }

  private static PendingStreams<RegisteredBureau> ofBureaus(
      CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus) {
    return new PendingStreams<>(
        RegistryStreams.BUREAU::has,
        types(BureauEvent.BureauRequested.class, BureauEvent.BureauClosingRequested.class),
        types(
            BureauEvent.BureauRegistered.class,
            BureauEvent.BureauChanged.class,
            BureauEvent.BureauClosed.class,
            BureauEvent.BureauRequestEnded.class),
        types(BureauEvent.BureauRequestEnded.class),
        bureaus,
        RegistryPendings::of);
  }

  private static Set<String> types(Class<?>... events) {
    return Arrays.stream(events).map(Class::getSimpleName).collect(Collectors.toSet());
  }

  @Override
  public String name() {
    return "waiting";
  }

  /** 2: who asked is told that it was not agreed to. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of(waiting.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return fold.apply(entries, views);
  }
}
