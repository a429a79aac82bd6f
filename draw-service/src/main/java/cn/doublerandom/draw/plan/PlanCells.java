package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.DRAW_TYPE;
import static cn.doublerandom.draw.plan.PlanColumn.FREQUENCY;
import static cn.doublerandom.draw.plan.PlanColumn.LEAD;
import static cn.doublerandom.draw.plan.PlanColumn.PERIOD;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NUMBER;
import static cn.doublerandom.draw.plan.PlanColumn.QUOTA;
import static cn.doublerandom.draw.plan.PlanColumn.SCOPE;
import static cn.doublerandom.draw.plan.PlanColumn.TARGET;
import static cn.doublerandom.draw.plan.PlanColumn.TIERS;

import cn.doublerandom.servicekit.text.TextGuard;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of a table by what their columns mean. */
final class PlanCells {
  /** What stands above such a cell may be meant where it is empty: it is asked, never assumed. */
  private static final Set<PlanColumn> OFTEN_LEFT_EMPTY =
      Set.of(PLAN_NUMBER, PLAN_NAME, DRAW_TYPE, QUOTA, LEAD, PERIOD, FREQUENCY, TIERS, SCOPE);

  private static final Set<PlanColumn> RATIOS = Set.of(QUOTA, TARGET, FREQUENCY);

  /** 3.11 may be a day, or March to November; in a number 3.1 may be 3.10. */
  private static final Pattern DAY_OR_MONTHS = Pattern.compile("[0-9]{1,2}[./][0-9]{1,2}");

  private static final Pattern POINTED = Pattern.compile("[0-9]+\\.[0-9]+");

  /** How a person says that nothing is meant. */
  private static final Set<String> NOTHING = Set.of("无", "空", "没有");

  private final PlanFindings findings;
  private final PlanHeads heads;
  private final boolean bySpaces;
  private final Map<Answered, String> answers = new LinkedHashMap<>();
  private final Map<PlanColumn, String> above = new EnumMap<>(PlanColumn.class);

  private record Answered(int row, PlanColumn column) {}

  /**
   * @param decisions answers of a person
   * @param bySpaces whether every row is questioned anyway, so that its width says nothing
   */
  PlanCells(
      PlanFindings findings,
      PlanHeads heads,
      List<PlanTable.Decision> decisions,
      boolean bySpaces) {
    this.findings = findings;
    this.heads = heads;
    this.bySpaces = bySpaces;
    decisions.forEach(d ->
        PlanColumn.of(d.column())
            .ifPresent(column -> answers.put(new Answered(d.row(), column), d.text())));
  }

  /** White space inside cells is noise of the typesetting, and so is what nobody can see. */
  static String plain(String cell) {
    return TextGuard.compact(cell);
  }

