package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.FREQUENCY;
import static cn.doublerandom.draw.plan.PlanColumn.QUOTA;
import static cn.doublerandom.draw.plan.PlanColumn.TARGET;
import static cn.doublerandom.draw.plan.PlanColumn.TIERS;

import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many are to be drawn, from the columns of a row that say it. */
record PlanQuotas(PlanFindings findings, PlanCells cells) {
  private static final Pattern REST = Pattern.compile("其[他它余]|剩余|除此之外");

  /** The quota of its column and, where that leaves it open, of 抽查目标数 and 信用风险分类. */
  Optional<QuotaReading> of(PlanSheet.Row row, List<String> inherited) {
    String text = cells.text(row, QUOTA, inherited);
    String frequency = cells.text(row, FREQUENCY, inherited);
    String whole = frequency.isEmpty() ? text : text + ";" + frequency;
    if (!cells.has(QUOTA) && whole.isEmpty()) {
      whole = cells.text(row, TARGET, inherited);
    }
    Optional<QuotaReading> read = quota(row, QUOTA, whole, text);
    Optional<QuotaReading> tiers =
        Optional.of(cells.text(row, TIERS, inherited))
            .filter(t -> !t.isEmpty())
            .flatMap(t -> quota(row, TIERS, t, t))
            .filter(t -> t.quota() instanceof Quota.Tiered);
    if (read.isPresent() && tiers.isPresent()) {
      boolean bounded = read.get().quota() instanceof Quota.PercentMax;
      findings.ask(
          row,
          TIERS,
          "tiers-beside-quota",
          bounded ? "既有分类比例又有总体上限，抽取前须确定以何者为准。" : "既有总体比例又有分类比例，抽取前须确定以何者为准。",
          false,
          "");
    }
    read.map(QuotaReading::quota).ifPresent(quota -> askForRest(row, quota));
    read.ifPresent(r -> {
      if (r.quota() instanceof Quota.Unspecified) {
        findings.ask(row, QUOTA, "quota-unspecified", "没有写明可抽取的比例或数量，抽取前须作出决定。", false, "");
      }
    });
    return read;
  }

  /** A label of that name nobody bears: who was to be drawn from all others would be from none. */
  private void askForRest(PlanSheet.Row row, Quota quota) {
    if (quota instanceof Quota.Tiered(var tiers)) {
      tiers.stream()
          .map(Quota.Tier::stratum)
          .filter(stratum -> REST.matcher(stratum).lookingAt())
          .findFirst()
          .ifPresent(stratum ->
              findings.ask(
                  row,
                  QUOTA,
                  "tier-of-the-rest",
                  "“%s”不是监管标签，不知道指哪些对象；请写明标签或信用风险等级，或另列一个任务。".formatted(stratum),
                  true,
                  ""));
    }
  }

  private Optional<QuotaReading> quota(
      PlanSheet.Row row, PlanColumn column, String text, String verbatim) {
    return switch (QuotaReader.read(text)) {
      case Reading.Read<QuotaReading>(var reading) -> {
        reading.notes().forEach(note -> findings.warn("QUOTA_NOTE", row, column, note + "。"));
        yield Optional.of(
            new QuotaReading(reading.quota(), reading.frequency(), reading.notes(), verbatim));
      }
      case Reading.Refused<QuotaReading>(var reason) -> {
        findings.fault(
            row.number(), column.head(), reason.wording().code(), reason.wording().text());
        yield Optional.empty();
      }
    };
  }
}
