package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.ToldSubject;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.table.TableRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that say since when and why a subject is out: 停业自, 注销日期, 吊销原因 and their like. */
final class StatusColumns {
  private static final int LONGEST_REASON = 300;

  /** States in which somebody is out, with the columns of the day and of the reason. */
  private enum Out {
    SUSPENDED(SubjectStatus.SUSPENDED, "停业日期", "停业原因", "停业自|停业时间|停业起始日期|歇业日期|歇业自"),
    CANCELLED(SubjectStatus.CANCELLED, "注销日期", "注销原因", "注销时间|核准注销日期"),
    REVOKED(SubjectStatus.REVOKED, "吊销日期", "吊销原因", "吊销时间"),
    ANNULLED(SubjectStatus.ANNULLED, "撤销日期", "撤销原因", "撤销时间|撤销登记日期"),
    MOVED_OUT(SubjectStatus.MOVED_OUT, "迁出日期", "迁出原因", "迁出时间");

    private final SubjectStatus status;
    private final String day;
    private final String reason;
    private final List<String> otherDays;

    Out(SubjectStatus status, String day, String reason, String otherDays) {
      this.status = status;
      this.day = day;
      this.reason = reason;
      this.otherDays = List.of(otherDays.split("\\|"));
    }
  }

  /**
   * Ours, and what extracts of the market supervision say for them; narrow signs stand for wide.
   */
  static final Map<String, SubjectStatus> WORDS =
      Map.ofEntries(
          Map.entry("存续", SubjectStatus.ACTIVE),
          Map.entry("存续(在营、开业、在册)", SubjectStatus.ACTIVE),
          Map.entry("开业", SubjectStatus.ACTIVE),
          Map.entry("在业", SubjectStatus.ACTIVE),
          Map.entry("在营", SubjectStatus.ACTIVE),
          Map.entry("停业", SubjectStatus.SUSPENDED),
          Map.entry("注销", SubjectStatus.CANCELLED),
          Map.entry("迁出", SubjectStatus.MOVED_OUT),
          Map.entry("吊销", SubjectStatus.REVOKED),
          Map.entry("吊销,未注销", SubjectStatus.REVOKED),
          Map.entry("吊销未注销", SubjectStatus.REVOKED),
          Map.entry("撤销", SubjectStatus.ANNULLED),
          Map.entry("撤销登记", SubjectStatus.ANNULLED),
          Map.entry(SubjectStatus.UNCONFIRMED.word(), SubjectStatus.UNCONFIRMED));

  /** What an office is told of them; nobody writes 待核准, and every other word is read. */
  static final List<String> TOLD = List.of("存续", "停业", "注销", "迁出", "吊销", "撤销登记");

  /** What the columns are called, and the name they are read by. */
  static final Map<String, String> HEADS = heads();

  private StatusColumns() {}

  private static Map<String, String> heads() {
    Map<String, String> heads = new HashMap<>();
    for (Out out : Out.values()) {
      heads.put(out.day, out.day);
      heads.put(out.reason, out.reason);
      out.otherDays.forEach(other -> heads.put(other, out.day));
    }
    return heads;
  }

  /**
   * The columns of the row's own status; who was revoked before he was cancelled keeps both days.
   *
   * @param since the day the subject came to be
   * @param today the day of the recording
   */
  static ToldSubject.Since read(
      TableRow row, SubjectStatus status, LocalDate since, LocalDate today) {
    var said = new ToldSubject.Since(null, "");
    for (Out out : Out.values()) {
      if (out.status == status) {
        said =
            new ToldSubject.Since(
                day(row, out, since, today), row.text(out.reason, LONGEST_REASON));
      } else if (row.says(out.day) && contradicts(out, status)) {
        row.fault(
            out.day,
            "status-day-unclear",
            "登记状态为“" + status.word() + "”，却填了“" + out.day + "”：请改正其一。");
      }
    }
    return said;
  }

  /** Who is in business has no such day, and who only pauses has not gone. */
  private static boolean contradicts(Out out, SubjectStatus status) {
    return switch (status) {
      case ACTIVE, UNCONFIRMED -> true;
      case SUSPENDED -> out != Out.SUSPENDED;
      case CANCELLED, MOVED_OUT, REVOKED, ANNULLED -> false;
    };
  }

  private static @Nullable LocalDate day(TableRow row, Out out, LocalDate since, LocalDate today) {
    if (!row.says(out.day)) {
      return null;
    }
    // A pause may be told before it begins; who has gone has gone.
    LocalDate day = out == Out.SUSPENDED ? row.date(out.day) : row.pastDate(out.day, today);
    if (day.isBefore(since) && !day.equals(LocalDate.EPOCH)) {
      row.fault(out.day, "before-founding", "“" + out.day + "”早于成立日期。");
    }
    return day;
  }
}
