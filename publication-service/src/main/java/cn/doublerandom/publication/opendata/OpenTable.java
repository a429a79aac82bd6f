package cn.doublerandom.publication.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table of open data, of which there is one for each year. */
public enum OpenTable {
  RESULTS(
      "results",
      "检查结果公告",
      "Published results",
      "该年度已公示的检查结果，更正、撤销的也在内",
      "Results published of the year, the corrected and withdrawn among them",
      OpenColumns.RESULTS),
  DRAWS(
      "draws",
      "抽查任务公告",
      "Draws",
      "该年度计划的抽取，作废的也在内",
      "Draws of the year's plans, the voided among them",
      OpenColumns.DRAWS),
  PLANS(
      "plans",
      "抽查工作计划公告",
      "Plans",
      "该年度的抽查工作计划，每项任务一行",
      "The year's plan, a row for each task",
      OpenColumns.PLANS),
  BULLETINS(
      "bulletins",
      "通报公告",
      "Bulletins",
      "关于该年度的通报，写到的每个单位一行，撤销的也在内；只有单位和数字",
      "Bulletins about the year, the withdrawn among them, a row for each unit they name: units and"
          + " numbers alone",
      OpenColumns.BULLETINS),
  OUTSTANDING(
      "outstanding",
      "未公示、未检查、未抽取",
      "What is still owed",
      "该年度及以前年度到期未办的，以及该年度已录入、期限未到的结果（不公开对象）",
      "What of this and earlier years is overdue, and results of the year that are recorded and not due"
          + " yet, without their subjects",
      OpenColumns.OUTSTANDING),
  REGISTER(
      "register",
      "检查对象基数",
      "The register in numbers",
      "每年计入基数的检查对象增减，按对象类型",
      "How many subjects of each kind count, as changes by year",
      OpenColumns.REGISTER);

  private final String fileName;
  private final String chinese;
  private final String english;
  private final String chineseWhat;
  private final String englishWhat;
  private final List<OpenColumn> columns;

  OpenTable(
      String fileName,
      String chinese,
      String english,
      String chineseWhat,
      String englishWhat,
      List<OpenColumn> columns) {
    this.fileName = fileName;
    this.chinese = chinese;
    this.english = english;
    this.chineseWhat = chineseWhat;
    this.englishWhat = englishWhat;
    this.columns = columns;
  }

  /** What the files of the table are called, without their ending. */
  public String fileName() {
    return fileName;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  /** What is in it. */
  public String chineseWhat() {
    return chineseWhat;
  }

  /** The same in English. */
  public String englishWhat() {
    return englishWhat;
  }

  public List<OpenColumn> columns() {
    return columns;
  }

  /** The table of a file name; empty where there is none. */
  public static Optional<OpenTable> named(String fileName) {
    return Arrays.stream(values()).filter(table -> table.fileName.equals(fileName)).findFirst();
  }
}
