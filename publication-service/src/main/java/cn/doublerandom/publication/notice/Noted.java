package cn.doublerandom.publication.notice;

import cn.doublerandom.servicekit.figures.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was told and is shown. */
public sealed interface Noted {
  /**
   * 抽查工作计划公告.
   *
   * @param planKey region and year
   * @param version counts from 1; absent in notices from before it was told
   * @param reason why it was adjusted; absent in the first version
   * @param earlier versions that were public before, newest first; absent where there are none
   */
  record PlanNotice(
      String planKey,
      String issuer,
      String title,
      String tableDate,
      LocalDate publishedOn,
      List<Task> tasks,
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable List<PlanVersion> earlier)
      implements Noted {
    public PlanNotice {
      tasks = List.copyOf(tasks);
      earlier = earlier == null ? null : List.copyOf(earlier);
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
      all.add(
          new PlanVersion(
              before.number(),
              before.title,
              before.tableDate,
              before.publishedOn,
              before.tasks,
              before.reason));
      all.addAll(before.versionsBefore());
      return with(all);
    }

    private PlanNotice with(List<PlanVersion> before) {
      return new PlanNotice(
          planKey, issuer, title, tableDate, publishedOn, tasks, version, reason, before);
    }

    /** What changed from the version before; nothing in the first. */
    public List<PlanDifference> changes() {
      return versionsBefore().isEmpty()
          ? List.of()
          : PlanDifference.between(versionsBefore().getFirst().tasks(), tasks);
    }

    public Optional<Task> task(String planNumber, String taskNumber) {
      return tasks.stream()
          .filter(t -> t.planNumber().equals(planNumber) && t.taskNumber().equals(taskNumber))
          .findFirst();
    }
  }

  /** A version of a plan that was public until it was adjusted. */
  record PlanVersion(
      int number,
      String title,
      String tableDate,
      LocalDate publishedOn,
      List<Task> tasks,
      @Nullable String reason) {
    public PlanVersion {
      tasks = List.copyOf(tasks);
    }
  }

  /** The row of the draw's plan; where no plan has it, the bare numbers. */
  static Task task(Map<String, PlanNotice> plans, DrawNotice draw) {
    return task(Optional.ofNullable(plans.get(draw.planKey())), draw.planId(), draw.taskId());
  }

  /** The row of a plan with these numbers; where it has none, the bare numbers. */
  static Task task(Optional<PlanNotice> plan, String planNumber, String taskNumber) {
    return plan.flatMap(p -> p.task(planNumber, taskNumber))
        .orElseGet(() -> Task.unknown(planNumber, taskNumber));
  }

  /** 检查机关: the bureau whose plan it is, not one of its sections; empty where it was not told. */
  static String authority(Map<String, PlanNotice> plans, DrawNotice draw) {
    PlanNotice plan = plans.get(draw.planKey());
    return plan == null ? "" : plan.issuer();
  }

  /** The rows of the other tasks of a draw. */
  static List<Task> others(Map<String, PlanNotice> plans, DrawNotice draw) {
    return draw.others().stream()
        .map(key -> {
          String planNumber = key.substring(0, key.lastIndexOf('-'));
          return task(
              Optional.ofNullable(plans.get(draw.planKey(planNumber))),
              planNumber,
              key.substring(key.lastIndexOf('-') + 1));
        })
        .toList();
  }

  /**
   * One row of a plan.
   *
   * @param drawType 定向抽查 or 不定向抽查
   */
  record Task(
      String planNumber,
      String planName,
      String taskNumber,
      String taskName,
      String drawType,
      String rate,
      String items,
      String scope,
      String leadUnit,
      String jointUnit,
      String drawPeriod,
      LocalDate from,
      LocalDate to) {
    static Task unknown(String planNumber, String taskNumber) {
      return new Task(
          planNumber,
          "",
          taskNumber,
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          LocalDate.EPOCH,
          LocalDate.EPOCH);
    }
  }

  /**
   * One of the three steps due by the end of January, as its alarm said last (R25).
   *
   * @param step 制定, 上报 or 公示
   * @param state DUE_SOON, OVERDUE or DONE_LATE
   */
  record PlanAlarm(String planKey, String step, String state, LocalDate due, LocalDate on)
      implements Noted {
    public String id() {
      return planKey + "-" + step;
    }

    /** Whether the law is broken or was; that the day comes near concerns the office alone. */
    public boolean missedItsDay() {
      return !state.equals("DUE_SOON");
    }
  }

