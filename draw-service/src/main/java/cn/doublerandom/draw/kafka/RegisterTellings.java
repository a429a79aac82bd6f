package cn.doublerandom.draw.kafka;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.bureau.people.Duty;
import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.ItemReleased;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.draw.register.KnownEntry;
import cn.doublerandom.draw.register.RegisterCommand;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.Integration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record of the registry says, and of which entry. */
final class RegisterTellings {
  private RegisterTellings() {}

  /** The command by the id of the entry; empty where a record tells of something else. */
  static Optional<Map.Entry<String, RegisterCommand>> command(InboxRecord message) {
    return Integration.read(message, SubjectChanged.class)
        .map(RegisterTellings::subject)
        .or(() ->
            Integration.read(message, InspectorChanged.class).map(RegisterTellings::inspector))
        .or(() -> Integration.read(message, ItemClaimed.class).map(RegisterTellings::item))
        .or(() ->
            Integration.read(message, ItemReleased.class)
                .map(e -> Map.entry(e.itemCode(), new RegisterCommand.NoteItemRelease())));
  }

  private static Map.Entry<String, RegisterCommand> subject(SubjectChanged e) {
    return Map.entry(
        e.subjectId(),
        new RegisterCommand.NoteSubject(
            new KnownEntry.KnownSubject(
                e.subjectId(),
                e.name(),
                e.kind(),
                e.labels(),
                e.status(),
                known(e.creditRiskClass()),
                null,
                later(e)),
            e.since(),
            e.effective(),
            states(e)));
  }

  private static @Nullable String known(String creditRiskClass) {
    return creditRiskClass.equals("NONE") ? null : creditRiskClass;
  }

  private static @Nullable List<KnownEntry.KnownChange> later(SubjectChanged e) {
    return e.later() == null
        ? null
        : e.later().stream()
            .map(l ->
                new KnownEntry.KnownChange(
                    l.from(), l.status(), known(l.creditRiskClass()), l.labels()))
            .toList();
  }

  private static @Nullable Turns<String> states(SubjectChanged e) {
    return e.states() == null || e.states().isEmpty()
        ? null
        : new Turns<>(
            e.states().stream().map(s -> new Turns.Turn<>(s.from(), s.status())).toList());
  }

  private static Map.Entry<String, RegisterCommand> inspector(InspectorChanged e) {
    return Map.entry(
        e.inspectorId(),
        new RegisterCommand.NoteInspector(
            new KnownEntry.KnownInspector(
                e.inspectorId(),
                e.tags(),
                e.certificateValidUntil(),
                e.status(),
                e.recusals().stream()
                    .map(r ->
                        new KnownEntry.KnownRecusal(
                            r.subject(), r.reason(), r.from(), r.until(), r.decidedBy()))
                    .toList(),
                absences(e),
                later(e),
                e.recusalsAsked())));
  }

  private static @Nullable List<Duty.Later> later(InspectorChanged e) {
    return e.later() == null
        ? null
        : e.later().stream().map(l -> new Duty.Later(l.from(), l.status())).toList();
  }

  private static @Nullable List<Duty.Absence> absences(InspectorChanged e) {
    return e.absences() == null
        ? null
        : e.absences().stream().map(a -> new Duty.Absence(a.from(), a.until())).toList();
  }

  private static Map.Entry<String, RegisterCommand> item(ItemClaimed e) {
    return Map.entry(
        e.itemCode(),
        new RegisterCommand.NoteItem(
            new KnownEntry.KnownItem(
                e.itemCode(), e.name(), e.field(), true, e.category().equals("KEY"), e.claimedOn()),
            e.renamedOn()));
  }
}
