package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.FREQUENCY;
import static cn.doublerandom.draw.plan.PlanColumn.QUOTA;
import static cn.doublerandom.draw.plan.PlanColumn.SCOPE;
import static cn.doublerandom.draw.plan.PlanColumn.TARGET;
import static cn.doublerandom.draw.plan.PlanColumn.TASK_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.TIERS;

import cn.doublerandom.bureau.credit.CreditClass;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many are to be drawn, from the columns of a row that say it. */
record PlanQuotas(PlanFindings findings, PlanCells cells) {
  /** 365 days without weekends and eleven holidays. */
  private static final int WORKING_DAYS = 250;

  /** An answer that leaves the number to two people. */
  private static final String BEFORE_THE_DRAW = "抽取前确定";

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
            .map(t -> askedForPart(row, TIERS, t))
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
      askForBeside(row, r);
      askedForPart(row, QUOTA, r);
      askForTimes(row, r);
      if (r.quota() instanceof Quota.Unspecified) {
        findings.ask(row, QUOTA, "quota-unspecified", "没有写明可抽取的比例或数量，抽取前须作出决定。", false, "");
      }
    });
    return read;
  }

  /**
   * A draw is made by one number: where another stands beside it, a person says by which. A number
   * of subjects would be broken without a word; how many inspectors there are for so many may go
   * with any share.
   */
  private void askForBeside(PlanSheet.Row row, QuotaReading read) {
    if (read.beside().isEmpty()) {
      return;
    }
    boolean isOfStaff = read.beside().stream().allMatch(number -> number.startsWith("人员比例"));
    findings.ask(
        row,
        QUOTA,
        "quota-beside",
        "“%s”写了不止一个数，抽取只能按一个：没有用到“%s”。请填写按哪一个抽取，例如“4户”或“10%%”；要到抽取前才能定的，填“抽取前确定”，届时作出决定；照原样再填一次的，不用没有用到的那个。"
            .formatted(read.verbatim(), String.join("”“", read.beside())),
        !isOfStaff && !cells.isConfirmed(row, QUOTA),
        BEFORE_THE_DRAW);
  }

  /** A number of some is none of all, unless the task is about these alone. */
  private QuotaReading askedForPart(PlanSheet.Row row, PlanColumn column, QuotaReading read) {
    String part = read.part();
    boolean isWhole =
        !(read.quota() instanceof Quota.Unspecified)
            && (cells.printed(row, SCOPE).contains(part)
                || cells.printed(row, TASK_NAME).contains(part));
    if (!part.isEmpty() && !isWhole) {
      findings.ask(
          row,
          column,
          "quota-of-a-part",
          "“%s”只是一部分对象（%s）的数量，没有写其余的对象；请填写对本任务全部对象的比例或数量，或写明每一类的比例，或另列一个任务。"
              .formatted(read.verbatim(), part),
          true,
          "");
    }
    boolean isOpen = column == QUOTA && !cells.isAnswered(row, QUOTA);
    if (isOpen && read.quota() instanceof Quota.Tiered(var tiers)) {
      askForClasses(row, tiers);
    }
    return read;
  }

  /** Each time is a draw with a programme of its own; where so many are meant, a person says so. */
  private void askForTimes(PlanSheet.Row row, QuotaReading read) {
    PlanColumn column = cells.has(FREQUENCY) ? FREQUENCY : QUOTA;
    int times = read.frequency().inYear().orElse(0);
    if (times > WORKING_DAYS && !cells.isConfirmed(row, column)) {
      findings.ask(
          row,
          column,
          "frequency-unlikely",
          "一年 %d 次多于一年的工作日（约 %d 天），每次都要单独抽取；请填写正确的频次，无误的照原样再填一次。".formatted(times, WORKING_DAYS),
          !cells.isAnswered(row, column),
          "");
    }
  }

  /** Nobody of a class without a share can be drawn; where it is meant, a person says so. */
  private void askForClasses(PlanSheet.Row row, List<Quota.Tier> tiers) {
    List<String> named =
        tiers.stream().flatMap(tier -> CreditClass.of(tier.stratum()).stream()).toList();
    String missing =
        Stream.of("A", "B", "C", "D")
            .filter(one -> !named.contains(one))
            .collect(Collectors.joining("、"));
    if (named.size() == tiers.size() && !missing.isEmpty()) {
      findings.ask(
          row,
          QUOTA,
          "tiers-lack-a-class",
          "没有写信用风险等级 %s 的比例，这些对象永远抽不到；请补齐，确实不抽的照原样再填一次。".formatted(missing),
          true,
          "");
    }
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
            new QuotaReading(
                reading.quota(),
                reading.frequency(),
                reading.notes(),
                verbatim,
                reading.part(),
                reading.beside()));
      }
      case Reading.Refused<QuotaReading>(var reason) -> {
        findings.fault(
            row.number(), column.head(), reason.wording().code(), reason.wording().text());
        yield Optional.empty();
      }
    };
  }
}
