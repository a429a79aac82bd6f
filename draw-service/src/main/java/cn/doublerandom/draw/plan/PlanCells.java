package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.DRAW_TYPE;
import static cn.doublerandom.draw.plan.PlanColumn.FREQUENCY;
import static cn.doublerandom.draw.plan.PlanColumn.LEAD;
import static cn.doublerandom.draw.plan.PlanColumn.PERIOD;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NUMBER;
import static cn.doublerandom.draw.plan.PlanColumn.QUOTA;
import static cn.doublerandom.draw.plan.PlanColumn.SCOPE;
import static cn.doublerandom.draw.plan.PlanColumn.TIERS;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of a table by what their columns mean. */
final class PlanCells {
  private static final Set<PlanColumn> INHERITABLE =
      Set.of(PLAN_NUMBER, PLAN_NAME, DRAW_TYPE, QUOTA, LEAD, PERIOD, FREQUENCY, TIERS, SCOPE);

  private final PlanFindings findings;
  private final Map<PlanColumn, Integer> columns;
  private final Map<PlanTable.Decision, String> answers = new LinkedHashMap<>();
  private final Map<PlanColumn, String> above = new EnumMap<>(PlanColumn.class);

  /**
   * @param columns where each stands, from 0
   * @param decisions answers of a person
   */
  PlanCells(
      PlanFindings findings, Map<PlanColumn, Integer> columns, List<PlanTable.Decision> decisions) {
    this.findings = findings;
    this.columns = columns;
    decisions.forEach(d -> answers.put(new PlanTable.Decision(d.row(), d.column(), ""), d.text()));
  }

  /** White space inside cells is noise of the typesetting. */
  static String plain(String cell) {
    return cell.replaceAll("[\\s\\u00a0\\u3000\\u200b\\ufeff]", "");
  }

  boolean has(PlanColumn column) {
    return columns.containsKey(column);
  }

  /** Whether a person answered anything about the row. */
  boolean isAnswered(PlanSheet.Row row) {
    return answers.keySet().stream().anyMatch(answer -> answer.row() == row.number());
  }

  /**
   * The answer of a person, what stands there, or what stands above it.
   *
   * @param inherited gets the head of a cell that was taken from above
   */
  String text(PlanSheet.Row row, PlanColumn column, List<String> inherited) {
    String answer = answers.get(new PlanTable.Decision(row.number(), column.head(), ""));
    if (answer != null) {
      return plain(answer);
    } else if (!has(column)) {
      return "";
    }
    int at = columns.getOrDefault(column, 0);
    String text = plain(row.text(at));
    boolean fromAbove = text.isEmpty() || row.isMerged(at);
    String before = above.get(column);
    if (fromAbove && before != null && (INHERITABLE.contains(column) || row.isMerged(at))) {
      inherited.add(column.head());
      findings
          .warnings()
          .add(
              new PlanWarning(
                  "INHERITED",
                  "第 %d 行“%s”为空，沿用上一行：%s。".formatted(row.number(), column.head(), before)));
      return before;
    }
    if (!text.isEmpty()) {
      above.put(column, text);
    }
    return text;
  }
}
