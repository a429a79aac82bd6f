package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.decider.Rejection;
import java.util.List;
import java.util.Map;

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

  private PageWording() {}

  /** A refusal in a page's words. */
  public static String of(Rejection why, boolean english) {
    Said said = OF_PAGES.get(why.code());
    if (said == null) {
      return english ? why.english() : why.text();
    }
    return english ? said.english() : said.text();
  }

  /** The same of a refusal that is told already; which of its fields was wrong is told no more. */
  public static Problem of(Problem told, boolean english) {
    Said said = OF_PAGES.get(told.code());
    return said == null
        ? told
        : new Problem(
            told.type(),
            english ? said.english() : said.text(),
            told.status(),
            told.code(),
            null,
            List.of(),
            told.context());
  }
}