  /**
   * 每期抽查实施方案公告: what a batch will inspect, public before its draw (R28).
   *
   * @param programmeId region, plan and task number; from the second batch on the batch too
   * @param planKey region and year
   * @param batch counts from 1
   */
  record ProgrammeNotice(
      String programmeId,
      String planKey,
      String planId,
      String taskId,
      int batch,
      String title,
      String documentNumber,
      List<String> items,
      LocalDate checkFrom,
      LocalDate checkTo,
      int teams,
      String training,
      String method,
      String contact,
      LocalDate approvedOn,
      LocalDate publishedOn)
      implements Noted {
    public ProgrammeNotice {
      items = List.copyOf(items);
    }
  }

  /** A subject that was left out by hand, and why. */
  record HandExclusion(String subject, String reason) {}

  /**
   * 抽查任务公告: a draw from its commitment on.
   *
   * @param phase COMMITTED, SEALED, EXECUTED or VOIDED
   * @param resultHash empty before it is public
   * @param selected drawn subjects, ascending
   * @param executedOn empty before execution
   * @param voidReason empty unless voided
   * @param sealing what is public of a sealed draw; absent where it was open from the start
   * @param overdueSince the time it named itself and did not keep; absent where it did
   * @param replacements subjects for whom an alternate is visited; absent where there are none
   * @param together plan and task numbers of all tasks drawn as one; absent where it stands alone
   * @param chance what the chance rests on, and on whose honesty; absent in notices of old
   * @param excludedByHand subjects two people left out; absent where there are none
   */
  record DrawNotice(
      String drawId,
      String planId,
      String taskId,
      int round,
      String phase,
      long frameSize,
      String commitHash,
      String executeBy,
      String resultHash,
      List<String> selected,
      String executedOn,
      String voidReason,
      @Nullable Sealing sealing,
      @Nullable String overdueSince,
      @Nullable List<Replacement> replacements,
      @Nullable List<String> together,
      @Nullable String chance,
      @Nullable List<HandExclusion> excludedByHand)
      implements Noted {
    public DrawNotice {
      excludedByHand = excludedByHand == null ? null : List.copyOf(excludedByHand);
      selected = List.copyOf(selected);
      together = together == null ? null : List.copyOf(together);
      replacements = replacements == null ? null : List.copyOf(replacements);
    }

    /** A draw that was committed to and not made yet. */
    public static DrawNotice committed(
        String drawId,
        String planId,
        String taskId,
        int round,
        long frameSize,
        String commitHash,
        String executeBy,
        @Nullable List<String> together,
        @Nullable String chance,
        @Nullable List<HandExclusion> excludedByHand) {
      return new DrawNotice(
          drawId,
          planId,
          taskId,
          round,
          "COMMITTED",
          frameSize,
          commitHash,
          executeBy,
          "",
          List.of(),
          "",
          "",
          null,
          null,
          null,
          together,
          chance,
          excludedByHand);
    }

    /** The same draw after it was made and sealed. */
    public DrawNotice sealed(Sealing made, LocalDate on) {
      return with("SEALED", resultHash, selected, on.toString(), voidReason, made);
    }

    /** The same draw after everybody may see it; a sealed one keeps the day it was made. */
    public DrawNotice executed(String hash, List<String> drawn, LocalDate on) {
      String made = executedOn.isEmpty() ? on.toString() : executedOn;
      return with("EXECUTED", hash, drawn, made, voidReason, sealing);
    }

    /** The same draw after it was voided. */
    public DrawNotice voided(String reason, @Nullable String wouldBe) {
      String hash = resultHash.isEmpty() && wouldBe != null ? wouldBe : resultHash;
      return with("VOIDED", hash, selected, executedOn, reason, sealing);
    }

    private DrawNotice with(
        String next,
        String hash,
        List<String> drawn,
        String on,
        String reason,
        @Nullable Sealing made) {
      return new DrawNotice(
          drawId,
          planId,
          taskId,
          round,
          next,
          frameSize,
          commitHash,
          executeBy,
          hash,
          drawn,
          on,
          reason,
          made,
          overdueSince,
          replacements,
          together,
          chance,
          excludedByHand);
    }

    /** The same draw after its time had passed. */
    public DrawNotice overdue(String due) {
      return still(due, replacements);
    }

    /** The same draw with one more subject replaced. */
    public DrawNotice replaced(Replacement replacement) {
      List<Replacement> more = new ArrayList<>(replaced());
      more.add(replacement);
      return still(overdueSince, more);
    }

    private DrawNotice still(@Nullable String due, @Nullable List<Replacement> all) {
      return new DrawNotice(
          drawId,
          planId,
          taskId,
          round,
          phase,
          frameSize,
          commitHash,
          executeBy,
          resultHash,
          selected,
          executedOn,
          voidReason,
          sealing,
          due,
          all,
          together,
          chance,
          excludedByHand);
    }

    /** Subjects for whom an alternate is visited, in the order they were replaced. */
    public List<Replacement> replaced() {
      return replacements == null ? List.of() : replacements;
    }

    /** Subjects two people left out, each with its reason. */
    public List<HandExclusion> excluded() {
      return excludedByHand == null ? List.of() : excludedByHand;
    }

    /** The other tasks a firm is visited for at the same time (综合查一次). */
    public List<String> others() {
      String own = planId + "-" + taskId;
      return together == null
          ? List.of()
          : together.stream().filter(task -> !task.equals(own)).toList();
    }

    /** Everybody the notice names. */
    public List<String> named() {
      return Stream.of(
              selected.stream(),
              replaced().stream().flatMap(r -> Stream.of(r.subject(), r.alternate())),
              excluded().stream().map(HandExclusion::subject))
          .flatMap(subjects -> subjects)
          .distinct()
          .toList();
    }

    /** Drawn and voided before anybody outside knew who: the list is in its bundle only. */
    public boolean voidedSealed() {
      return phase.equals("VOIDED") && sealing != null && selected.isEmpty();
    }

    /** Region and year of the plan, its key. */
    public String planKey() {
      return planKey(planId);
    }

    String planKey(String planNumber) {
      String region = drawId.substring(0, Math.max(0, drawId.indexOf('-')));
      return region + "-" + (planNumber.length() < 4 ? planNumber : planNumber.substring(0, 4));
    }

    /** The keys of all plans it belongs to. */
    public List<String> planKeys() {
      return Stream.concat(Stream.of(planKey()), others().stream().map(this::planKey))
          .distinct()
          .toList();
    }

    /** How many were drawn, as far as that is public. */
    public long drawn() {
      return sealing != null && selected.isEmpty() ? sealing.drawn : selected.size();
    }
  }