  /** What stands there, if it is a column that is read. */
  Optional<PlanColumn> column(int at) {
    return heads.columns().entrySet().stream()
        .filter(column -> column.getValue() == at)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean has(PlanColumn column) {
    return heads.columns().containsKey(column);
  }

  /** Whether a person answered anything about the row. */
  boolean isAnswered(PlanSheet.Row row) {
    return answers.keySet().stream().anyMatch(answer -> answer.row() == row.number());
  }

  boolean isAnswered(PlanSheet.Row row, PlanColumn column) {
    return answers.containsKey(new Answered(row.number(), column));
  }

  /** Whether a person said once more what stands there. */
  boolean isConfirmed(PlanSheet.Row row, PlanColumn column) {
    String answer = answers.get(new Answered(row.number(), column));
    return answer != null && plain(answer).equals(printed(row, column));
  }

  /**
   * Whether the row can be read: it has as many cells as the heads. Where one is missing, all
   * behind it shift.
   */
  boolean isWhole(PlanSheet.Row row) {
    return bySpaces || (row.cells().size() >= heads.width() && row.width() <= heads.width());
  }

  int width() {
    return heads.width();
  }

  /**
   * The answer of a person, what stands there, or what a merged cell says.
   *
   * @param inherited gets the head of a cell that goes on from above
   */
  String text(PlanSheet.Row row, PlanColumn column, List<String> inherited) {
    String answer = answers.get(new Answered(row.number(), column));
    if (answer != null) {
      return NOTHING.contains(plain(answer)) ? "" : plain(answer);
    } else if (!has(column) || !isWhole(row)) {
      return "";
    }
    int at = heads.columns().getOrDefault(column, 0);
    String text = plain(row.text(at));
    if (isDoubtful(row, column, at, text) || isSaidTwice(row, column, text)) {
      return "";
    } else if (row.isMerged(at)) {
      return merged(row, column, text, inherited);
    }
    String before = above.get(column);
    if (text.isEmpty() && before != null && OFTEN_LEFT_EMPTY.contains(column)) {
      findings.ask(
          row,
          column,
          "empty-below",
          "此格为空，上一行是“%s”，文件没有写明是合并的格；请填写，或确认沿用，确无内容请答“无”。".formatted(before),
          true,
          before);
    }
    if (!text.isEmpty()) {
      above.put(column, text);
    }
    return text;
  }

  /** Of the draw and of the visits, perhaps: which days the draw has is nothing to guess. */
  private boolean isSaidTwice(PlanSheet.Row row, PlanColumn column, String text) {
    Optional<Integer> other =
        heads.others().entrySet().stream()
            .filter(o -> column == PERIOD && o.getValue() == PERIOD)
            .map(Map.Entry::getKey)
            .filter(at -> !plain(row.text(at)).isEmpty() && !plain(row.text(at)).equals(text))
            .findFirst();
    other.ifPresent(at ->
        findings.ask(
            row,
            column,
            "said-twice",
            "“%s”写“%s”，“%s”写“%s”：哪一个是抽取日期？"
                .formatted(heads.over(column), text, heads.texts().get(at), plain(row.text(at))),
            true,
            text));
    return other.isPresent();
  }

  /** The same; what is not there is asked for, and keeps nothing. */
  String wanted(PlanSheet.Row row, PlanColumn column, List<String> inherited) {
    String text = text(row, column, inherited);
    if (text.isEmpty()) {
      findings.ask(row, column, "missing", "没有填写“%s”。".formatted(column.head()), false, "");
    }
    return text;
  }

  /** Whether its cell goes on from above. */
  boolean isMerged(PlanSheet.Row row, PlanColumn column) {
    return has(column) && isWhole(row) && row.isMerged(heads.columns().getOrDefault(column, 0));
  }

  /** What stands there, doubtful or not; nothing is asked. */
  String printed(PlanSheet.Row row, PlanColumn column) {
    return has(column) && isWhole(row)
        ? plain(row.text(heads.columns().getOrDefault(column, 0)))
        : "";
  }

  private String merged(PlanSheet.Row row, PlanColumn column, String text, List<String> inherited) {
    String said = text.isEmpty() ? above.getOrDefault(column, "") : text;
    if (!said.isEmpty()) {
      above.put(column, said);
      inherited.add(column.head());
      findings
          .warnings()
          .add(
              new PlanWarning(
                  "INHERITED",
                  "第 %d 行“%s”是合并的格，沿用：%s。".formatted(row.number(), column.head(), said)));
    }
    return said;
  }

  /** A cell that a spreadsheet computed, changed or could not compute, or that says two things. */
  private boolean isDoubtful(PlanSheet.Row row, PlanColumn column, int at, String text) {
    PlanSheet.Nature nature = row.nature(at);
    if (column == PERIOD
        && (DAY_OR_MONTHS.matcher(text).matches()
            || (nature == PlanSheet.Nature.NUMBER && POINTED.matcher(text).matches()))) {
      findings.ask(
          row,
          column,
          "day-or-months",
          "不知道“%s”是一天还是一段时间，作为数字还可能丢了末尾的 0；请写成“3月11日”或“3月至11月”。".formatted(text),
          true,
          "");
      return true;
    }
    if (nature == PlanSheet.Nature.NUMBER && RATIOS.contains(column) && !row.held(at).isEmpty()) {
      findings.ask(
          row,
          column,
          "digits-not-shown",
          "此格显示“%s”，所存的是 %s；请写明是哪一个。".formatted(text, row.held(at)),
          true,
          "");
      return true;
    }
    return switch (nature) {
      case TEXT -> false;
      case ERROR -> {
        findings.fault(row.number(), column.head(), "cell-error", row.held(at));
        yield true;
      }
      case LOST -> {
        findings.fault(row.number(), column.head(), "digits-lost", "表格软件把长编码当作数字存储，末位已丢失。");
        yield true;
      }
      case NUMBER -> {
        boolean isBare = RATIOS.contains(column) && column != TARGET && text.matches("[0-9.]+");
        if (isBare) {
          findings.ask(
              row,
              column,
              "number-without-unit",
              "此格是数字 %s：是 %s%%，还是 %s 户？".formatted(text, percent(text), text),
              true,
              percent(text) + "%");
        }
        yield isBare;
      }
      case DAY, DAY_WITHOUT_YEAR -> isDayInDoubt(row, column, at, text);
    };
  }

  /** 0.1 in a cell of numbers is ten percent for who typed it. */
  private static String percent(String number) {
    return number.startsWith("0.")
        ? new java.math.BigDecimal(number).movePointRight(2).stripTrailingZeros().toPlainString()
        : number;
  }

  private boolean isDayInDoubt(PlanSheet.Row row, PlanColumn column, int at, String text) {
    if (column == PERIOD && row.nature(at) == PlanSheet.Nature.DAY) {
      return false;
    }
    String doubt =
        column == PERIOD
            ? "此格是一天（%s），表格软件常把“3-11”这样的月份改成日期：是只在这一天抽取，还是一段时间？"
            : "此格是日期（%s），表格软件常把“3/7”“1-2”这样的内容改成日期，请填写原来的内容。";
    findings.ask(row, column, "made-a-day", doubt.formatted(text), true, "");
    return true;
  }
}
