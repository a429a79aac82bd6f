package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as its page shows it.
 *
 * @param title what it is about
 * @param kind code word
 * @param entry address of the entry it is about; absent where there is no page of it
 * @param touchedBy accounts that asked; another decides
 * @param version of the stream, which an approval names
 */
public record ShownRequest(
    String title,
    String kind,
    @Nullable String entry,
    List<RequestFact> facts,
    String reason,
    List<String> touchedBy,
    long version,
    RequestActs acts) {
  /** Which of the forms of the page was sent. */
  static final String ACT = "act";

  static final String APPROVE = "approve";
  static final String DECLINE = "decline";
  static final String WITHDRAW = "withdraw";

  /** A form of the page: what was typed into it, or nothing. */
  FilledForm form(String act, FilledForm sent, FilledForm blank) {
    return sent.value(ACT).equals(act)
        ? sent.over(Long.toString(version), java.util.Map.of())
        : blank;
  }
}
