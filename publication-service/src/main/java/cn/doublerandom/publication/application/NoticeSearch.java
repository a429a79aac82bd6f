package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.text.CodeText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What is public, as it is searched. */
public interface NoticeSearch {
  /**
   * What is asked for of the published results; an empty word asks for nothing.
   *
   * @param name a part of the subject's name, or its code from the beginning
   * @param task number of a plan, or of a plan and a task with a hyphen between them
   * @param code of the result, see {@code ResultCode}
   * @param since first day of publication, 2023-03-15
   * @param until last one
   * @param after where the last part ended, see {@link #place}; empty at the beginning
   */
  record Asked(String name, String task, String code, String since, String until, String after) {
    private static final int DAY = 10;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z-]+");

    /** Before everything there is. */
    private static final String LAST = "9999-12-31 ";

    /** Where a result stands: the newest first, of one day the greatest id. */
    public static String place(FoundResult result) {
      return result.on() + " " + result.id();
    }

    /**
     * The same in the signs of the register, where it was typed in others: a code in capitals and
     * without blanks, the brackets of a Chinese name.
     */
    public Optional<Asked> inItsSigns() {
      String code = CodeText.sought(name);
      String other = CODE.matcher(code).matches() ? code : name.replace('(', '（').replace(')', '）');
      return other.equals(name)
          ? Optional.empty()
          : Optional.of(new Asked(other, task, this.code, since, until, after));
    }

    /** The day of the last one that was told. */
    public String beforeDay() {
      return from().substring(0, DAY);
    }

    /** Its id. */
    public String beforeId() {
      return from().substring(DAY + 1);
    }

    private String from() {
      return after.length() <= DAY ? LAST : after;
    }
  }

  /** The newest first, with the tasks they came from. */
  CompletionStage<List<FoundResult>> found(Asked asked, int limit);

  /** All published results of a subject, the newest first. */
  CompletionStage<List<ResultNotice>> ofSubject(String subject, int limit);

  /** Draws that name a subject as drawn, as an alternate or as left out by hand; newest first. */
  CompletionStage<List<DrawNotice>> naming(String subject, int limit);
}
