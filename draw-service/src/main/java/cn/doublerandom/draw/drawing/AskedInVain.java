package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.exclusion.ExclusionList;
import java.util.stream.Collectors;

/**
 * That somebody asked to leave a subject out and it came to nothing. Why it was asked for is not
 * told: nobody agreed to make it public.
 */
public final class AskedInVain {
  private AskedInVain() {}

  /** What is told of a subject; empty where nobody asked in vain. */
  public static String about(String subject, ExclusionList list) {
    String ended =
        list.ended().stream()
            .filter(one -> one.entry().exclusion().subject().equals(subject))
            .map(one ->
                (one.withdrawn()
                        ? "锁定名单之前曾有人申请人工排除该对象，后由本人撤回（%s）。"
                        : "锁定名单之前曾有人申请人工排除该对象，另一人没有同意（%s）。")
                    .formatted(one.reason()))
            .collect(Collectors.joining());
    ExclusionList.Entry left = list.all().get(subject);
    boolean waits = left != null && left.approvedBy().isEmpty() && list.closedBy().isPresent();
    return waits ? ended + "锁定名单之前曾有人申请人工排除该对象，到锁定时没有人同意。" : ended;
  }

  /** What was told of a subject, with that. */
  public static Explanation.OfSubject added(Explanation.OfSubject told, ExclusionList list) {
    return ToldFurther.of(told, about(told.subject(), list));
  }
}
