package cn.doublerandom.draw.drawing;

import cn.doublerandom.bureau.reason.RegisterWords;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the register said when somebody came in for another: beside the reason somebody gave. */
public final class SuccessionWords {
  private SuccessionWords() {}

  /** Nothing where the register was not asked. */
  public static String of(ReplacementEvent.SubjectReplaced replaced) {
    return said(replaced.registered()) + passed("候补", replaced.passed());
  }

  /** Without numbers of officers: how many, and why. */
  public static String of(ReplacementEvent.InspectorReplaced replaced) {
    List<PassedOver> passed = replaced.passed();
    return said(replaced.registered())
        + (passed == null ? "" : "；在先的 %d 名执法人员当日不能参加，已跳过".formatted(passed.size()));
  }

  private static String said(@Nullable String code) {
    return code == null ? "" : "（名录库当日登记：%s）".formatted(RegisterWords.of(code));
  }

  private static String passed(String who, @Nullable List<PassedOver> passed) {
    return passed == null
        ? ""
        : passed.stream()
            .map(one -> one.id() + "（" + RegisterWords.of(one.reason()) + "）")
            .collect(Collectors.joining("、", "；在先的" + who + "当日不能接替，已跳过：", ""));
  }
}
