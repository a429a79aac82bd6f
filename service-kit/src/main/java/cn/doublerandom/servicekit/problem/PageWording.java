package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.decider.Rejection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of refusals of the border that name headers, parameters or members to programs:
 * who looks at a page has none of these, and is told what to do instead.
 */
public final class PageWording {
  private record Said(String text, String english) {}

  private static final Said ADDRESS =
      new Said(
          "地址不完整或被改动过。请从目录重新打开。",
          "The address is not whole or was changed. Please open it anew from the menu.");

  private static final Map<String, Said> OF_PAGES =
      Map.ofEntries(
          Map.entry(
              EdgeRejection.REQUEST_NOT_NAMED.code(),
              new Said(
                  "表中没有写明您读到的是哪一份申请，没有批准任何内容。请重新打开申请，读后再批准。",
                  "The form does not say which request you read; nothing was approved. Open the"
                      + " request again, read it, then approve it.")),
          Map.entry(
              EdgeRejection.VERSION_MISMATCH.code(),
              new Said(
                  "数据已被他人修改，本次没有保存，您填写的内容都在。",
                  "The record has changed meanwhile and nothing was stored; what you typed is kept.")),
          Map.entry(
              EdgeRejection.KEY_REUSED.code(),
              new Said(
                  "这张表已经提交过别的内容，本次没有保存。请核对后再按一次。",
                  "This form was sent before with other contents; nothing was stored this time. Check"
                      + " it and press again.")),
          Map.entry(
              EdgeRejection.KEY_INVALID.code(),
              new Said(
                  "表中防止重复提交的编号不对，本次没有保存。请核对后再按一次。",
                  "The number that keeps this form from being taken twice is not right; nothing was"
                      + " stored. Check the form and press again.")),
          Map.entry(
              EdgeRejection.ETAG_INVALID.code(),
              new Said(
                  "表中没有写明您看到的是哪一版，本次没有保存。请重新打开本页，核对后再提交。",
                  "The form does not say which version you saw; nothing was stored. Open the page"
                      + " again, check it, then send it.")),
          Map.entry(EdgeRejection.CURSOR_INVALID.code(), ADDRESS),
          Map.entry(EdgeRejection.MIN_SEQ_INVALID.code(), ADDRESS),
          Map.entry(EdgeRejection.SEEN_INVALID.code(), ADDRESS),
          Map.entry(
              EdgeRejection.METHOD_NOT_ALLOWED.code(),
              new Said(
                  "这个地址只收表单，不能直接打开。请从目录重新打开要办的页面。",
                  "This address takes a form and cannot be opened by itself. Please open its page from"
                      + " the menu.")),
          Map.entry(
              EdgeRejection.NOT_ACCEPTABLE.code(),
              new Said("这个地址没有能在浏览器里显示的内容。", "Nothing at this address can be shown in a browser.")),
          Map.entry(
              EdgeRejection.REQUEST_TOO_LARGE.code(),
              new Said(
                  "提交的内容超过限额，没有保存：一张表最多 1 MB，文件的限额写在选择文件的地方。",
                  "What was sent is larger than is taken and was not stored: a form has 1 MB at most; how"
                      + " large a file may be stands where it is chosen.")),
          Map.entry(
              EdgeRejection.TYPE_NOT_TAKEN.code(),
              new Said("这里不收这种内容，没有保存。请从页面上提交。", EdgeRejection.TYPE_NOT_TAKEN.english())),
          Map.entry(
              EdgeRejection.BUREAU_NOT_CHOSEN.code(),
              new Said(
                  "这里有几个单位，请先选择要看哪一个。",
                  "Several bureaus are served here; please choose one first.")),
          Map.entry(
              EdgeRejection.LIMIT_REACHED.code(),
              new Said(
                  "记录多于一次能处理的数量，什么也没有做，也没有略去任何一条。",
                  "There are more records than are handled at once; nothing was done or left out.")),
          Map.entry(
              EdgeRejection.TOO_MANY_JOBS.code(),
              new Said(
                  "您同时进行的作业已达上限，请等其中一项完成或取消一项。",
                  "You have as many jobs under way as an account may have; wait, or cancel one.")));

  /** Those whose fields are told besides. */
  private static final Map<String, Said> WITH_FIELDS =
      Map.of(
          EdgeRejection.PARAMETER_INVALID.code(),
          new Said("地址里有不符合要求的内容。", "Something in the address is not as required."),
          EdgeRejection.FIELD_INVALID.code(),
          new Said("有一项内容不符合要求。", "Something is not as required."));

  private PageWording() {}

  /** A refusal in a page's words. */
  public static String of(Rejection why, boolean english) {
    Said said = OF_PAGES.getOrDefault(why.code(), WITH_FIELDS.get(why.code()));
    if (said == null) {
      return english ? why.english() : why.text();
    }
    return english ? said.english() : said.text();
  }

  /**
   * The same with what only the facts know, such as the days a lottery is drawn on: {@code more} of
   * its details.
   */
  public static String of(Rejection why, Map<String, Object> details, boolean english) {
    return of(why, english)
        + (details.get("more") instanceof Map<?, ?> more
            ? (english ? " " : "") + more.get(english ? "en" : "zh")
            : "");
  }

  /** The same of a refusal that is told already; its fields are called as pages call them. */
  public static Problem of(Problem told, boolean english) {
    Said said = OF_PAGES.get(told.code());
    return said == null
        ? worded(
            told, WITH_FIELDS.get(told.code()), told.detail(), of(told.errors(), english), english)
        : worded(told, said, null, List.of(), english);
  }

  private static Problem worded(
      Problem told,
      @Nullable Said said,
      @Nullable String detail,
      List<Problem.FieldError> errors,
      boolean english) {
    String own = said == null ? told.title() : english ? said.english() : said.text();
    return new Problem(
        told.type(), own, told.status(), told.code(), detail, errors, told.context());
  }

  /** What is wrong in an address, with nothing named that stands in none of the pages. */
  public static List<Problem.FieldError> of(List<Problem.FieldError> told, boolean english) {
    return told.stream().map(error -> PageFaults.of(error, english)).toList();
  }
}
