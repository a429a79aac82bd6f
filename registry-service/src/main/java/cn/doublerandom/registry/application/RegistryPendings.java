package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.person.Erasure;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingFold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What waits for a second person by the state of each stream. Who may not be that person is whom
 * the decider of the stream would refuse, as its state says.
 */
public final class RegistryPendings {
  /** Names under which a sentence finds what it needs. */
  static final String OF = "of";

  static final String WHAT = "what";
  static final String ENGLISH = "english";
  static final String BY = PendingFold.BY;

  private RegistryPendings() {}

  /** A status or an entry, and a merge or its end. */
  public static List<Pending> of(String stream, Subject subject) {
    String id = RegistryStreams.SUBJECT.id(stream);
    return switch (subject) {
      case Subject.Unregistered() -> List.of();
      case Subject.Merged merged -> merged.asked().map(a -> merge(id, a)).stream().toList();
      case Subject.Registered known -> {
        List<Pending> all = new ArrayList<>();
        known.statusAsked().ifPresent(asked -> all.add(status(id, known, asked)));
        known.asked().ifPresent(asked -> all.add(merge(id, asked)));
        yield List.copyOf(all);
      }
    };
  }

  private static Pending status(String id, Subject.Registered known, Subject.StatusAsked asked) {
    boolean enters =
        asked.asksStatus() && known.asOf(asked.effective()).status() == SubjectStatus.UNCONFIRMED;
    Pending pending =
        asked(
                enters ? RegistryMatter.ENTRY : RegistryMatter.STATUS,
                id,
                id,
                asked.by(),
                asked.touchedBy())
            .in(asked.batch());
    return asked.asksStatus()
        ? pending
            .saying(WHAT, asked.status().word())
            .saying(
                ENGLISH, "change of status to " + asked.status().name().toLowerCase(Locale.ROOT))
        : pending.saying(WHAT, "名录信息变更").saying(ENGLISH, "change of the entry");
  }

  private static Pending merge(String id, Subject.Asked asked) {
    RegistryMatter kind = asked.into().isPresent() ? RegistryMatter.MERGE : RegistryMatter.UNMERGE;
    String into = asked.into().orElse("");
    return asked(kind, id, id, asked.by(), asked.touchedBy())
        .saying(WHAT, into)
        .saying(ENGLISH, into);
  }

  /** An absence or another change, recusals, and what is personal of who has left. */
  public static List<Pending> of(String stream, Inspector inspector) {
    String id = RegistryStreams.INSPECTOR.id(stream);
    if (!(inspector instanceof Inspector.Registered known)) {
      return List.of();
    }
    List<Pending> all = new ArrayList<>();
    known.absenceAsked().ifPresent(asked -> all.add(absence(id, asked)));
    known.recusalsAsked().forEach(asked -> all.add(recusal(id, asked)));
    known
        .erasure()
        .filter(asked -> !asked.approved())
        .ifPresent(asked -> all.add(asked(RegistryMatter.INSPECTOR_ERASURE, id, id, asked.by())));
    return List.copyOf(all);
  }

  private static Pending absence(String id, Inspector.AbsenceAsked asked) {
    Pending pending = asked(RegistryMatter.ABSENCE, id, id, asked.by()).in(asked.batch());
    if (asked.leave() != null) {
      return pending.saying(WHAT, "请假").saying(ENGLISH, "leave");
    } else if (asked.leftFrom() != null) {
      return pending.saying(WHAT, "离岗").saying(ENGLISH, "departure");
    } else if (asked.activeFrom() != null) {
      return pending.saying(WHAT, "在岗").saying(ENGLISH, "taking up service");
    }
    return asked.validity() == null
        ? pending.saying(WHAT, "信息变更").saying(ENGLISH, "change of the entry")
        : pending.saying(WHAT, "执法证有效期变更").saying(ENGLISH, "change of the certificate's validity");
  }

  private static Pending recusal(String id, RecusalAsked asked) {
    String subject = asked.recusal().subject();
    return asked(
            asked.revokes() ? RegistryMatter.RECUSAL_REVOKED : RegistryMatter.RECUSAL,
            subject + "/" + asked.recusal().reason(),
            id,
            asked.by())
        .in(asked.batch())
        .saying(WHAT, subject)
        .saying(ENGLISH, subject);
  }

