package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.ReadingRejection;
import cn.doublerandom.draw.plan.PlanColumn;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanPicture;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.reading.Frequency;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.pagekit.KitWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of a plan in the reader's words.
 *
 * @param kit for what stands between the parts of a list
 * @param english whether English is read
 */
record Terms(TermWords words, KitWords kit, boolean english) {
  String quota(Quota quota) {
    return switch (quota) {
      case Quota.Percent(var share) -> share.percent();
      case Quota.PercentMin(var least) -> words.atLeast(least.percent());
      case Quota.PercentMax(var most) -> words.atMost(most.percent());
      case Quota.PercentRange(var from, var to) -> words.fromTo(from.percent(), to.percent());
      case Quota.Count(int count) -> words.count(grouped(count));
      case Quota.CountRange(int from, int to) -> words.countRange(grouped(from), grouped(to));
      case Quota.CountAndPercent(int count, var share) ->
          words.countAndShare(grouped(count), share.percent());
      case Quota.Tiered(var tiers) ->
          listed(tiers.stream().map(t -> words.tier(t.stratum(), t.share().percent())).toList());
      case Quota.StaffRatio(int inspectors, int subjects) -> words.staffRatio(inspectors, subjects);
      case Quota.Census c -> words.census();
      case Quota.Unspecified u -> words.unspecified();
    };
  }

  String quota(QuotaReading reading) {
    return words.quotaRead(quota(reading.quota()), often(reading.frequency()));
  }

  /** As it was decided, else as the table says it. */
  String quota(PlanContent content, PlanTask task) {
    return quota(content.quota(task));
  }

  private String often(Frequency frequency) {
    return switch (frequency) {
      case Frequency.PerYear(int times) -> words.perYear(times);
      case Frequency.PerMonth(int times) -> words.perMonth(times);
      case Frequency.PerWeek(int times) -> words.perWeek(times);
      case Frequency.PerDay(int times) -> words.perDay(times);
      case Frequency.Exact(int times) -> words.exactly(times);
      case Frequency.Min(int times) -> words.atLeastTimes(times);
      case Frequency.Unspecified u -> "";
    };
  }

  String listed(List<String> parts) {
    return String.join(kit.comma(), parts);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Who is in scope, as it was decided. */
  String scope(TaskScope scope) {
    return scopeWords(words.kindOf(scope.subjectKind()), listed(scope.labels()));
  }

  private String scopeWords(String kind, String labels) {
    return labels.isEmpty()
        ? kind
        : english ? kind + " (" + labels + ")" : kind + "（" + labels + "）";
  }

  /** What was read of a cell; empty where it is taken as it stands. */
  String reading(@Nullable PlanColumn column, PlanReading.ReadRow row) {
    if (column == null) {
      return "";
    }
    QuotaReading quota = row.quota();
    var period = row.period();
    return switch (column) {
      case QUOTA, TARGET -> quota == null ? "" : quota(quota);
      case PERIOD ->
          period == null ? "" : words.fromTo(period.from().toString(), period.to().toString());
      case SCOPE ->
          row.subjectKinds().isEmpty()
              ? ""
              : words.kindsOnly(listed(row.subjectKinds().stream().map(words::kindOf).toList()));
      case JOINT -> row.units().size() > 1 ? listed(row.units()) : "";
      case PLAN_NUMBER,
          PLAN_NAME,
          TASK_NUMBER,
          TASK_NAME,
          DRAW_TYPE,
          FREQUENCY,
          TIERS,
          ITEMS,
          LEAD ->
          "";
    };
  }

  /** A refusal of a cell is told in the words it has everywhere; a question by its code. */
  String doubt(String code, String text) {
    return english
        ? Arrays.stream(ReadingRejection.values())
            .filter(r -> r.wording().code().equals(code))
            .map(r -> r.wording().english())
            .findFirst()
            .orElseGet(() -> words.doubt(code, text))
        : text;
  }

  List<String> doubts(PlanPicture.Place place) {
    return Stream.concat(
            place.faults().stream().map(f -> doubt(f.code(), f.text())),
            place.questions().stream().map(q -> doubt(q.code(), q.text())))
        .distinct()
        .toList();
  }

  List<String> warnings(List<PlanWarning> warnings) {
    return warnings.stream().map(w -> words.warned(w.code(), w.text())).distinct().toList();
  }

  String head(String head) {
    return words.headOf(PlanPicture.nameOf(head), head);
  }
}