  /**
   * What is public of a sealed draw.
   *
   * @param hash 64 hex digits; binds the result
   * @param drawn how many were
   * @param openBy UTC; not opened by then is a violation
   */
  record Sealing(String hash, long drawn, String openBy) {}

  /** An alternate who is visited in a drawn subject's place. */
  record Replacement(String subject, String alternate, String reason, LocalDate on) {}

  /**
   * 检查点: what another service's ledger was at one moment.
   *
   * @param size entries
   * @param root 64 hex digits
   * @param note the signed checkpoint with its cosignatures
   */
  record Anchor(String service, long size, String root, String note, Instant sealedAt)
      implements Noted {
    /** Sorts by service, then size. */
    public String id() {
      return "%s-%012d".formatted(service, size);
    }
  }

  /**
   * A subject's public data.
   *
   * @param standing since when it was in business; absent in entries from before it was noted
   */
  record KnownSubject(
      String id,
      String name,
      String kind,
      String status,
      String registrar,
      LocalDate since,
      @Nullable Standing standing)
      implements Noted {
    /** The same with another past. */
    KnownSubject with(@Nullable Standing past) {
      return new KnownSubject(id, name, kind, status, registrar, since, past);
    }

    /** Since when it was in business, as far as is known. */
    public Standing stood() {
      return standing == null ? Standing.of(since, status) : standing;
    }

    /** The known subjects in the order of the ids; one that was never told has its id alone. */
    public static List<KnownSubject> inOrder(List<String> ids, Map<String, KnownSubject> known) {
      return ids.stream().map(id -> of(id, known)).toList();
    }

    public static KnownSubject of(String id, Map<String, KnownSubject> known) {
      return known
          .getOrDefault(id, new KnownSubject(id, "", "", "", "", LocalDate.EPOCH, null))
          .with(null);
    }
  }
}
