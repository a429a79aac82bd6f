package cn.doublerandom.registry.view;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.inspector.Absences;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.Recusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the events of an inspector make of the row that is read. */
final class InspectorRows {
  private InspectorRows() {}

  static void apply(InspectorView inspectors, String id, InspectorEvent event, Views views) {
    switch (event) {
      case InspectorRegistered(var details, var effective) ->
          inspectors.rows.put(
              views,
              id,
              new InspectorDirectory.Entry(
                  details,
                  List.of(),
                  List.of(),
                  InspectorStatus.first(details.status(), effective),
                  null,
                  List.of()));
      case InspectorEvent.ErasureRequested asked -> {
        // shown nowhere: the name goes when it is approved
      }
      case InspectorEvent.ErasureRequestEnded ended -> {
        // nor is that it came to nothing
      }
      case InspectorEvent.ErasureApproved approved -> {
        // the key goes; what was sealed with it stays unreadable where it stands
      }
      case InspectorEvent.InspectorRevised revised ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.ConflictsDeclared declared ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.ConflictsRevoked revoked ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.RecusalsRequested asked ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.RecusalRequestsEnded ended ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.LeaveGranted granted ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.AbsenceRequested asked ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.AbsenceRequestEnded ended ->
          inspectors.rows.update(views, id, k -> after(k, event));
      case InspectorEvent.InspectorImportUndone undone ->
          inspectors.rows.update(views, id, k -> after(k, event));
    }
  }

  private static InspectorDirectory.Entry after(InspectorDirectory.Entry k, InspectorEvent event) {
    InspectorDetails details = details(k, event);
    return new InspectorDirectory.Entry(
        details,
        Recusal.after(k.recusals(), event),
        event instanceof InspectorEvent.LeaveGranted granted
            ? joined(k.leaves(), granted.leave())
            : k.leaves(),
        statuses(k, event),
        asked(k, event),
        Recusals.after(k.recusalsAsked(), event));
  }

  private static InspectorDetails details(InspectorDirectory.Entry k, InspectorEvent event) {
    if (event instanceof InspectorEvent.InspectorRevised revised) {
      return revised.details();
    }
    return event instanceof InspectorEvent.InspectorImportUndone undone
        ? undone.details()
        : k.details();
  }

  private static Turns<InspectorStatus> statuses(InspectorDirectory.Entry k, InspectorEvent event) {
    if (event instanceof InspectorEvent.InspectorRevised revised) {
      return InspectorStatus.after(k.statuses(), revised.details().status(), revised.effective());
    }
    return event instanceof InspectorEvent.InspectorImportUndone undone
        ? InspectorStatus.after(k.statuses(), undone)
        : k.statuses();
  }

  private static Inspector.@Nullable AbsenceAsked asked(
      InspectorDirectory.Entry k, InspectorEvent event) {
    return Absences.after(Optional.ofNullable(k.absenceAsked()), event).orElse(null);
  }

  private static List<Leave> joined(List<Leave> known, Leave fresh) {
    List<Leave> all = new ArrayList<>(known);
    all.add(fresh);
    return all;
  }
}
