package cn.doublerandom.publication.notice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 抽查工作计划公告.
 *
 * @param planKey region and year
 * @param version counts from 1; absent in notices from before it was told
 * @param reason why it was adjusted; absent in the first version
 * @param earlier versions that were public before, newest first; absent where there are none
 * @param documentNumber 发文字号; absent where the plan has none
 */
public record PlanNotice(
    String planKey,
    String issuer,
    String title,
    String tableDate,
    LocalDate publishedOn,
    List<PlanTask> tasks,
    @Nullable Integer version,
    @Nullable String reason,
    @Nullable List<PlanVersion> earlier,
    @Nullable String documentNumber)
    implements Noted {
  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?");

  public PlanNotice {
    tasks = List.copyOf(tasks);
    earlier = earlier == null ? null : List.copyOf(earlier);
  }

  /** What it is called on pages; a table without a title is called by its year. */
  public String heading() {
    return title.isBlank() ? planKey.substring(planKey.lastIndexOf('-') + 1) + "年度抽查工作计划" : title;
  }

  /** 成文日期: 制表时间 where it is printed as a day; nothing where it says less. */
  public Optional<LocalDate> madeOn() {
    Matcher day = DAY.matcher(tableDate);
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher day, int part) {
    return Integer.parseInt(day.group(part));
  }

  /** Every version that was public before, newest first. */
  public List<PlanVersion> versionsBefore() {
    return earlier == null ? List.of() : earlier;
  }

  /** Its number, counted where it was not told. */
  public int number() {
    return version == null ? versionsBefore().size() + 1 : version;
  }

  /** Whether it says the same, whatever was public before. */
  boolean saysTheSame(PlanNotice other) {
    return with(List.of()).equals(other.with(List.of()));
  }

  /** The same after the version that is replaced by it. */
  PlanNotice after(PlanNotice before) {
    List<PlanVersion> all = new ArrayList<>();
    all.add(before.asVersion());
    all.addAll(before.versionsBefore());
    return with(all);
  }

  /** What is in force, as one of its versions. */
  public PlanVersion asVersion() {
    return new PlanVersion(number(), title, tableDate, publishedOn, tasks, reason, documentNumber);
  }

  private PlanNotice with(List<PlanVersion> before) {
    return new PlanNotice(
        planKey,
        issuer,
        title,
        tableDate,
        publishedOn,
        tasks,
        version,
        reason,
        before,
        documentNumber);
  }

  /** What changed from the version before; nothing in the first. */
  public List<PlanDifference> changes() {
    return versionsBefore().isEmpty()
        ? List.of()
        : PlanDifference.between(versionsBefore().getFirst().tasks(), tasks);
  }

  /** What the ids of the draws of one of its tasks begin with. */
  public String taskId(PlanTask task) {
    return "%s-%s-%s"
        .formatted(
            planKey.substring(0, planKey.lastIndexOf('-')), task.planNumber(), task.taskNumber());
  }

  /** A row by its numbers; one an adjustment took out is as the last version that had it. */
  public Optional<PlanTask> task(String planNumber, String taskNumber) {
    return Stream.concat(tasks.stream(), versionsBefore().stream().flatMap(v -> v.tasks().stream()))
        .filter(t -> t.planNumber().equals(planNumber) && t.taskNumber().equals(taskNumber))
        .findFirst();
  }
}
