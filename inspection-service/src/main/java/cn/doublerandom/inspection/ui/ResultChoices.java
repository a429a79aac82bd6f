package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.pagekit.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** 检查结果 to choose from: those that go with another stand below it. */
final class ResultChoices {
  private ResultChoices() {}

  /**
   * @param under codes that need the code they belong under, by the rules of the day
   */
  static List<Choice> of(VisitWords words, Map<String, String> under) {
    return Arrays.stream(ResultCode.values())
        .map(code -> new Choice(code.code(), words.codeOf(code), under.containsKey(code.code())))
        .toList();
  }
}