  /** A release and a new name of an item that is claimed. */
  public static List<Pending> of(String stream, InspectionItem item) {
    if (!(item instanceof InspectionItem.Claimed claimed)) {
      return List.of();
    }
    String code = RegistryStreams.ITEM.id(stream);
    String name = claimed.details().name();
    List<Pending> all = new ArrayList<>();
    claimed
        .release()
        .ifPresent(asked -> all.add(asked(RegistryMatter.RELEASE, code, name, asked.by())));
    claimed.renaming().ifPresent(asked -> all.add(renaming(code, name, asked)));
    return List.copyOf(all);
  }

  private static Pending renaming(String code, String name, InspectionItem.RenamingRequest asked) {
    String other = asked.becomes().name();
    return asked(RegistryMatter.RENAMING, code, name, asked.by())
        .in(asked.batch())
        .saying(WHAT, other)
        .saying(ENGLISH, other);
  }

  /** The undo of a table. */
  public static List<Pending> of(String stream, Intake intake) {
    return switch (intake) {
      case Intake.Open() -> List.of();
      case Intake.Taken(var report, var asked) when asked == null -> List.of();
      case Intake.Taken(var report, var asked) -> List.of(undo(stream, report, asked));
      // Agreed to; where it broke off, somebody makes it go on.
      case Intake.Undoing(var report, var asked, var by) -> List.of(undo(stream, report, asked));
      case Intake.Undone undone -> List.of();
    };
  }

  private static Pending undo(
      String stream, IntakeEvent.TableTaken report, Intake.UndoAsked asked) {
    String entries = Integer.toString(asked.counts().changing());
    return asked(
            RegistryMatter.IMPORT_UNDO,
            RegistryStreams.IMPORT.id(stream),
            report.fileName(),
            asked.by())
        .saying(WHAT, entries)
        .saying(ENGLISH, entries);
  }

  /** A mandate. */
  public static List<Pending> of(String stream, Office office) {
    String unit = RegistryStreams.OFFICE.id(stream);
    return office
        .asked()
        .map(asked -> asked(RegistryMatter.MANDATE, unit, unit, asked.by()))
        .stream()
        .toList();
  }

  /** What is personal of a subject or an expert; a name of neither stands here. */
  public static List<Pending> of(String stream, Erasure erasure) {
    String person = RegistryStreams.ERASURE.id(stream);
    String id = person.substring(person.indexOf('/') + 1);
    return switch (erasure) {
      case Erasure.Unasked() -> List.of();
      case Erasure.Asked(var reason, var by, var touched) ->
          List.of(asked(RegistryMatter.ERASURE, person, id, by, touched));
      case Erasure.Approved approved -> List.of();
    };
  }

  /** An entry of the register of bureaus, or its end. */
  public static List<Pending> of(String stream, RegisteredBureau bureau) {
    String key = RegistryStreams.BUREAU.id(stream);
    return bureau
        .asked()
        .map(asked ->
            asked(
                RegistryMatter.BUREAU,
                key,
                asked instanceof RegisteredBureau.Asked.Entry entry ? entry.details().name() : key,
                asked.by()))
        .stream()
        .toList();
  }

  /** That one acts for another; the deputy himself decides nothing about it. */
  public static List<Pending> of(String stream, Deputy deputy) {
    String id = RegistryStreams.DEPUTY.id(stream);
    return deputy
        .asked()
        .map(asked ->
            asked(
                    RegistryMatter.DEPUTY,
                    id,
                    asked.entry().deputy(),
                    asked.by(),
                    Set.of(asked.by(), asked.entry().deputy()))
                .saying(WHAT, asked.entry().principal())
                .saying(ENGLISH, asked.entry().principal()))
        .stream()
        .toList();
  }

  /** A notice of holidays. */
  public static List<Pending> of(String stream, IssuedNotices notices) {
    return notices
        .asked()
        .map(asked -> {
          String number = asked.notice().number();
          return asked(RegistryMatter.NOTICE, number, number, asked.by());
        })
        .stream()
        .toList();
  }

  private static Pending asked(RegistryMatter kind, String key, String of, String by) {
    return asked(kind, key, of, by, Set.of(by));
  }

  private static Pending asked(
      RegistryMatter kind, String key, String of, String by, Collection<String> touched) {
    return Pending.of(kind.code(), key).notFor(touched).saying(OF, of).saying(BY, by);
  }
}
